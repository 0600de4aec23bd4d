#include "tests/access/support/desktop.h"

#include <QDir>
#include <QStandardPaths>

namespace {

constexpr int kPatience = 20'000; // milliseconds; a machine under load is no failure

struct Needed {
    const char* program;
    const char* package;
};
constexpr Needed kNeeded[]{{"Xvfb", "xvfb"}, {"dbus-daemon", "dbus"}, {"xdotool", "xdotool"}};
constexpr auto kLauncher = "/usr/libexec/at-spi-bus-launcher";

QString missing()
{
    for (const auto& [program, package] : kNeeded)
        if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
            return QStringLiteral("%1 is not installed (package %2; installer/dependencies --tests has all)")
                .arg(QLatin1String(program), QLatin1String(package));
    if (!QFile::exists(QString::fromLatin1(kLauncher)))
        return QStringLiteral("%1 is not installed (package at-spi2-core; installer/dependencies --tests has all)")
            .arg(QLatin1String(kLauncher));
    return {};
}

/// The first line that a process writes, without its end.
QString firstLine(QProcess& process)
{
    while (!process.canReadLine())
        if (!process.waitForReadyRead(kPatience))
            return {};
    return QString::fromUtf8(process.readLine()).trimmed();
}

void stop(std::unique_ptr<QProcess>& process)
{
    if (!process)
        return;
    process->terminate();
    if (!process->waitForFinished(kPatience))
        process->kill();
    process->waitForFinished();
    process.reset();
}

} // namespace

Desktop::Desktop() : m_environment(QProcessEnvironment::systemEnvironment()), m_problem(missing())
{
    if (!m_problem.isEmpty())
        return;
    for (const char* name : {"WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "NO_AT_BRIDGE", "QT_SCALE_FACTOR", "XAUTHORITY",
                             "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_CURRENT_DESKTOP"})
        m_environment.remove(QString::fromLatin1(name));
    const QString runtime = m_folder.filePath(QStringLiteral("run"));
    QDir().mkpath(runtime);
    QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime);
    m_environment.insert(QStringLiteral("HOME"), m_folder.path());
    m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    m_environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
    startServer();
    if (m_problem.isEmpty())
        startBus();
}

Desktop::~Desktop()
{
    stop(m_bus);
    stop(m_server);
}

void Desktop::startServer()
{
    m_server = std::make_unique<QProcess>();
    m_server->setStandardErrorFile(m_folder.filePath(QStringLiteral("server.log")));
    // It takes a display that is free, and says which.
    m_server->start(QStringLiteral("Xvfb"), {"-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"});
    const QString display = firstLine(*m_server);
    if (display.isEmpty())
        m_problem = QStringLiteral("Xvfb does not start");
    m_environment.insert(QStringLiteral("DISPLAY"), u':' + display);
}

void Desktop::startBus()
{
    m_bus = std::make_unique<QProcess>();
    m_bus->setProcessEnvironment(m_environment); // what it starts, the accessibility bus, inherits that
    m_bus->setStandardErrorFile(m_folder.filePath(QStringLiteral("bus.log")));
    m_bus->start(QStringLiteral("dbus-daemon"), {"--session", "--nofork", "--nopidfile", "--print-address"});
    m_sessionBus = firstLine(*m_bus);
    if (m_sessionBus.isEmpty())
        m_problem = QStringLiteral("dbus-daemon does not start");
    m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_sessionBus);
}

std::unique_ptr<QProcess> Desktop::start(const QString& program, const QStringList& arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setProcessChannelMode(QProcess::ForwardedChannels);
    process->start(program, arguments);
    process->waitForStarted(kPatience);
    return process;
}

bool Desktop::run(const QStringList& arguments, QByteArray* out) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral("xdotool"), arguments);
    const bool done = process.waitForFinished(kPatience) && process.exitCode() == 0;
    if (out)
        *out = process.readAllStandardOutput();
    return done;
}

void Desktop::focusWindow() const
{
    // Qt asks for the focus of what is modal itself; a main window waits for the window manager that is not there.
    QByteArray known;
    if (run({"getwindowfocus"}, &known) && known.trimmed().toLongLong() > 0 &&
        run({"getwindowname", QString::fromLatin1(known.trimmed())}, &known) && !known.trimmed().isEmpty())
        return;
    run({"search", "--onlyvisible", "--name", ".", "windowfocus", "--sync"});
}

void Desktop::press(const QStringList& keys) const
{
    focusWindow();
    run(QStringList{"key", "--delay", "30"} + keys);
}

void Desktop::type(const QString& text) const
{
    focusWindow();
    run({"type", "--delay", "10", text});
}
