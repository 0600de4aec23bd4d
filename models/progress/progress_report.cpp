#include "models/progress/progress_report.h"

#include "models/calendar/days_off.h"
#include "models/effort.h"
#include "models/plan/work_dates.h"
#include "models/progress/as_planned.h"

#include <algorithm>
#include <functional>
#include <map>

namespace trestle {

namespace {

constexpr int kSoon = 5;             // working days
constexpr std::size_t kMostNext = 3; // items
constexpr std::chrono::days kLatelyFinished{7};

/// When each item was likely to be finished, by id; those without work are not listed.
std::map<std::string, Date> dueDates(const Plan& plan)
{
    std::map<std::string, Date> due;
    if (const auto& baseline = plan.inputs.baseline) {
        for (const auto& [id, item] : baseline->items)
            if (item.finish)
                due[id] = *item.finish;
        return due;
    }
    const auto planned = makePlanInOrderOf(plan, plan.catalogue, asPlanned(plan.inputs));
    if (!planned) // whoever was to do it is not on the team any more
        return due;
    for (const ItemPlan& item : planned->items)
        if (item.hasWork)
            due[item.id] = planned->calendar.lastDate(item.when.likely.start, item.when.likely.finish);
    return due;
}

bool isItemFinished(const ItemPlan& item)
{
    return item.state == ItemState::done;
}

bool isToDo(const ItemPlan& item)
{
    return !isItemFinished(item) && item.state != ItemState::excluded;
}

class ProgressReporter {
public:
    ProgressReporter(const Plan& plan, std::optional<Date> since) : m_plan(plan), m_due(dueDates(plan))
    {
        m_report.asOf = statusDate(plan.inputs);
        m_report.since = since.value_or(m_report.asOf - kLatelyFinished);
        m_report.hasBaseline = plan.inputs.baseline.has_value();
    }

    ProgressReport report()
    {
        for (std::size_t i = 0; i < m_plan.items.size(); ++i)
            file(entryOf(i), m_plan.items[i]);
        std::ranges::stable_sort(m_report.underWay, {}, finishOf);
        std::ranges::stable_sort(m_report.late, {}, [](const ProgressItem& item) { return *item.due; });
        std::ranges::stable_sort(m_report.due, {}, startOf);
        std::ranges::stable_sort(m_report.next, {}, startOf);
        if (m_report.next.size() > kMostNext)
            m_report.next.resize(kMostNext);
        std::ranges::stable_sort(m_report.finished, std::greater{}, finishOf);
        addPhases();
        return std::move(m_report);
    }

private:
    static Date startOf(const ProgressItem& item) { return item.starts.value_or(Date{}); }
    static Date finishOf(const ProgressItem& item) { return item.finishes.value_or(Date{}); }

    [[nodiscard]] ProgressItem entryOf(std::size_t index) const
    {
        const ItemPlan& item = m_plan.items[index];
        ProgressItem entry;
        entry.id = item.id;
        entry.item = index;
        if (const auto due = m_due.find(item.id); due != m_due.end())
            entry.due = due->second;
        if (isToDo(item) && entry.due && *entry.due < m_report.asOf)
            entry.daysLate = workingDaysBetween(*entry.due, m_plan.startDate, m_plan.inputs);
        entry.spent = item.actual.spent;
        entry.left = item.effort.likely;
        entry.likely = expectedEffort(m_plan, item);
        entry.starts = item.actual.started;
        entry.finishes = item.actual.finished;
        if (isToDo(item))
            addLikelyDates(entry, item);
        return entry;
    }

    void addLikelyDates(ProgressItem& entry, const ItemPlan& item) const
    {
        const bool isUnderWay = item.state == ItemState::underWay;
        if (!item.hasWork) {
            entry.isDueSoon = isUnderWay; // it has only to be called finished
            return;
        }
        const Span& when = item.when.likely;
        entry.finishes = m_plan.calendar.lastDate(when.start, when.finish);
        entry.isDueSoon = WorkCalendar::lastIndex(when.start, when.finish) < kSoon;
        if (isUnderWay)
            return;
        entry.starts = m_plan.calendar.startDate(when.start);
        entry.isDueSoon = entry.isDueSoon || WorkCalendar::startIndex(when.start) < kSoon;
    }

