#include "data/catalogue_json.h"
#include "models/learning.h"
#include "models/progress/import_times.h"
#include "models/progress/item_names.h"

#include <QTest>

#include <memory>
#include <set>

using namespace trestle;

namespace {

const Date kStart = *parseDate("2027-01-04");
const Date kStatus = *parseDate("2027-01-29");
const Date kToday = *parseDate("2027-02-01");

std::shared_ptr<const Catalogue> catalogue()
{
    static const auto loaded = builtinCatalogue();
    return loaded ? loaded->catalogue : nullptr;
}

Inputs begun()
{
    Inputs inputs = userInputs(*catalogue(), "A", kStart);
    inputs.asOf = kStatus;
    return inputs;
}

TimesRow entry(std::size_t line, const std::string& name, const std::string& day, double hours)
{
    TimesRow row;
    row.line = line;
    row.names = {name};
    row.day = parseDate(day);
    row.hours = hours;
    return row;
}

TimesRow itemRow(std::size_t line, const std::string& name, const std::string& started, const std::string& finished,
                 std::optional<double> hours = {}, std::optional<double> left = {})
{
    TimesRow row;
    row.line = line;
    row.names = {name};
    row.started = parseDate(started);
    row.finished = parseDate(finished);
    row.hours = hours;
    row.left = left;
    return row;
}

TimesTable tableOf(TimesShape shape, std::vector<TimesRow> rows)
{
    TimesTable table;
    table.shape = shape;
    table.nameColumns = {"Item"};
    table.rows = std::move(rows);
    return table;
}
TimesTable sheetOf(std::vector<TimesRow> rows)
{
    return tableOf(TimesShape::sheet, std::move(rows));
}
TimesTable itemsOf(std::vector<TimesRow> rows)
{
    return tableOf(TimesShape::items, std::move(rows));
}

TimesImport imported(const Inputs& inputs, const TimesTable& table, const TimesChoices& choices = {})
{
    return importTimes(*catalogue(), inputs, table, choices, kToday);
}

const ItemInput& itemOf(const Inputs& inputs, const std::string& id)
{
    static const ItemInput none;
    const auto found = inputs.items.find(id);
    return found == inputs.items.end() ? none : found->second;
}

/// "2:noItem 5:badDate"
QString notesOf(const std::vector<TimesNote>& notes)
{
    static const char* const words[] = {"noItem",  "noDay",           "badDate",           "badTime", "negativeTime",
                                        "nothing", "afterStatusDate", "finishBeforeStart", "tooMuch", "longDay"};
    QStringList all;
    for (const TimesNote& note : notes)
        all << QStringLiteral("%1:%2").arg(note.line).arg(QLatin1String(words[static_cast<int>(note.problem)]));
    return all.join(u' ');
}

} // namespace

class TestImportTimes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainNames_data();
    void plainNames();
    void namesOfItems();
    void suggestions_data();
    void suggestions();
    void sumsOfASheet();
    void hoursAWeekAreThePlans();
    void rowsOfItems();
    void statesFollow_data();
    void statesFollow();
    void nothingIsGuessed();
    void choicesHoldForTheWholeFile();
    void theColumnThatMatchesMost();
    void readTwice();
    void aLongerSheetReplaces();
    void addedOnWish();
    void leftOut();
    void statusDateMoves();
    void whatCannotBe();
    void offeredApart();
    void addOnsOutOfThePlan();
    void manyRows();
};

void TestImportTimes::plainNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("plain");
    QTest::newRow("case") << "Sessions THAT Expire" << "sessions that expire";
    QTest::newRow("spaces") << "  Sessions \t that\r\nexpire " << "sessions that expire";
    QTest::newRow("no-break space") << QStringLiteral("Sessions\u00A0that") << "sessions that";
    QTest::newRow("letters with accents")
        << QStringLiteral("\u00C9TUDE \u00D7 \u00D6l") << QStringLiteral("\u00E9tude \u00D7 \u00F6l");
    QTest::newRow("nothing") << " \n " << "";
}

