#include "data/catalogue_reader.h"

#include "data/embedded.h"
#include "data/hash.h"
#include "data/json.h"
#include "data/schema_check.h"
#include "data/words.h"
#include "models/inputs.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <exception>
#include <new>
#include <optional>

namespace trestle {

using nlohmann::json;

namespace {

constexpr DocumentKind kCatalogue{"catalogue", 1, "catalogue/schema.json"};
/// Over all phases, add-ons included.
constexpr std::size_t kMostItems = 20'000;

bool isId(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    });
}

/// Turns JSON of the schema's shape into a Catalogue, and keeps the first thing that is wrong for other reasons.
class CatalogueReader {
public:
    explicit CatalogueReader(std::string at) : m_at(std::move(at)) {}

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    Catalogue catalogue(const json& from)
    {
        Catalogue to;
        to.id = id(from, "id", "");
        to.version = from.at("version").get<int>();
        to.title = text(from, "title");
        to.source = text(from, "source");
        to.timelineWeeks = sourced<int>(from.at("timelineWeeks"));
        to.personWeekRate = moneyFigure(from.at("personWeekRate"), "/personWeekRate");
        to.referenceTeam = sourced<double>(from.at("referenceTeam"));
        to.prototypeShare = sourced<double>(from.at("prototypeShare"));
        to.partialFactor = sourced<double>(from.at("partialFactor"));
        to.itemCrewLimit = sourced<int>(from.at("itemCrewLimit"));
        to.phaseCrewLimit = sourced<int>(from.at("phaseCrewLimit"));
        to.coordination = sourced<double>(from.at("coordination"));
        to.correlation = sourced<double>(from.at("correlation"));
        to.conditions = list(from, "conditions", "", &CatalogueReader::condition);
        to.scales = list(from, "scales", "", &CatalogueReader::scale);
        to.phases = list(from, "phases", "", &CatalogueReader::phase);
        to.links = list(from, "links", "", &CatalogueReader::link);
        to.team = list(from, "team", "", &CatalogueReader::person);
        to.suggestedRisks = list(from, "suggestedRisks", "", &CatalogueReader::suggestedRisk);
        to.outsideViews = outsideViews(from);
        to.validateFirst = text(from, "validateFirst");
        to.simplicityAdvice = text(from, "simplicityAdvice");
        return to;
    }

    std::vector<OutsideViewPreset> outsideViews(const json& from)
    {
        return list(from, "outsideViews", "", &CatalogueReader::outsideView);
    }

private:
    template <class T>
    std::vector<T> list(const json& from, const char* key, const std::string& pointer,
                        T (CatalogueReader::*read)(const json&, const std::string&))
    {
        std::vector<T> to;
        const auto found = from.find(key);
        if (found == from.end())
            return to;
        const std::string place = pointer + "/" + key;
        to.reserve(found->size());
        for (std::size_t i = 0; i < found->size() && !m_error; ++i)
            to.push_back((this->*read)(found->at(i), place + pointerStep(i)));
        return to;
    }

    static std::string text(const json& from, const char* key)
    {
        const auto found = from.find(key);
        return found == from.end() ? std::string() : found->get<std::string>();
    }

    std::string id(const json& from, const char* key, const std::string& pointer)
    {
        std::string value = from.at(key).get<std::string>();
        if (!isId(value))
            refuse(describeJson(from.at(key)), pointer + "/" + key, DetailKind::idCharacters);
        return value;
    }

    static Provenance provenance(const json& from)
    {
        // The schema has refused every other word before.
        const auto kind = parseWord<ProvenanceKind>(from.at("source").get_ref<const std::string&>());
        return {kind.value_or(ProvenanceKind::assumed), from.at("note").get<std::string>()};
    }

    template <class T>
    static Sourced<T> sourced(const json& from)
    {
        return {from.at("value").get<T>(), provenance(from)};
    }

    Money money(const json& from, const std::string& pointer)
    {
        const auto exact = exactMoney(from.get<double>());
        if (!exact)
            refuse(describeJson(from), pointer, DetailKind::exactDollars);
        return exact.value_or(Money{});
    }

    Sourced<Money> moneyFigure(const json& from, const std::string& pointer)
    {
        return {money(from.at("value"), pointer + "/value"), provenance(from)};
    }

    static SourcedRange range(const json& from)
    {
        SourcedRange to;
        static constexpr std::array keys{"low", "likely", "high"};
        for (std::size_t i = 0; i < keys.size(); ++i) {
            // Only a stated cost may leave out its likely value.
            const auto found = from.find(keys.at(i));
            if (found == from.end())
                continue;
            to.value.at(kCases.at(i)) = found->at("value").get<double>();
            to.from.at(kCases.at(i)) = provenance(*found);
        }
        return to;
    }

    // NOLINTNEXTLINE(readability-make-member-function-const): the signature of list()
    Condition condition(const json& from, const std::string& pointer)
    {
        return {id(from, "id", pointer), text(from, "title"), text(from, "explanation")};
    }

    ScaleStep scale(const json& from, const std::string& pointer)
    {
        return {id(from, "id", pointer), text(from, "title"), sourced<double>(from.at("factor")),
                text(from, "warning")};
    }

    OutsideViewPreset outsideView(const json& from, const std::string& pointer)
    {
        return {id(from, "id", pointer), text(from, "title"), sourced<double>(from.at("m")),
                sourced<double>(from.at("s"))};
    }

    SuggestedRisk suggestedRisk(const json& from, const std::string& pointer)
    {
        SuggestedRisk to;
        to.id = id(from, "id", pointer);
        to.title = text(from, "title");
        to.explanation = text(from, "explanation");
        to.phase = text(from, "phase");
        to.condition = text(from, "condition");
        to.skill = text(from, "skill");
        to.p = sourced<double>(from.at("p"));
        const auto impact = [&](const char* key) {
            const auto found = from.find(key);
            return found == from.end() ? std::nullopt : std::optional(range(*found));
        };
        to.effort = impact("effort");
        to.delay = impact("delay");
        to.money = impact("money");
        return to;
    }

