#include "data/exchange/clean_text.h"
#include "data/exchange/mspdi/mspdi_writer.h"
#include "tests/data/support/export_sources.h"
#include "tests/data/support/task_scheduler.h"
#include "tests/data/support/xml_tree.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace trestle;
using test::XmlNode;

/// The export as MS Project XML, read by programs that we did not write and by a plain scheduler.
class TestMspdi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formIsThatOfTheSchema_data() { plans(); }
    void formIsThatOfTheSchema();
    void datesAreThePlans_data() { plans(); }
    void datesAreThePlans();
    void readersComeToTheDates_data() { plans(); }
    void readersComeToTheDates();
    void plannerReadsIt_data() { plans(); }
    void plannerReadsIt();
    void moneyAddsUp_data() { plans(); }
    void moneyAddsUp();
    void workingTimes_data();
    void workingTimes();
    void daysOffAndLeave();
    void linksAndRanges();
    void whatIsInPlace();
    void whatHappened();
    void whatWasPromised();
    void namesSurvive_data();
    void namesSurvive();
    void peopleHaveNamesOfTheirOwn();
    void losses();

private:
    using Change = std::function<void(Inputs&)>;
    static void plans();
    static ExportSource sourceOf(const QString& plan);
    static XmlNode exported(const ExportSource& source) { return test::readXml(writeMspdi(source)->bytes); }
    static std::size_t lossOf(const ExportSource& source, LossKind kind);
};

namespace {

/// In the order of the schema, as far as they are written.
const std::vector<std::string> kProjectOrder{"SaveVersion",
                                             "UID",
                                             "Name",
                                             "Title",
                                             "Subject",
                                             "Category",
                                             "Company",
                                             "Author",
                                             "CreationDate",
                                             "ScheduleFromStart",
                                             "StartDate",
                                             "FinishDate",
                                             "CurrencyDigits",
                                             "CurrencySymbol",
                                             "CurrencyCode",
                                             "CalendarUID",
                                             "DefaultStartTime",
                                             "DefaultFinishTime",
                                             "MinutesPerDay",
                                             "MinutesPerWeek",
                                             "DaysPerMonth",
                                             "DefaultTaskType",
                                             "DurationFormat",
                                             "NewTasksEffortDriven",
                                             "NewTasksEstimated",
                                             "WeekStartDay",
                                             "StatusDate",
                                             "NewTasksAreManual",
                                             "ExtendedAttributes",
                                             "Calendars",
                                             "Tasks",
                                             "Resources",
                                             "Assignments"};
const std::vector<std::string> kTaskOrder{"UID",
                                          "ID",
                                          "Name",
                                          "Active",
                                          "Manual",
                                          "Type",
                                          "IsNull",
                                          "Contact",
                                          "WBS",
                                          "OutlineNumber",
                                          "OutlineLevel",
                                          "Priority",
                                          "Start",
                                          "Finish",
                                          "Duration",
                                          "DurationFormat",
                                          "Work",
                                          "Stop",
                                          "Resume",
                                          "EffortDriven",
                                          "Estimated",
                                          "Milestone",
                                          "Summary",
                                          "FixedCost",
                                          "FixedCostAccrual",
                                          "PercentComplete",
                                          "PercentWorkComplete",
                                          "Cost",
                                          "ActualStart",
                                          "ActualFinish",
                                          "ActualDuration",
                                          "ActualCost",
                                          "ActualWork",
                                          "RemainingDuration",
                                          "RemainingCost",
                                          "RemainingWork",
                                          "ConstraintType",
                                          "CalendarUID",
                                          "ConstraintDate",
                                          "Notes",
                                          "PredecessorLink",
                                          "ExtendedAttribute",
                                          "Baseline"};
const std::vector<std::string> kResourceOrder{"UID",           "ID",           "Name",
                                              "Type",          "IsNull",       "MaxUnits",
                                              "AvailableFrom", "AvailableTo",  "AccrueAt",
                                              "Work",          "StandardRate", "StandardRateFormat",
                                              "Cost",          "OvertimeRate", "OvertimeRateFormat",
                                              "CostPerUse",    "CalendarUID",  "IsGeneric"};
const std::vector<std::string> kAssignmentOrder{"UID",           "TaskUID",    "ResourceUID", "PercentWorkComplete",
                                                "ActualCost",    "ActualWork", "Cost",        "Finish",
                                                "RemainingWork", "Start",      "Units",       "Work"};

/// An element of `node` that is unknown, or stands before one that belongs before it.
std::string outOfOrder(const XmlNode& node, const std::vector<std::string>& order)
{
    auto at = order.begin();
    for (const XmlNode& child : node.children) {
        const auto found = std::find(at, order.end(), child.name);
        if (found == order.end())
            return child.name;
        at = found;
    }
    return {};
}

std::vector<const XmlNode*> tasksOf(const XmlNode& project)
{
    return project.child("Tasks").all("Task");
}

const XmlNode& taskCalled(const XmlNode& project, std::string_view name)
{
    for (const XmlNode* task : tasksOf(project))
        if ((*task)["Name"] == name)
            return *task;
    qFatal("no task is called %s", std::string(name).c_str());
}

std::string field(const XmlNode& task, const char* id)
{
    for (const XmlNode* attribute : task.all("ExtendedAttribute"))
        if ((*attribute)["FieldID"] == id)
            return (*attribute)["Value"];
    return {};
}

double hoursOf(const std::string& duration)
{
    const std::size_t hours = duration.find('H');
    return std::stod(duration.substr(2, hours - 2)) + std::stod(duration.substr(hours + 1)) / 60;
}

std::string dateOf(const std::string& time)
{
    return time.substr(0, std::string_view("2027-01-04").size());
}

/// The dates of a plan as it shows them, by title; each title of the sample is there once.
std::map<std::string, std::pair<std::string, std::string>> shownDates(const Plan& plan)
{
    std::map<std::string, std::pair<std::string, std::string>> dates;
    const auto add = [&](const std::string& title, const Span& when) {
        if (when.hasWork)
            dates[title] = {isoDate(plan.calendar.startDate(when.start)),
                            isoDate(plan.calendar.lastDate(when.start, when.finish))};
    };
    for (const PhasePlan& phase : plan.phases)
        add(phase.title, phase.when.likely);
    for (const ItemPlan& item : plan.items)
        add(item.title, item.when.likely);
    return dates;
}

} // namespace

