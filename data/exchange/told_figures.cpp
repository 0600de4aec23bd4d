#include "data/exchange/told_figures.h"

#include "data/exchange/audience_rules.h"
#include "data/figures_json.h"
#include "data/figures_text.h"

#include <nlohmann/json.hpp>

#include <array>
#include <string_view>

namespace trestle {

namespace {

using Json = nlohmann::ordered_json;

/// A key that some audience does not read, wherever it stands.
struct HiddenKey {
    std::string_view key;
    bool (*isShown)(Audience);
};
constexpr std::array kHidden{
    HiddenKey{"reference", showsSources},  HiddenKey{"effort", showsEffort},  HiddenKey{"workedWeeks", showsEffort},
    HiddenKey{"allocation", showsEffort},  HiddenKey{"cost", showsCost},      HiddenKey{"rate", showsRates},
    HiddenKey{"billRate", showsRates},     HiddenKey{"paidOut", showsRates},  HiddenKey{"low", showsChances},
    HiddenKey{"high", showsChances},       HiddenKey{"slack", showsSlack},    HiddenKey{"slackByLinks", showsSlack},
    HiddenKey{"drivesFinish", showsSlack}, HiddenKey{"waitsFor", showsSlack},
};

void hideKeys(Json& node, Audience audience)
{
    if (node.is_object())
        for (const HiddenKey& hidden : kHidden)
            if (!hidden.isShown(audience))
                node.erase(std::string(hidden.key));
    for (Json& part : node)
        if (part.is_structured())
            hideKeys(part, audience);
}

} // namespace

Result<Exported> writeToldFigures(const ExportSource& source)
{
    Json figures = Json::parse(writeFiguresJson(*source.plan, source.stamp.scenario));
    hideKeys(figures, source.audience);
    if (!showsRates(source.audience))
        for (Json& person : figures["people"])
            for (const char* key : {"cost", "ownTime"}) // of the plan as a whole both are told
                person.erase(key);
    return Exported{figuresText(figures), {}};
}

} // namespace trestle
