#include "data/decisions_json.h"

#include "data/figures_parts.h"
#include "data/figures_text.h"

namespace trestle {

namespace {

using Json = FiguresJson;

Json dateOrNull(const std::optional<Date>& date)
{
    return date ? Json(isoDate(*date)) : Json(nullptr);
}

Json moneyOrNull(const std::optional<Money>& money)
{
    return money ? Json(money->inDollars()) : Json(nullptr);
}

Json shareOrNull(const std::optional<Chance>& chance)
{
    return chance ? Json(rounded(chance->share)) : Json(nullptr);
}

Json wayJson(const Way& way)
{
    Json added = Json::array();
    for (const AddedPerson& person : way.added)
        added.push_back({{"copyOf", nameOrNull(person.copyOf)},
                         {"allocation", person.allocation},
                         {"weeklyRate", person.weeklyRate.inDollars()}});
    return {{"added", std::move(added)},
            {"start", dateOrNull(way.start)},
            {"deferred", way.deferred},
            {"sure", headlineJson(way.headline)},
            {"chance",
             {{"byDate", rounded(way.chanceByDate.share)},
              {"underBudget", rounded(way.chanceUnderBudget.share)},
              {"both", rounded(way.chanceOfBoth.share)},
              {"cashLasts", shareOrNull(way.chanceCashLasts)},
              {"margin", shareOrNull(way.chanceOfMargin)},
              {"all", rounded(way.chance.share)}}},
            {"weeksSaved", rounded(way.weeksSaved)},
            {"costDifference", way.costDifference.inDollars()}};
}

const char* wordOf(Unmet unmet)
{
    switch (unmet) {
    case Unmet::no: return "no";
    case Unmet::date: return "date";
    case Unmet::budget: return "budget";
    case Unmet::cash: return "cash";
    case Unmet::margin: return "margin";
    case Unmet::together: return "together";
    }
    return "no";
}

} // namespace

std::string writeGoalJson(const Plan& plan, const GoalQuestion& question, const GoalAnswer& answer,
                          const QuestionOptions& options)
{
    Json root{{"kind", "goal"},
              {"name", plan.inputs.name},
              {"scenario", nameOrNull(question.scenario)},
              {"by", dateOrNull(question.by)},
              {"within", moneyOrNull(question.within)},
              {"cashLasts", question.cashLasts},
              {"marginAtLeast", question.marginPercent ? Json(*question.marginPercent) : Json(nullptr)},
              {"confidence", question.confidence},
              {"earliestStart", isoDate(question.earliestStart)},
              {"hireRate", question.hireRate.inDollars()},
              {"runs", options.runs},
              {"seed", options.seed},
              {"metToday", answer.metToday},
              {"unmet", wordOf(answer.unmet)},
              {"today", wayJson(answer.today)}};
    Json& ways = root["ways"] = Json::array();
    for (const Way& way : answer.ways)
        ways.push_back(wayJson(way));
    root["closest"] = answer.closest ? wayJson(*answer.closest) : Json(nullptr);
    root["laterDate"] = answer.laterDate
                            ? Json{{"by", isoDate(answer.laterDate->by)}, {"way", wayJson(answer.laterDate->way)}}
                            : Json(nullptr);
    root["largerBudget"] = answer.largerBudget ? Json{{"within", answer.largerBudget->budget.inDollars()},
                                                      {"way", wayJson(answer.largerBudget->way)}}
                                               : Json(nullptr);
    root["moreCash"] = answer.moreCash
                           ? Json{{"amount", answer.moreCash->more.inDollars()}, {"way", wayJson(answer.moreCash->way)}}
                           : Json(nullptr);
    root["smallerMargin"] = answer.smallerMargin ? Json{{"percent", rounded(answer.smallerMargin->percent)},
                                                        {"way", wayJson(answer.smallerMargin->way)}}
                                                 : Json(nullptr);
    root["lessScope"] = answer.lessScope ? wayJson(*answer.lessScope) : Json(nullptr);
    return figuresText(root);
}

std::string writeCoverJson(const Plan& plan, const CoverQuestion& question, const BudgetCover& cover,
                           const QuestionOptions& options)
{
    return figuresText(Json{{"kind", "cover"},
                            {"name", plan.inputs.name},
                            {"scenario", nameOrNull(question.scenario)},
                            {"within", question.within.inDollars()},
                            {"confidence", question.confidence},
                            {"runs", options.runs},
                            {"seed", options.seed},
                            {"covered", cover.covered},
                            {"left", cover.left},
                            {"sure", headlineJson(cover.headline)},
                            {"unspent", cover.unspent.inDollars()},
                            {"whole", headlineJson(cover.whole)}});
}

} // namespace trestle
