#pragma once

#include <QRadioButton>

namespace trestle {

/// One of a few ways, as a card: its name, and what it means below.
class ChoiceCard : public QRadioButton {
    Q_OBJECT
public:
    ChoiceCard(const QString& name, const QString& title, const QString& meaning, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] bool hitButton(const QPoint& at) const override { return rect().contains(at); }

private:
    QString m_meaning;
};

} // namespace trestle
