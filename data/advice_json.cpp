#include "data/advice_json.h"

#include "data/figures_parts.h"
#include "data/figures_text.h"

namespace trestle {

namespace {

using Json = FiguresJson;

const char* noSavingWord(NoSaving why)
{
    switch (why) {
    case NoSaving::saves: return "saves";
    case NoSaving::othersDrive: return "othersDrive";
    case NoSaving::orderShifts: return "orderShifts";
    case NoSaving::tooSmall: return "tooSmall";
    }
    return "saves";
}

Json valueJson(const ItemValue& value)
{
    return {{"id", value.id},
            {"weeks", rounded(value.weeks)},
            {"total", value.cost.inDollars()},
            {"canStartNow", value.canStartNow},
            {"why", noSavingWord(value.why)},
            {"rough", value.isRough}};
}

Json costJson(Money p50, Money p80)
{
    return {{"p50", p50.inDollars()}, {"p80", p80.inDollars()}};
}

Json pointJson(const TeamPoint& point)
{
    return {{"people", point.people},
            {"coordination", rounded(point.coordination)},
            {"weeks", {{"p50", rounded(point.finish50)}, {"p80", rounded(point.finish80)}}},
            {"worked", costJson(point.worked50, point.worked80)},
            {"retained", costJson(point.retained50, point.retained80)}};
}

const char* moveWord(MoveKind kind)
{
    switch (kind) {
    case MoveKind::tick: return "tick";
    case MoveKind::fullTime: return "fullTime";
    case MoveKind::hire: return "hire";
    case MoveKind::order: return "order";
    case MoveKind::defer: return "defer";
    case MoveKind::respond: return "respond";
    }
    return "order";
}

Json moveJson(const BestMove& best)
{
    const Move& move = best.move;
    return {{"kind", moveWord(move.kind)},
            {"person", nameOrNull(move.kind == MoveKind::respond ? "" : move.subject)},
            {"rate", move.kind == MoveKind::hire ? Json(move.rate.inDollars()) : Json(nullptr)},
            {"risk", nameOrNull(move.kind == MoveKind::respond ? move.subject : "")},
            {"items", move.items},
            {"weeksSaved", rounded(best.saved().weeks)},
            {"costSaved", best.saved().cost.inDollars()},
            {"meetsTarget", best.meetsTarget},
            {"sure", headlineJson(best.after)}};
}

Json nextJson(const Plan& plan, const NextItem& next)
{
    Json people = Json::array();
    for (const std::size_t person : next.people)
        people.push_back(plan.people[person].name);
    return {{"id", next.id}, {"people", people}, {"first", isoDate(next.first)}, {"last", isoDate(next.last)}};
}

Json moveOrNull(const std::optional<BestMove>& best)
{
    return best ? moveJson(*best) : Json(nullptr);
}

Json teamCurveJson(const TeamCurve& curve, const std::optional<BestMove>& best)
{
    Json points = Json::array();
    for (const TeamPoint& point : curve.points)
        points.push_back(pointJson(point));
    return {{"averageRate", curve.averageRate.inDollars()},
            {"todayFte", rounded(curve.todayFte)},
            {"today", pointJson(curve.today)},
            {"fullTime", std::move(points)},
            {"fastest", curve.points[curve.fastest].people},
            {"cheapest", curve.points[curve.cheapest].people},
            {"bestMove", moveOrNull(best)}};
}

} // namespace

std::string writeAdviceJson(const Plan& plan, const PlanAdvice& advice, const std::string& scenario,
                            const QuestionOptions& options)
{
    Json root{{"kind", "advice"},
              {"name", plan.inputs.name},
              {"scenario", nameOrNull(scenario)},
              {"confidence", plan.inputs.confidence},
              {"runs", options.runs},
              {"seed", options.seed},
              {"today", headlineJson(advice.today)}};
    root["next"] = advice.next ? nextJson(plan, *advice.next) : Json(nullptr);
    root["bestMove"] = moveOrNull(advice.moves.best);
    Json& items = root["items"] = Json::array();
    for (const ItemValue& value : advice.items)
        items.push_back(valueJson(value));
    root["team"] = advice.team ? teamCurveJson(*advice.team, advice.moves.ofTeam) : Json(nullptr);
    root["betterOrder"] = advice.betterOrder ? headlineJson(*advice.betterOrder) : Json(nullptr);
    return figuresText(root);
}

} // namespace trestle
