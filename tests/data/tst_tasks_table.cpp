#include "data/exchange/foreign/foreign_plan.h"
#include "data/exchange/foreign/foreign_team.h"
#include "data/exchange/foreign/import_limits.h"
#include "data/exchange/ooxml/zip_archive.h"
#include "data/exchange/tasks_table/cell_references.h"
#include "data/exchange/tasks_table/cell_values.h"
#include "data/exchange/tasks_table/csv_table_reader.h"
#include "data/exchange/tasks_table/tasks_table_reader.h"
#include "tests/data/support/imported_plans.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

using namespace trestle;
using test::linkWords;
using test::Losses;
using test::lossesOf;
using test::outlineWords;
using test::planOf;

/// Tables of tasks as CSV: how the text is told, what columns are taken for, how cells are understood, where tasks
/// stand, and what is refused. tst_xlsx_table has workbooks.
class TestTasksTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void numbersOfRows();
    void durations_data();
    void durations();
    void signsOfDecimals();
    void dates_data();
    void dates();
    void states_data();
    void states();
    void references();
    void assigned();
    void programs_data();
    void programs();
    void mappedByHand();
    void withoutHeadings();
    void secondsOfAnySize();
    void toldByItsLines();
    void namesOfSheets();
    void outlines_data();
    void outlines();
    void rowsByNumber();
    void monthsFirst();
    void datesAlone();
    void begunIsPlannedFromToday();
    void lossesAreCounted();
    void moreReferencesThanAnyPlanHas();
    void manyCrews();
    void refused_data();
    void refused();
    void anyBytes();
    void writtenAndReadAgain();
};

namespace {

const Date kToday = parseDate("2027-01-09").value(); // a Saturday

TaskTable tableOf(const std::string& csv)
{
    auto table = readCsvTable(csv, "a.csv");
    if (!table)
        qFatal("no table: %s", table.error().where.c_str());
    return std::move(*table);
}

/// "name work:hours nothing"
QString mappingWords(const TableMapping& mapping)
{
    QStringList words;
    for (const ColumnUse& use : mapping.columns)
        words += QString::fromStdString(wordsOf(use));
    return words.join(' ');
}

Result<ImportedPlan> read(const std::string& csv)
{
    const auto table = readCsvTable(csv, "a.csv");
    if (!table)
        return std::unexpected(table.error());
    const auto project = readTasksTable(*table, guessMapping(*table), kToday, "a.csv");
    return project ? planOfForeign(*project, "a.csv") : std::unexpected(project.error());
}

ImportedPlan imported(const std::string& csv)
{
    auto plan = read(csv);
    if (!plan)
        qFatal("no plan: %s %s", plan.error().what.c_str(), plan.error().where.c_str());
    return std::move(*plan);
}

Losses withoutUsual(const ImportedPlan& plan)
{
    using enum ImportLossKind;
    Losses losses = lossesOf(plan);
    for (const ImportLossKind usual : {noPeople, noStart, looseTasks, noRates})
        losses.erase(usual);
    return losses;
}

} // namespace

void TestTasksTable::texts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("cells"); ///< rows by |, cells by /
    const auto row = [](const char* name, const QByteArray& bytes, const char* cells) {
        QTest::addRow("%s", name) << bytes << QString::fromUtf8(cells);
    };
    row("commas", "a,b\r\n1,2\r\n", "a/b|1/2");
    row("semicolons", "a;b\n1,5;2\n", "a/b|1,5/2");
    row("tabs", "a\tb\n1,5;x\t2\n", "a/b|1,5;x/2");
    row("said", "sep=;\r\na,x;b\n1;2\n", "a,x/b|1/2");
    row("said, with old line ends", "sep=;\ra,x;b\r1;2\r", "a,x/b|1/2");
    row("said, with a blank line", "sep=;\n\na,x;b\n", "a,x/b");
    row("a mark",
        "\xEF\xBB\xBF"
        "a,b\n",
        "a/b");
    row("quotes", "\"a, b\",\"c \"\"d\"\"\"\n\"e\nf\",g", "a, b/c \"d\"|e\nf/g");
    row("text behind a quote", "\"a\"b,c\n", "ab/c");
    row("blank lines", "\n\na,b\n\n,,\n1,2\n\n", "a/b|1/2");
    row("old line ends", "a,b\r1,2\r", "a/b|1/2");
    row("no line end", "a,b", "a/b");
    row("Windows-1252", "caf\xE9,\x80 5\n", "café/€ 5");
    row("UTF-8", "caf\xC3\xA9,b\n", "café/b");
    row("UTF-16",
        QByteArray("\xFF\xFE"
                   "a\0\t\0\xE9\0\n\0",
                   10),
        "a/é");
    row("the other UTF-16",
        QByteArray("\xFE\xFF"
                   "\0a\0\t\0\xE9",
                   8),
        "a/é");
    row("control characters", "a\x01,b\n", "a\xEF\xBF\xBD/b");
    row("one column", "a\nb\n", "a|b");
}

void TestTasksTable::texts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, cells);
    const auto table = readCsvTable(bytes.toStdString(), "a.csv");
    QVERIFY(table);
    QStringList rows;
    for (const TableRow& row : table->rows) {
        QStringList texts;
        for (const TableCell& cell : row.cells)
            texts += QString::fromStdString(cell.text);
        rows += texts.join('/');
    }
    QCOMPARE(rows.join('|'), cells);
    const bool isWindows = QTest::currentDataTag() == QByteArray("Windows-1252");
    QCOMPARE(table->losses.all() == (std::vector<ImportLoss>{{ImportLossKind::encoding, 1}}), isWindows);
}

