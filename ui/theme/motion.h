#pragma once

#include <QMap>
#include <QObject>
#include <QString>
#include <QVariantMap>

namespace trestle {

/// Who asks for less motion. One of them is enough.
enum class MotionVoice {
    User,        ///< View > Reduce motion
    Desktop,     ///< its settings
    Environment, ///< TRESTLE_REDUCE_MOTION, set to anything but 0
};

/// Whether controls may move: menus that fade in, bars that glide to their value. Nothing of ours moves by itself, so
/// this is what Qt does of its own.
void setMotionReduced(MotionVoice voice, bool reduced);
bool isMotionReduced();

/// What a desktop says by its settings, as the settings portal groups them: GNOME's enable-animations, KDE's
/// AnimationDurationFactor, the freedesktop reduced-motion.
bool desktopReducesMotion(const QMap<QString, QVariantMap>& settings);

/// Asks the desktop's settings portal, without waiting for it, does as it says and follows it. No portal: it says
/// nothing.
class DesktopMotion : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void follow();
private Q_SLOTS:
    void ask();
};

} // namespace trestle