void TestMspdi::plans()
{
    QTest::addColumn<QString>("plan");
    for (const char* plan : {"as it is", "days off and leave", "first and last days", "many people", "40 hours",
                             "one person", "retained", "happened", "all in place"})
        QTest::addRow("%s", plan) << QString::fromLatin1(plan);
}

ExportSource TestMspdi::sourceOf(const QString& plan)
{
    const auto date = [](const char* text) { return parseDate(text).value(); };
    const std::map<QString, Change> changes{
        {"as it is", {}},
        {"days off and leave",
         [&](Inputs& inputs) {
             inputs.region = "nsw";
             inputs.daysOff = {{date("2027-02-01"), "Fair & square"}, {date("2027-02-02"), "Fair & square"}};
             inputs.team[0].leave = {{date("2027-01-13"), date("2027-01-14")},
                                     {date("2027-02-15"), date("2027-03-05")}};
             inputs.team[1].leave = {{date("2027-01-14"), date("2027-01-18")}};
         }},
        {"first and last days",
         [&](Inputs& inputs) {
             inputs.team.push_back({"Late", 0.75, Money::dollars(6000), {}, date("2027-02-10"), {}});
             inputs.team[1].lastDay = date("2027-03-10");
         }},
        {"many people",
         [](Inputs& inputs) {
             for (int i = 0; i < 4; ++i)
                 inputs.team.push_back({"Person " + std::to_string(i), 1, Money::dollars(4321), {}, {}, {}});
         }},
        {"40 hours", [](Inputs& inputs) { inputs.hoursPerWeek = 40; }},
        {"one person", [](Inputs& inputs) { inputs.team.resize(1); }},
        {"retained", [](Inputs& inputs) { inputs.costMode = CostMode::retained; }},
        {"happened",
         [](Inputs& inputs) {
             RiskEvent event;
             event.id = "breaks";
             event.title = "Breaks";
             event.phase = "database";
             event.effort = {1, 2, 3};
             event.delay = {1, 1, 2};
             event.money = {100, 1000, 2000};
             event.status = RiskStatus::happened;
             addRisk(inputs.risks, event);
         }},
        {"all in place", [](Inputs& inputs) {
             const auto document = test::sampleSource().document;
             for (const Phase& phase : document.catalogue.catalogue->phases)
                 for (const Item& item : phase.items)
                     inputs.items[item.id].progress.state = ItemState::done;
         }}};
    return test::sampleSource(changes.at(plan));
}