void TestTasksTable::numbersOfRows()
{
    const TaskTable table = tableOf("a,b\n\n\"c\nd\",e\n");
    QCOMPARE(table.rows[0].number, std::size_t{1});
    QCOMPARE(table.rows[1].number, std::size_t{3});
    QCOMPARE(columnLetters(0), "A");
    QCOMPARE(columnLetters(25), "Z");
    QCOMPARE(columnLetters(26), "AA");
    QCOMPARE(columnLetters(16383), "XFD");
}

void TestTasksTable::durations_data()
{
    QTest::addColumn<bool>("decimalComma");
    QTest::addColumn<double>("weeks"); ///< below -90: not understood
    const auto row = [](const char* text, double weeks, bool decimalComma = false) {
        QTest::addRow("%s", text) << decimalComma << weeks;
    };
    row("5", 1);
    row("5 days", 1);
    row("5 days?", 1);
    row("2.5d", 0.5);
    row("2,5 d", 0.5, true);
    row("1,200 hrs", 30);
    row("1.200 h", 30, true);
    row("1.5 h", 0.0375);
    row("0.125 w", 0.125, true);
    row("0,125 w", 0.125);
    row("2w 3d", 2.6);
    row("1 day, 4 hours", 0.3);
    row("30 min", 0.0125);
    row("7 edays", 1);
    row("2 ewks", 2);
    row("1 mon", 4);
    row("3 pts", 0.6);
    row("-1 day", -0.2);
    row("~2 weeks", 2);
    row("forty", -99);
    row("3-5 days", -99);
    row("5 parsecs", -99);
    row("5 days later", -99);
    row("99999999999999999999999999999999999999999999999999 d", -99);
}

void TestTasksTable::durations()
{
    QFETCH(bool, decimalComma);
    QFETCH(double, weeks);
    const auto read = weeksFrom(QTest::currentDataTag(), TimeUnit::days, decimalComma);
    QCOMPARE(read.has_value(), weeks > -90);
    if (read)
        QVERIFY(std::abs(*read - weeks) < 1e-9);
}

void TestTasksTable::signsOfDecimals()
{
    const auto sign = [](const char* cells) {
        return tableOf("Task;Hours\n" + std::string(cells)).decimalComma ? ',' : '.';
    };
    QCOMPARE(sign("A;5\n"), ',');
    QCOMPARE(sign("A;1.200\n"), ','); // a thousand
    QCOMPARE(sign("A;1.5\nB;1.200\n"), '.');
    QCOMPARE(sign("A;0.125\n"), '.');
    QCOMPARE(sign("A;1,5\nB;1.200\n"), ',');
    QCOMPARE(sign("1.1;1,5\n1.2;2\n"), ','); // numbers of an outline, and hours
    QCOMPARE(sign("A;15.04.2027\nB;1.234.567\nC;.5\nD;1.\nE;1.5 h\n"), ',');
    QVERIFY(!tableOf("Task,Hours\nA,\"1,5\"\n").decimalComma);
    QCOMPARE(decimalSign(" -1.5 "), '.');
    QCOMPARE(decimalSign("1234.567"), '.');
    QCOMPARE(decimalSign("12,50"), ',');
    QCOMPARE(decimalSign("123.456"), '\0');
    QCOMPARE(outlineWords(planOf(imported("Task;Phase;Work (w)\nA;P;0.125\nB;P;1.250\n"))), "P: A 0.125, B 1.25");
}

void TestTasksTable::dates_data()
{
    QTest::addColumn<QString>("date"); ///< empty: none
    QTest::addColumn<bool>("isOpen");
    const auto row = [](const char* text, const char* date, bool isOpen = false) {
        QTest::addRow("%s", text) << QString(date) << isOpen;
    };
    row("2027-04-15", "2027-04-15");
    row("2027-04-15T09:00:00Z", "2027-04-15");
    row("2027-04-15 09:00", "2027-04-15");
    row("2027/4/15", "2027-04-15");
    row("15/4/2027", "2027-04-15");
    row("15.04.27", "2027-04-15");
    row("4/15/2027", "2027-04-15");
    row("Thu 15/04/27", "2027-04-15");
    row("Thu 4/15/27", "2027-04-15");
    row("3/4/2027", "2027-04-03", true);
    row("4/4/2027", "2027-04-04");
    row("15 Apr 2027", "2027-04-15");
    row("15-Apr-27", "2027-04-15");
    row("15/Apr/27 9:00 AM", "2027-04-15");
    row("Apr 15, 2027", "2027-04-15");
    row("15th of April 2027", "2027-04-15");
    row("Thursday, 15 April 2027", "2027-04-15");
    row("Thu Apr 15 2027 09:00:00 GMT+0000 (UTC)", "2027-04-15");
    row("31/4/2027", "");
    row("29/2/2027", "");
    row("2027", "");
    row("15/4", "");
    row("soon", "");
    row("1/2/3/4", "");
    row("99999-01-01", "");
    row("15 Apr May 2027", "");
}

void TestTasksTable::dates()
{
    QFETCH(QString, date);
    QFETCH(bool, isOpen);
    const auto read = cellDate(QTest::currentDataTag(), DateOrder::unknown);
    QCOMPARE(read ? QString::fromStdString(isoDate(read->date)) : QString(), date);
    if (read)
        QCOMPARE(read->isOpen, isOpen);
}

