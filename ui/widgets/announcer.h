#pragma once

#include <QAccessible>
#include <QString>

class QWidget;

namespace trestle {

/// Says things to who does not look: a screen reader reads them out though the focus is elsewhere. It is a
/// notification without a widget, which shows itself anew with each message; to AT-SPI a change of name and a
/// "showing" of that object. (Events that announce text outright came with later versions of Qt.)
class Announcer {
public:
    /// `place` is where the message belongs: the notification counts as its child.
    explicit Announcer(QWidget& place);
    ~Announcer();
    Q_DISABLE_COPY_MOVE(Announcer)

    void say(const QString& words);
    [[nodiscard]] QString said() const;

private:
    QAccessible::Id m_id;
};

/// What assistive technology takes a widget of ours for, where the class alone does not tell. To be called while the
/// widget is made.
void setAccessibleRole(QWidget& widget, QAccessible::Role role);

} // namespace trestle
