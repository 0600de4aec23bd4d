#pragma once

#include <QAbstractButton>
#include <QStringList>

namespace trestle {

/// What to build next: its title, and below who builds it and when. A button: it selects the item.
class NextItemButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit NextItemButton(QWidget* parent);

    /// `who` stands on a second line where that is shown, in the first form that fits; `hint` explains the whole.
    void setItem(const QString& title, const QStringList& who, const QString& hint);
    void setSecondLine(bool shown);
    [[nodiscard]] const QString& title() const { return m_title; }
    [[nodiscard]] QString who() const { return m_who.value(0); }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] bool hasSecondLine() const { return m_isTall && !m_who.isEmpty(); }
    void setUpFonts();

    QString m_title;
    QStringList m_who;
    bool m_isTall = true;
    QFont m_captionFont;
    QFont m_titleFont;
    QFont m_whoFont;
};

} // namespace trestle
