#include "data/json.h"
#include "data/project_json.h"

#include <QTest>

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace trestle;

/// Any plan that the rules allow survives writing and reading, and the second writing gives the same bytes.
namespace {

const LoadedCatalogue& builtin()
{
    static const LoadedCatalogue loaded = builtinCatalogue().value();
    return loaded;
}

/// Short lists: rapidcheck's own grow with its size at each level, and a plan has lists of lists of texts.
template <class T>
rc::Gen<std::vector<T>> lists(std::size_t most, const rc::Gen<T>& gen)
{
    return rc::gen::mapcat(rc::gen::inRange<std::size_t>(0, most + 1),
                           [gen](std::size_t size) { return rc::gen::container<std::vector<T>>(size, gen); });
}

template <class T>
rc::Gen<std::map<std::string, T>> maps(const rc::Gen<std::string>& keys, const rc::Gen<T>& values)
{
    return rc::gen::map(lists(5, rc::gen::pair(keys, values)), [](const std::vector<std::pair<std::string, T>>& list) {
        return std::map<std::string, T>(list.begin(), list.end());
    });
}

rc::Gen<std::string> texts()
{
    // Whole characters of all lengths, and those that JSON, CSV or a shell would treat in a special way.
    return rc::gen::map(lists(5, rc::gen::elementOf(std::vector<std::string>{
                                     "a",  "Z",  "0",    " ",    "é", "€", "😀", "\u2028", "\"", "\\", "/",   "\n",
                                     "\r", "\t", "\x01", "\x7f", "~", "=", "<",  "&",      ",",  "'",  "null"})),
                        [](const std::vector<std::string>& pieces) {
                            std::string text;
                            for (const std::string& piece : pieces)
                                text += piece;
                            return text;
                        });
}

rc::Gen<std::string> names()
{
    return rc::gen::map(texts(), [](const std::string& text) { return "N" + text; });
}

rc::Gen<Date> dates()
{
    // 1970-01-01 to 2200-12-31.
    return rc::gen::map(rc::gen::inRange(0, 84'371), [](int days) { return Date{std::chrono::days{days}}; });
}

rc::Gen<Money> amounts()
{
    return rc::gen::map(rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, 100'000'000'000'001),
                                       rc::gen::inRange<std::int64_t>(0, 1'000'000)),
                        [](std::int64_t cents) { return Money{cents}; });
}

/// In (0, 1]: round values as people type them, and any double.
rc::Gen<double> parts()
{
    return rc::gen::oneOf(rc::gen::map(rc::gen::inRange(1, 101), [](int percent) { return percent / 100.0; }),
                          rc::gen::map(rc::gen::inRange<std::int64_t>(1, std::int64_t{1} << 53),
                                       [](std::int64_t bits) { return std::ldexp(static_cast<double>(bits), -53); }));
}

/// From the least that a person may be on a plan.
rc::Gen<double> allocations()
{
    return rc::gen::map(parts(), [](double part) { return std::max(part, 0.001); });
}

rc::Gen<double> efforts()
{
    return rc::gen::oneOf(rc::gen::map(rc::gen::inRange(0, 1000), [](int value) { return value / 10.0; }),
                          rc::gen::map(parts(), [](double part) { return part * 1e6; }), rc::gen::just(0.0));
}

rc::Gen<ThreePoint> ranges()
{
    return rc::gen::map(rc::gen::container<std::vector<double>>(3, efforts()), [](std::vector<double> points) {
        std::ranges::sort(points);
        return ThreePoint{points[0], points[1], points[2]};
    });
}

template <class T>
rc::Gen<std::optional<T>> maybe(const rc::Gen<T>& gen)
{
    return rc::gen::oneOf(rc::gen::just(std::optional<T>()),
                          rc::gen::map(gen, [](const T& value) { return std::optional<T>(value); }));
}

template <class Kind>
rc::Gen<Kind> kinds(std::initializer_list<Kind> all)
{
    return rc::gen::elementOf(std::vector<Kind>(all));
}

rc::Gen<ItemState> states()
{
    return kinds({ItemState::missing, ItemState::partial, ItemState::done, ItemState::excluded});
}

rc::Gen<std::string> itemIds()
{
    std::vector<std::string> ids;
    for (const Phase& phase : builtin().catalogue->phases)
        for (const auto* list : {&phase.items, &phase.addOns})
            std::ranges::transform(*list, std::back_inserter(ids), &Item::id);
    return rc::gen::elementOf(ids);
}

rc::Gen<std::string> phaseIds()
{
    std::vector<std::string> ids;
    std::ranges::transform(builtin().catalogue->phases, std::back_inserter(ids), &Phase::id);
    return rc::gen::elementOf(ids);
}

rc::Gen<Profile> profiles()
{
    return rc::gen::build<Profile>(
        rc::gen::set(&Profile::conditions,
                     rc::gen::map(lists(4, rc::gen::elementOf(std::vector<std::string>{"payments", "compliance",
                                                                                       "user-content", "enterprise"})),
                                  [](const std::vector<std::string>& list) {
                                      return std::set<std::string>(list.begin(), list.end());
                                  })),
        rc::gen::set(&Profile::scale, rc::gen::elementOf(std::vector<std::string>{"", "10k", "100k", "1m"})),
        rc::gen::set(&Profile::validated, maybe(rc::gen::arbitrary<bool>())),
        rc::gen::set(&Profile::maintainer, kinds({Maintainer::unanswered, Maintainer::onePerson, Maintainer::team})));
}

rc::Gen<DateRange> leaves()
{
    return rc::gen::map(rc::gen::pair(dates(), dates()), [](const std::pair<Date, Date>& ends) {
        return DateRange{std::min(ends.first, ends.second), std::max(ends.first, ends.second)};
    });
}

rc::Gen<Person> people()
{
    return rc::gen::build<Person>(
        rc::gen::set(&Person::name, names()), rc::gen::set(&Person::allocation, allocations()),
        rc::gen::set(&Person::weeklyRate, amounts()), rc::gen::set(&Person::skills, lists(3, names())),
        rc::gen::set(&Person::firstDay, maybe(dates())), rc::gen::set(&Person::leave, lists(3, leaves())));
}

rc::Gen<std::vector<Person>> teams()
{
    return rc::gen::map(lists(5, people()), [](std::vector<Person> team) {
        for (std::size_t i = 0; i < team.size(); ++i)
            team[i].name += std::to_string(i);
        return team;
    });
}

rc::Gen<std::vector<DayOff>> daysOff()
{
    return lists(4,
                 rc::gen::build<DayOff>(rc::gen::set(&DayOff::date, dates()), rc::gen::set(&DayOff::label, texts())));
}

rc::Gen<Inputs> inputs()
{
    const auto items = rc::gen::build<ItemInput>(
        rc::gen::set(&ItemInput::state, states()), rc::gen::set(&ItemInput::note, texts()),
        rc::gen::set(&ItemInput::owner, texts()), rc::gen::set(&ItemInput::changed, maybe(dates())));
    const auto estimates = rc::gen::build<OwnEstimate>(rc::gen::set(&OwnEstimate::effort, ranges()),
                                                       rc::gen::set(&OwnEstimate::changed, maybe(dates())),
                                                       rc::gen::set(&OwnEstimate::note, texts()));
    return rc::gen::build<Inputs>(
        rc::gen::set(&Inputs::name, names()), rc::gen::set(&Inputs::client, texts()),
        rc::gen::set(&Inputs::notes, texts()), rc::gen::set(&Inputs::start, dates()),
        rc::gen::set(&Inputs::asOf, maybe(dates())), rc::gen::set(&Inputs::profile, profiles()),
        rc::gen::set(&Inputs::items, maps(itemIds(), items)),
        rc::gen::set(&Inputs::estimates, maps(phaseIds(), estimates)),
        rc::gen::set(&Inputs::phaseNotes, maps(phaseIds(), texts())), rc::gen::set(&Inputs::team, teams()),
        rc::gen::set(&Inputs::daysOff, daysOff()),
        rc::gen::set(&Inputs::costMode, kinds({CostMode::worked, CostMode::retained})),
        rc::gen::set(&Inputs::monthsAfterLaunch, rc::gen::inRange(0, 121)),
        rc::gen::set(&Inputs::correlation, rc::gen::oneOf(parts(), rc::gen::just(0.0))),
        rc::gen::set(&Inputs::confidence, rc::gen::element(50, 80, 90)),
        rc::gen::set(&Inputs::order, kinds({OrderKind::catalogue, OrderKind::optimised})),
        rc::gen::set(&Inputs::targetDate, maybe(dates())), rc::gen::set(&Inputs::budget, maybe(amounts())));
}

rc::Gen<Scenario> scenarios()
{
    return rc::gen::build<Scenario>(
        rc::gen::set(&Scenario::name, names()), rc::gen::set(&Scenario::start, maybe(dates())),
        rc::gen::set(&Scenario::team, maybe(teams())), rc::gen::set(&Scenario::profile, maybe(profiles())),
        rc::gen::set(&Scenario::items, maps(itemIds(), states())), rc::gen::set(&Scenario::daysOff, maybe(daysOff())),
        rc::gen::set(&Scenario::targetDate, maybe(dates())), rc::gen::set(&Scenario::budget, maybe(amounts())),
        rc::gen::set(&Scenario::order, maybe(kinds({OrderKind::catalogue, OrderKind::optimised}))),
        rc::gen::set(&Scenario::costMode, maybe(kinds({CostMode::worked, CostMode::retained}))));
}

rc::Gen<Project> projects()
{
    return rc::gen::map(rc::gen::pair(inputs(), lists(3, scenarios())),
                        [](std::pair<Inputs, std::vector<Scenario>> made) {
                            for (std::size_t i = 0; i < made.second.size(); ++i)
                                made.second[i].name += std::to_string(i);
                            return Project{std::move(made.first), std::move(made.second)};
                        });
}

} // namespace

