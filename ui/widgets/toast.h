#pragma once

#include "ui/widgets/announcer.h"

#include <QFrame>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <functional>
#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace trestle {

/// A short message over the lower edge of the window: what was just done, with a button or two, for some seconds. It
/// stays while the mouse is on it or the keyboard in it, is read out by screen readers when it appears, and keeps clear
/// of what has the focus. The next message takes its place.
class Toast : public QFrame {
    Q_OBJECT
public:
    static constexpr int kShown = 8000; ///< milliseconds

    struct Action {
        QString name; ///< objectName of its button
        QString text;
        std::function<void()> run;
    };

    /// Over `host`, which must not be a layout of its own for its children.
    explicit Toast(QWidget* host);

    void tell(const QString& text, std::vector<Action> actions = {});
    void dismiss();
    [[nodiscard]] QString text() const;
    /// How long a message stays; for tests.
    void setShownFor(int milliseconds);

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void followFocus(QWidget* before, QWidget* now);
    void place();
    void wait();

    QWidget* m_host;
    QLabel* m_label;
    QBoxLayout* m_row;
    Announcer m_announcer;
    std::vector<QPushButton*> m_buttons;
    QPointer<QWidget> m_before; ///< had the focus before it came here
    QTimer m_timer;
};

} // namespace trestle