    void file(ProgressItem entry, const ItemPlan& item)
    {
        const bool wasWork = wasToBuild(m_plan.inputs, item.id);
        if (isItemFinished(item) && wasWork && !entry.spent)
            m_report.withoutTime.push_back(item.id);
        if (isItemFinished(item)) {
            const auto end = entry.finishes ? entry.finishes : changedOn(item.id);
            if (wasWork && end && *end >= m_report.since)
                m_report.finished.push_back(std::move(entry));
        } else if (item.state == ItemState::underWay) {
            m_report.underWay.push_back(std::move(entry));
        } else if (entry.daysLate > 0) {
            m_report.late.push_back(std::move(entry));
        } else if (entry.isDueSoon) {
            m_report.due.push_back(std::move(entry));
        } else if (isToDo(item) && item.hasWork) {
            m_report.next.push_back(std::move(entry));
        }
    }

    /// When its state was last changed, of an item whose end is not recorded.
    [[nodiscard]] std::optional<Date> changedOn(const std::string& item) const
    {
        const auto said = m_plan.inputs.items.find(item);
        return said == m_plan.inputs.items.end() ? std::nullopt : said->second.changed;
    }

    void addPhases()
    {
        Inputs unlearnt = m_plan.inputs;
        unlearnt.learn = false;
        const Scope before = remainingWork(*m_plan.catalogue, unlearnt);
        for (std::size_t p = 0; p < m_plan.phases.size(); ++p) {
            const PhasePlan& phase = m_plan.phases[p];
            const PhaseLearning& says = m_plan.learning.phases[p];
            PhaseProgress progress;
            progress.id = phase.id;
            progress.isObserved = says.isObserved;
            progress.z = says.z;
            if (says.isObserved) {
                progress.share = says.share;
                progress.spent = says.spent;
                progress.likely = says.likely;
                progress.d = says.d;
                progress.v = says.v;
            }
            progress.likelyNow = phase.effort.likely;
            std::optional<Date> ended;
            for (std::size_t i = phase.firstItem; i < phase.firstItem + phase.itemCount; ++i) {
                progress.likelyBefore += before.items[i].remaining.likely;
                const ProgressItem item = entryOf(i);
                const bool isLeft = isToDo(m_plan.items[i]);
                progress.due = std::max(progress.due, item.due);
                ended = std::max(ended, isLeft ? std::nullopt : item.finishes);
                progress.finishes = std::max(progress.finishes, isLeft ? item.finishes : std::nullopt);
            }
            if (!progress.finishes)
                progress.finishes = ended;
            m_report.phases.push_back(std::move(progress));
        }
    }

    const Plan& m_plan;
    std::map<std::string, Date> m_due;
    ProgressReport m_report;
};

std::vector<std::string> idsInOrder(std::vector<const ProgressItem*> items)
{
    std::ranges::sort(items, {}, &ProgressItem::item);
    std::vector<std::string> ids;
    for (const ProgressItem* item : items)
        ids.push_back(item->id);
    return ids;
}

std::vector<std::string> idsWhere(const ProgressReport& report, auto belongs)
{
    std::vector<const ProgressItem*> items;
    for (const auto* list : {&report.underWay, &report.late, &report.due})
        for (const ProgressItem& item : *list)
            if (belongs(item))
                items.push_back(&item);
    return idsInOrder(std::move(items));
}

} // namespace

std::optional<double> ProgressReport::finishedRatio() const
{
    double spent = 0;
    double likely = 0;
    for (const PhaseProgress& phase : phases) {
        spent += phase.spent;
        likely += phase.likely;
    }
    return likely > kEpsilon ? std::optional(spent / likely) : std::nullopt;
}

std::optional<double> ProgressReport::restRatio() const
{
    double now = 0;
    double before = 0;
    for (const PhaseProgress& phase : phases) {
        now += phase.likelyNow;
        before += phase.likelyBefore;
    }
    return before > kEpsilon ? std::optional(now / before) : std::nullopt;
}

bool hasBegun(const Inputs& inputs)
{
    return !inputs.actualCosts.empty() ||
           std::ranges::any_of(inputs.items, [](const auto& item) { return hasBegun(item.second); });
}

bool isFollowed(const Inputs& inputs)
{
    return inputs.baseline || hasBegun(inputs);
}

std::vector<std::string> ProgressReport::allLate() const
{
    return idsWhere(*this, [](const ProgressItem& item) { return item.daysLate > 0; });
}

std::vector<std::string> ProgressReport::allDue() const
{
    return idsWhere(*this, [](const ProgressItem& item) { return item.isDueSoon; });
}

ProgressReport progressReport(const Plan& plan, std::optional<Date> since)
{
    return ProgressReporter(plan, since).report();
}

} // namespace trestle