void TestImportTimes::plainNames()
{
    QFETCH(QString, name);
    QFETCH(QString, plain);
    QCOMPARE(QString::fromStdString(plainName(name.toStdString())), plain);
}

void TestImportTimes::namesOfItems()
{
    const ItemNames names(*catalogue(), begun());
    QCOMPARE(names.find("sessions"), std::string("sessions"));
    QCOMPARE(names.find(" sessions THAT  expire and renew"), std::string("sessions"));
    QCOMPARE(names.find("Sessions"), std::string()); // an id is exact
    QCOMPARE(names.find("Sessions that expire"), std::string());
    QCOMPARE(names.find("Database"), std::string()); // a phase

    Catalogue twice = *catalogue();
    twice.phases[0].items[0].title = twice.phases[0].items[1].title;
    QCOMPARE(ItemNames(twice, begun()).find(twice.phases[0].items[1].title), std::string());
}

void TestImportTimes::suggestions_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("item");
    QTest::newRow("a slip") << "Sesions that expire and renew" << "sessions";
    QTest::newRow("its id as words") << "Password hashing" << "password-hashing";
    QTest::newRow("more than its title") << "AUTH-12: Roles and permissions (API)" << "access-control";
    QTest::newRow("less than its title") << "Staging" << "environments";
    QTest::newRow("nothing near") << "Weekly meeting with the board of the company" << "";
}

void TestImportTimes::suggestions()
{
    QFETCH(QString, name);
    QFETCH(QString, item);
    const ItemNames names(*catalogue(), begun());
    QCOMPARE(QString::fromStdString(names.suggest(name.toStdString())), item);
}

void TestImportTimes::sumsOfASheet()
{
    const Inputs inputs = begun();
    const TimesImport made =
        imported(inputs, sheetOf({entry(2, "sessions", "2027-01-12", 7.6), entry(3, "sessions", "2027-01-11", 7.6),
                                  entry(4, "indexes", "2027-01-11", 3.8),
                                  entry(5, "Sessions that expire and renew", "2027-01-13", 22.8)}));
    QCOMPARE(made.items.size(), std::size_t{2});
    QCOMPARE(made.items[0].id, std::string("indexes")); // in the order of the catalogue
    const ImportedItem& sessions = made.items[1];
    QCOMPARE(sessions.rows, std::size_t{3});
    QCOMPARE(sessions.stateBefore, ItemState::missing);
    QCOMPARE(sessions.state, ItemState::underWay);
    QCOMPARE(sessions.actual.spent, std::optional(1.0)); // 38 h, exactly
    QCOMPARE(sessions.actual.started, parseDate("2027-01-11"));
    QVERIFY(!sessions.actual.finished);
    QCOMPARE(itemOf(made.inputs, "sessions").actual, sessions.actual);
    QCOMPARE(itemOf(made.inputs, "sessions").changed, std::optional(kToday));
    QCOMPARE(made.changed(), std::size_t{2});
    QVERIFY(made.leftOut.empty() && made.unmatched.empty() && made.odd.empty());
    QVERIFY(checkInputs(*catalogue(), made.inputs).has_value());
}

void TestImportTimes::hoursAWeekAreThePlans()
{
    Inputs inputs = begun();
    inputs.hoursPerWeek = 40;
    const TimesImport made = imported(inputs, sheetOf({entry(2, "sessions", "2027-01-12", 20)}));
    QCOMPARE(made.items.at(0).actual.spent, std::optional(0.5));
}

