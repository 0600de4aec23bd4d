#include "app/window_main.h"

#include "app/cli/clock.h"
#include "ui/base/settings.h"
#include "ui/base/window_application.h"
#include "ui/base/wording.h"
#include "ui/theme/motion.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

#include <QFileInfo>
#include <QIcon>
#include <QTextStream>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <string_view>

namespace trestle {

namespace {

constexpr std::chrono::milliseconds kAfterTheFirstFrame{500}; // a window is soon there, whatever the desktop answers

} // namespace

int runWindow(int argc, char** argv)
{
    WindowApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("trestle"));
    QApplication::setApplicationVersion(QStringLiteral(TRESTLE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("trestle"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/hicolor/scalable/apps/trestle.svg")));

    const Result<ProgramClock> clock = ProgramClock::fromEnvironment();
    if (!clock) {
        QTextStream(stderr) << wording::error(clock.error()) << '\n';
        return 1;
    }
    Settings settings;
    applyTheme(application, settings.theme());
    const QString still = qEnvironmentVariable("TRESTLE_REDUCE_MOTION");
    setMotionReduced(MotionVoice::Environment, !still.isEmpty() && still != u"0");
    setMotionReduced(MotionVoice::User, settings.flag(keys::reduceMotion, false));
    DesktopMotion desktopMotion;
    QTimer::singleShot(kAfterTheFirstFrame, &desktopMotion, &DesktopMotion::follow);
    WindowServices services;
    services.clock = clock->milliseconds();
    services.today = [time = *clock] { return time.today(); };
    services.severalWindows = true;
    services.utcOffset = [time = *clock] { return time.offset(); };
    const std::string_view wanted = argc > 1 ? argv[1] : "";
    if (!wanted.empty())
        services.opening =
            wanted == "--sample" ? MainWindow::tr("the sample") : QFileInfo(QString::fromLocal8Bit(argv[1])).fileName();
    MainWindow window(settings, std::move(services));
    window.show();
    if (wanted == "--sample")
        window.openSample();
    else if (!wanted.empty())
        window.openPath(QString::fromLocal8Bit(argv[1]));
    return application.run();
}

} // namespace trestle