void TestTasksTable::states_data()
{
    QTest::addColumn<double>("done");
    QTest::addColumn<bool>("isExcluded");
    const auto row = [](const char* text, double done, bool isExcluded = false) {
        QTest::addRow("%s", text) << done << isExcluded;
    };
    row("50%", 0.5);
    row("50 %", 0.5);
    row("0.25", 0.25);
    row("Done", 1);
    row("CLOSED", 1);
    row("2027-01-05T10:00:00", 1);
    row("In progress", 0);
    row("To do", 0);
    row("Won't do", 0, true);
    row("Cancelled", 0, true);
}

void TestTasksTable::states()
{
    QFETCH(double, done);
    QFETCH(bool, isExcluded);
    const auto state = stateFrom({QTest::currentDataTag(), {}, {}, false}, false);
    QVERIFY(state);
    QCOMPARE(state->done, done);
    QCOMPARE(state->isExcluded, isExcluded);
}

void TestTasksTable::references()
{
    const TaskFinder find = [](std::string_view text) -> std::optional<std::size_t> {
        const std::vector<std::string_view> known{"1", "12", "ENG-12", "Design, first part", "3FS"};
        const auto found = std::ranges::find(known, text);
        return found == known.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - known.begin()));
    };
    const auto words = [&](const char* text, bool decimalComma = false, std::size_t most = 10) {
        QStringList all;
        for (const CellLink& link : linksFrom(text, find, decimalComma, most).links)
            all += QString("%1 %2 %3%4")
                       .arg(link.task ? QString::number(*link.task) : "?",
                            QStringList{"FS", "SS", "FF", "SF"}[static_cast<int>(link.type)], QString::number(link.lag),
                            link.part ? " " + QString::number(*link.part) : QString());
        return all.join("; ");
    };
    QCOMPARE(words("1"), "0 FS 0");
    QCOMPARE(words("1;12"), "0 FS 0; 1 FS 0");
    QCOMPARE(words("1, 12"), "0 FS 0; 1 FS 0");
    QCOMPARE(words("1\n12"), "0 FS 0; 1 FS 0");
    QCOMPARE(words("12FS+2d"), "1 FS 0.4");
    QCOMPARE(words("12SS"), "1 SS 0");
    QCOMPARE(words("12 ff - 1 day"), "1 FF -0.2");
    QCOMPARE(words("1SF+50%"), "0 SF 0 0.5");
    QCOMPARE(words("1FS+2,5 days,12SS+1 wk"), "0 FS 0.4; ? FS 0; 1 SS 1"); // a decimal point is wanted here
    QCOMPARE(words("1FS+2,5 days;12SS+1 wk", true), "0 FS 0.5; 1 SS 1");
    QCOMPARE(words("ENG-12"), "2 FS 0");
    QCOMPARE(words("ENG-12SS+3d, 1"), "2 SS 0.6; 0 FS 0");
    QCOMPARE(words("Design, first part"), "3 FS 0");
    QCOMPARE(words("3FS"), "4 FS 0");
    QCOMPARE(words("99"), "? FS 0");
    QCOMPARE(words("1;12;1", false, 2), "0 FS 0; 1 FS 0");
    QCOMPARE(linksFrom("1;12;1;1,12", find, false, 2).left, std::size_t{3});
    QCOMPARE(words("1", false, 0), "");
    QCOMPARE(linksFrom("1", find, false, 0).left, std::size_t{1});
    QCOMPARE(words("-"), "");
    QCOMPARE(words(""), "");
}

void TestTasksTable::assigned()
{
    const auto words = [](const char* text) {
        QStringList all;
        for (const CellPerson& person : peopleFrom(text, 10).people)
            all += QString("%1 %2").arg(QString::fromStdString(person.name), QString::number(person.units));
        return all.join("; ");
    };
    QCOMPARE(words("Ana"), "Ana 1");
    QCOMPARE(words("Ana[50%],Bo [200%]"), "Ana 0.5; Bo 2");
    QCOMPARE(words("Smith, Ana; Bo"), "Smith, Ana 1; Bo 1");
    QCOMPARE(words("a@example.com"), "a@example.com 1");
    QCOMPARE(words("Ana [lead]"), "Ana [lead] 1");
    QCOMPARE(words("n/a"), "");
    QCOMPARE(peopleFrom("Ana, Bo, Cy", 1).people.size(), std::size_t{1});
    QCOMPARE(peopleFrom("Ana, Bo, Cy", 1).left, std::size_t{2});
    QCOMPARE(words(" , ;"), "");
}

