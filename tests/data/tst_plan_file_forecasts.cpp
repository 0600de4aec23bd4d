#include "data/plan_file/plan_file.h"
#include "tests/data/support/plan_files.h"

#include <QTest>

#include <algorithm>

using namespace trestle;
using namespace trestle::test;

/// What status dates promised, kept beside the history.
class TestPlanFileForecasts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsOneForEachDay();
    void writesOnlyWhatIsNew();
    void areNoPartOfTheHistory();
    void goWithAScenario();
    void travelWithCopies();
    void tellsOfDamage();
    void amountsAreThoseOfPlans();
    void readOnlyKeepsNone();
    void outliveARepair();

private:
    static KeptForecast forecast(const char* day, std::int64_t cents, const std::string& scenario = {});
};

KeptForecast TestPlanFileForecasts::forecast(const char* day, std::int64_t cents, const std::string& scenario)
{
    const Date asOf = *parseDate(day);
    return {scenario,
            {asOf, asOf + std::chrono::days(100), asOf + std::chrono::days(140), Money{cents}, Money{2 * cents}}};
}

static Result<bool> keep(PlanFile& file, const std::vector<KeptForecast>& forecasts)
{
    return file.keepForecasts(forecasts);
}

static Project withScenario(Project project, const std::string& name)
{
    Scenario scenario;
    scenario.name = name;
    project.scenarios.push_back(std::move(scenario));
    return project;
}

void TestPlanFileForecasts::keepsOneForEachDay()
{
    const Folder folder;
    {
        auto file = PlanFile::create(folder.path("a.trestle"), smallDocument(), "New plan");
        VERIFY_OK(file);
        QCOMPARE(*file->forecasts(), Forecasts());
        QCOMPARE(
            keep(*file, {forecast("2027-02-08", 300), forecast("2027-02-01", 100), forecast("2027-02-01", 7, "S")}),
            Result<bool>(true));
        QCOMPARE(keep(*file, {forecast("2027-02-01", 200)}), Result<bool>(true));
    }
    const auto file = PlanFile::open(folder.path("a.trestle"), OpenMode::readOnly);
    VERIFY_OK(file);
    QCOMPARE(*file->forecasts(),
             (Forecasts{forecast("2027-02-01", 200).forecast, forecast("2027-02-08", 300).forecast}));
    QCOMPARE(*file->forecasts("S"), (Forecasts{forecast("2027-02-01", 7).forecast}));
    QCOMPARE(*file->forecasts("T"), Forecasts());
    QVERIFY(!checkPlanFile(folder.path("a.trestle"))->problem);
}

void TestPlanFileForecasts::writesOnlyWhatIsNew()
{
    const Folder folder;
    const std::string path = folder.path("a.trestle");
    auto file = PlanFile::create(path, smallDocument(), "New plan");
    VERIFY_OK(file);
    QCOMPARE(keep(*file, {forecast("2027-02-01", 100)}), Result<bool>(true));
    const std::string before = readBytes(path);
    QCOMPARE(keep(*file, {forecast("2027-02-01", 100)}), Result<bool>(false));
    QCOMPARE(keep(*file, {}), Result<bool>(false));
    QVERIFY(readBytes(path) == before);
}

void TestPlanFileForecasts::areNoPartOfTheHistory()
{
    const Folder folder;
    auto file = PlanFile::create(folder.path("a.trestle"), smallDocument(), "New plan");
    VERIFY_OK(file);
    VERIFY_OK(file->edit(withNotes(file->document().project, "a"), "Note"));
    const std::size_t revisions = file->history()->size();
    VERIFY_OK(keep(*file, {forecast("2027-02-01", 100)}));
    QCOMPARE(file->history()->size(), revisions);
    QCOMPARE(file->undo(), Result<bool>(true));
    QCOMPARE(*file->forecasts(), (Forecasts{forecast("2027-02-01", 100).forecast}));
    QCOMPARE(file->redo(), Result<bool>(true));
    QCOMPARE(file->document().project.base.notes, "a");
}

void TestPlanFileForecasts::goWithAScenario()
{
    const Folder folder;
    auto file = PlanFile::create(folder.path("a.trestle"), smallDocument(), "New plan");
    VERIFY_OK(file);
    VERIFY_OK(file->edit(withScenario(file->document().project, "Lean"), "Scenario"));
    VERIFY_OK(keep(*file, {forecast("2027-02-01", 100, "Lean"), forecast("2027-02-01", 200)}));
    Project renamed = file->document().project;
    renamed.scenarios.front().name = "Leaner";
    VERIFY_OK(file->edit(renamed, "Renamed"));
    const Forecasts kept{forecast("2027-02-01", 100).forecast};
    QCOMPARE(*file->forecasts("Leaner"), kept);
    QCOMPARE(*file->forecasts("Lean"), Forecasts());
    QCOMPARE(file->undo(), Result<bool>(true));
    QCOMPARE(*file->forecasts("Lean"), kept);
    QCOMPARE(file->redo(), Result<bool>(true));
    QCOMPARE(*file->forecasts("Leaner"), kept);
    // Taken out, and back again.
    Project without = file->document().project;
    without.scenarios.clear();
    VERIFY_OK(file->edit(without, "Removed"));
    QCOMPARE(file->undo(), Result<bool>(true));
    QCOMPARE(*file->forecasts("Leaner"), kept);
    QCOMPARE(*file->forecasts(), (Forecasts{forecast("2027-02-01", 200).forecast}));
}

