#include "data/exchange/people_csv.h"

#include "data/exchange/export_facts.h"
#include "models/date.h"
#include "models/plan/team_load.h"

#include <algorithm>
#include <iterator>

namespace trestle {

Exported writePeopleCsv(const ExportSource& source, const CsvForm& form)
{
    const Plan& plan = *source.plan;
    const TeamLoad load = teamLoad(plan);
    const std::vector<ExportFact> facts = exportFacts(source);
    CsvTable table(form);
    for (const char* title : {"Week from", "Person", "Allocation", "Working days", "Days at work", "Days on leave",
                              "Days not there", "Days idle", "Items"})
        table.plain(title);
    for (const ExportFact& fact : facts)
        table.plain(fact.title);
    table.endRow();
    for (std::size_t w = 0; w < load.weeks.size(); ++w)
        for (std::size_t p = 0; p < load.people.size(); ++p) {
            const WeekLoad& week = load.people[p][w];
            table.plain(isoDate(load.weeks[w].monday));
            table.text(plan.people[p].name);
            table.number(plan.people[p].allocation);
            for (const double days : {load.weeks[w].days, week.working, week.leave, week.notThere, week.idle})
                table.number(days);
            std::string items;
            for (const std::size_t item : week.items)
                items.append(items.empty() ? "" : "; ").append(plan.items[item].title);
            table.text(items);
            for (const ExportFact& fact : facts)
                table.text(fact.value);
            table.endRow();
        }
    std::vector<Loss> losses{{LossKind::rounded, CsvTable::kDecimals}};
    std::ranges::copy(table.losses(), std::back_inserter(losses));
    return {table.take(), std::move(losses)};
}

} // namespace trestle
