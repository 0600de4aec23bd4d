#include "data/exchange/xlsx/xlsx_pages.h"

#include <algorithm>
#include <initializer_list>

namespace trestle {

namespace {

constexpr std::uint32_t kFirstPersonRow = 4;
// Of those who read rates.
constexpr std::uint16_t kRateColumn = 2;
constexpr std::uint16_t kTimeColumn = 13;

std::string leaveOf(const Person& person)
{
    std::string text;
    for (const DateRange& leave : person.leave)
        text += (text.empty() ? "" : ", ") + isoDate(leave.first) +
                (leave.last > leave.first ? " to " + isoDate(leave.last) : "");
    return text;
}

std::string skillsOf(const Person& person)
{
    std::string text;
    for (const std::string& skill : person.skills)
        text += (text.empty() ? "" : ", ") + skill;
    return text.empty() ? "Anything" : text;
}

/// What they cost together.
void writeLabour(XlsxPages& pages)
{
    const Plan& plan = pages.plan;
    XlsxSheet& sheet = pages.people;
    const std::uint32_t total = kFirstPersonRow + static_cast<std::uint32_t>(plan.people.size());
    sheet.text({total, 0}, "Labour", {.isTotal = true});
    for (const Case which : kCases) {
        const std::uint16_t column = columnOf(which, XlsxPages::kPersonCostColumn);
        const std::string range = rangeName({kFirstPersonRow, column}, {total - 1, column}, false);
        sheet.formula({total, column}, plan.people.empty() ? "0" : "SUM(" + range + ")",
                      plan.labour.at(which).inDollars(), {.kind = CellKind::money, .isTotal = true});
        if (plan.hasOwnTime())
            sheet.formula({total + 1, column},
                          "SUMIF(" + rangeName({kFirstPersonRow, kTimeColumn}, {total - 1, kTimeColumn}) +
                              ",\"Own time\"," + range + ")",
                          plan.ownTime.at(which).inDollars());
    }
    if (plan.hasOwnTime())
        sheet.text({total + 1, 0}, "Of it own time");
}

} // namespace

void writePeople(XlsxPages& pages)
{
    const Plan& plan = pages.plan;
    XlsxSheet& sheet = pages.people;
    const bool hasRates = pages.hasRates();
    sheet.title("People");
    sheet.note(1, !hasRates ? "Who is there, for how long, and how much each works."
                  : pages.isRetained()
                      ? "People are paid from their first day to the finish, leave included. AUD without GST."
                      : "People are paid for what they work. AUD without GST.");
    std::vector<std::string> titles{"Name", "Part of full time"};
    const auto add = [&](std::initializer_list<const char*> more) {
        for (const char* title : more)
            titles.emplace_back(title);
    };
    if (hasRates)
        add({"AUD a week"});
    const auto weeks = static_cast<int>(titles.size());
    add({"Weeks worked low", "Weeks worked likely", "Weeks worked high"});
    if (hasRates)
        add({"AUD low", "AUD likely", "AUD high"});
    const auto days = static_cast<std::uint16_t>(titles.size());
    add({"First day", "Last day", "Leave", "Able to do"});
    if (hasRates)
        add({"Time"});
    sheet.headers(kFirstPersonRow - 1, titles);
    for (std::size_t p = 0; p < plan.people.size(); ++p) {
        const PersonPlan& person = plan.people[p];
        const Person& input = plan.inputs.team[p];
        const std::uint32_t row = kFirstPersonRow + static_cast<std::uint32_t>(p);
        const auto at = [&](int column) { return CellAt{row, static_cast<std::uint16_t>(column)}; };
        sheet.text(at(0), person.name);
        sheet.formula(at(1), pages.allocation(p), person.allocation, {CellKind::decimal});
        for (const Case which : kCases)
            sheet.number({row, columnOf(which, weeks)}, person.worked.at(which));
        if (input.firstDay)
            sheet.date(at(days), *input.firstDay);
        if (input.lastDay)
            sheet.date(at(days + 1), *input.lastDay);
        sheet.text(at(days + 2), leaveOf(input));
        sheet.text(at(days + 3), skillsOf(input));
        if (!hasRates)
            continue;
        sheet.formula(at(kRateColumn), pages.rate(p), person.weeklyRate.inDollars());
        for (const Case which : kCases)
            sheet.formula({row, columnOf(which, XlsxPages::kPersonCostColumn)}, pages.personCost(p, which),
                          person.cost.at(which).inDollars());
        sheet.text(at(kTimeColumn), person.paidOut ? "Paid" : "Own time");
    }
    if (hasRates)
        writeLabour(pages);
    sheet.freeze({kFirstPersonRow, 1}, kFirstPersonRow - 1);
    sheet.finish(pages.footer);
}

} // namespace trestle