namespace trestle {

/// For rapidcheck's report.
void showValue(const Project& project, std::ostream& out)
{
    out << writeProject(project, "");
}

} // namespace trestle

class ProjectPropertiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void documentsSurvive();
    void exportsSurvive();
    void writingIsCanonical();
    void damageNeverPasses();
};

void ProjectPropertiesTest::initTestCase()
{
    // The same plans every time, unless someone asks for others.
    if (!qEnvironmentVariableIsSet("RC_PARAMS"))
        qputenv("RC_PARAMS", "seed=20270104 max_success=150");
}

void ProjectPropertiesTest::documentsSurvive()
{
    QVERIFY(rc::check("a document of a revision reads back the same", [] {
        const Project project = *projects();
        const auto allowed = checkProject(*builtin().catalogue, project);
        RC_ASSERT(allowed.has_value());
        const std::string document = writeProject(project, builtin().sha256);
        const auto again = parseProject(document, *builtin().catalogue, "revision");
        RC_ASSERT(again.has_value());
        RC_ASSERT(*again == project);
        RC_ASSERT(writeProject(*again, builtin().sha256) == document);
    }));
}

void ProjectPropertiesTest::exportsSurvive()
{
    QVERIFY(rc::check("export, import, export gives the same bytes", [] {
        const Project project = *projects();
        const std::string exported = writePlanJson({project, builtin()});
        const auto again = parsePlanJson(exported, "export.json");
        RC_ASSERT(again.has_value());
        RC_ASSERT(again->project == project);
        RC_ASSERT(again->catalogue.sha256 == builtin().sha256);
        RC_ASSERT(writePlanJson(*again) == exported);
    }));
}

