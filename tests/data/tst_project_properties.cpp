#include "data/json.h"
#include "data/project_json.h"

#include <QTest>

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <vector>

using namespace trestle;

/// Any plan that the rules allow survives writing and reading, and the second writing gives the same bytes.
namespace {

const LoadedCatalogue& builtin()
{
    static const LoadedCatalogue loaded = builtinCatalogue().value();
    return loaded;
}

/// From `first` to `last`. The only kind of draw that plans are made of: generators combined from generators take the
/// compiler a minute. Within gen::exec each draw still shrinks.
std::int64_t number(std::int64_t first, std::int64_t last)
{
    return *rc::gen::inRange<std::int64_t>(first, last + 1);
}

bool heads()
{
    return number(0, 1) == 1;
}

template <class T>
T oneOf(std::initializer_list<T> all)
{
    return all.begin()[number(0, static_cast<std::int64_t>(all.size()) - 1)];
}

/// At most so many, drawn by `draw`.
template <class Draw>
auto list(std::int64_t most, Draw draw)
{
    std::vector<decltype(draw())> drawn;
    for (std::int64_t left = number(0, most); left > 0; --left)
        drawn.push_back(draw());
    return drawn;
}

template <class Draw>
auto maybe(Draw draw)
{
    std::optional<decltype(draw())> drawn;
    if (heads())
        drawn = draw();
    return drawn;
}

template <class DrawKey, class Draw>
auto map(DrawKey drawKey, Draw draw)
{
    std::map<std::string, decltype(draw())> drawn;
    for (std::int64_t left = number(0, 5); left > 0; --left)
        drawn.insert_or_assign(drawKey(), draw());
    return drawn;
}

std::string text()
{
    // Whole characters of all lengths, and those that JSON, CSV or a shell would treat in a special way.
    std::string drawn;
    for (std::int64_t left = number(0, 5); left > 0; --left)
        drawn += oneOf({"a",  "Z",  "0",    " ",    "é", "€", "😀", "\u2028", "\"", "\\", "/",   "\n",
                        "\r", "\t", "\x01", "\x7f", "~", "=", "<",  "&",      ",",  "'",  "null"});
    return drawn;
}

std::string name()
{
    return "N" + text();
}

Date date()
{
    return Date{std::chrono::days{number(0, 84'370)}}; // 1970-01-01 to 2200-12-31
}

Money amount()
{
    return Money{heads() ? number(0, 100'000'000'000'000) : number(0, 999'999)};
}

/// In (0, 1]: round values as people type them, and any double.
double part()
{
    return heads() ? static_cast<double>(number(1, 100)) / 100.0
                   : std::ldexp(static_cast<double>(number(1, (std::int64_t{1} << 53) - 1)), -53);
}

/// In the folder of a prototype.
Evidence place()
{
    return {"N" + text(), static_cast<int>(number(0, 1'000'000)), text(), text()};
}

TickEvidence tickEvidence()
{
    return {oneOf({ItemState::missing, ItemState::partial, ItemState::done, ItemState::excluded}), list(8, place),
            text(), date()};
}

Proposal proposal()
{
    return {
        oneOf({FoundState::done, FoundState::partial, FoundState::none, FoundState::opposite, FoundState::elsewhere}),
        oneOf({FoundConfidence::confident, FoundConfidence::unsure}),
        list(8, place),
        text(),
        date(),
        oneOf({ProposalAnswer::open, ProposalAnswer::accepted, ProposalAnswer::declined})};
}

PersonWeeks effort()
{
    switch (number(0, 2)) {
    case 0: return 0.0;
    case 1: return static_cast<double>(number(0, 999)) / 10.0;
    default: return part() * 1e6;
    }
}

ThreePoint range()
{
    std::array points{effort(), effort(), effort()};
    std::ranges::sort(points);
    return ThreePoint{points[0], points[1], points[2]};
}

ItemProgress progress()
{
    return {oneOf({ItemState::missing, ItemState::partial, ItemState::done, ItemState::excluded})};
}

std::string phaseId()
{
    const std::vector<Phase>& phases = builtin().catalogue->phases;
    return phases[static_cast<std::size_t>(number(0, static_cast<std::int64_t>(phases.size()) - 1))].id;
}

std::string itemId()
{
    std::vector<std::string> ids;
    for (const Phase& phase : builtin().catalogue->phases)
        for (const auto* items : {&phase.items, &phase.addOns})
            std::ranges::transform(*items, std::back_inserter(ids), &Item::id);
    return ids[static_cast<std::size_t>(number(0, static_cast<std::int64_t>(ids.size()) - 1))];
}

Profile profile()
{
    Profile drawn;
    for (const char* condition : {"payments", "compliance", "user-content", "enterprise"})
        if (heads())
            drawn.conditions.insert(condition);
    drawn.scale = oneOf({"", "10k", "100k", "1m"});
    drawn.validated = maybe(heads);
    drawn.maintainer = oneOf({Maintainer::unanswered, Maintainer::onePerson, Maintainer::team});
    return drawn;
}

Person person()
{
    Person drawn;
    drawn.name = name();
    drawn.allocation = std::max(part(), 0.001); // the least that a person may be on a plan
    drawn.weeklyRate = amount();
    drawn.skills = list(3, name);
    drawn.firstDay = maybe(date);
    drawn.leave = list(3, [] {
        const Date one = date();
        const Date other = date();
        return DateRange{std::min(one, other), std::max(one, other)};
    });
    return drawn;
}

/// Names that no two of them share.
template <class T>
std::vector<T> numbered(std::vector<T> all)
{
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].name += std::to_string(i);
    return all;
}

std::vector<Person> team()
{
    return numbered(list(5, person));
}

std::vector<DayOff> daysOff()
{
    return list(4, [] { return DayOff{date(), text()}; });
}

OrderKind order()
{
    return oneOf({OrderKind::catalogue, OrderKind::optimised});
}

CostMode costMode()
{
    return oneOf({CostMode::worked, CostMode::retained});
}

Inputs inputs()
{
    Inputs drawn;
    drawn.name = name();
    drawn.client = text();
    drawn.notes = text();
    drawn.start = date();
    drawn.asOf = maybe(date);
    drawn.profile = profile();
    drawn.items = map(itemId, [] {
        ItemInput item;
        item.progress = progress();
        item.note = text();
        item.owner = text();
        item.changed = maybe(date);
        item.evidence = maybe(tickEvidence);
        return item;
    });
    drawn.estimates = map(phaseId, [] {
        OwnEstimate estimate;
        estimate.effort = range();
        estimate.changed = maybe(date);
        estimate.note = text();
        return estimate;
    });
    drawn.phaseNotes = map(phaseId, text);
    drawn.proposals = map(itemId, proposal);
    drawn.team = team();
    drawn.daysOff = daysOff();
    drawn.costMode = costMode();
    drawn.monthsAfterLaunch = static_cast<int>(number(0, 120));
    drawn.correlation = heads() ? part() : 0.0;
    if (heads())
        drawn.outsideView = {std::string(OutsideView::own), heads() ? part() : -part(), part()};
    drawn.confidence = oneOf({50, 80, 90});
    drawn.gst = oneOf({GstBasis::purchases, GstBasis::price});
    drawn.order = order();
    drawn.targetDate = maybe(date);
    drawn.budget = maybe(amount);
    return drawn;
}

Scenario scenario()
{
    Scenario drawn;
    drawn.name = name();
    drawn.start = maybe(date);
    drawn.team = maybe(team);
    drawn.profile = maybe(profile);
    drawn.items = map(itemId, progress);
    drawn.daysOff = maybe(daysOff);
    drawn.targetDate = maybe(date);
    drawn.budget = maybe(amount);
    drawn.order = maybe(order);
    drawn.costMode = maybe(costMode);
    return drawn;
}

rc::Gen<Project> projects()
{
    return rc::gen::exec([] { return Project{inputs(), numbered(list(3, scenario))}; });
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
    void documentsSurvive();
    void exportsSurvive();
    void writingIsCanonical();
    void damageNeverPasses();
};

// The same plans every time, unless someone asks for others. Before the test library has a thread that reads the
// environment.
[[maybe_unused]] const bool kSeeded =
    qEnvironmentVariableIsSet("RC_PARAMS") || qputenv("RC_PARAMS", "seed=20270104 max_success=150");

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