void TestImportTimes::rowsOfItems()
{
    const TimesImport made = imported(begun(), itemsOf({itemRow(2, "sessions", "2027-01-11", "2027-01-15", 38),
                                                        itemRow(3, "indexes", "2027-01-12", "", 19, 7.6),
                                                        itemRow(4, "access-control", "2027-01-11", "2027-01-12", 7.6),
                                                        itemRow(5, "access-control", "2027-01-18", "", 7.6)}));
    QVERIFY(made.leftOut.empty());
    QCOMPARE(itemOf(made.inputs, "sessions").progress.state, ItemState::done);
    QCOMPARE(itemOf(made.inputs, "sessions").actual.finished, parseDate("2027-01-15"));
    QCOMPARE(itemOf(made.inputs, "indexes").progress.state, ItemState::underWay);
    QCOMPARE(itemOf(made.inputs, "indexes").actual.left, std::optional(ThreePoint{0.2, 0.2, 0.2}));
    // One of its two parts is not finished, so it is not.
    QCOMPARE(itemOf(made.inputs, "access-control").progress.state, ItemState::underWay);
    QCOMPARE(itemOf(made.inputs, "access-control").actual.spent, std::optional(0.4));
    QVERIFY(checkInputs(*catalogue(), made.inputs).has_value());
}

void TestImportTimes::statesFollow_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<bool>("finished");
    QTest::addColumn<double>("left");
    QTest::addColumn<int>("after");
    const auto row = [](const char* name, ItemState before, bool finished, double left, ItemState after) {
        QTest::newRow(name) << static_cast<int>(before) << finished << left << static_cast<int>(after);
    };
    row("missing", ItemState::missing, false, 0, ItemState::underWay);
    row("partly", ItemState::partial, false, 0, ItemState::underWay);
    row("partly, finished", ItemState::partial, true, 0, ItemState::done);
    row("under way, finished", ItemState::underWay, true, 0, ItemState::done);
    row("in place", ItemState::done, false, 0, ItemState::done);
    row("in place, but work is left", ItemState::done, false, 8, ItemState::underWay);
    row("not needed", ItemState::excluded, false, 8, ItemState::excluded);
}

void TestImportTimes::statesFollow()
{
    QFETCH(int, before);
    QFETCH(bool, finished);
    QFETCH(double, left);
    QFETCH(int, after);
    Inputs inputs = begun();
    setState(inputs, "sessions", static_cast<ItemState>(before));
    const TimesImport made =
        imported(inputs, itemsOf({itemRow(2, "sessions", "2027-01-11", finished ? "2027-01-15" : "", 38,
                                          left > 0 ? std::optional(left) : std::nullopt)}));
    QCOMPARE(static_cast<int>(itemOf(made.inputs, "sessions").progress.state), after);
    QCOMPARE(itemOf(made.inputs, "sessions").actual.spent, std::optional(1.0));
    QCOMPARE(itemOf(made.inputs, "sessions").actual.partlyBefore, before == static_cast<int>(ItemState::partial));
    QVERIFY(checkInputs(*catalogue(), made.inputs).has_value());
}

void TestImportTimes::nothingIsGuessed()
{
    const Inputs inputs = begun();
    const TimesImport made = imported(
        inputs, sheetOf({entry(2, "Password hashing", "2027-01-12", 4), entry(3, "Board meeting", "2027-01-12", 1),
                         entry(4, "password HASHING", "2027-01-13", 3)}));
    QVERIFY(made.items.empty());
    QCOMPARE(made.inputs, inputs);
    QCOMPARE(made.unmatched.size(), std::size_t{2});
    QCOMPARE(made.unmatched[0], (UnmatchedName{"Password hashing", 2, 2, 7, "password-hashing", ""}));
    QCOMPARE(made.unmatched[1].suggestion, std::string());
}

void TestImportTimes::choicesHoldForTheWholeFile()
{
    TimesChoices choices;
    choices.items[plainName("Login work")] = "sessions";
    choices.items[plainName("Else")] = "no such item";
    const TimesTable table = sheetOf({entry(2, "Login work", "2027-01-12", 4), entry(3, "Else", "2027-01-12", 1),
                                      entry(4, "login  WORK", "2027-01-13", 3.6)});
    const TimesImport made = imported(begun(), table, choices);
    QCOMPARE(made.items.size(), std::size_t{1});
    QCOMPARE(made.items[0].id, std::string("sessions"));
    QCOMPARE(made.items[0].actual.spent, std::optional(0.2));
    QCOMPARE(made.unmatched.size(), std::size_t{2});
    QCOMPARE(made.unmatched[0].chosen, std::string("sessions"));
    QCOMPARE(made.unmatched[1].chosen, std::string());

    // Said otherwise, also of what matches by itself.
    choices.items = {{plainName("sessions"), "indexes"}};
    const TimesImport other = imported(begun(), sheetOf({entry(2, "sessions", "2027-01-12", 38)}), choices);
    QCOMPARE(other.items.at(0).id, std::string("indexes"));
}

