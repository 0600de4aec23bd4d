#include "tests/app/support/program.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <csignal>
#include <functional>

/// Trestle opens no network connection: every command, the window, and a test that drives the window run under strace,
/// which must see no internet socket. (Sockets of the machine itself, AF_UNIX, are how a program finds its display.)
class TestPrivacy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void strayConnectionsAreSeen();
    void commands();
    void window();
    void windowInUse();

private:
    /// Runs a program under strace and returns the lines that have to do with the internet.
    QByteArrayList internetLines(const QStringList& command, const Variables& environment = {},
                                 const std::function<void(QProcess&)>& meanwhile = {});

    Workshop m_workshop;
    QString m_strace;
    int m_runs = 0;
};

void TestPrivacy::initTestCase()
{
    m_strace = QStandardPaths::findExecutable(QStringLiteral("strace"));
    if (m_strace.isEmpty())
        QSKIP("strace is not installed (installer/dependencies --tests): nobody looked for network connections");
    QProcess probe;
    probe.start(m_strace, {"-f", "--seccomp-bpf", "-e", "trace=network", "-o", "/dev/null", "true"});
    if (!probe.waitForFinished(120'000) || probe.exitCode() != 0)
        QSKIP("strace may not trace here: nobody looked for network connections");
    QCOMPARE(m_workshop.run({"new", "plan.trestle", "--name", "Private", "--start", "2027-01-04"}).err, "");
    QCOMPARE(m_workshop.run({"export", "plan.trestle", "plan.json"}).err, "");
}

QByteArrayList TestPrivacy::internetLines(const QStringList& command, const Variables& environment,
                                          const std::function<void(QProcess&)>& meanwhile)
{
    const QString log = QStringLiteral("trace-%1").arg(++m_runs);
    QProcess process;
    process.setWorkingDirectory(m_workshop.path());
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_DOCUMENTS_DIR"})
        variables.insert(QString::fromLatin1(name), m_workshop.path());
    variables.remove(QStringLiteral("DISPLAY"));
    variables.remove(QStringLiteral("WAYLAND_DISPLAY"));
    variables.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    for (auto it = environment.begin(); it != environment.end(); ++it)
        variables.insert(it.key(), it.value());
    process.setProcessEnvironment(variables);
    process.start(m_strace, QStringList{"-f", "--seccomp-bpf", "-q", "-e", "trace=network", "-o", log, "--"} + command);
    if (meanwhile)
        meanwhile(process);
    process.closeWriteChannel();
    if (!process.waitForFinished(240'000))
        return {"did not end"};
    if (!m_workshop.has(log))
        return {"no trace"};
    QByteArrayList found;
    for (const QByteArray& line : m_workshop.read(log).split('\n'))
        if (line.contains("AF_INET") || line.contains("AF_PACKET"))
            found += line;
    return found;
}

// What would be found, is.
void TestPrivacy::strayConnectionsAreSeen()
{
    const QString bash = QStandardPaths::findExecutable(QStringLiteral("bash"));
    QVERIFY(!bash.isEmpty());
    QVERIFY(!internetLines({bash, "-c", "exec 3<>/dev/udp/127.0.0.1/9"}).isEmpty());
}

// Every command that the help lists; those that are not known here, by their help alone.
void TestPrivacy::commands()
{
    const QMap<QString, QList<QStringList>> known{
        {"new", {{"new", "new.trestle", "--name", "New"}}},
        {"set", {{"set", "plan.trestle", "sessions=done", "--budget", "180000"}}},
        {"scenario", {{"scenario", "list", "plan.trestle"}}},
        {"plan", {{"plan", "plan.trestle"}, {"plan", "plan.trestle", "--json"}}},
        {"risk", {{"risk", "plan.trestle", "--runs", "256"}}},
        {"compare", {{"compare", "plan.trestle", "plan.json"}}},
        {"goal", {{"goal", "plan.trestle", "--within", "200000", "--runs", "64"}}},
        {"cover", {{"cover", "plan.trestle", "--within", "100000", "--runs", "64"}}},
        {"advise", {{"advise", "plan.trestle", "--runs", "64"}}},
        {"export",
         {{"export", "plan.trestle", "out.json"},
          {"export", "plan.trestle", "out.csv"},
          {"export", "plan.trestle", "out.svg"},
          {"export", "plan.trestle", "out.png"},
          {"export", "plan.trestle", "out.pdf"}}},
        {"import", {{"import", "plan.json", "imported.trestle"}}},
        {"check", {{"check", "plan.trestle", "--repair", "repaired.trestle"}}},
    };
    const QString help = QString::fromUtf8(m_workshop.run({"--help"}).out);
    const QString list = help.section("Commands:\n", 1).section("\n\n", 0, 0);
    static const QRegularExpression name("^  ([a-z]+) ", QRegularExpression::MultilineOption);
    int commands = 0;
    for (auto match = name.globalMatch(list); match.hasNext(); ++commands) {
        const QString command = match.next().captured(1);
        const QList<QStringList> runs = known.value(command, {{command, "--help"}});
        for (const QStringList& arguments : runs)
            QCOMPARE(internetLines(QStringList{QStringLiteral(TRESTLE_PROGRAM)} + arguments), QByteArrayList());
    }
    QVERIFY2(commands >= 7, qPrintable(help));
    QVERIFY(m_workshop.has("out.csv")); // they ran
    QVERIFY(m_workshop.has("imported.trestle"));
}

void TestPrivacy::window()
{
#ifdef TRESTLE_GUI
    // The window has the plan when it holds its lock; the lock's text says which process that is.
    const auto endOnceOpen = [&](QProcess&) {
        QTRY_VERIFY_WITH_TIMEOUT(m_workshop.read(".plan.trestle.lock").contains("(process "), 120'000);
        static const QRegularExpression number("process (\\d+)");
        const QString holder = QString::fromUtf8(m_workshop.read(".plan.trestle.lock"));
        QVERIFY2(holder.startsWith("trestle"), qPrintable(holder));
        kill(static_cast<pid_t>(number.match(holder).captured(1).toInt()), SIGTERM);
    };
    QCOMPARE(internetLines({QStringLiteral(TRESTLE_PROGRAM), "plan.trestle"}, {}, endOnceOpen), QByteArrayList());
#else
    QSKIP("this build has no window");
#endif
}

void TestPrivacy::windowInUse()
{
#ifdef TRESTLE_WINDOW_TEST
    QCOMPARE(internetLines({QStringLiteral(TRESTLE_WINDOW_TEST)}), QByteArrayList());
#else
    QSKIP("this build has no window");
#endif
}

QTEST_GUILESS_MAIN(TestPrivacy)
#include "tst_privacy.moc"