std::size_t TestMspdi::lossOf(const ExportSource& source, LossKind kind)
{
    const auto losses = writeMspdi(source)->losses;
    const auto found = std::ranges::find(losses, kind, &Loss::kind);
    return found == losses.end() ? 0 : found->count;
}

void TestMspdi::formIsThatOfTheSchema()
{
    QFETCH(QString, plan);
    const ExportSource source = sourceOf(plan);
    const std::string bytes = writeMspdi(source)->bytes;
    test::printedBy("xmllint", {"--noout", "--nonet", "-"}, bytes);
    QVERIFY(bytes.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"));
    const XmlNode project = test::readXml(bytes);
    QCOMPARE(project.name, "Project");
    QCOMPARE(outOfOrder(project, kProjectOrder), "");
    for (const XmlNode* task : tasksOf(project))
        QCOMPARE(outOfOrder(*task, kTaskOrder), "");
    for (const XmlNode& resource : project.child("Resources").children)
        QCOMPARE(outOfOrder(resource, kResourceOrder), "");
    for (const XmlNode& assignment : project.child("Assignments").children)
        QCOMPARE(outOfOrder(assignment, kAssignmentOrder), "");

    std::set<std::string> uids;
    std::string outline;
    for (const XmlNode* task : tasksOf(project)) {
        QVERIFY(uids.insert((*task)["UID"]).second);
        QCOMPARE((*task)["ID"], (*task)["UID"]);
        // Pre-order: a task is one level below the one above it at most.
        const std::string& number = (*task)["OutlineNumber"];
        QCOMPARE(number == "0" ? 0 : std::ranges::count(number, '.') + 1, std::stoi((*task)["OutlineLevel"]));
        QVERIFY((*task)["OutlineLevel"] != "2" || number.starts_with(outline + '.'));
        outline = (*task)["OutlineLevel"] == "1" ? number : outline;
        QCOMPARE((*task)["ActualDuration"], "PT0H0M0S");
        QCOMPARE((*task)["ActualWork"], "PT0H0M0S");
        QCOMPARE(task->has("ActualStart"), (*task)["PercentComplete"] == "100");
        for (const XmlNode* link : task->all("PredecessorLink"))
            for (const char* part : {"PredecessorUID", "Type", "CrossProject", "LinkLag", "LagFormat"})
                QVERIFY2(link->has(part), part);
    }
    QCOMPARE(tasksOf(project).front()->child("UID").text, "0");
    QCOMPARE(project.has("Assignments"), !source.plan->nothingLeft());
}

void TestMspdi::datesAreThePlans()
{
    QFETCH(QString, plan);
    const ExportSource source = sourceOf(plan);
    const XmlNode project = exported(source);
    const auto dates = shownDates(*source.plan);
    std::size_t compared = 0;
    for (const XmlNode* task : tasksOf(project))
        if (const auto shown = dates.find((*task)["Name"]); shown != dates.end()) {
            QCOMPARE(dateOf((*task)["Start"]), shown->second.first);
            QCOMPARE(dateOf((*task)["Finish"]), shown->second.second);
            QVERIFY(!(*task)["Finish"].ends_with("T00:00:00"));
            ++compared;
        }
    QCOMPARE(compared, dates.size());
    QCOMPARE(dateOf(project["StartDate"]), isoDate(source.plan->startDate));
    QCOMPARE(dateOf(project["FinishDate"]), isoDate(source.plan->finishDate.likely));
}

void TestMspdi::readersComeToTheDates()
{
    QFETCH(QString, plan);
    const ExportSource source = sourceOf(plan);
    const XmlNode project = exported(source);
    const test::TaskScheduler scheduler(project);
    const auto written = scheduler.written();
    const auto scheduled = scheduler.schedule();
    QVERIFY(!written.empty());
    for (const XmlNode* task : tasksOf(project)) {
        const int uid = std::stoi((*task)["UID"]);
        if (uid == 0 || (*task)["Summary"] == "1")
            continue;
        const auto moved = [&](auto which) { return std::abs(scheduled.at(uid).*which - written.at(uid).*which); };
        // Times are rounded to minutes.
        QVERIFY2(moved(&test::TaskTimes::start) <= 1, (*task)["Name"].c_str());
        QVERIFY2(moved(&test::TaskTimes::finish) <= 1, (*task)["Name"].c_str());
    }
}

void TestMspdi::plannerReadsIt()
{
    QFETCH(QString, plan);
    const ExportSource source = sourceOf(plan);
    const std::string bytes = writeMspdi(source)->bytes;
    const XmlNode planner = test::readXml(
        test::printedBy("xsltproc", {"--nonet", "/usr/share/planner/stylesheets/msp2planner.xsl", "-"}, bytes));
    QCOMPARE(planner.attribute("name"), source.plan->inputs.name);
    const auto dates = shownDates(*source.plan);
    const auto compact = [](std::string date) {
        std::erase(date, '-');
        return date;
    };
    std::size_t compared = 0;
    std::size_t tasks = 0;
    std::size_t links = 0;
    const auto look = [&](const XmlNode& task) {
        ++tasks;
        links += task.child("predecessors").children.size();
        for (const XmlNode& link : task.child("predecessors").children)
            QVERIFY(!link.attribute("predecessor-id").empty());
        const auto shown = dates.find(task.attribute("name"));
        if (shown == dates.end())
            return;
        QVERIFY(task.attribute("start").starts_with(compact(shown->second.first) + 'T'));
        QVERIFY(task.attribute("end").starts_with(compact(shown->second.second) + 'T'));
        QVERIFY(task.attribute("duration") != "NaN");
        ++compared;
    };
    for (const XmlNode* phase : planner.child("tasks").all("task")) {
        look(*phase);
        for (const XmlNode* item : phase->all("task"))
            look(*item);
    }
    QCOMPARE(compared, dates.size());
    const XmlNode project = test::readXml(bytes);
    QCOMPARE(tasks + 1, tasksOf(project).size());
    std::size_t written = 0;
    for (const XmlNode* task : tasksOf(project))
        written += task->all("PredecessorLink").size();
    QCOMPARE(links, written);
    QCOMPARE(planner.child("resources").children.size(), source.plan->people.size());
    QCOMPARE(planner.child("allocations").children.size(), project.child("Assignments").children.size());
}

void TestMspdi::moneyAddsUp()
{
    QFETCH(QString, plan);
    const ExportSource source = sourceOf(plan);
    const XmlNode project = exported(source);
    std::map<std::string, std::int64_t> assigned;
    std::map<std::string, double> work;
    std::map<std::string, double> rates;
    for (const XmlNode& resource : project.child("Resources").children)
        rates[resource["UID"]] = std::stod(resource["StandardRate"]);
    for (const XmlNode& assignment : project.child("Assignments").children) {
        assigned[assignment["TaskUID"]] += std::stoll(assignment["Cost"]);
        work[assignment["TaskUID"]] += hoursOf(assignment["Work"]);
        // What the reader makes of work and rate: to what a minute costs.
        const double rate = rates.at(assignment["ResourceUID"]);
        QVERIFY(std::abs(std::stod(assignment["Cost"]) / 100 - hoursOf(assignment["Work"]) * rate) < rate / 60 + 0.02);
    }
    std::int64_t phases = 0;
    std::int64_t items = 0;
    std::int64_t ofPhases = 0;
    for (const XmlNode* task : tasksOf(project)) {
        const std::int64_t cost = std::stoll((*task)["Cost"]);
        if ((*task)["OutlineLevel"] == "1") {
            phases += cost;
            ofPhases += std::stoll((*task)["FixedCost"]);
        }
        if ((*task)["OutlineLevel"] != "2")
            continue;
        items += cost;
        QCOMPARE(std::stoll((*task)["FixedCost"]) + assigned[(*task)["UID"]], cost);
        QVERIFY(std::abs(hoursOf((*task)["Work"]) - work[(*task)["UID"]]) < 1e-9);
    }
    const XmlNode& whole = *tasksOf(project).front();
    QCOMPARE(std::stoll(whole["Cost"]), source.plan->total.likely.cents);
    QCOMPARE(phases + std::stoll(whole["FixedCost"]), std::stoll(whole["Cost"]));
    QCOMPARE(items + ofPhases, phases);
    QCOMPARE(field(whole, "188743786"), std::to_string(source.plan->total.low.cents));
    QCOMPARE(field(whole, "188743788"), std::to_string(source.plan->total.high.cents));
}

void TestMspdi::workingTimes_data()
{
    QTest::addColumn<double>("hoursPerWeek");
    QTest::addColumn<QString>("minutesPerDay");
    QTest::addColumn<QString>("times");
    QTest::addRow("38 hours") << 38.0 << "456" << "08:00:00-12:00:00 13:00:00-16:36:00";
    QTest::addRow("40 hours") << 40.0 << "480" << "08:00:00-12:00:00 13:00:00-17:00:00";
    QTest::addRow("15 hours") << 15.0 << "180" << "08:00:00-11:00:00";
    QTest::addRow("20 hours") << 20.0 << "240" << "08:00:00-12:00:00";
    QTest::addRow("all hours") << 168.0 << "840" << "08:00:00-12:00:00 13:00:00-23:00:00";
}

void TestMspdi::workingTimes()
{
    QFETCH(double, hoursPerWeek);
    QFETCH(QString, minutesPerDay);
    QFETCH(QString, times);
    const ExportSource source = test::sampleSource([&](Inputs& inputs) { inputs.hoursPerWeek = hoursPerWeek; });
    const XmlNode project = exported(source);
    QCOMPARE(project["MinutesPerDay"], minutesPerDay.toStdString());
    const XmlNode& calendar = project.child("Calendars").child("Calendar");
    QVERIFY(!calendar["Name"].empty());
    const auto days = calendar.child("WeekDays").all("WeekDay");
    for (std::size_t day = 0; day < 7; ++day) {
        QCOMPARE((*days[day])["DayType"], std::to_string(day + 1));
        QStringList shifts;
        for (const XmlNode& shift : days[day]->child("WorkingTimes").children)
            shifts += QString::fromStdString(shift["FromTime"] + '-' + shift["ToTime"]);
        QCOMPARE(shifts.join(' '), day == 0 || day == 6 ? QString() : times);
    }
    // A week of a person costs what it does in the plan.
    const XmlNode& lead = project.child("Resources").child("Resource");
    QVERIFY(std::abs(std::stod(lead["StandardRate"]) * minutesPerDay.toDouble() * 5 / 60 - 5000) < 0.001);
}

void TestMspdi::daysOffAndLeave()
{
    const ExportSource source = sourceOf("days off and leave");
    const XmlNode project = exported(source);
    const auto calendars = project.child("Calendars").all("Calendar");
    QCOMPARE(calendars.size(), std::size_t{3});
    const auto gaps = [](const XmlNode& calendar) {
        QStringList found;
        for (const XmlNode& exception : calendar.child("Exceptions").children)
            found += QString::fromStdString(exception.child("TimePeriod")["FromDate"] + ' ' +
                                            exception.child("TimePeriod")["ToDate"] + ' ' + exception["Name"]);
        QStringList legacy;
        for (const XmlNode& day : calendar.child("WeekDays").children)
            if (day["DayType"] == "0")
                legacy += QString::fromStdString(day.child("TimePeriod")["FromDate"]);
        return legacy.size() == found.size() ? found : QStringList();
    };
    const QStringList shared = gaps(*calendars[0]);
    QVERIFY(shared.contains("2027-01-26T00:00:00 2027-01-26T23:59:00 Australia Day"));
    QVERIFY(shared.contains("2027-02-01T00:00:00 2027-02-02T23:59:00 Fair & square"));
    QStringList sorted = shared;
    sorted.sort();
    QCOMPARE(shared, sorted);
    QCOMPARE((*calendars[1])["BaseCalendarUID"], "1");
    QCOMPARE(gaps(*calendars[1]),
             (QStringList{"2027-01-13T00:00:00 2027-01-14T23:59:00 ", "2027-02-15T00:00:00 2027-03-05T23:59:00 "}));

    const ExportSource late = sourceOf("first and last days");
    const XmlNode other = exported(late);
    const auto own = other.child("Calendars").all("Calendar");
    QCOMPARE(gaps(*own[3]), (QStringList{"2027-01-04T00:00:00 2027-02-09T23:59:00 "}));
    QVERIFY(gaps(*own[2]).front().startsWith("2027-03-11T00:00:00 "));
    const auto people = other.child("Resources").all("Resource");
    QCOMPARE((*people[2])["AvailableFrom"], "2027-02-10T00:00:00");
    QCOMPARE((*people[2])["MaxUnits"], "0.75");
    QCOMPARE((*people[1])["AvailableTo"], "2027-03-10T23:59:00");
}

void TestMspdi::linksAndRanges()
{
    ExportSource source = test::sampleSource();
    auto catalogue = std::make_shared<Catalogue>(*source.document.catalogue.catalogue);
    for (Link& link : catalogue->links)
        if (link.from == "database" && link.to == "authentication")
            link.lag = 0.5;
    source.plan = std::make_shared<const Plan>(makePlan(catalogue, source.document.project.base).value());
    const Plan& plan = *source.plan;
    const XmlNode project = exported(source);
    const XmlNode& database = taskCalled(project, plan.findPhase("database")->title);
    const XmlNode& link = taskCalled(project, plan.findPhase("authentication")->title).child("PredecessorLink");
    QCOMPARE(link["PredecessorUID"], database["UID"]);
    QCOMPARE(link["Type"], "1");
    QCOMPARE(link["LinkLag"], "11400"); // two and a half days of 456 minutes, in tenths
    QCOMPARE(link["LagFormat"], "7");
    // Nothing bounds the finish of a summary task.
    for (const XmlNode* task : tasksOf(project))
        if ((*task)["Summary"] == "1")
            for (const XmlNode* bound : task->all("PredecessorLink"))
                QVERIFY((*bound)["Type"] == "1" || (*bound)["Type"] == "3");
    QCOMPARE(lossOf(source, LossKind::finishLinks), std::size_t{2});

    const auto item = std::ranges::find_if(plan.items, &ItemPlan::hasWork);
    const XmlNode& task = taskCalled(project, item->title);
    QCOMPARE(field(task, "188743784"), task["Duration"]);
    const auto ratio = [&](const char* id) { return hoursOf(field(task, id)) / hoursOf(task["Duration"]); };
    QVERIFY(std::abs(ratio("188743783") - item->effort.low / item->effort.likely) < 0.01);
    QVERIFY(std::abs(ratio("188743785") - item->effort.high / item->effort.likely) < 0.01);
    QCOMPARE(field(task, "188743786"), std::to_string(item->cost.low.cents));
    QCOMPARE(field(task, "188743787"), task["Cost"]);
    std::set<std::string> known;
    for (const XmlNode& attribute : project.child("ExtendedAttributes").children)
        known.insert(attribute["FieldID"]);
    for (const XmlNode* attribute : task.all("ExtendedAttribute"))
        QVERIFY(known.contains((*attribute)["FieldID"]));
    QCOMPARE(known.size(), std::size_t{6});
}

void TestMspdi::whatIsInPlace()
{
    const ExportSource source = test::sampleSource([](Inputs& inputs) {
        inputs.items["two-factor"].progress.state = ItemState::excluded;
        inputs.items["traces"].owner = "Bo";
        inputs.items["traces"].note = "Line one\nline two";
    });
    const Plan& plan = *source.plan;
    const XmlNode project = exported(source);
    const XmlNode& done = taskCalled(project, plan.findItem("indexes")->title);
    QCOMPARE(done["PercentComplete"], "100");
    QCOMPARE(done["Milestone"], "1");
    QCOMPARE(done["Work"], "PT0H0M0S");
    QCOMPARE(done["ActualFinish"], done["Finish"]);
    const XmlNode& partly = taskCalled(project, plan.findItem("unit-tests")->title);
    QCOMPARE(partly["PercentComplete"], "0");
    QVERIFY(partly["Work"] != "PT0H0M0S");
    const XmlNode& traces = taskCalled(project, plan.findItem("traces")->title);
    QCOMPARE(traces["Contact"], "Bo");
    QVERIFY(traces["Notes"].ends_with("\n\nLine one\nline two"));
    for (const XmlNode* task : tasksOf(project))
        QVERIFY((*task)["Name"] != plan.findItem("two-factor")->title);
    QCOMPARE(lossOf(source, LossKind::notNeeded), std::size_t{1});
    QCOMPARE(lossOf(source, LossKind::partly), std::size_t{2});
}

void TestMspdi::whatHappened()
{
    const ExportSource source = test::inProgressSource();
    const Plan& plan = *source.plan;
    const std::string bytes = writeMspdi(source)->bytes;
    const XmlNode project = test::readXml(bytes);
    QCOMPARE(outOfOrder(project, kProjectOrder), "");
    for (const XmlNode* task : tasksOf(project))
        QCOMPARE(outOfOrder(*task, kTaskOrder), "");
    for (const XmlNode& assignment : project.child("Assignments").children)
        QCOMPARE(outOfOrder(assignment, kAssignmentOrder), "");
    QCOMPARE(dateOf(project["StartDate"]), "2027-01-04");
    QCOMPARE(dateOf(project["StatusDate"]), "2027-02-01");

    const XmlNode& finished = taskCalled(project, plan.findItem("password-hashing")->title);
    QCOMPARE(finished["PercentComplete"], "100");
    QCOMPARE(dateOf(finished["ActualStart"]), "2027-01-25");
    QCOMPARE(dateOf(finished["ActualFinish"]), "2027-01-28");
    QCOMPARE(finished["Start"], finished["ActualStart"]);
    QCOMPARE(hoursOf(finished["ActualDuration"]), 4 * 7.6);
    QCOMPARE(hoursOf(finished["ActualWork"]), .4 * 38);
    QCOMPARE(finished["RemainingWork"], "PT0H0M0S");
    QCOMPARE(finished["Milestone"], "0");

    const ItemPlan& item = *plan.findItem("access-control");
    const XmlNode& underWay = taskCalled(project, item.title);
    QCOMPARE(dateOf(underWay["ActualStart"]), "2027-01-29");
    QVERIFY(!underWay.has("ActualFinish"));
    QCOMPARE(dateOf(underWay["Finish"]),
             isoDate(plan.calendar.lastDate(item.when.likely.start, item.when.likely.finish)));
    QCOMPARE(hoursOf(underWay["ActualDuration"]), 7.6); // Friday 29 January
    QVERIFY(std::abs(hoursOf(underWay["Duration"]) - hoursOf(underWay["RemainingDuration"]) - 7.6) < 1e-9);
    QCOMPARE(hoursOf(underWay["ActualWork"]), .5 * 38);
    const int percent = std::stoi(underWay["PercentComplete"]);
    QVERIFY(percent > 0 && percent < 100);
    QCOMPARE(dateOf(underWay["Resume"]), isoDate(plan.calendar.startDate(item.when.likely.start)));

    // What has not begun does not move before the status date where a program schedules from the project's start.
    for (const ItemPlan& ahead : plan.items)
        if (ahead.hasWork && ahead.state == ItemState::missing) {
            const XmlNode& task = taskCalled(project, ahead.title);
            QVERIFY(!task.has("ActualStart"));
            QVERIFY2(task.has("ConstraintDate") || !task.all("PredecessorLink").empty() ||
                         ahead.phase > 0, // held by its phase's link
                     ahead.id.c_str());
        }
    std::map<std::string, double> assigned;
    for (const XmlNode& assignment : project.child("Assignments").children)
        assigned[assignment["TaskUID"]] += hoursOf(assignment["Work"]);
    for (const XmlNode* task : tasksOf(project))
        if ((*task)["OutlineLevel"] == "2")
            QVERIFY(std::abs(hoursOf((*task)["Work"]) - assigned[(*task)["UID"]]) < 1e-9);
}

void TestMspdi::whatWasPromised()
{
    ExportSource source = test::inProgressSource();
    const XmlNode project = exported(source);
    const XmlNode& task = taskCalled(project, source.plan->findItem("metrics")->title);
    const XmlNode& baseline = task.child("Baseline");
    QCOMPARE(baseline["Number"], "0");
    QCOMPARE(dateOf(baseline["Start"]), "2027-02-03");
    QCOMPARE(dateOf(baseline["Finish"]), "2027-02-05");
    QCOMPARE(hoursOf(baseline["Work"]), .75 * 38);
    QCOMPARE(dateOf(tasksOf(project).front()->child("Baseline")["Finish"]), "2027-06-18");
    source.audience = Audience::client;
    QVERIFY(writeMspdi(source)->bytes.find("<Baseline>") == std::string::npos);
    source = test::inProgressSource([](Inputs& inputs) { inputs.baseline.reset(); });
    QVERIFY(writeMspdi(source)->bytes.find("<Baseline>") == std::string::npos);
}

void TestMspdi::namesSurvive_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const test::HostileName& name : test::hostileNames())
        QTest::addRow("%s", name.row) << QByteArray::fromStdString(name.name);
}

