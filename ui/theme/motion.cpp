#include "ui/theme/motion.h"

#include "ui/theme/style.h"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace trestle {

namespace {

const QString kPortal = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kPortalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kGnome = QStringLiteral("org.gnome.desktop.interface");
const QString kKde = QStringLiteral("org.kde.kdeglobals.KDE");

QMap<QString, QVariantMap> groupsOf(const QDBusMessage& answer)
{
    QMap<QString, QVariantMap> groups;
    if (!answer.arguments().isEmpty())
        answer.arguments().constFirst().value<QDBusArgument>() >> groups;
    return groups;
}

} // namespace

void setMotionReduced(MotionVoice voice, bool reduced)
{
    auto* style = qobject_cast<Style*>(QApplication::style());
    if (!style)
        return;
    style->setMotionReduced(voice, reduced);
    if (!style->isMotionReduced())
        return; // what the desktop wants of its menus stays
    for (const Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo, Qt::UI_AnimateTooltip,
                                      Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox})
        QApplication::setEffectEnabled(effect, false);
}

bool isMotionReduced()
{
    const auto* style = qobject_cast<Style*>(QApplication::style());
    return style && style->isMotionReduced();
}

bool desktopReducesMotion(const QMap<QString, QVariantMap>& settings)
{
    const auto value = [&](const QString& group, const char* key) {
        return settings.value(group).value(QString::fromLatin1(key));
    };
    const QVariant animations = value(kGnome, "enable-animations");
    const QVariant factor = value(kKde, "AnimationDurationFactor"); // a text of KDE's
    bool isNumber = false;
    const double duration = factor.toDouble(&isNumber);
    return value(kAppearance, "reduced-motion").toUInt() == 1 || (animations.isValid() && !animations.toBool()) ||
           (isNumber && duration <= 0);
}

void DesktopMotion::follow()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kPortal, kPortalPath, kPortalSettings, QStringLiteral("SettingChanged"), this, SLOT(ask()));
    ask();
}

void DesktopMotion::ask()
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(kPortal, kPortalPath, kPortalSettings, QStringLiteral("ReadAll"));
    question.setArguments({QStringList{kAppearance, kGnome, kKde}});
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (!watcher->isError())
            setMotionReduced(MotionVoice::Desktop, desktopReducesMotion(groupsOf(watcher->reply())));
    });
}

} // namespace trestle
