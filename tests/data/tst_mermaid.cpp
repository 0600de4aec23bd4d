#include "data/exchange/clean_text.h"
#include "data/formats/export_formats.h"
#include "models/risk/promises.h"
#include "tests/data/support/export_sources.h"

#include <QRegularExpression>
#include <QTest>

using namespace trestle;

namespace {

struct Task {
    QString section;
    QString title;
    QString tag;
    QString first;
    int days = 0;
};

/// What Mermaid shows of a text that is written with numbers for what it would read.
QString shown(QString text)
{
    static const QRegularExpression number(QStringLiteral("#(\\d+);"));
    for (auto match = number.match(text); match.hasMatch(); match = number.match(text, match.capturedStart() + 1))
        text.replace(match.capturedStart(), match.capturedLength(), QChar(match.captured(1).toInt()));
    return text;
}

/// The tasks, strictly by the lines that we mean to write; the test fails at any other.
QList<Task> tasksOf(const std::string& bytes)
{
    static const QRegularExpression task(
        QStringLiteral("^    ([^:;,#%{}<>]|#\\d+;)+ :(?<tag>(crit, |active, |done, |milestone, "
                       ")*)(?<first>\\d{4}-\\d\\d-\\d\\d), (?<days>\\d+)d$"));
    static const QRegularExpression statement( // as Mermaid reads the beginning of a line, whatever follows
        QStringLiteral("^(gantt$|    %% |    (title|dateFormat|section|click|excludes|weekend|\\d{4})\\b)"),
        QRegularExpression::CaseInsensitiveOption);
    QList<Task> tasks;
    QString section;
    QStringList lines = QString::fromStdString(bytes).split('\n');
    if (lines.takeLast() != "" || lines.front() != "gantt")
        qFatal("no chart");
    for (const QString& line : lines) {
        if (statement.match(line).hasMatch()) {
            if (line.startsWith("    section "))
                section = shown(line.mid(12));
            continue;
        }
        const auto match = task.match(line);
        if (!match.hasMatch())
            qFatal("no task: %s", qPrintable(line));
        tasks.append({section, shown(line.mid(4, line.indexOf(" :") - 4)), match.captured("tag"),
                      match.captured("first"), match.captured("days").toInt()});
    }
    return tasks;
}

Exported written(const ExportSource& source)
{
    const auto formats = exportFormats();
    return exportAs(*formatOf(formats, "mermaid"), source).value();
}

} // namespace

/// The Gantt chart in Mermaid's text form.
class TestMermaid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tasksAreTheItems();
    void whatHappenedIsDone();
    void milestones();
    void namesAreShownNotRead_data();
    void namesAreShownNotRead();
};

void TestMermaid::tasksAreTheItems()
{
    const ExportSource source = test::sampleSource();
    const Plan& plan = *source.plan;
    const QList<Task> tasks = tasksOf(written(source).bytes);
    qsizetype at = 0;
    for (const ItemPlan& item : plan.items) {
        if (!item.hasWork)
            continue;
        const Task& task = tasks.at(at++);
        const Date first = plan.calendar.startDate(item.when.likely.start);
        QCOMPARE(task.section, QString::fromStdString(plan.phases[item.phase].title));
        QCOMPARE(task.title, QString::fromStdString(item.title));
        QCOMPARE(task.tag, item.drivesFinish ? QStringLiteral("crit, ") : QString());
        QCOMPARE(task.first, QString::fromStdString(isoDate(first)));
        QCOMPARE(isoDate(first + std::chrono::days{task.days - 1}),
                 isoDate(plan.calendar.lastDate(item.when.likely.start, item.when.likely.finish)));
    }
    QVERIFY(at > 20);
    QCOMPARE(tasks.at(at).section, QStringLiteral("Launch"));
    QVERIFY(!written(source).bytes.contains("excludes"));
}

void TestMermaid::whatHappenedIsDone()
{
    const ExportSource source = test::inProgressSource();
    const QList<Task> tasks = tasksOf(written(source).bytes);
    const auto taskOf = [&](const char* id) {
        const std::string& title = source.plan->findItem(id)->title;
        const auto found = std::ranges::find(tasks, QString::fromStdString(title), &Task::title);
        return found == tasks.end() ? Task{} : *found;
    };
    const Task finished = taskOf("password-hashing");
    QCOMPARE(finished.tag, "done, ");
    QCOMPARE(finished.first, "2027-01-25");
    QCOMPARE(finished.days, 4);
    const Task underWay = taskOf("access-control");
    QVERIFY(underWay.tag.contains("active, "));
    QCOMPARE(underWay.first, "2027-01-29");
    QVERIFY(underWay.days > 3); // the rest is after the status date
    QVERIFY(!taskOf("metrics").tag.contains("active"));
    QCOMPARE(taskOf("schema-for-scale").section, QString::fromStdString(source.plan->phases.front().title));
}

void TestMermaid::milestones()
{
    ExportSource source = test::sampleSource();
    source.risk = std::make_shared<const Risk>(simulate(*source.plan, source.simulation).value());
    const Plan& plan = *source.plan;
    const QList<Task> last = tasksOf(written(source).bytes).last(3);
    const auto check = [](const Task& task, const char* title, Date day) {
        return task.title == title && task.tag == "milestone, " && task.days == 0 &&
               task.first.toStdString() == isoDate(day);
    };
    QVERIFY(check(last[0], "Likely", plan.finishDate.likely));
    QVERIFY(check(last[1], "80 % sure", headlineOf(plan, *source.risk, 80).finishDate));
    QVERIFY(check(last[2], "Target date", plan.inputs.targetDate.value()));
}

void TestMermaid::namesAreShownNotRead_data()
{
    QTest::addColumn<std::string>("name");
    for (const test::HostileName& hostile : test::hostileNames())
        QTest::newRow(hostile.row) << hostile.name;
    for (const char* name : {"title of the page", "Section 4", "done", "2027-01-04 go", "click here", "%%{init: {}}%%",
                             "a :crit, 2027-01-01, 3d", "Excludes weekends", "#35;", "weekend work", "100 % done"})
        QTest::newRow(name) << std::string(name);
}

void TestMermaid::namesAreShownNotRead()
{
    QFETCH(std::string, name);
    const ExportSource source = test::namedSource(name);
    const Exported exported = written(source);
    const Task task = tasksOf(exported.bytes).front();
    TextCleaner cleaner;
    QString expected = QString::fromStdString(cleaner.clean(name));
    expected.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    while (expected.startsWith(' '))
        expected.remove(0, 1);
    while (expected.endsWith(' '))
        expected.chop(1);
    QCOMPARE(task.section, expected);
    QCOMPARE(task.title, expected);
}

QTEST_GUILESS_MAIN(TestMermaid)
#include "tst_mermaid.moc"