void TestTasksTable::programs_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("mapping");
    QTest::addColumn<QString>("outline");
    QTest::addColumn<QString>("links");
    const auto row = [](const char* name, const char* csv, const char* mapping, const char* outline,
                        const char* links = "") {
        QTest::addRow("%s", name) << QByteArray(csv) << QString(mapping) << QString(outline) << QString(links);
    };
    row("MS Project",
        "ID,Active,Task Mode,Name,Duration,Start,Finish,Predecessors,Outline Level,Resource Names,Work\n"
        "1,Yes,Auto Scheduled,Design,10 days,Mon 4/01/27,Fri 15/01/27,,1,,80 hrs\n"
        "2,Yes,Auto Scheduled,Sketch,5 days,Mon 4/01/27,Fri 8/01/27,,2,Ana,40 hrs\n"
        "3,Yes,Auto Scheduled,Draw,5 days,Mon 11/01/27,Fri 15/01/27,2FS+1 day,2,Ana[50%],20 hrs\n"
        "4,Yes,Auto Scheduled,Build,5 days,Mon 18/01/27,Fri 22/01/27,1,1,Bo,40 hrs\n",
        "id nothing nothing name duration:days start finish predecessors level people work:days",
        "Design: Sketch 1, Draw 0.5; a: Build 1", "sketch FS draw 0.2; design FS build 0");
    row("Jira",
        "Summary,Issue key,Issue id,Issue Type,Status,Assignee,Original estimate,Parent,"
        "Inward issue link (Blocks),Inward issue link (Blocks),Custom field (Story Points)\n"
        "Accounts,WEB-1,10001,Epic,To Do,,,,,,\n"
        "Sign in,WEB-2,10002,Story,Done,Ana,144000,WEB-1,,,5\n"
        "Sign out,WEB-3,10003,Story,In Progress,Ana,57600,WEB-1,WEB-2,,2\n"
        "Reset,WEB-4,10004,Story,Cancelled,Bo,28800,WEB-1,WEB-2,WEB-3,1\n",
        "name id id nothing done people work:seconds parent predecessors predecessors nothing",
        "Accounts: Sign in 0, Sign out 0.4, Reset 0", "sign-in FS sign-out 0; sign-in FS reset 0; sign-out FS reset 0");
    row("Linear",
        "ID,Team,Title,Description,Status,Estimate,Priority,Project,Creator,Assignee,Labels,Due Date,Parent issue\n"
        "ENG-1,Engineering,Sign in,By email,Done,3,High,Accounts,Ana,Ana,,2027-02-01,\n"
        "ENG-2,Engineering,Sign out,,Backlog,2,Low,Accounts,Ana,Bo,,,\n"
        "ENG-3,Engineering,Pay,,Todo,5,Low,Money,Ana,Bo,,,\n"
        "ENG-4,Engineering,Refund,,Todo,1,Low,,Ana,Bo,,,ENG-3\n",
        "id nothing name notes done work:days nothing phase nothing people nothing finish parent",
        "Accounts: Sign in 0, Sign out 0.4; Money: Refund 0.2");
    row("Asana",
        "Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,"
        "Tags,Notes,Projects,Parent task,Blocked By (Dependencies),Blocking (Dependencies),Estimated time\n"
        "120,2027-01-01,,2027-01-01,Sketch,Design,Ana,ana@example.com,2027-01-04,2027-01-08,,On paper,Shop,,,,8\n"
        "121,2027-01-01,2027-01-05,2027-01-01,Draw,Design,Bo,,2027-01-11,2027-01-15,,,Shop,,Sketch,,4\n"
        "122,2027-01-01,,2027-01-01,Shop,Build,Bo,,,,,,Shop,,\"Sketch,Draw\",,2\n",
        "id nothing done nothing name phase people nothing start finish nothing notes nothing nothing predecessors "
        "nothing work:days",
        "Design: Sketch 1.6, Draw 0; Build: Shop 0.4", "sketch FS draw 0; sketch FS shop 0; draw FS shop 0");
    row("Smartsheet",
        "Primary,Duration,Start,Finish,Predecessors,% Complete,Assigned To,Comments\n"
        "Design,,,,,,,\n"
        "  Sketch,5d,04/01/27,08/01/27,,100%,Ana,\n"
        "  Draw,5d,11/01/27,15/01/27,2FS +2d,50%,Bo,\n"
        "Build,1w,18/01/27,22/01/27,3SS,,Bo,\n",
        "name duration:days start finish predecessors done people nothing", "Design: Sketch 0, Draw 0.5; a: Build 1",
        "sketch FS draw 0.4; draw SS build 0");
    row("Planner",
        "Task ID,Task Name,Bucket Name,Progress,Priority,Assigned To,Created By,Start date,Due date,Description\n"
        "a1,Sketch,Design,Completed,Medium,Ana;Bo,Ana,04/01/2027,15/01/2027,On paper\n"
        "a2,Draw,Design,Not started,Medium,Ana,Ana,18/01/2027,22/01/2027,\n",
        "id name phase done nothing people nothing start finish notes", "Design: Sketch 0, Draw 1");
    row("GitHub",
        "Title\tURL\tAssignees\tStatus\tMilestone\tEstimate\tStart date\tEnd date\n"
        "Sign in\thttps://example.com/1\tana, bo\tDone\tFirst\t3\tJan 4, 2027\tJan 6, 2027\n"
        "Sign out\thttps://example.com/2\tana\tTodo\tFirst\t2\t\t\n",
        "name nothing people done phase work:days start finish", "First: Sign in 0, Sign out 0.4");
    row("Trello",
        "Card ID,Card Name,Card URL,Card Description,Labels,Members,Due Date,List Name,Board Name\n"
        "5f1,Sketch,https://example.com/5f1,On paper,,ana,,Design,Shop\n"
        "5f2,Draw,https://example.com/5f2,,,bo,2027-02-01T10:00:00.000Z,Design,Shop\n",
        "id name nothing notes nothing people finish phase nothing", "Design: Sketch 0, Draw 0");
    row("by hand", "Our plan,,\n,,\nPhase;Task;Est. work (h)\nDesign;Sketch;8\nDesign;Draw;12,5\nBuild;Shop;1.200\n",
        "phase name work:hours", "Design: Sketch 0.2, Draw 0.3125; Build: Shop 30");
    row("WBS", "WBS,Task,Effort (days)\n1,Design,\n1.1,Sketch,5\n1.2,Draw,2\n2.0,Build,\n2.1,Shop,1\n",
        "wbs name work:days", "Design: Sketch 1, Draw 0.4; Build: Shop 0.2");
}

