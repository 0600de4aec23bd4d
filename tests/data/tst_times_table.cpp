#include "data/catalogue_json.h"
#include "data/exchange/foreign/import_limits.h"
#include "data/exchange/times/times_reader.h"
#include "models/progress/import_times.h"

#include <QTest>

#include <random>

using namespace trestle;

/// Tables of what happened: which columns say what, how cells are understood, and what is refused.
class TestTimesTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columns_data();
    void columns();
    void mappedByHand();
    void mappingsRefused_data();
    void mappingsRefused();
    void hours_data();
    void hours();
    void dates_data();
    void dates();
    void monthsFirst();
    void rowsOfASheet();
    void rowsOfItems();
    void waysToWriteATable_data();
    void waysToWriteATable();
    void refused_data();
    void refused();
    void anyBytes();
    void tenThousandRows();
};

namespace {

TimesFile fileOf(const std::string& csv)
{
    auto file = timesFileOf(csv, "a.csv");
    if (!file)
        qFatal("no table: %s", file.error().where.c_str());
    return std::move(*file);
}

TimesTable timesOf(const std::string& csv)
{
    const TimesFile file = fileOf(csv);
    auto table = readTimes(file, guessTimes(file.table), 38);
    if (!table)
        qFatal("no times: %s", table.error().where.c_str());
    return std::move(*table);
}

/// "item day nothing spent:hours"
QString wordsOfAll(const TimesMapping& mapping)
{
    QStringList words;
    for (const TimesUse& use : mapping.columns)
        words << QString::fromStdString(wordsOf(use));
    return words.join(u' ');
}

} // namespace

void TestTimesTable::columns_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* csv, const char* words) {
        QTest::newRow(name) << QByteArray(csv) << QString::fromLatin1(words);
    };
    row("time sheet", "date,person,item,hours\n2027-01-05,Ana,sessions,4\n", "day nothing item spent:hours");
    row("items", "item id,started,finished,spent\na,2027-01-05,2027-01-06,0.4\n", "item started finished spent:weeks");
    row("unit in the heading", "Item,Spent (days),Left (h)\na,3,4\n", "item spent:days left:hours");
    row("unit in words", "Item,Hours spent,Days left\na,3,4\n", "item spent:hours left:days");
    row("Toggl",
        "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags\n"
        "Ana,a@x.au,Acme,Web,,Sessions,No,2027-01-05,09:00:00,2027-01-05,11:30:00,02:30:00,\n",
        "nothing nothing nothing item nothing item nothing day nothing nothing nothing spent:hours nothing");
    row("Clockify",
        "Project,Description,Task,User,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal)\n"
        "Web,x,Sessions,Ana,05/01/2027,09:00,05/01/2027,11:30,02:30:00,2.50\n",
        "item item item nothing day nothing nothing nothing nothing spent:hours");
    row("Harvest", "Date,Client,Project,Task,Notes,Hours,First Name\n2027-01-05,Acme,Web,Build,Sessions,2.5,Ana\n",
        "day nothing item item item spent:hours nothing");
    row("Tempo", "Issue Key,Issue summary,Hours,Work date,Username\nA-1,Sessions,2,2027-01-05 09:00,ana\n",
        "item item spent:hours day nothing");
    row("Jira counts seconds", "Summary,Time Spent,Remaining Estimate\nSessions,7200,0\nIndexes,3600,600\n",
        "item spent:seconds left:seconds");
    row("MS Project",
        "Task Name,Duration,Start,Finish,Actual Start,Actual Finish,Actual Work\na,3 days,2027-01-05,"
        "2027-01-07,2027-01-05,NA,8 hrs\nb,3 days,2027-01-05,2027-01-07,2027-01-05,2027-01-06,8 hrs\n",
        "item nothing nothing nothing started finished spent:weeks");
    row("a plan's own dates say nothing", "Task,Start,Finish\na,2027-01-05,2027-01-07\n", "nothing nothing nothing");
    row("but beside what was spent", "Task,Start,Finish,Spent\na,2027-01-05,2027-01-07,3d\n",
        "item started finished spent:weeks");
    row("done is no date", "Task,Done,Spent\na,yes,3d\n", "item nothing spent:weeks");
    row("lines above", "Time sheet of January\n,\nDate,Task,Hours\n2027-01-05,a,3\n", "day item spent:hours");
    row("no headings", "2027-01-05,a,3\n", "nothing nothing nothing");
}

