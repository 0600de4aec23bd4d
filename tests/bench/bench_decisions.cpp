#include "models/decisions/best_move.h"
#include "models/decisions/goal_search.h"
#include "models/decisions/item_value.h"
#include "models/decisions/team_curve.h"
#include "tests/bench/made_up_plan.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <initializer_list>
#include <memory>
#include <utility>

/// What an answer takes as the plan grows: `advise` and `goal` without the program around them, with four people, on
/// the clock, and how often as long as for 40 items. Prints a table.
///
///     bench_decisions [RUNS]

namespace trestle::bench {

namespace {

constexpr std::size_t kFour = 4;

Plan planOf(std::size_t items)
{
    MadeUpPlan made = realisticPlan(items);
    made.inputs.team.resize(kFour);
    for (std::size_t i = 0; i < kFour; ++i) {
        made.inputs.team[i].skills.clear();
        made.inputs.team[i].leave.clear();
    }
    made.catalogue.personWeekRate.value = Money::dollars(5000);
    for (Phase& phase : made.catalogue.phases)
        for (Item& item : phase.items) {
            item.skill.clear();
            item.deferrable.value = item.title.back() % 3 == 0;
        }
    auto plan = makePlan(std::make_shared<const Catalogue>(std::move(made.catalogue)), made.inputs);
    if (!plan) {
        std::fprintf(stderr, "the plan to measure is refused: %s\n", plan.error().what.c_str());
        std::exit(1);
    }
    return std::move(*plan);
}

double seconds(const std::function<bool()>& work)
{
    const auto before = std::chrono::steady_clock::now();
    if (!work())
        std::exit(1);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
}

void table(std::uint32_t runs)
{
    QuestionOptions options;
    options.runs = runs;
    std::printf("Four people, %u runs.\n\n| items | advise, s | of 40 items | goal, s | of 40 items |\n"
                "|---:|---:|---:|---:|---:|\n",
                runs);
    double adviseFirst = 0;
    double goalFirst = 0;
    for (const std::size_t items : std::initializer_list<std::size_t>{40, 100, 200, 400}) {
        const Plan plan = planOf(items);
        const double advise = seconds([&] {
            QuestionOptions own = options;
            const auto today = ownRisk(plan, options);
            own.known = *today;
            return bestMoves(plan, own).has_value() && itemValues(plan, own).has_value() &&
                   teamCurve(plan, own).has_value();
        });
        // A tenth sooner than is likely, for as much.
        const Date by = plan.calendar.lastDate(0, plan.finish.likely * 0.9);
        const Goal goal{by, plan.total.likely, 80, plan.inputs.start - std::chrono::days{28}};
        const double search = seconds([&] { return searchGoal(plan, goal, options).has_value(); });
        if (adviseFirst <= 0) {
            adviseFirst = advise;
            goalFirst = search;
        }
        std::printf("| %zu | %.2f | %.1f | %.2f | %.1f |\n", items, advise, advise / adviseFirst, search,
                    search / goalFirst);
        std::fflush(stdout);
    }
}

} // namespace

} // namespace trestle::bench

int main(int count, char** arguments)
{
    const long runs = count > 1 ? std::strtol(arguments[1], nullptr, 10) : 10'000;
    trestle::bench::table(static_cast<std::uint32_t>(runs > 0 ? runs : 1));
    return 0;
}