void TestImportTimes::theColumnThatMatchesMost()
{
    TimesTable table = sheetOf({entry(2, "Acme", "2027-01-12", 4), entry(3, "Acme", "2027-01-12", 4)});
    table.nameColumns = {"Project", "Task"};
    table.rows[0].names = {"Acme", "Sessions that expire and renew"};
    table.rows[1].names = {"Acme", ""};
    const TimesImport made = imported(begun(), table);
    QCOMPARE(made.column, std::size_t{1});
    QCOMPARE(made.items.size(), std::size_t{1});
    QCOMPARE(notesOf(made.leftOut), QStringLiteral("3:noItem"));

    TimesChoices choices;
    choices.column = 0;
    QCOMPARE(imported(begun(), table, choices).unmatched.at(0).rows, std::size_t{2});
}

void TestImportTimes::readTwice()
{
    const TimesTable table = sheetOf({entry(2, "sessions", "2027-01-12", 7), entry(3, "sessions", "2027-01-11", 1.3),
                                      entry(4, "indexes", "2027-01-11", 3.1)});
    const TimesImport once = imported(begun(), table);
    const TimesImport twice = importTimes(*catalogue(), once.inputs, table, {}, kToday + std::chrono::days{7});
    QCOMPARE(twice.changed(), std::size_t{0});
    QCOMPARE(twice.items.size(), std::size_t{2});
    QCOMPARE(twice.inputs, once.inputs);
}

void TestImportTimes::aLongerSheetReplaces()
{
    TimesTable table = sheetOf({entry(2, "sessions", "2027-01-12", 19)});
    const TimesImport first = imported(begun(), table);
    table.rows.push_back(entry(3, "sessions", "2027-01-19", 19));
    const TimesImport longer = imported(first.inputs, table);
    QCOMPARE(longer.items.at(0).actual.spent, std::optional(1.0));
    QVERIFY(!longer.items.at(0).isLess());
    QCOMPARE(imported(begun(), table).inputs, longer.inputs);

    // Of the second week alone: less than the plan has, which is told.
    table.rows.erase(table.rows.begin());
    const TimesImport shorter = imported(longer.inputs, table);
    QCOMPARE(shorter.items.at(0).actual.spent, std::optional(0.5));
    QVERIFY(shorter.items.at(0).isLess());
}

void TestImportTimes::addedOnWish()
{
    TimesChoices add;
    add.add = true;
    const TimesImport first = imported(begun(), sheetOf({entry(2, "sessions", "2027-01-12", 19)}));
    const TimesImport second = imported(first.inputs, sheetOf({entry(2, "sessions", "2027-01-19", 19)}), add);
    QCOMPARE(second.items.at(0).actual.spent, std::optional(1.0));
    QCOMPARE(second.items.at(0).actual.started, parseDate("2027-01-12"));
}

void TestImportTimes::leftOut()
{
    const TimesImport made =
        imported(begun(), sheetOf({entry(2, "", "2027-01-12", 4), entry(3, "sessions", "2027-02-01", 4),
                                   entry(4, "sessions", "2027-01-12", 0), entry(5, "sessions", "2027-01-13", 25),
                                   entry(6, "Else", "2027-02-02", 4)}));
    QCOMPARE(notesOf(made.leftOut), QStringLiteral("2:noItem 3:afterStatusDate 4:nothing"));
    QCOMPARE(made.leftOut[1].what, std::vector<std::string>{"2027-02-01"});
    QCOMPARE(notesOf(made.odd), QStringLiteral("5:longDay"));
    QCOMPARE(made.items.at(0).rows, std::size_t{1}); // the long day counts
    QCOMPARE(made.late, std::size_t{1});
    QCOMPARE(made.last, parseDate("2027-02-01")); // of a row that matches
}

