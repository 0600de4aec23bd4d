#include "app/cli/report.h"

#include "app/cli/figures.h"
#include "app/cli/summary.h"
#include "app/cli/text_gantt.h"
#include "app/cli/text_table.h"
#include "models/calendar/days_off.h"

namespace trestle::cli {

namespace {

void appendLines(std::string& text, const std::vector<std::string>& lines)
{
    for (const std::string& line : lines) {
        // Filled columns must not leave spaces at the end for a narrow terminal to wrap.
        const std::size_t end = line.find_last_not_of(' ');
        text.append(line, 0, end == std::string::npos ? 0 : end + 1).append("\n");
    }
}

std::vector<std::string> adviceLines(const Plan& plan, const Style& style)
{
    std::vector<std::string> lines;
    for (const Advice& advice : adviceOn(plan)) {
        bool first = true;
        for (const std::string& line : wrapped(printable(advice.text, style.utf8), style.width - 2)) {
            const std::string mark = !first ? "  " : advice.warning ? "! " : "- ";
            lines.push_back(inked(mark + line, advice.warning ? Ink::warning : Ink::plain, style));
            first = false;
        }
    }
    return lines;
}

std::string catalogueLine(const Plan& plan)
{
    return "Catalogue " + plan.catalogue->id + " " + std::to_string(plan.catalogue->version) +
           "; weeks are working weeks from the start; AUD ex GST.";
}

} // namespace

std::string headline(const Plan& plan)
{
    return weeksText(plan.finish.likely) + ", " + isoDate(plan.startDate) + " to " + isoDate(plan.finishDate.likely) +
           ", AUD " + dollars(plan.total.likely);
}

std::string report(const Plan& plan, const std::string& scenario, const Style& style)
{
    std::string text;
    appendLines(text, summaryLines(plan, scenario, style));
    text += '\n';
    appendLines(text, ganttLines(plan, style));
    text += '\n';
    appendLines(text, tableLines(plan, style));
    text += '\n';
    appendLines(text, adviceLines(plan, style));
    for (const std::string& line : wrapped(printable(catalogueLine(plan), style.utf8), style.width))
        appendLines(text, {inked(line, Ink::faint, style)});
    return text;
}

std::vector<std::string> odditiesOf(const Plan& plan)
{
    std::vector<std::string> oddities;
    if (plan.inputs.targetDate && *plan.inputs.targetDate < plan.startDate)
        oddities.push_back("the target, " + isoDate(*plan.inputs.targetDate) + ", is before the start, " +
                           isoDate(plan.startDate));
    if (isPastKnownHolidays(plan.inputs, plan.finishDate.high))
        oddities.push_back("the plan runs past " + std::to_string(kLastHolidayYear) +
                           ", the last year whose public holidays are known");
    return oddities;
}

} // namespace trestle::cli