void TestTasksTable::programs()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, mapping);
    QFETCH(QString, outline);
    QFETCH(QString, links);
    std::string text = csv.toStdString();
    const TaskTable table = tableOf(text);
    QCOMPARE(mappingWords(guessMapping(table)), mapping);
    QVERIFY(hasTaskHeadings(table));
    auto project = readTasksTable(table, guessMapping(table), kToday, "a.csv");
    QVERIFY(project);
    project->name = "a";
    const auto plan = planOfForeign(*project, "a.csv");
    QVERIFY(plan);
    QCOMPARE(outlineWords(planOf(*plan)), outline);
    QCOMPARE(linkWords(planOf(*plan)), links);
}

void TestTasksTable::mappedByHand()
{
    const TaskTable table = tableOf("What,How long,Who does it\nSketch,8,Ana\nDraw,4,Bo\n");
    TableMapping mapping = guessMapping(table);
    QVERIFY(!hasTaskHeadings(table));
    mapping.columns.assign(3, {});
    use(mapping, 0, {ColumnMeaning::name, TimeUnit::days});
    use(mapping, 1, {ColumnMeaning::work, TimeUnit::hours});
    use(mapping, 2, {ColumnMeaning::people, TimeUnit::days});
    const auto project = readTasksTable(table, mapping, kToday, "a.csv");
    QVERIFY(project);
    QCOMPARE(project->tasks.size(), std::size_t{2});
    QVERIFY(std::abs(*project->tasks[0].work - 0.2) < 1e-9);
    QCOMPARE(project->people[1].person.name, "Bo");
    // One that only one column may have moves.
    use(mapping, 2, {ColumnMeaning::name, TimeUnit::days});
    QCOMPARE(mappingWords(mapping), "nothing work:hours name");
    QVERIFY(columnUseFrom("work:weeks") == (ColumnUse{ColumnMeaning::work, TimeUnit::weeks}));
    QVERIFY(!columnUseFrom("work:parsecs"));
    QVERIFY(!columnUseFrom("name:hours"));
    QVERIFY(!columnUseFrom(""));
    const auto offered = [&](const char* entry) {
        const auto ok = applyMapping(mapping, table, entry);
        return ok ? std::vector<std::string>() : ok.error().fix.arguments;
    };
    QCOMPARE(offered("How long=work:hrs"), (std::vector<std::string>{"work:seconds", "work:minutes", "work:hours",
                                                                     "work:days", "work:weeks", "work:points"}));
    QCOMPARE(offered("What=name:hours").size(), kMeaningWords.size());
    QCOMPARE(offered("What=title").size(), kMeaningWords.size());
    QVERIFY(offered("How long=work:hours").empty());
}

void TestTasksTable::withoutHeadings()
{
    // In words that are not known: told by the figures below them.
    const TaskTable german = tableOf("Aufgabe;Aufwand (h);Wer\nEntwurf;12,5;Ana\nBau;1.200;Bo\n");
    QVERIFY(!hasTaskHeadings(german));
    QVERIFY(guessMapping(german).headings == std::size_t{0});
    QCOMPARE(mappingWords(guessMapping(german)), "name work:hours nothing");
    const TaskTable table = tableOf("1,Sketch,5\n2,Draw,3\n");
    const TableMapping mapping = guessMapping(table);
    QVERIFY(!mapping.headings);
    QCOMPARE(mappingWords(mapping), "nothing name nothing");
    QCOMPARE(headingOf(table, mapping, 1), "B");
}

void TestTasksTable::secondsOfAnySize()
{
    const auto words = [](const char* csv) { return mappingWords(guessMapping(tableOf(csv))); };
    QCOMPARE(words("Task,Estimate\nA,3600\n"), "name work:seconds");
    QCOMPARE(words("Task,Estimate\nA,3600.5\n"), "name work:days");
    QCOMPARE(words("Task,Estimate\nA,600000000000000000000000000001\n").first(10), "name work:");
}

