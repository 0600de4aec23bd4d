#include "data/exchange/backlog.h"
#include "data/exchange/clean_text.h"
#include "data/formats/export_formats.h"
#include "tests/data/support/csv_reader.h"
#include "tests/data/support/export_sources.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace trestle;
using test::CsvRow;

namespace {

Exported written(const std::string& key, const ExportSource& source)
{
    const auto formats = exportFormats();
    return exportAs(*formatOf(formats, key), source).value();
}

std::vector<CsvRow> rowsOf(const std::string& key, const ExportSource& source)
{
    return test::csvRows(written(key, source).bytes, ',', false);
}

std::size_t itemsWithWork(const Plan& plan)
{
    return static_cast<std::size_t>(std::ranges::count_if(plan.items, &ItemPlan::hasWork));
}

const char* titleColumn(const std::string& key)
{
    return key == "jira" ? "Summary" : key == "linear" ? "Title" : key == "trello" ? "Card Name" : "Name";
}

} // namespace

/// What is left to build as tickets, and the tables of them.
class TestBacklog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ticketsAreThePlans();
    void idsStay();
    void longTextsAreCut();
    void jira();
    void linear();
    void everyTableHasEachItem_data();
    void everyTableHasEachItem();
    void namesSurvive_data();
    void namesSurvive();
    void noMoney_data();
    void noMoney();
};

void TestBacklog::ticketsAreThePlans()
{
    const ExportSource source = test::sampleSource();
    const Plan& plan = *source.plan;
    const Backlog backlog = backlogOf(source, {});
    std::size_t count = 0;
    for (const EpicTicket& epic : backlog.epics) {
        count += epic.items.size();
        for (const Ticket& ticket : epic.items) {
            const auto item = std::ranges::find(plan.items, ticket.title, &ItemPlan::title);
            QVERIFY(item != plan.items.end());
            QCOMPARE(plan.phases[item->phase].title, epic.title);
            QVERIFY(ticket.effort == item->effort);
            QVERIFY(ticket.first == plan.calendar.startDate(item->when.likely.start));
            QVERIFY(ticket.last == plan.calendar.lastDate(item->when.likely.start, item->when.likely.finish));
            const Item& known = *findItem(*plan.catalogue, item->id);
            QCOMPARE(ticket.goal, known.explanation);
            QCOMPARE(ticket.inPlaceWhen, known.criteria.inPlaceWhen);
            QVERIFY(ticket.text.starts_with("In place means: " + ticket.goal +
                                            "\nIn place when: " + ticket.inPlaceWhen + "\n\n"));
            QVERIFY(ticket.text.contains("Dates: " + isoDate(ticket.first) + " to " + isoDate(ticket.last)));
            QVERIFY(ticket.text.contains("People: " + plan.people[peopleOn(*item).front()].name));
        }
    }
    QCOMPARE(count, itemsWithWork(plan));
    // What waits for what is there, and comes later.
    std::size_t links = 0;
    for (const EpicTicket& epic : backlog.epics)
        for (const std::string& id : epic.waitsFor) {
            ++links;
            QVERIFY(backlog.find(id)->last <= epic.first);
        }
    QVERIFY(links > 0);
}

