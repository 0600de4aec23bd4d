#include "data/formats/export_formats.h"
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
    void exportNamesEveryFormat();
    void manualPageIsSoundRoff();
    void helpFits();
};

namespace {

const QMap<QString, QStringList> kOptions{
    {"new",
     {"--name", "--client", "--start", "--catalogue", "--person", "--region", "--closure", "--role", "--unpaid",
      "--paid", "--scan", "--accept", "--outside-view"}},
    {"set",
     {"--client",
      "--profile",
      "--scale",
      "--target",
      "--budget",
      "--start",
      "--as-of",
      "--person",
      "--remove-person",
      "--leave",
      "--first-day",
      "--day-off",
      "--validated",
      "--maintainer",
      "--cost-mode",
      "--rho",
      "--confidence",
      "--gst",
      "--order",
      "--scenario",
      "--as-base",
      "--outside-view",
      "--risk",
      "--response",
      "--risk-status",
      "--drop-risk",
      "--region",
      "--closure",
      "--work-on",
      "--hours-per-week",
      "--role",
      "--last-day",
      "--unpaid",
      "--paid",
      "--bill-rate",
      "--payment",
      "--phase2",
      "--option",
      "--take-option",
      "--cash-monthly",
      "--cash-once",
      "--price",
      "--price-confidence",
      "--price-step",
      "--margin",
      "--markup",
      "--terms",
      "--validity",
      "--cash-opening",
      "--cash-buffer",
      "--gst-registered",
      "--started",
      "--finished",
      "--spent",
      "--left",
      "--actual",
      "--learn"}},
    {"scenario add", {"--name",         "--from",         "--profile",   "--scale",         "--target",
                      "--budget",       "--start",        "--person",    "--remove-person", "--leave",
                      "--first-day",    "--day-off",      "--validated", "--maintainer",    "--cost-mode",
                      "--order",        "--outside-view", "--risk",      "--response",      "--risk-status",
                      "--drop-risk",    "--closure",      "--role",      "--last-day",      "--unpaid",
                      "--paid",         "--bill-rate",    "--payment",   "--phase2",        "--option",
                      "--take-option",  "--cash-monthly", "--cash-once", "--price",         "--price-confidence",
                      "--price-step",   "--margin",       "--markup",    "--terms",         "--validity",
                      "--cash-opening", "--cash-buffer"}},
    {"scenario list", {"--json"}},
    {"scenario remove", {"--name"}},
    {"scenario rename", {"--name", "--to"}},
    {"plan", {"--scenario", "--json"}},
    {"risk", {"--scenario", "--runs", "--seed", "--threads", "--json"}},
    {"progress", {"--scenario", "--json"}},
    {"baseline", {"--name", "--version", "--scenario", "--clear", "--json"}},
    {"price", {"--scenario", "--runs", "--seed", "--threads", "--json"}},
    {"cash", {"--scenario", "--runs", "--seed", "--threads", "--json"}},
    {"goal",
     {"--by", "--within", "--cash-lasts", "--margin-at-least", "--sure", "--earliest-start", "--hire-rate",
      "--scenario", "--name", "--save-way", "--runs", "--seed", "--threads", "--json"}},
    {"cover", {"--within", "--sure", "--scenario", "--name", "--runs", "--seed", "--threads", "--json"}},
    {"advise", {"--scenario", "--items", "--runs", "--seed", "--threads", "--json"}},
    {"compare", {"--scenario", "--runs", "--seed", "--threads", "--json"}},
    {"change-order", {"--runs", "--seed", "--threads", "--json"}},
    {"export",
     {"--format", "--audience", "--scenario", "--since", "--paper", "--pages", "--scale", "--chart", "--company",
      "--prepared-by", "--note", "--logo", "--separator", "--with-gst", "--decimal-comma"}},
    {"pack",
     {"--audience", "--scenario", "--since", "--paper", "--pages", "--scale", "--chart", "--company", "--prepared-by",
      "--note", "--logo", "--with-gst", "--json"}},
    {"import", {"--force", "--preview", "--map", "--json"}},
    {"times", {"--dry-run", "--match", "--map", "--column", "--as-of", "--add", "--json"}},
    {"scan", {"--plan", "--accept", "--json"}},
    {"mcp", {"--folder", "--allow-edits"}},
    {"catalogue export", {}},
    {"catalogue import", {}},
    {"catalogue diff", {"--json"}},
    {"catalogue list", {}},
    {"catalogue texts", {}},
    {"record list", {"--json"}},
    {"record add", {}},
    {"record export", {}},
    {"record merge", {}},
    {"record empty", {"--yes"}},
    {"check", {"--repair"}}};

QStringList optionsIn(const QByteArray& text)
{
    QStringList options;
    const QRegularExpression option(QStringLiteral("^ +(?:-h )?(--[a-z0-9-]+)"), QRegularExpression::MultilineOption);
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
    const QStringList words = command.split(u' ');
    const Outcome outcome = workshop.run(words + QStringList{"--help"});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.err, "");
    QVERIFY(outcome.out.contains("Usage: trestle " + command.toUtf8()));
    QStringList expected = kOptions[command];
    expected.sort();
    QCOMPARE(optionsIn(outcome.out), expected);
    // Listed by the program, or by the group that it belongs to.
    const QByteArray list = workshop.run(words.mid(0, words.size() - 1) + QStringList{"--help"}).out;
    QVERIFY2(list.contains("\n  " + words.last().toUtf8() + ' '), list.constData());
    QCOMPARE(workshop.run(words + QStringList{"-h"}).out, outcome.out);
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
        const QByteArray section = ".SS trestle " + QString(command.key()).replace("-", "\\-").toUtf8();
        QVERIFY2(page.contains(section), section.constData());
        for (QString option : command.value())
            QVERIFY2(page.contains("\n.B " + option.replace("-", "\\-").toUtf8()), qPrintable(option));
    }
    // The hidden option describes itself nowhere.
    QVERIFY(!page.contains("\\-\\-man"));
    QVERIFY(!workshop.run({"--help"}).out.contains("--man"));
}

void TestCliHelp::exportNamesEveryFormat()
{
    const Workshop workshop;
    const QString help = QString::fromUtf8(workshop.run({"export", "--help"}).out);
    QString page = QString::fromUtf8(workshop.run({"--man"}).out);
    page.remove(0, page.indexOf(".SS trestle export "));
    page.truncate(page.indexOf(".SS ", 1));
    for (const QString& text : {help, page}) {
        const QString title = text.mid(text.indexOf("Write a plan as "));
        const QString option = text.mid(text.indexOf(QRegularExpression("-format ")));
        for (const trestle::ExportFormat& format : trestle::exportFormats()) {
            const QRegularExpression name("\\b" + QString::fromUtf8(format.name) + "\\b");
            QVERIFY2(name.match(title.left(title.indexOf('\n'))).hasMatch(), qPrintable(title));
            const QRegularExpression key("[ |]" + QString::fromUtf8(format.key) + "\\b");
            QVERIFY2(key.match(option.left(option.indexOf('\n'))).hasMatch(), qPrintable(option));
        }
    }
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
         {QStringList{"--help"}, QStringList{"set", "--help"}, QStringList{"new", "--help"},
          QStringList{"goal", "--help"}, QStringList{"scenario", "--help"}, QStringList{"scenario", "add", "--help"}})
        for (const QByteArray& line : workshop.run(arguments, {}, {{"COLUMNS", "80"}}).out.split('\n'))
            QVERIFY2(line.size() <= 80, line.constData());
}

QTEST_GUILESS_MAIN(TestCliHelp)
#include "tst_cli_help.moc"
