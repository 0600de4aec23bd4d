#include "models/progress/record.h"

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

// The prior: worth five projects around `usual`.
constexpr double kPriorMean = 0.05;
constexpr double kPriorSpread = 0.30;
constexpr double kPriorProjects = 5;     // κ
constexpr double kPriorShapeLess1 = 2.5; // α − 1

constexpr double kRefutedBelow = 0.05; // of the times that a promise that holds would look so bad
constexpr double kLargestPromise = 1000;
constexpr double kNineOfTen = 1.2815515655446004; // Φ⁻¹(0.9)

double recordDecimals(double value)
{
    return std::round(value * 1e4) / 1e4;
}

Result<void> checkWithin(double value, double low, double high, const std::string& where)
{
    if (value >= low && value <= high)
        return {};
    return fail(ErrorCode::invalidValue, numberText(value), where,
                {DetailKind::fromTo, {numberText(low), numberText(high)}});
}

Result<void> checkAbove(double value, double low, double high, const std::string& where)
{
    if (value > low && value <= high)
        return {};
    return fail(ErrorCode::invalidValue, numberText(value), where,
                {DetailKind::aboveUpTo, {numberText(low), numberText(high)}});
}

Result<void> checkRecorded(const RecordedProject& project, const std::string& where)
{
    if (project.catalogue.empty())
        return fail(ErrorCode::invalidValue, "", where + "/catalogue", DetailKind::id);
    if (auto ok = checkPlanDate(project.date, where + "/date"); !ok)
        return ok;
    if (auto ok = checkWithin(project.y, -OutsideView::largestMean, OutsideView::largestMean, where + "/y"); !ok)
        return ok;
    if (auto ok = checkAbove(project.weight, 0, 1, where + "/weight"); !ok)
        return ok;
    if (auto ok = checkAbove(project.p50, 0, kLargestPromise, where + "/p50"); !ok)
        return ok;
    if (auto ok = checkWithin(project.p80, project.p50, kLargestPromise, where + "/p80"); !ok)
        return ok;
    return checkWithin(project.p90, project.p80, kLargestPromise, where + "/p90");
}

bool isSameProject(const RecordedProject& a, const RecordedProject& b)
{
    return a.catalogue == b.catalogue && a.date == b.date && a.y == b.y && a.weight == b.weight;
}

HitRate hitRateOf(const Record& record, double share, std::size_t promise)
{
    HitRate rate{share, 0, refutingHits(share, static_cast<int>(record.size())), 1};
    for (const RecordedProject& project : record)
        rate.hits += promisesKept(project).at(promise) ? 1 : 0;
    while (!refutingHits(share, rate.speaksFrom))
        ++rate.speaksFrom;
    return rate;
}

} // namespace

Result<void> checkRecord(const Record& record)
{
    if (record.size() > kMostRecorded)
        return fail(ErrorCode::invalidValue, std::to_string(record.size()), "/projects",
                    {DetailKind::fromTo, {"0", std::to_string(kMostRecorded)}});
    for (std::size_t i = 0; i < record.size(); ++i)
        if (auto ok = checkRecorded(record[i], "/projects/" + std::to_string(i)); !ok)
            return ok;
    return {};
}

std::size_t mergeInto(Record& record, const Record& other)
{
    std::size_t added = 0;
    for (const RecordedProject& project : other) {
        if (std::ranges::any_of(record, [&](const RecordedProject& known) { return isSameProject(known, project); }))
            continue;
        record.insert(std::ranges::upper_bound(record, project.date, {}, &RecordedProject::date), project);
        ++added;
    }
    return added;
}

std::array<bool, 3> promisesKept(const RecordedProject& project)
{
    const double took = std::exp(project.y);
    const auto isWithin = [&](double promise) { return took <= promise * (1 + kEpsilon); };
    return {isWithin(project.p50), isWithin(project.p80), isWithin(project.p90)};
}

std::optional<int> refutingHits(double share, int projects)
{
    std::optional<int> most;
    double logChance = projects * std::log1p(-share); // of k hits
    double below = 0;                                 // of k hits or fewer
    for (int k = 0; k <= projects; ++k) {
        below += std::exp(logChance);
        if (below >= kRefutedBelow)
            break;
        most = k;
        logChance += std::log((projects - k) * share / ((k + 1) * (1 - share)));
    }
    return most;
}

RecordFigures figuresOf(const Record& record)
{
    RecordFigures figures;
    figures.projects = static_cast<int>(record.size());
    for (const RecordedProject& project : record) {
        figures.n += project.weight;
        figures.mean += project.weight * project.y;
    }
    if (figures.n > 0)
        figures.mean /= figures.n;
    const double all = kPriorProjects + figures.n;
    const double apart = figures.mean - kPriorMean;
    double squares = kPriorProjects * figures.n * apart * apart / all;
    for (const RecordedProject& project : record)
        squares += project.weight * (project.y - figures.mean) * (project.y - figures.mean);
    const double beta = kPriorSpread * kPriorSpread * kPriorShapeLess1 + squares / 2;
    figures.m = (kPriorProjects * kPriorMean + figures.n * figures.mean) / all;
    figures.s = std::sqrt(beta / (kPriorShapeLess1 + figures.n / 2));
    figures.hits = {hitRateOf(record, .5, 0), hitRateOf(record, .8, 1), hitRateOf(record, .9, 2)};
    return figures;
}

RecordRange rangeOf(const RecordFigures& figures)
{
    const double spread = kNineOfTen * figures.s;
    return {std::exp(figures.m - spread), std::exp(figures.m), std::exp(figures.m + spread)};
}

OutsideView recordView(const RecordFigures& figures)
{
    return {std::string(OutsideView::record),
            std::clamp(recordDecimals(figures.m), -kLargestOutsideMean, kLargestOutsideMean),
            std::min(recordDecimals(figures.s), kLargestOutsideSpread), figures.projects, recordDecimals(figures.mean)};
}

std::optional<RecordedProject> recordedProject(const Plan& plan)
{
    if (!plan.inputs.baseline)
        return std::nullopt;
    const Baseline& baseline = *plan.inputs.baseline;
    double promised = 0;
    for (const auto& [id, item] : baseline.items)
        promised += item.state == ItemState::underWay ? 0 : item.effort;
    double finished = 0;
    double spent = 0;
    for (const ItemPlan& item : plan.items) {
        const auto found = baseline.items.find(item.id);
        if (item.state != ItemState::done || !item.actual.spent || found == baseline.items.end() ||
            found->second.state == ItemState::underWay || found->second.effort <= kEpsilon)
            continue;
        finished += found->second.effort;
        spent += *item.actual.spent;
    }
    if (finished <= kEpsilon || spent <= kEpsilon)
        return std::nullopt;
    return RecordedProject{
        plan.catalogue->id, statusDate(plan.inputs), std::log(spent / finished), std::min(1.0, finished / promised),
        baseline.effortP50, baseline.effortP80,      baseline.effortP90};
}

} // namespace trestle
