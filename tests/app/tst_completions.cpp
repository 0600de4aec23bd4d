#include "tests/app/support/program.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

/// What shells complete `trestle` with, run by the shells themselves. The scripts come from the parser's own
/// definitions, so a command or an option that exists is completed.
class TestCompletions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void completed_data();
    void completed();
    void scriptsAreSound_data();
    void scriptsAreSound();
    void everyOptionIsThere();
    void otherShellsAreRefused();

private:
    [[nodiscard]] QString script(const QString& shell) const;
    [[nodiscard]] QStringList ask(const QString& shell, const QStringList& words) const;

    const Workshop m_workshop{};
};

namespace {

QByteArray output(const QString& program, const QStringList& arguments, const QString& folder = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QStringList lines(const QByteArray& text)
{
    QStringList found = QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
    found.sort();
    return found;
}

} // namespace

/// The script in a file of its own, as a package lays it down.
QString TestCompletions::script(const QString& shell) const
{
    const QString path = m_workshop.path("trestle." + shell);
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly))
        file.write(m_workshop.run({"--completion", shell}).out);
    return path;
}

/// What the shell offers for the last of the words.
QStringList TestCompletions::ask(const QString& shell, const QStringList& words) const
{
    const QString file = script(shell);
    if (shell == "fish") {
        QStringList offers;
        for (const QString& line : lines(
                 output("fish", {"--no-config", "-c", "source $argv[1]; complete -C $argv[2]", file, words.join(u' ')},
                        m_workshop.path({}))))
            offers += line.section(u'\t', 0, 0);
        return offers;
    }
    QStringList arguments;
    if (shell == "bash") {
        arguments = {"--norc", "-c",
                     "source \"$1\"; shift; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _trestle; "
                     "printf '%s\\n' \"${COMPREPLY[@]}\"",
                     "bash", file};
    } else {
        // The functions that zsh completes with say what they were asked for.
        arguments = {"-f", "-c",
                     "_describe() { print -l ${${(P)4}%%:*} }; _files() { : }\n"
                     "_arguments() { local spec; for spec; do spec=${spec#\\*}\n"
                     "  [[ $spec == [-*]* && ${spec%%\\[*} == -* ]] && print -- ${spec%%\\[*}\n"
                     "  [[ $words[CURRENT-1] == ${spec%%\\[*} ]] && print -l ${(s: :)${${spec##*:\\(}%\\)}}\n"
                     "done }\n"
                     "source $1; shift; words=(\"$@\"); CURRENT=$#; _trestle",
                     "zsh", file};
    }
    return lines(output(shell, arguments + words, m_workshop.path({})));
}

void TestCompletions::completed_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("offered");
    QTest::addColumn<QStringList>("not_offered");
    for (const char* shell : {"bash", "zsh", "fish"}) {
        const auto row = [shell](const char* name, const QStringList& words, const QStringList& offered,
                                 const QStringList& others) {
            QTest::addRow("%s: %s", shell, name) << QString(shell) << words << offered << others;
        };
        row("commands", {"trestle", ""}, {"new", "set", "plan", "risk", "scenario", "export"}, {"rename", "--name"});
        row("commands of a group", {"trestle", "scenario", ""}, {"add", "list", "remove", "rename"}, {"new", "export"});
        row("options", {"trestle", "set", "--"}, {"--target", "--person", "--cost-mode"}, {"--repair", "--to"});
        row("options of a command in a group", {"trestle", "scenario", "rename", "--"}, {"--name", "--to"},
            {"--target", "--from"});
        row("values", {"trestle", "set", "--cost-mode", ""}, {"worked", "retained"}, {"new"});
    }
    QTest::addRow("bash: files") << QString("bash") << QStringList{"trestle", "plan", "trestle.b"}
                                 << QStringList{"trestle.bash"} << QStringList{};
    QTest::addRow("bash: the beginning counts")
        << QString("bash") << QStringList{"trestle", "ex"} << QStringList{"export"} << QStringList{"new", "set"};
}

void TestCompletions::completed()
{
    QFETCH(QString, shell);
    QFETCH(QStringList, words);
    QFETCH(QStringList, offered);
    QFETCH(QStringList, not_offered);
    if (QStandardPaths::findExecutable(shell).isEmpty())
        QSKIP("the shell is not installed");
    const QStringList found = ask(shell, words);
    for (const QString& word : offered)
        QVERIFY2(found.contains(word), qPrintable(word + " is not in: " + found.join(u' ')));
    for (const QString& word : not_offered)
        QVERIFY2(!found.contains(word), qPrintable(word));
}

void TestCompletions::scriptsAreSound_data()
{
    QTest::addColumn<QString>("shell");
    for (const char* shell : {"bash", "zsh", "fish"})
        QTest::newRow(shell) << QString(shell);
}

void TestCompletions::scriptsAreSound()
{
    QFETCH(QString, shell);
    if (QStandardPaths::findExecutable(shell).isEmpty())
        QSKIP("the shell is not installed");
    QProcess process;
    process.start(shell, {"-n", script(shell)});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.exitCode(), 0);
}

void TestCompletions::everyOptionIsThere()
{
    const QString manual = QString::fromUtf8(m_workshop.run({"--man"}).out).replace("\\-", "-");
    const QRegularExpression option(QStringLiteral("^\\.B (?:-\\w )?--([a-z0-9-]+)"), QRegularExpression::MultilineOption);
    QStringList texts;
    for (const char* shell : {"bash", "zsh", "fish"})
        texts += QString::fromUtf8(m_workshop.run({"--completion", shell}).out);
    int options = 0;
    for (auto found = option.globalMatch(manual); found.hasNext(); ++options) {
        const QString name = found.next().captured(1);
        QVERIFY2(texts[0].contains("--" + name), qPrintable(name));
        QVERIFY2(texts[1].contains("--" + name + '['), qPrintable(name));
        QVERIFY2(texts[2].contains(" -l " + name + ' '), qPrintable(name));
    }
    QVERIFY(options > 40);
    for (const QString& text : std::as_const(texts))
        QVERIFY(!text.contains("--man") && !text.contains("-l man"));
}

void TestCompletions::otherShellsAreRefused()
{
    const Outcome outcome = m_workshop.run({"--completion", "tcsh"});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(!outcome.err.isEmpty(), "it says why");
}

QTEST_GUILESS_MAIN(TestCompletions)
#include "tst_completions.moc"
