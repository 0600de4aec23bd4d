#pragma once

#include <QEvent>
#include <QObject>
#include <QPointer>
#include <QWidget>

class QKeyEvent;

namespace trestle {

/// Whether the last press of a key or of the mouse was where the eye is: the mouse on a control of the plan that is
/// shown, or typing into a field of it. A menu, list or calendar that drops from such a control counts as the control.
/// What comes from the menu bar, the header, a dialog or a message, or from a key that is no typing, may change what
/// nobody looks at.
class InputOrigin : public QObject {
    Q_OBJECT
public:
    /// `pages`: what shows the plan, and outlives this.
    explicit InputOrigin(QWidget& pages);

    /// True as well before the first press.
    [[nodiscard]] bool isInSight() const { return m_isInSight; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Key {
        QPointer<const QWidget> widget;
        const QKeyEvent* event = nullptr; ///< not to be read: it may be gone
        QEvent::Type type = QEvent::None;
        quint64 time = 0;
    };
    [[nodiscard]] bool isOfPages(const QWidget* widget) const;
    void takeKey(const QWidget* widget, const QKeyEvent& key);

    QWidget& m_pages;
    Key m_lastKey;
    bool m_isInSight = true;
};

} // namespace trestle
