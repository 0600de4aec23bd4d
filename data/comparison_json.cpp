#include "data/comparison_json.h"

#include "data/figures_parts.h"
#include "data/figures_text.h"
#include "models/input_fields.h"

namespace trestle {

namespace {

using Json = FiguresJson;

Json differenceJson(const ComparedDelta& difference)
{
    return {{"weeks", rounded(difference.weeks)}, {"days", difference.days}, {"total", difference.total.inDollars()}};
}

/// The fields that a scenario has of its own, by their names in plan JSON.
Json ownFields(const Scenario& scenario)
{
    Json fields = Json::array();
    static const Scenario none;
    forEachVaryingField([&](const auto& field) {
        if (scenario.*field.own != none.*field.own)
            fields.push_back(std::string(field.key));
    });
    return fields;
}

Json likelyJson(const Plan& plan)
{
    return headlineJson({plan.finish.likely, plan.finishDate.likely, plan.total.likely});
}

} // namespace

std::string writeComparisonJson(const std::vector<ComparedName>& names, const std::vector<ComparedPlan>& plans,
                                const QuestionOptions& options)
{
    Json root{{"kind", "comparison"},
              {"confidence", plans.empty() ? 0 : plans.front().plan.inputs.confidence},
              {"runs", options.runs},
              {"seed", options.seed}};
    Json& list = root["plans"] = Json::array();
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const ComparedPlan& compared = plans[i];
        Json plan{{"file", names[i].file},
                  {"name", compared.plan.inputs.name},
                  {"scenario", nameOrNull(names[i].scenario)},
                  {"start", isoDate(compared.plan.startDate)},
                  {"likely", headlineJson(compared.likely)},
                  {"sure", headlineJson(compared.sure)},
                  {"weeks", weeksJson(compared.finish)},
                  {"total", moneyJson(compared.total)},
                  {"target", targetJson(compared.plan, compared.chances)}};
        plan["difference"] = i == 0 ? Json(nullptr)
                                    : Json{{"likely", differenceJson(compared.likelyDifference)},
                                           {"sure", differenceJson(compared.sureDifference)}};
        list.push_back(std::move(plan));
    }
    return figuresText(root);
}

std::string writeScenariosJson(const Project& project, const std::vector<Plan>& plans)
{
    Json root{{"kind", "scenarios"}, {"name", project.base.name}, {"base", likelyJson(plans.front())}};
    Json& list = root["scenarios"] = Json::array();
    for (std::size_t i = 0; i < project.scenarios.size(); ++i) {
        const Scenario& scenario = project.scenarios[i];
        list.push_back(
            {{"name", scenario.name}, {"likely", likelyJson(plans[i + 1])}, {"differsIn", ownFields(scenario)}});
    }
    return figuresText(root);
}

} // namespace trestle