void TestPlanFileForecasts::travelWithCopies()
{
    const Folder folder;
    auto file = PlanFile::create(folder.path("a.trestle"), smallDocument(), "New plan");
    VERIFY_OK(file);
    VERIFY_OK(keep(*file, {forecast("2027-02-01", 100)}));
    VERIFY_OK(file->saveCopy(folder.path("copy.trestle")));
    // With another program's table in it a copy is made row by row.
    sql(folder.path("copy.trestle"), "CREATE TABLE mine(x)");
    const auto copy = PlanFile::open(folder.path("copy.trestle"), OpenMode::readOnly);
    VERIFY_OK(copy);
    VERIFY_OK(copy->saveCopy(folder.path("second.trestle")));
    const auto second = PlanFile::open(folder.path("second.trestle"), OpenMode::readOnly);
    VERIFY_OK(second);
    QCOMPARE(*second->forecasts(), (Forecasts{forecast("2027-02-01", 100).forecast}));
}

void TestPlanFileForecasts::tellsOfDamage()
{
    const Folder folder;
    const std::string path = folder.path("a.trestle");
    {
        auto file = PlanFile::create(path, smallDocument(), "New plan");
        VERIFY_OK(file);
        VERIFY_OK(keep(*file, {forecast("2027-02-01", 100), forecast("2027-02-08", 200)}));
    }
    sql(path, "UPDATE forecast SET total_p50_cents = 1 WHERE as_of_date = '2027-02-08'");
    // The plan itself is whole, and the other forecast.
    const auto file = PlanFile::open(path);
    VERIFY_OK(file);
    QCOMPARE(*file->forecasts(), (Forecasts{forecast("2027-02-01", 100).forecast}));
    const auto report = checkPlanFile(path);
    VERIFY_OK(report);
    QVERIFY(report->problem);
    QCOMPARE(report->problem->where, "forecast//2027-02-08");
    QCOMPARE(report->repairable, std::optional<std::int64_t>(1));
}

void TestPlanFileForecasts::amountsAreThoseOfPlans()
{
    const Folder folder;
    auto file = PlanFile::create(folder.path("a.trestle"), smallDocument(), "New plan");
    VERIFY_OK(file);
    constexpr std::int64_t noPlan = 3'000'000'000'000'000'000; // what a hostile file may say
    VERIFY_OK(
        keep(*file, {forecast("2027-02-01", 100), forecast("2027-02-08", noPlan), forecast("2027-02-15", -noPlan)}));
    QCOMPARE(*file->forecasts(), (Forecasts{forecast("2027-02-01", 100).forecast}));
    QVERIFY(checkPlanFile(folder.path("a.trestle"))->problem);
}

void TestPlanFileForecasts::readOnlyKeepsNone()
{
    const Folder folder;
    const std::string path = folder.path("a.trestle");
    VERIFY_OK(PlanFile::create(path, smallDocument(), "New plan"));
    auto file = PlanFile::open(path, OpenMode::readOnly);
    VERIFY_OK(file);
    COMPARE_ERROR(keep(*file, {forecast("2027-02-01", 100)}), ErrorCode::fileUnwritable);
    QCOMPARE(*file->forecasts(), Forecasts());
}

void TestPlanFileForecasts::outliveARepair()
{
    const Folder folder;
    const std::string path = folder.path("a.trestle");
    {
        auto file = PlanFile::create(path, smallDocument(), "New plan");
        VERIFY_OK(file);
        VERIFY_OK(file->edit(withNotes(file->document().project, "damaged soon"), "Note"));
        VERIFY_OK(keep(*file, {forecast("2027-02-01", 100)}));
    }
    sql(path, "UPDATE revision SET label = 'other' WHERE id = 2");
    COMPARE_ERROR(PlanFile::open(path), ErrorCode::damagedPlan);
    VERIFY_OK(repairPlanFile(path, folder.path("repaired.trestle")));
    const auto file = PlanFile::open(folder.path("repaired.trestle"), OpenMode::readOnly);
    VERIFY_OK(file);
    QCOMPARE(file->head().id, 1);
    QCOMPARE(*file->forecasts(), (Forecasts{forecast("2027-02-01", 100).forecast}));
}

QTEST_GUILESS_MAIN(TestPlanFileForecasts)
#include "tst_plan_file_forecasts.moc"