void TestTasksTable::toldByItsLines()
{
    const auto isCsv = [](const std::string& bytes) {
        const auto file = importFileOf(bytes, "tasks", "tasks");
        return file && file->kind == ImportKind::csv;
    };
    QVERIFY(isCsv("Task,Work\nA,5\n"));
    QVERIFY(isCsv("Task,Work\nA,5"));
    QVERIFY(isCsv("Task,Work,Notes\nA,5,\"one\ntwo\"")); // the last line end is within quotes
    // Cut where only the beginning is looked at.
    QVERIFY(isCsv("Task,Work,Notes\nA,5,\"" + std::string(70'000, '\n') + "\"\n"));
    QVERIFY(!isCsv("Words\nthat are, no table"));
}

void TestTasksTable::namesOfSheets()
{
    ooxml::ZipFiles files;
    const auto nameOf = [&](const std::string& sheet) {
        files["xl/workbook.xml"] =
            "<workbook><sheets><sheet name=\"" + sheet + "\" r:id=\"a\" xmlns:r=\"r\"/></sheets></workbook>";
        files["xl/_rels/workbook.xml.rels"] = "<Relationships><Relationship Id=\"a\" Type=\"r/worksheet\" "
                                              "Target=\"sheet.xml\"/></Relationships>";
        files["xl/sheet.xml"] = "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
        const auto file = importFileOf(ooxml::zipArchive(files, {}).value(), "Shop.xlsx", "Shop.xlsx");
        return file ? QString::fromStdString(file->table()->name) : QString("none");
    };
    QCOMPARE(nameOf("Sheet1"), "Shop");
    QCOMPARE(nameOf("Sheet 12"), "Shop");
    QCOMPARE(nameOf(""), "Shop");
    QCOMPARE(nameOf("Sheet metal"), "Sheet metal");
    QCOMPARE(nameOf("Sheets"), "Sheets");
}

void TestTasksTable::outlines_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("outline");
    const auto row = [](const char* name, const char* csv, const char* outline) {
        QTest::addRow("%s", name) << QByteArray(csv) << QString(outline);
    };
    row("phases apart", "Task,Phase,Days\nA,P,5\nB,Q,5\nC,P,5\n", "P: A 1, C 1; Q: B 1");
    row("parents later", "ID,Task,Parent,Days\n1,A,2,5\n2,P,,\n3,B,2,5\n", "P: A 1, B 1");
    row("parents by name", "Task,Parent,Days\nP,,\nA,P,5\nB,p,5\n", "P: A 1, B 1");
    row("a parent elsewhere", "ID,Task,Parent,Days\n1,A,EPIC-9,5\n2,B,EPIC-9,5\n", "EPIC-9: A 1, B 1");
    row("its own parent", "ID,Task,Parent,Days\n1,A,1,5\n", "CSV: A 1");
    row("parents in phases", "ID,Task,Parent,Phase,Days\n1,A,,P,\n2,B,1,,5\n3,C,,P,5\n", "A: B 1; P: C 1");
    row("deep", "Level,Task,Days\n1,P,\n2,Q,\n3,A,5\n3,B,5\n2,C,5\n", "Q: A 1, B 1; P: C 1");
    row("indented by tabs", "Task,Days\nP,\n\tQ,\n\t\tA,5\n\tB,5\nR,\n\tC,5\n", "P: A 1, B 1; R: C 1");
    row("flat", "Task,Days\nA,5\nB,5\n", "CSV: A 1, B 1");
}

void TestTasksTable::outlines()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, outline);
    QCOMPARE(outlineWords(planOf(imported(csv.toStdString()))), outline);
}

void TestTasksTable::rowsByNumber()
{
    const auto links = [](const char* csv) { return linkWords(planOf(imported(csv))); };
    // As a sheet counts them: with blank rows, and with rows that are no tasks.
    QCOMPARE(links("Task,Days,Predecessors\nA,5,\n,,\nB,5,1\n\nC,5,3\nD,5,5\n"), "a FS b 0; b FS c 0; c FS d 0");
    QCOMPARE(links("Our plan,,\n\nTask,Days,Predecessors\nA,5,\nB,5,1\n"), "a FS b 0");
    QCOMPARE(links("Task,Days,Predecessors\nA,5,\n,,\nB,5,2\nC,5,0\nD,5,5\n"), "");
}

void TestTasksTable::monthsFirst()
{
    // One date gives away how all are written.
    const auto starts = [](const char* csv) {
        return QString::fromStdString(isoDate(imported(csv).document.project.base.start));
    };
    QCOMPARE(starts("Task,Start\nA,3/4/2027\nB,12/25/2027\n"), "2027-03-04");
    QCOMPARE(starts("Task,Start\nA,3/4/2027\nB,25/12/2027\n"), "2027-04-03");
    QCOMPARE(starts("Task,Start\nA,3/4/2027\nB,5/6/2027\n"), "2027-04-03");
    QCOMPARE(lossesOf(imported("Task,Start\nA,3/4/2027\nB,5/6/2027\n"))[ImportLossKind::dayFirst], std::size_t{2});
    QCOMPARE(lossesOf(imported("Task,Start\nA,3/4/2027\nB,25/6/2027\n"))[ImportLossKind::dayFirst], std::size_t{0});
}

void TestTasksTable::datesAlone()
{
    const ImportedPlan plan = imported("Task,Start,Finish\nA,2027-01-04,2027-01-15\nB,2027-01-08,2027-01-11\n");
    QCOMPARE(outlineWords(planOf(plan)), "CSV: A 2, B 0.4");
    QCOMPARE(isoDate(plan.document.project.base.start), "2027-01-04");
    QCOMPARE(lossesOf(plan)[ImportLossKind::ownDates], std::size_t{2});
    // Without any, work begins on the first weekday from today on.
    QCOMPARE(isoDate(imported("Task,Days\nA,5\n").document.project.base.start), "2027-01-11");
    const TaskTable table = tableOf("Task,Days\nA,5\n");
    const Date friday = kToday - std::chrono::days{1};
    QVERIFY(readTasksTable(table, guessMapping(table), friday, "a.csv")->start == friday);
}

void TestTasksTable::begunIsPlannedFromToday()
{
    const ImportedPlan begun = imported("Task,Start,Days,% complete\nA,2027-01-04,5,20%\n");
    QVERIFY(begun.document.project.base.asOf == kToday);
    QVERIFY(!imported("Task,Start,Days,% complete\nA,2027-01-04,5,0%\n").document.project.base.asOf);
    QVERIFY(!imported("Task,Start,Days,% complete\nA,2027-02-01,5,20%\n").document.project.base.asOf);
}