void TestTimesTable::columns()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, words);
    QCOMPARE(wordsOfAll(guessTimes(fileOf(csv.toStdString()).table)), words);
}

void TestTimesTable::mappedByHand()
{
    const TimesFile file = fileOf("What,From,To,How long\nsessions,2027-01-05,2027-01-07,3\n");
    TimesMapping mapping = guessTimes(file.table);
    QVERIFY(!saysTimes(mapping));
    QVERIFY(!readTimes(file, mapping, 38));
    for (const char* entry : {"What=item", "From=started", "C=finished", "How long=spent:days"})
        QVERIFY(applyTimesMapping(mapping, file.table, entry).has_value());
    const auto table = readTimes(file, mapping, 40);
    QVERIFY(table.has_value());
    QCOMPARE(table->shape, TimesShape::items);
    QCOMPARE(table->rows.at(0).finished, parseDate("2027-01-07"));
    QCOMPARE(table->rows.at(0).hours, std::optional(24.0));
    // Only one column says when an item started.
    QVERIFY(applyTimesMapping(mapping, file.table, "To=started").has_value());
    QCOMPARE(wordsOfAll(mapping), QStringLiteral("item nothing started spent:days"));
}

void TestTimesTable::mappingsRefused_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QByteArray>("what");
    QTest::newRow("no such column") << QByteArray("Who=item") << QByteArray("Who");
    QTest::newRow("no such meaning") << QByteArray("Task=people") << QByteArray("Task=people");
    QTest::newRow("no meaning") << QByteArray("Task") << QByteArray("Task");
    QTest::newRow("unit of a day") << QByteArray("Task=day:hours") << QByteArray("Task=day:hours");
    QTest::newRow("points are no time") << QByteArray("Task=spent:points") << QByteArray("Task=spent:points");
}

void TestTimesTable::mappingsRefused()
{
    QFETCH(QByteArray, entry);
    QFETCH(QByteArray, what);
    const TimesFile file = fileOf("Task,Spent\na,1\n");
    TimesMapping mapping = guessTimes(file.table);
    const TimesMapping before = mapping;
    const auto applied = applyTimesMapping(mapping, file.table, entry.toStdString());
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, ErrorCode::invalidValue);
    QCOMPARE(QByteArray::fromStdString(applied.error().what), what);
    QCOMPARE(mapping, before);
}

void TestTimesTable::hours_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<double>("hours");
    QTest::addColumn<int>("problem");
    const auto good = [](const char* cell, double hours) { QTest::newRow(cell) << QByteArray(cell) << hours << -1; };
    const auto bad = [](const char* cell, TimesProblem problem) {
        QTest::newRow(cell) << QByteArray(cell) << 0.0 << static_cast<int>(problem);
    };
    good("4", 4);
    good("0", 0);
    good("7.25", 7.25);
    good("\"7,25\"", 7.25);
    good("7:30", 7.5);
    good("07:30:36", 7.51);
    good("125:00", 125);
    good("3d", 22.8);
    good("20h", 20);
    good("0.5 weeks", 19);
    good("1 w 2 d", 53.2);
    good("8 hrs", 8);
    good("\"1,000\"", 1000);
    bad("-1", TimesProblem::negativeTime);
    bad("-3d", TimesProblem::negativeTime);
    bad("-7:30", TimesProblem::badTime);
    bad("7:75", TimesProblem::badTime);
    bad("1:2:3:4", TimesProblem::badTime);
    bad("NaN", TimesProblem::badTime);
    bad("inf", TimesProblem::badTime);
    bad("1e3", TimesProblem::badTime);
    bad("four", TimesProblem::badTime);
    bad("50%", TimesProblem::badTime);
    bad("3 parsecs", TimesProblem::badTime);
    bad("99999999999999999999999999999999999999999999999999", TimesProblem::badTime);
}

