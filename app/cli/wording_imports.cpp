#include "app/cli/wording_imports.h"

namespace trestle::cli {

std::string worded(const ImportLoss& loss)
{
    const std::string count = std::to_string(loss.count);
    switch (loss.kind) {
    case ImportLossKind::outsideTasks: return "tasks of other projects (" + count + ") are left out";
    case ImportLossKind::levels:
        return "summary tasks within a phase (" + count + ") are gone: their tasks are items of the phase";
    case ImportLossKind::looseTasks:
        return "tasks outside every summary task (" + count + ") are in a phase of their own";
    case ImportLossKind::durations:
        return "tasks without work (" + count + "): their duration counts as work of who is assigned, or of one person";
    case ImportLossKind::begun: return "tasks that are begun (" + count + ") are told by the work that is left";
    case ImportLossKind::ranges: return "ranges of low and high (" + count + ") are made even over each phase";
    case ImportLossKind::links:
        return "links (" + count +
               ") to what is not there, between a task and its own, told twice, or too many, are left out";
    case ImportLossKind::summaryLinks:
        return "links of summary tasks within a phase (" + count + ") are put on their items";
    case ImportLossKind::leads: return "negative lags (" + count + ") are told from the start of what comes before";
    case ImportLossKind::leadsLost: return "negative lags (" + count + ") that a plan cannot have count as none";
    case ImportLossKind::dates:
        return "dates that hold tasks (" + count + "), as constraints and deadlines, are left out";
    case ImportLossKind::fixedCosts: return "fixed costs of tasks (" + count + ") are left out";
    case ImportLossKind::material: return "resources that are no people (" + count + ") are left out";
    case ImportLossKind::crews: return "resources that stand for several people (" + count + ") became people";
    case ImportLossKind::people: return "people beyond the 64 that a team may have (" + count + ") are left out";
    case ImportLossKind::noPeople: return "the file names nobody: the plan begins with one person";
    case ImportLossKind::summaryPeople: return "people assigned to summary tasks (" + count + ") are left out";
    case ImportLossKind::parts:
        return "assignments for a part of someone's time (" + count + ") became the whole of it";
    case ImportLossKind::lastDays:
        return "last days of people (" + count + ") are left out: work would be left that nobody can do";
    case ImportLossKind::rates: return "overtime, costs per use and rates that change (" + count + ") are left out";
    case ImportLossKind::calendars:
        return "other weeks than Monday to Friday, parts of days and repeated days off (" + count + ") are left out";
    case ImportLossKind::currency: return "the currency is not AUD: its figures are taken as they are";
    case ImportLossKind::fields: return "custom fields and baselines of tasks (" + count + ") are left out";
    case ImportLossKind::details: return "priorities, contacts and other details (" + count + ") are left out";
    case ImportLossKind::columns: return "columns that mean nothing to a plan (" + count + ") are left out";
    case ImportLossKind::sheets: return "other sheets of the workbook (" + count + ") are left out";
    case ImportLossKind::ownDates:
        return "dates of tasks (" + count + ") are not kept: the plan works out its own from work, links and people";
    case ImportLossKind::dayFirst: return "dates such as 3/4/2027 (" + count + ") are read as day, month and year";
    case ImportLossKind::badDates: return "cells that are no dates (" + count + ") are left out";
    case ImportLossKind::badAmounts:
        return "cells that are no amounts of time, or no parts done (" + count + "), are left out";
    case ImportLossKind::points: return "estimates in points (" + count + ") count as a day of work for each point";
    case ImportLossKind::summaryWork:
        return "work of tasks with others below them (" + count + ") is left out: that of those below counts";
    case ImportLossKind::noStart:
        return "the file has no start dates: the plan starts on the first weekday from today on";
    case ImportLossKind::noRates:
        return "people without a rate (" + count + ") have the usual one, 5,000 dollars a week";
    case ImportLossKind::encoding: return "the text is not UTF-8: it was read as Windows-1252";
    case ImportLossKind::shortened: return "texts (" + count + ") are shortened";
    case ImportLossKind::characters:
        return "characters that no text can hold (" + count + ") became the sign for an unknown one";
    }
    return {};
}

} // namespace trestle::cli
