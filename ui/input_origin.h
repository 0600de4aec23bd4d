#pragma once

#include <QObject>

class QWidget;

namespace trestle {

/// Whether the last press of a key or of the mouse was where the eye is: the mouse on a control of the plan that is
/// shown, or typing into a field of it. A menu or list that drops from such a control counts as the control. What comes
/// from the menu bar, the header, a dialog or a message, or from a key that is no typing, may change what nobody looks
/// at.
class InputOrigin : public QObject {
    Q_OBJECT
public:
    /// `pages`: what shows the plan, and outlives this.
    explicit InputOrigin(QWidget& pages);

    /// True as well while nobody has pressed anything.
    [[nodiscard]] bool isInSight() const { return m_isInSight; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool isOfPages(const QWidget* widget) const;

    QWidget& m_pages;
    bool m_isInSight = true;
};

} // namespace trestle