void TestTimesTable::hours()
{
    QFETCH(QByteArray, cell);
    QFETCH(double, hours);
    QFETCH(int, problem);
    const TimesTable table = timesOf("date,item,hours\n2027-01-05,a," + cell.toStdString() + "\n2027-01-05,a,1\n");
    if (problem >= 0) {
        QCOMPARE(table.rows.size(), std::size_t{1});
        QCOMPARE(table.unread.size(), std::size_t{1});
        QCOMPARE(static_cast<int>(table.unread[0].problem), problem);
        QCOMPARE(table.unread[0].line, std::size_t{2});
        QCOMPARE(table.unread[0].what, std::vector<std::string>{cell.toStdString()});
    } else {
        QVERIFY(table.unread.empty());
        QVERIFY(table.rows.at(0).hours);
        QVERIFY(std::abs(*table.rows[0].hours - hours) < 1e-9);
    }
}

void TestTimesTable::dates_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("iso");
    QTest::newRow("ISO") << QByteArray("2027-02-01") << QByteArray("2027-02-01");
    QTest::newRow("day first") << QByteArray("1/2/2027") << QByteArray("2027-02-01");
    QTest::newRow("DD/MM/YYYY") << QByteArray("01/02/2027") << QByteArray("2027-02-01");
    QTest::newRow("with a time") << QByteArray("2027-02-01T09:00:00") << QByteArray("2027-02-01");
    QTest::newRow("month as a word") << QByteArray("1 Feb 2027") << QByteArray("2027-02-01");
    QTest::newRow("no such day") << QByteArray("31/2/2027") << QByteArray();
    QTest::newRow("far future") << QByteArray("2999-01-01") << QByteArray();
    QTest::newRow("a serial number") << QByteArray("46419") << QByteArray();
    QTest::newRow("words") << QByteArray("last week") << QByteArray();
}

void TestTimesTable::dates()
{
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, iso);
    const TimesTable table = timesOf("date,item,hours\n20/1/2027,a,1\n" + cell.toStdString() + ",a,1\n");
    if (iso.isEmpty()) {
        QCOMPARE(table.unread.size(), std::size_t{1});
        QCOMPARE(table.unread[0], (TimesNote{3, TimesProblem::badDate, {cell.toStdString()}}));
    } else
        QCOMPARE(table.rows.at(1).day, parseDate(iso.toStdString()));
    QVERIFY(!table.isMonthFirst);
}

void TestTimesTable::monthsFirst()
{
    const TimesTable american = timesOf("date,item,hours\n1/2/2027,a,1\n1/20/2027,a,1\n");
    QVERIFY(american.isMonthFirst);
    QCOMPARE(american.rows.at(0).day, parseDate("2027-01-02"));
    QCOMPARE(american.openDates, std::size_t{1});

    // Both in one file: what can't be read with the day first is told of, and never turned round.
    const TimesTable mixed = timesOf("date,item,hours\n1/2/2027,a,1\n1/20/2027,a,1\n20/1/2027,a,1\n");
    QVERIFY(!mixed.isMonthFirst);
    QCOMPARE(mixed.rows.at(0).day, parseDate("2027-02-01"));
    QCOMPARE(mixed.unread, (std::vector<TimesNote>{{3, TimesProblem::badDate, {"1/20/2027"}}}));
}