void TestMspdi::namesSurvive()
{
    QFETCH(QByteArray, name);
    const ExportSource source = test::namedSource(name.toStdString());
    const std::string bytes = writeMspdi(source)->bytes;
    test::printedBy("xmllint", {"--noout", "--nonet", "-"}, bytes);
    const XmlNode project = test::readXml(bytes);
    TextCleaner cleaner("");
    std::string shown = cleaner.clean(name.toStdString());
    const bool tooLong = QString::fromStdString(shown).toUcs4().size() > 255;
    if (tooLong)
        shown = QString::fromUcs4(reinterpret_cast<const char32_t*>(QString::fromStdString(shown).toUcs4().constData()),
                                  255)
                    .toStdString();
    QCOMPARE(project["Name"], shown);
    QCOMPARE(project["Company"], shown);
    QCOMPARE((*tasksOf(project)[0])["Name"], shown);
    QCOMPARE((*tasksOf(project)[1])["Name"], shown);
    QCOMPARE((*tasksOf(project)[2])["Name"], shown);
    QCOMPARE((*tasksOf(project)[2])["Contact"], shown);
    QCOMPARE(lossOf(source, LossKind::characters) > 0, cleaner.replaced() > 0);
    QCOMPARE(lossOf(source, LossKind::shortened) > 0, tooLong);
    const std::string person = project.child("Resources").child("Resource")["Name"];
    QVERIFY(person.find_first_of(",[]") == std::string::npos);
    QCOMPARE(lossOf(source, LossKind::renamed), std::size_t{person == shown ? 0U : 1U});
    test::printedBy("xsltproc", {"--nonet", "/usr/share/planner/stylesheets/msp2planner.xsl", "-"}, bytes);
}