void TestImportTimes::statusDateMoves()
{
    Inputs inputs = begun();
    inputs.asOf.reset(); // the start is the status date then
    const TimesTable table = sheetOf({entry(2, "sessions", "2027-01-04", 4), entry(3, "sessions", "2027-01-20", 4)});
    const TimesImport held = imported(inputs, table);
    QCOMPARE(held.items.at(0).rows, std::size_t{1});
    TimesChoices choices;
    choices.statusDate = held.last;
    const TimesImport moved = imported(inputs, table, choices);
    QCOMPARE(moved.items.at(0).rows, std::size_t{2});
    QCOMPARE(moved.inputs.asOf, parseDate("2027-01-20"));
    QVERIFY(!moved.last && moved.late == 0);
    QVERIFY(checkInputs(*catalogue(), moved.inputs).has_value());
}

void TestImportTimes::whatCannotBe()
{
    Inputs inputs = begun();
    setState(inputs, "sessions", ItemState::underWay);
    inputs.items["sessions"].actual.started = parseDate("2027-01-20");
    const TimesImport made = imported(
        inputs,
        itemsOf({itemRow(2, "sessions", "", "2027-01-12", 38), itemRow(3, "indexes", "2027-01-12", "2027-01-11", 38),
                 itemRow(4, "access-control", "2027-01-12", "", 4e7), itemRow(5, "schema-for-scale", "", "", 0)}));
    QVERIFY(made.items.empty());
    QCOMPARE(notesOf(made.leftOut), QStringLiteral("2:finishBeforeStart 3:finishBeforeStart 4:tooMuch 5:nothing"));
    QCOMPARE(made.leftOut[0].what, (std::vector<std::string>{"2027-01-12", "2027-01-20"}));
    QCOMPARE(made.inputs, inputs);
}

void TestImportTimes::offeredApart()
{
    Inputs inputs = begun();
    setScope(inputs, "sessions", ItemScope::option);
    const TimesImport made = imported(inputs, sheetOf({entry(2, "sessions", "2027-01-12", 38)}));
    QCOMPARE(scopeOf(made.inputs, "sessions"), std::optional(ItemScope::option)); // what is offered stays
    QCOMPARE(itemOf(made.inputs, "sessions").actual.spent, std::optional(1.0));
    QVERIFY(checkInputs(*catalogue(), made.inputs).has_value());
}

void TestImportTimes::addOnsOutOfThePlan()
{
    Inputs inputs = begun();
    const Item* addOn = nullptr;
    for (const Phase& phase : catalogue()->phases)
        if (!phase.addOns.empty())
            addOn = &phase.addOns.front();
    QVERIFY(addOn);
    const TimesTable table = sheetOf({entry(2, addOn->title, "2027-01-12", 4)});
    QCOMPARE(imported(inputs, table).unmatched.size(), std::size_t{1});
    inputs.profile.conditions.insert(addOn->condition);
    QCOMPARE(imported(inputs, table).items.size(), std::size_t{1});
}

void TestImportTimes::manyRows()
{
    std::vector<TimesRow> rows;
    for (std::size_t i = 0; i < 50'000; ++i)
        rows.push_back(
            entry(i + 2, i % 2 == 0 ? "sessions" : "Entry number " + std::to_string(i), "2027-01-12", 0.001));
    const TimesImport made = imported(begun(), sheetOf(std::move(rows)));
    QCOMPARE(made.items.at(0).rows, std::size_t{25'000});
    QCOMPARE(made.items.at(0).actual.spent, std::optional(0.657894737)); // 25 h
    QCOMPARE(made.unmatched.size(), std::size_t{25'000});
}

QTEST_APPLESS_MAIN(TestImportTimes)
#include "tst_import_times.moc"