void TestTasksTable::lossesAreCounted()
{
    using enum ImportLossKind;
    QCOMPARE(withoutUsual(imported("Task,Days,Start,Colour,Empty\nA,5,soon,red,\nB,long,,,\nC,,,,\n")),
             (Losses{{durations, 1}, {columns, 1}, {badDates, 1}, {badAmounts, 1}}));
    QCOMPARE(withoutUsual(imported("Task,Story points,Predecessors\nA,5,\nB,3,7\n")),
             (Losses{{links, 1}, {points, 2}}));
    QCOMPARE(withoutUsual(imported("ID,Task,Parent,Work\n1,P,,3\n2,A,1,2\n")), (Losses{{summaryWork, 1}}));
    QCOMPARE(withoutUsual(imported("Task,Start,Work\nA,9999-01-01,1\n")), (Losses{{badDates, 1}}));
    QCOMPARE(lossesOf(imported("Task,Who,Work\nA,Ana;Bo,1\n"))[noRates], std::size_t{2});
}

void TestTasksTable::moreReferencesThanAnyPlanHas()
{
    std::string numbers = "1";
    std::string names = "Ana";
    for (int i = 0; i < 20'000; ++i) {
        numbers += ";1";
        names += ";P" + std::to_string(i);
    }
    std::string csv = "Task,Work,Predecessors,Who\nA,5,,\n";
    for (int i = 0; i < 30; ++i)
        csv += "B" + std::to_string(i) + ",5,\"" + numbers + "\",\"" + names.substr(0, 90'000) + "\"\n";
    const ImportedPlan plan = imported(csv);
    QCOMPARE(planOf(plan).items.size(), std::size_t{31});
    QCOMPARE(plan.document.project.base.team.size(), kMaxPeople);
    QVERIFY(lossesOf(plan)[ImportLossKind::links] > std::size_t{100'000});
    QVERIFY(lossesOf(plan)[ImportLossKind::people] > std::size_t{100'000});
}

void TestTasksTable::manyCrews()
{
    // Each task has a crew of its own, so each person has thousands of skills.
    constexpr int tasks = 8'000;
    std::string csv = "Task,Work,Who\n";
    for (int i = 0; i < tasks; ++i) {
        std::string who = "Ana";
        for (int bit = 0; bit < 13; ++bit)
            if ((i >> bit) % 2 == 1)
                who += ";P" + std::to_string(bit);
        csv += "A,5," + who + '\n';
    }
    const TaskTable table = tableOf(csv);
    const auto project = readTasksTable(table, guessMapping(table), kToday, "a.csv");
    QVERIFY(project);
    ImportLosses losses;
    const ForeignTeam team = teamOf(*project, losses);
    QCOMPARE(team.people.front().name, "Ana");
    QCOMPARE(team.people.front().skills.size(), std::size_t{tasks});
}

void TestTasksTable::refused_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<DetailKind>("detail");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const std::string& csv, DetailKind detail, const char* where = "a.csv#",
                        ErrorCode code = ErrorCode::invalidTasks) {
        QTest::addRow("%s", name) << QByteArray::fromStdString(csv) << code << detail << QString(where);
    };
    row("nothing", "", DetailKind::namedColumn);
    row("headings alone", "Task,Days\n", DetailKind::tableFile);
    row("no text", std::string("Task\0,Days", 10), DetailKind::tableFile);
    row("an open quote", "Task,Days\n\"A,5\nB,5\n", DetailKind::closedQuotes, "a.csv:2");
    std::string wide = "Task";
    for (int i = 0; i < 5'000; ++i)
        wide += ",x";
    row("5,000 columns", wide + "\nA\n", DetailKind::fewerColumns, "a.csv#IW1");
    row("a long cell", "Task\n" + std::string(kLongestCell + 1, 'a') + '\n', DetailKind::shorterCells, "a.csv#A2");
    std::string many = "Task\n";
    for (std::size_t i = 0; i <= kMostForeignTasks; ++i)
        many += "A\n";
    row("too many tasks", many, DetailKind::fewerTasks);
    for (std::size_t i = 0; i <= kMostTableRows; ++i)
        many += "A\n";
    row("too many rows", many, DetailKind::fewerRows, "a.csv#A50001");
    std::string sparse = "Task\n"; // one cell in each row, far from the first
    for (std::size_t i = 0; i <= kMostTableCells / kMostTableColumns; ++i)
        sparse += std::string(kMostTableColumns - 1, ',') + "x\n";
    row("too many cells", sparse, DetailKind::fewerCells, "a.csv#IV7814");
    row("long work", "Task,Days\nA,1e9\nB,99999999\n", DetailKind::shorterTasks);
    row("below each other", "ID,Task,Parent\n1,A,2\n2,B,3\n3,C,1\n", DetailKind::none, "a.csv#", ErrorCode::cycle);
    row("in a circle", "ID,Task,Days,Predecessors\n1,A,5,2\n2,B,5,1\n", DetailKind::none, "a.csv#/links",
        ErrorCode::cycle);
    std::string deep = "ID,Task,Parent\n1,A1,\n";
    for (int i = 2; i <= kDeepestOutline + 1; ++i)
        deep += std::to_string(i) + ",A" + std::to_string(i) + ',' + std::to_string(i - 1) + '\n';
    row("too deep", deep, DetailKind::flatterTasks);
    row("a deep level", "Level,Task\n1,A\n900,B\n", DetailKind::flatterTasks);
}

void TestTasksTable::refused()
{
    QFETCH(QByteArray, csv);
    QFETCH(ErrorCode, code);
    QFETCH(DetailKind, detail);
    QFETCH(QString, where);
    const auto plan = read(csv.toStdString());
    QVERIFY(!plan);
    QVERIFY(plan.error().code == code);
    QVERIFY(plan.error().fix.kind == detail);
    QCOMPARE(plan.error().where, where.toStdString());
}

void TestTasksTable::anyBytes()
{
    QVERIFY(rc::check("any bytes below headings are refused with a reason, or a plan", [](const std::string& bytes) {
        const auto plan = read("ID,Task,Work,Start,Finish,Predecessors,Who,Done,Parent\n" + bytes);
        const bool isTold = plan || plan.error().code != ErrorCode::internal;
        RC_ASSERT(isTold);
    }));
}

void TestTasksTable::writtenAndReadAgain()
{
    const auto number = [](int first, int last) { return *rc::gen::inRange(first, last + 1); };
    const auto quoted = [](const std::string& text) {
        std::string out = "\"";
        for (const char c : text)
            out += c == '"' ? std::string("\"\"") : std::string(1, c);
        return out + '"';
    };
    const auto title = [&](int of) {
        const std::vector<std::string> parts{"Design", "a, b",     "\"so\"", "line\nbreak", "\u00e9t\u00e9",
                                             "=1+1",   "<b>&amp;", ";",      "3FS+2d",      "\u8a08\u753b"};
        std::string name = "T" + std::to_string(of);
        for (int i = number(0, 3); i > 0; --i)
            name += ' ' + parts[static_cast<std::size_t>(number(0, static_cast<int>(parts.size()) - 1))];
        return name;
    };
    QVERIFY(rc::check("a project written as CSV and read again is the same", [&] {
        ForeignProject made;
        const std::vector<std::string> people{"Ana", "Bo Li", "Cy"};
        const std::vector<std::pair<LinkType, std::string>> types{{LinkType::finishToStart, "FS"},
                                                                  {LinkType::startToStart, "SS"},
                                                                  {LinkType::finishToFinish, "FF"},
                                                                  {LinkType::startToFinish, "SF"}};
        const char separator = number(0, 1) == 0 ? ',' : '\t';
        std::string csv;
        const auto line = [&](const std::vector<std::string>& cells) {
            for (std::size_t i = 0; i < cells.size(); ++i)
                csv.append(i == 0 ? "" : std::string(1, separator)).append(quoted(cells[i]));
            csv += "\r\n";
        };
        line({"ID", "Outline level", "Task name", "Work (h)", "Duration", "Start", "Predecessors", "Assigned to",
              "% complete", "Notes"});
        const int count = number(1, 12);
        for (int i = 0; i < count; ++i) {
            ForeignTask task;
            task.name = title(i);
            task.level = i == 0 ? 1 : number(1, std::min(made.tasks.back().level + 1, 5));
            const int hours = number(0, 400);
            task.work = hours / 40.0;
            const int days = number(0, 50);
            task.duration = days / 5.0;
            task.start = parseDate("2027-01-04").value() + std::chrono::days{number(0, 300)};
            const int done = number(0, 100);
            task.done = done / 100.0;
            task.notes = number(0, 1) == 0 ? "" : title(i);
            std::string links;
            for (int from = 0; from < i; ++from)
                if (number(0, 3) == 0) {
                    const auto& [type, word] = types[static_cast<std::size_t>(number(0, 3))];
                    const int lag = number(-5, 5);
                    task.links.push_back({static_cast<std::size_t>(from), type, lag / 5.0});
                    links += (links.empty() ? "" : ";") + std::to_string(from + 100) + word +
                             (lag == 0 ? "" : (lag > 0 ? "+" : "") + std::to_string(lag) + "d");
                }
            std::string who;
            for (const std::string& person : people)
                if (number(0, 2) == 0)
                    who += (who.empty() ? "" : "; ") + person;
            made.tasks.push_back(task);
            line({std::to_string(i + 100), std::to_string(task.level), task.name, std::to_string(hours),
                  std::to_string(days) + " days", isoDate(*task.start), links, who, std::to_string(done) + '%',
                  task.notes});
        }
        const auto table = readCsvTable(csv, "a.csv");
        RC_ASSERT(table);
        const auto read = readTasksTable(*table, guessMapping(*table), kToday, "a.csv");
        RC_ASSERT(read);
        RC_ASSERT(read->tasks.size() == made.tasks.size());
        const auto near = [](double a, double b) { return std::abs(a - b) < 1e-9; };
        for (std::size_t i = 0; i < made.tasks.size(); ++i) {
            const ForeignTask& a = read->tasks[i];
            const ForeignTask& b = made.tasks[i];
            RC_ASSERT(a.name == b.name);
            RC_ASSERT(a.notes == b.notes);
            RC_ASSERT(a.level == b.level);
            RC_ASSERT(near(a.work.value(), b.work.value()));
            RC_ASSERT(near(a.duration, b.duration));
            RC_ASSERT(near(a.done, b.done));
            RC_ASSERT(a.start == b.start);
            RC_ASSERT(a.links.size() == b.links.size());
            for (std::size_t l = 0; l < a.links.size(); ++l) {
                RC_ASSERT(a.links[l].from == b.links[l].from);
                RC_ASSERT(a.links[l].type == b.links[l].type);
                RC_ASSERT(near(a.links[l].lag, b.links[l].lag));
            }
        }
    }));
}

QTEST_GUILESS_MAIN(TestTasksTable)
#include "tst_tasks_table.moc"