void TestMspdi::peopleHaveNamesOfTheirOwn()
{
    const ExportSource source = test::sampleSource([](Inputs& inputs) {
        inputs.team[0].name = "Doe, Jo [lead]";
        inputs.team[1].name = "Doe  Jo  lead ";
    });
    std::vector<std::string> names;
    const XmlNode project = exported(source);
    for (const XmlNode& resource : project.child("Resources").children)
        names.push_back(resource["Name"]);
    QCOMPARE(names, (std::vector<std::string>{"Doe  Jo  lead ", "Doe  Jo  lead  2"}));
    QCOMPARE(lossOf(source, LossKind::renamed), std::size_t{2});
}

void TestMspdi::losses()
{
    const ExportSource source = test::sampleSource([](Inputs& inputs) {
        inputs.items.clear();
        inputs.profile = {};
        inputs.team[0].skills = {"backend"};
        inputs.estimates = {{"database", {{1, 2, 3}, {}, "Measured"}}};
        inputs.cash.opening = Money::dollars(1);
        inputs.team[0].billRate = Money::dollars(7000);
        inputs.team[1].paidOut = false;
    });
    const auto open = static_cast<std::size_t>(std::ranges::count_if(source.plan->phases, &PhasePlan::mayHaveWork));
    QCOMPARE(writeMspdi(source)->losses, (std::vector<Loss>{{LossKind::finishLinks, 2},
                                                            {LossKind::skills, 1},
                                                            {LossKind::goals, 2},
                                                            {LossKind::estimates, 1},
                                                            {LossKind::settings, 1},
                                                            {LossKind::price, 3},
                                                            {LossKind::chances, open}}));
}

QTEST_GUILESS_MAIN(TestMspdi)
#include "tst_mspdi.moc"