void ProjectPropertiesTest::writingIsCanonical()
{
    QVERIFY(rc::check("a document is its own canonical form", [] {
        const std::string document = writeProject(*projects(), builtin().sha256);
        const auto parsed = parseJson(document, "revision");
        RC_ASSERT(parsed.has_value());
        RC_ASSERT(canonicalJson(*parsed) == document);
    }));
}

void ProjectPropertiesTest::damageNeverPasses()
{
    QVERIFY(rc::check("a changed byte is refused, or makes a plan that the rules allow", [] {
        std::string document = writeProject(*projects(), builtin().sha256);
        document[*rc::gen::inRange<std::size_t>(0, document.size())] = *rc::gen::arbitrary<char>();
        const auto again = parseProject(document, *builtin().catalogue, "revision");
        if (!again) {
            RC_ASSERT(again.error().code != ErrorCode::internal);
            RC_ASSERT(again.error().where.starts_with("revision"));
            return;
        }
        RC_ASSERT(checkProject(*builtin().catalogue, *again).has_value());
        const auto third = parseProject(writeProject(*again, builtin().sha256), *builtin().catalogue, "again");
        RC_ASSERT(third.has_value());
        RC_ASSERT(*third == *again);
    }));
}

QTEST_GUILESS_MAIN(ProjectPropertiesTest)
#include "tst_project_properties.moc"
