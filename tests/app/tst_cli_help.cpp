#include "tests/app/support/program.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

/// What the command line says of itself: `--help`, `--man`, `--version`. Help and manual page come from the parser's
/// own definitions, so an option that one knows is known to all three.
class TestCliHelp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void version();
    void commands_data();
    void commands();
    void manualPageHasEveryOption();
    void manualPageIsSoundRoff();
    void helpFits();
};

namespace {

const QMap<QString, QStringList> kOptions{
    {"new", {"--name", "--client", "--start", "--catalogue", "--person"}},
    {"set",
     {"--profile", "--scale", "--target", "--budget", "--start", "--as-of", "--person", "--remove-person", "--leave",
      "--first-day", "--day-off", "--validated", "--maintainer", "--cost-mode", "--rho", "--confidence", "--order"}},
    {"plan", {"--scenario", "--json"}},
    {"export", {"--format", "--scenario", "--separator"}},
    {"import", {"--force"}},
    {"check", {"--repair"}}};

QStringList optionsIn(const QByteArray& text)
{
    QStringList options;
    const QRegularExpression option(QStringLiteral("^ +(?:-h )?(--[a-z-]+)"), QRegularExpression::MultilineOption);
    for (auto match = option.globalMatch(QString::fromUtf8(text)); match.hasNext();)
        options += match.next().captured(1);
    options.removeAll("--help");
    options.sort();
    return options;
}

} // namespace

void TestCliHelp::version()
{
    const Workshop workshop;
    const Outcome outcome = workshop.run({"--version"});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(
        QRegularExpression("^trestle [0-9]+\\.[0-9]+\\.[0-9]+\n$").match(QString::fromUtf8(outcome.out)).hasMatch());
}

void TestCliHelp::commands_data()
{
    QTest::addColumn<QString>("command");
    for (auto command = kOptions.begin(); command != kOptions.end(); ++command)
        QTest::addRow("%s", qPrintable(command.key())) << command.key();
}

void TestCliHelp::commands()
{
    QFETCH(QString, command);
    const Workshop workshop;
    const Outcome outcome = workshop.run({command, "--help"});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.err, "");
    QVERIFY(outcome.out.contains("Usage: trestle " + command.toUtf8()));
    QStringList expected = kOptions[command];
    expected.sort();
    QCOMPARE(optionsIn(outcome.out), expected);
    QVERIFY(workshop.run({"--help"}).out.contains("\n  " + command.toUtf8() + ' '));
    QCOMPARE(workshop.run({command, "-h"}).out, outcome.out);
}

void TestCliHelp::manualPageHasEveryOption()
{
    const Workshop workshop;
    const QByteArray page = workshop.run({"--man"}).out;
    QVERIFY(page.startsWith(".TH TRESTLE 1 "));
    for (const char* section :
         {"NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "EXIT STATUS", "ENVIRONMENT", "EXAMPLES"})
        QVERIFY2(page.contains(QByteArray("\n.SH ") + section + '\n'), section);
    for (auto command = kOptions.begin(); command != kOptions.end(); ++command) {
        QVERIFY(page.contains(".SS trestle " + command.key().toUtf8()));
        for (QString option : command.value())
            QVERIFY2(page.contains("\n.B " + option.replace("-", "\\-").toUtf8()), qPrintable(option));
    }
    // The hidden option describes itself nowhere.
    QVERIFY(!page.contains("\\-\\-man"));
    QVERIFY(!workshop.run({"--help"}).out.contains("--man"));
}

void TestCliHelp::manualPageIsSoundRoff()
{
    const QString groff = QStandardPaths::findExecutable("groff");
    if (groff.isEmpty())
        QSKIP("groff is not installed");
    const Workshop workshop;
    QProcess process;
    process.start(groff, {"-man", "-Tutf8", "-ww"});
    process.write(workshop.run({"--man"}).out);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardError(), "");
    QVERIFY(process.readAllStandardOutput().contains("TRESTLE(1)"));
}

void TestCliHelp::helpFits()
{
    const Workshop workshop;
    for (const QStringList& arguments :
         {QStringList{"--help"}, QStringList{"set", "--help"}, QStringList{"new", "--help"}})
        for (const QByteArray& line : workshop.run(arguments, {}, {{"COLUMNS", "80"}}).out.split('\n'))
            QVERIFY2(line.size() <= 80, line.constData());
}

QTEST_GUILESS_MAIN(TestCliHelp)
#include "tst_cli_help.moc"