void TestTimesTable::rowsOfASheet()
{
    const TimesTable table = timesOf("date,person,project,item,hours\n"
                                     "2027-01-05,Ana,Web,sessions,4\n"
                                     ",Ana,Web,sessions,4\n"
                                     ",,,,\n"
                                     "2027-01-06,Bo,Web,,2\n"
                                     "Total,,,,10\n");
    QCOMPARE(table.shape, TimesShape::sheet);
    QCOMPARE(table.nameColumns, (std::vector<std::string>{"project", "item"}));
    QCOMPARE(table.rows.size(), std::size_t{2});
    QCOMPARE(table.rows[0].names, (std::vector<std::string>{"Web", "sessions"}));
    QCOMPARE(table.rows[1].line, std::size_t{5});
    QCOMPARE(table.unread,
             (std::vector<TimesNote>{{3, TimesProblem::noDay, {}}, {6, TimesProblem::badDate, {"Total"}}}));
}

void TestTimesTable::rowsOfItems()
{
    const TimesTable table = timesOf("title,started,finished,spent,left\nSessions,1/2/2027,-,3d,n/a\nIndexes,,,,0.2\n");
    QCOMPARE(table.shape, TimesShape::items);
    QVERIFY(table.unread.empty());
    QVERIFY(!table.rows.at(0).finished && !table.rows[0].left);
    QCOMPARE(table.openDates, std::size_t{1});
    QCOMPARE(table.rows.at(1).left, std::optional(0.2 * 38));
}

void TestTimesTable::waysToWriteATable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray plain = "Date,Task,Hours\n2027-01-05,\"Sessions that\nexpire and renew\",7.5\n";
    QTest::newRow("plain") << plain;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + plain;
    QTest::newRow("CR LF") << QByteArray(plain).replace('\n', "\r\n");
    QTest::newRow("semicolons and decimal commas")
        << QByteArray("Date;Task;Hours\n2027-01-05;\"Sessions that\nexpire and renew\";7,5\n");
    QTest::newRow("semicolons, decimal commas and units")
        << QByteArray("Date;Task;Hours\n2027-01-05;\"Sessions that\nexpire and renew\";7,5 h\n");
    QTest::newRow("tabs") << QByteArray("Date\tTask\tHours\n2027-01-05\tSessions that  expire and RENEW\t7.5\n");
    QTest::newRow("sep=") << QByteArray("sep=|\nDate|Task|Hours\n5/1/2027|sessions|7:30\n");
    QByteArray wide("\xFF\xFE", 2);
    for (const char c : plain)
        wide.append(c).append('\0');
    QTest::newRow("UTF-16") << wide;
}

void TestTimesTable::waysToWriteATable()
{
    QFETCH(QByteArray, bytes);
    const auto loaded = builtinCatalogue();
    QVERIFY(loaded.has_value());
    Inputs inputs = userInputs(*loaded->catalogue, "A", *parseDate("2027-01-04"));
    inputs.asOf = parseDate("2027-01-29");
    const TimesImport made = importTimes(*loaded->catalogue, inputs, timesOf(bytes.toStdString()), {}, inputs.start);
    QCOMPARE(made.items.size(), std::size_t{1});
    QCOMPARE(made.items[0].id, std::string("sessions"));
    QVERIFY(std::abs(*made.items[0].actual.spent - 7.5 / 38) < 1e-8);
}

void TestTimesTable::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("where");
    QTest::addColumn<int>("read");
    const auto row = [](const char* name, const QByteArray& bytes, const char* where, DetailKind read) {
        QTest::newRow(name) << bytes << QByteArray(where) << static_cast<int>(read);
    };
    row("nothing", "", "a.csv#", DetailKind::timesTable);
    row("binary", QByteArray("\x01\x00\x02", 3), "a.csv#", DetailKind::timesTable);
    row("headings alone", "Date,Task,Hours\n", "a.csv#", DetailKind::timesTable);
    row("no items", "Date,Hours\n2027-01-05,3\n", "a.csv#", DetailKind::timesTable);
    row("nothing happened", "Task,Phase\na,b\n", "a.csv#", DetailKind::timesTable);
    row("no hours", "Date,Task\n2027-01-05,a\n", "a.csv#", DetailKind::timesTable);
    row("open quotes", "Date,Task,Hours\n2027-01-05,\"a,3\n", "a.csv:2", DetailKind::closedQuotes);
    row("a cell of a megabyte", "Date,Task,Hours\n2027-01-05," + QByteArray(1'000'000, 'a') + ",3\n", "a.csv#B2",
        DetailKind::shorterCells);
    row("too many columns", "Date,Task,Hours" + QByteArray(300, ',') + "x\n", "a.csv#KQ1", DetailKind::fewerColumns);
    row("too many rows", "Date,Task,Hours\n" + QByteArray("2027-01-05,a,3\n").repeated(kMostTableRows), "a.csv#A50001",
        DetailKind::fewerRows);
    row("no whole workbook", "PK\x03\x04 and no more", "a.csv#", DetailKind::workbookFile);
    row("a workbook of 1997", "\xD0\xCF\x11\xE0 and no more", "a.csv#", DetailKind::workbookFile);
}