    Phase phase(const json& from, const std::string& pointer)
    {
        Phase to;
        to.id = id(from, "id", pointer);
        to.title = text(from, "title");
        to.shortTitle = from.contains("shortTitle") ? text(from, "shortTitle") : to.title;
        to.explanation = text(from, "explanation");
        const json& window = from.at("window");
        to.window = {{window.at("first").get<int>(), window.at("last").get<int>()}, provenance(window)};
        to.effort = range(from.at("effort"));
        if (const auto cost = from.find("statedCost"); cost != from.end())
            to.statedCost = range(*cost);
        to.note = text(from, "note");
        to.scaled = from.value("scaled", false);
        to.runningCosts = list(from, "runningCosts", pointer, &CatalogueReader::runningCost);
        to.items = list(from, "items", pointer, &CatalogueReader::item);
        to.addOns = list(from, "addOns", pointer, &CatalogueReader::addOn);
        m_items += to.items.size() + to.addOns.size();
        if (m_items > kMostItems)
            refuse(std::to_string(m_items), pointer, {DetailKind::mostItems, {std::to_string(kMostItems)}});
        return to;
    }

    RunningCost runningCost(const json& from, const std::string& /*pointer*/)
    {
        return {text(from, "title"), range(from.at("monthly"))};
    }

    Item commonItem(const json& from, const std::string& pointer)
    {
        Item to;
        to.id = id(from, "id", pointer);
        to.title = text(from, "title");
        to.explanation = text(from, "explanation");
        to.criteria = {text(from, "inPlaceWhen"), text(from, "partlyWhen"), text(from, "doesNotCount")};
        to.skill = text(from, "skill");
        if (const auto deferrable = from.find("deferrable"); deferrable != from.end())
            to.deferrable = sourced<bool>(*deferrable);
        return to;
    }

    Item item(const json& from, const std::string& pointer)
    {
        Item to = commonItem(from, pointer);
        to.share = sourced<double>(from.at("share"));
        return to;
    }

    Item addOn(const json& from, const std::string& pointer)
    {
        Item to = commonItem(from, pointer);
        to.effort = range(from.at("effort"));
        to.condition = text(from, "condition");
        return to;
    }

    Link link(const json& from, const std::string& /*pointer*/)
    {
        const auto type = parseWord<LinkType>(from.at("type").get_ref<const std::string&>());
        return {text(from, "from"),     text(from, "to"),     type.value_or(LinkType::finishToStart),
                from.value("lag", 0.0), text(from, "reason"), provenance(from)};
    }

    DefaultPerson person(const json& from, const std::string& pointer)
    {
        return {text(from, "name"), from.at("allocation").get<double>(),
                money(from.at("weeklyRate"), pointer + "/weeklyRate")};
    }

    void refuse(std::string what, const std::string& pointer, Detail expected)
    {
        if (!m_error)
            m_error = Error{ErrorCode::schemaViolation, std::move(what), m_at + pointer, std::move(expected)};
    }

    std::string m_at;
    std::size_t m_items = 0;
    std::optional<Error> m_error;
};

/// How projects vary is not a catalogue's own finding: one that says nothing of it, as those of before, has the
/// built-in one's presets.
std::vector<OutsideViewPreset> builtinOutsideViews()
{
    static constexpr std::string_view path = "catalogue/prototype-to-production.json";
    const auto document = parseJson(embeddedJson(path).value_or("{}"), std::string(path));
    return document ? CatalogueReader({}).outsideViews(*document) : std::vector<OutsideViewPreset>{};
}

Result<Catalogue> converted(const json& document, const std::string& at)
{
    try {
        CatalogueReader reader(at);
        Catalogue catalogue = reader.catalogue(document);
        if (reader.error())
            return std::unexpected(*reader.error());
        if (!document.contains("outsideViews"))
            catalogue.outsideViews = builtinOutsideViews();
        return catalogue;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::outOfMemory, fileOf(at));
    } catch (const std::exception& error) {
        return fail(ErrorCode::schemaViolation, "", at, error.what());
    }
}

/// The rules, and that a new plan can start from the catalogue's own team.
Result<void> checkRules(const Catalogue& catalogue)
{
    using namespace std::chrono;
    if (auto ok = checkCatalogue(catalogue); !ok)
        return ok;
    return checkInputs(catalogue, newInputs(catalogue, catalogue.title, sys_days{year{2027} / January / 4}));
}

} // namespace

std::optional<Money> exactMoney(double dollars)
{
    const Money money = Money::rounded(dollars);
    return money.inDollars() == dollars ? std::optional(money) : std::nullopt;
}

Result<LoadedCatalogue> readCatalogue(const json& document, const std::string& at, SchemaChecking checking)
{
    if (checking == SchemaChecking::on)
        if (auto ok = checkDocument(document, kCatalogue, at); !ok)
            return std::unexpected(ok.error());
    auto catalogue = converted(document, at);
    if (!catalogue)
        return std::unexpected(catalogue.error());
    if (auto ok = checkRules(*catalogue); !ok) {
        ok.error().where.insert(0, at);
        return std::unexpected(ok.error());
    }
    LoadedCatalogue loaded;
    loaded.catalogue = std::make_shared<const Catalogue>(std::move(*catalogue));
    loaded.json = canonicalJson(document);
    loaded.sha256 = sha256Hex(loaded.json);
    loaded.basedOn = document.value("basedOn", std::string());
    return loaded;
}

} // namespace trestle