void TestBacklog::idsStay()
{
    const auto idsOf = [](const ExportSource& source) {
        std::vector<std::string> ids;
        for (const EpicTicket& epic : backlogOf(source, {}).epics) {
            ids.push_back(epic.id);
            for (const Ticket& ticket : epic.items)
                ids.push_back(ticket.id);
        }
        std::ranges::sort(ids);
        return ids;
    };
    ExportSource source = test::sampleSource();
    const auto ids = idsOf(source);
    QCOMPARE(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
    const ExportSource later = test::sampleSource([](Inputs& inputs) { inputs.start += std::chrono::days{30}; });
    QCOMPARE(idsOf(later), ids);
    source.stamp.scenario = "Lean";
    std::vector<std::string> both;
    std::ranges::set_intersection(idsOf(source), ids, std::back_inserter(both));
    QVERIFY(both.empty());
}

void TestBacklog::longTextsAreCut()
{
    const std::string name(300, 'x');
    const ExportSource source = test::namedSource(name);
    const Backlog backlog = backlogOf(source, {.title = 255, .text = 400});
    const std::string& title = backlog.epics.front().title;
    QCOMPARE(QString::fromStdString(title), QString(254, 'x') + QStringLiteral("\u2026"));
    QVERIFY(QString::fromStdString(backlog.epics.front().items.front().text).size() <= 400);
    const auto loss = std::ranges::find(backlog.losses, LossKind::shortened, &Loss::kind);
    QVERIFY(loss != backlog.losses.end());
    QVERIFY(loss->count >= 3);
    // Between characters, and counted as the other side counts them.
    std::string emoji;
    for (int i = 0; i < 200; ++i)
        emoji += "\U0001F3D7";
    const QString cut = QString::fromStdString(backlogOf(test::namedSource(emoji), {}).epics.front().title);
    QCOMPARE(cut.size(), qsizetype{255});
    QVERIFY(!cut.contains(QChar::ReplacementCharacter));
    // What just fits stays whole.
    const std::string fits(255, 'x');
    QCOMPARE(backlogOf(test::namedSource(fits), {}).epics.front().title, fits);
}

void TestBacklog::jira()
{
    const ExportSource source = test::sampleSource();
    const Backlog backlog = backlogOf(source, {});
    const auto cells = test::csvCells(written("jira", source).bytes, ',', false);
    QCOMPARE(cells.front().front(), std::string("Issue ID"));
    QVERIFY(std::ranges::count(cells.front(), "Is blocked by") > 0);
    std::map<std::string, std::string> idOf; // by the number in the file
    const auto at = [&](const std::vector<std::string>& row, const char* title) {
        const auto column = std::ranges::find(cells.front(), title) - cells.front().begin();
        return row.at(static_cast<std::size_t>(column));
    };
    bool items = false;
    double seconds = 0;
    for (std::size_t i = 1; i + 1 < cells.size(); ++i) {
        const auto& row = cells[i];
        QCOMPARE(row.size(), cells.front().size());
        QVERIFY(idOf.emplace(row[0], at(row, "External ID")).second);
        const bool isEpic = at(row, "Issue Type") == "Epic";
        QVERIFY2(!isEpic || !items, "parents come first");
        items = items || !isEpic;
        QVERIFY(at(row, "Parent").empty() == isEpic);
        QVERIFY(isEpic || backlog.isEpic(idOf.at(at(row, "Parent"))));
        QCOMPARE(at(row, "Labels"), at(row, "External ID"));
        if (!isEpic)
            seconds += QByteArray::fromStdString(at(row, "Original Estimate")).toDouble();
    }
    QVERIFY(std::abs(seconds / 3600 / source.plan->inputs.hoursPerWeek - source.plan->effort.likely) < 0.01);
    for (std::size_t i = 1; i + 1 < cells.size(); ++i) {
        std::vector<std::string> blockers;
        for (std::size_t column = 0; column < cells[i].size(); ++column)
            if (cells.front()[column] == "Is blocked by" && !cells[i][column].empty())
                blockers.push_back(idOf.at(cells[i][column]));
        QCOMPARE(blockers, backlog.find(at(cells[i], "External ID"))->waitsFor);
    }
}

void TestBacklog::linear()
{
    const ExportSource source = test::sampleSource();
    const auto cells = test::csvCells(written("linear", source).bytes, ',', false);
    // The titles that its importer reads, in the order of its own exports.
    const std::vector<std::string> titles{
        "Id",      "Team",     "Title",     "Description",  "Status",     "Estimate",    "Priority",   "Project",
        "Creator", "Assignee", "Labels",    "Cycle Number", "Cycle Name", "Cycle Start", "Cycle End",  "Created",
        "Updated", "Started",  "Completed", "Canceled",     "Archived",   "Blocks",      "Blocked By", "Due Date"};
    QCOMPARE(cells.front(), titles);
    for (const CsvRow& row : rowsOf("linear", source)) {
        QCOMPARE(row.size(), titles.size());
        QVERIFY(QByteArray::fromStdString(row.at("Estimate")).toInt() > 0);
        QCOMPARE(QString::fromStdString(row.at("Labels")), QString::fromStdString(row.at("Project")).replace(',', ';'));
        QVERIFY(parseDate(row.at("Due Date")));
    }
}

void TestBacklog::everyTableHasEachItem_data()
{
    QTest::addColumn<std::string>("key");
    for (const char* key : {"jira", "linear", "notion", "trello"})
        QTest::newRow(key) << std::string(key);
}

void TestBacklog::everyTableHasEachItem()
{
    QFETCH(std::string, key);
    const ExportSource source = test::sampleSource();
    std::multiset<std::string> titles;
    for (const CsvRow& row : rowsOf(key, source))
        titles.insert(row.at(titleColumn(key)));
    for (const ItemPlan& item : source.plan->items)
        QCOMPARE(titles.count(item.title), std::size_t{item.hasWork ? 1U : 0U});
    // The ids are the backlog's.
    const std::string bytes = written(key, source).bytes;
    for (const EpicTicket& epic : backlogOf(source, {}).epics)
        for (const Ticket& ticket : epic.items)
            QVERIFY(bytes.contains(ticket.id));
}

void TestBacklog::namesSurvive_data()
{
    QTest::addColumn<std::string>("key");
    QTest::addColumn<std::string>("name");
    for (const char* key : {"jira", "linear", "notion", "trello"})
        for (const test::HostileName& hostile : test::hostileNames())
            QTest::addRow("%s, %s", key, hostile.row) << std::string(key) << hostile.name;
}

void TestBacklog::namesSurvive()
{
    QFETCH(std::string, key);
    QFETCH(std::string, name);
    const ExportSource source = test::namedSource(name);
    const auto rows = rowsOf(key, source);
    TextCleaner cleaner;
    QString shown = QString::fromStdString(cleaner.clean(name));
    for (const char sign : {'\n', '\r', '\t'})
        shown.replace(sign, ' ');
    while (shown.startsWith(' '))
        shown.remove(0, 1);
    while (shown.endsWith(' '))
        shown.chop(1);
    if (shown.size() > 255)
        shown = shown.left(254) + QStringLiteral("\u2026");
    if (std::string_view("=+-@").contains(shown[0].toLatin1()))
        shown.prepend('\'');
    QVERIFY(std::ranges::any_of(
        rows, [&](const CsvRow& row) { return QString::fromStdString(row.at(titleColumn(key))) == shown; }));
    const auto losses = written(key, source).losses;
    QCOMPARE(std::ranges::count(losses, LossKind::characters, &Loss::kind) == 1, cleaner.replaced() > 0);
}

void TestBacklog::noMoney_data()
{
    QTest::addColumn<std::string>("key");
    for (const char* key : {"github", "jira", "linear", "notion", "trello"})
        QTest::newRow(key) << std::string(key);
}

// Tickets go to people who need not know what anyone is paid.
void TestBacklog::noMoney()
{
    QFETCH(std::string, key);
    const ExportSource source =
        test::sampleSource([](Inputs& inputs) { inputs.team.front().weeklyRate = Money::dollars(77'777); });
    const std::string bytes = written(key, source).bytes;
    for (const char* money : {"77777", "77,777", "AUD", "weeklyRate"})
        QVERIFY2(!bytes.contains(money), money);
}

QTEST_GUILESS_MAIN(TestBacklog)
#include "tst_backlog.moc"