void TestTimesTable::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, where);
    QFETCH(int, read);
    const auto file = timesFileOf(bytes.toStdString(), "a.csv");
    const auto table =
        file ? readTimes(*file, guessTimes(file->table), 38) : Result<TimesTable>(std::unexpected(file.error()));
    QVERIFY(!table);
    QCOMPARE(table.error().code, ErrorCode::invalidTimes);
    QCOMPARE(QByteArray::fromStdString(table.error().where), where);
    QCOMPARE(static_cast<int>(table.error().fix.kind), read);
}

/// Signs that tables are made of, in any order: a reason, or rows that a plan can take.
void TestTimesTable::anyBytes()
{
    const auto loaded = builtinCatalogue();
    QVERIFY(loaded.has_value());
    Inputs inputs = userInputs(*loaded->catalogue, "A", *parseDate("2027-01-04"));
    inputs.asOf = parseDate("2027-01-29");
    const std::vector<std::string> words{
        "date",     "item",       "hours",   "spent",    "left",    ",",  ";",    "\n",   "\r\n",
        "\"",       "\t",         "-1",      "1e309",    "nan",     "24", "3d",   "7:30", "sessions",
        "1/2/2027", "2027-01-05", "started", "finished", "indexes", " ",  "\xFF", "-"};
    std::mt19937 random(17);
    int read = 0;
    for (int run = 0; run < 2000; ++run) {
        std::string csv = run % 2 == 0 ? "date,item,hours\n" : "item,started,finished,spent,left\n";
        for (int word = 0; word < 40; ++word)
            csv += words[random() % words.size()];
        const auto file = timesFileOf(csv, "a.csv");
        const auto table =
            file ? readTimes(*file, guessTimes(file->table), 38) : Result<TimesTable>(std::unexpected(file.error()));
        if (!table) {
            QCOMPARE(table.error().code, ErrorCode::invalidTimes);
            continue;
        }
        ++read;
        const TimesImport made = importTimes(*loaded->catalogue, inputs, *table, {}, inputs.start);
        QVERIFY(checkInputs(*loaded->catalogue, made.inputs).has_value());
    }
    QVERIFY(read > 200);
}

void TestTimesTable::tenThousandRows()
{
    std::string csv = "Date,Person,Task,Hours\n";
    for (int i = 0; i < 10'000; ++i)
        csv += "2027-01-" + std::to_string(10 + i % 19) + ",Ana,sessions,0.38\n";
    const auto loaded = builtinCatalogue();
    QVERIFY(loaded.has_value());
    Inputs inputs = userInputs(*loaded->catalogue, "A", *parseDate("2027-01-04"));
    inputs.asOf = parseDate("2027-01-29");
    const TimesImport made = importTimes(*loaded->catalogue, inputs, timesOf(csv), {}, inputs.start);
    QCOMPARE(made.items.at(0).rows, std::size_t{10'000});
    QCOMPARE(made.items.at(0).actual.spent, std::optional(100.0));
    QCOMPARE(made.items.at(0).actual.started, parseDate("2027-01-10"));
}

QTEST_GUILESS_MAIN(TestTimesTable)
#include "tst_times_table.moc"
