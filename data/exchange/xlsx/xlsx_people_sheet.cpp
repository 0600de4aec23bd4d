#include "data/exchange/xlsx/xlsx_pages.h"

#include <algorithm>

namespace trestle {

namespace {

constexpr std::uint32_t kFirstPersonRow = 4;

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

} // namespace

void writePeople(XlsxPages& pages)
{
    const Plan& plan = pages.plan;
    XlsxSheet& sheet = pages.people;
    sheet.title("People");
    sheet.note(1, pages.isRetained()
                      ? "People are paid from their first day to the finish, leave included. AUD without GST."
                      : "People are paid for what they work. AUD without GST.");
    sheet.headers(kFirstPersonRow - 1, {"Name", "Part of full time", "AUD a week", "Weeks worked low",
                                        "Weeks worked likely", "Weeks worked high", "AUD low", "AUD likely", "AUD high",
                                        "First day", "Last day", "Leave", "Able to do", "Time"});
    for (std::size_t p = 0; p < plan.people.size(); ++p) {
        const PersonPlan& person = plan.people[p];
        const Person& input = plan.inputs.team[p];
        const std::uint32_t row = kFirstPersonRow + static_cast<std::uint32_t>(p);
        sheet.text({row, 0}, person.name);
        sheet.formula({row, 1}, pages.allocation(p), person.allocation, {CellKind::decimal});
        sheet.formula({row, 2}, pages.rate(p), person.weeklyRate.inDollars());
        for (const Case which : kCases) {
            sheet.number({row, columnOf(which, 3)}, person.worked.at(which));
            sheet.formula({row, columnOf(which, 6)}, pages.personCost(p, which), person.cost.at(which).inDollars());
        }
        if (input.firstDay)
            sheet.date({row, 9}, *input.firstDay);
        if (input.lastDay)
            sheet.date({row, 10}, *input.lastDay);
        sheet.text({row, 11}, leaveOf(input));
        sheet.text({row, 12}, skillsOf(input));
        sheet.text({row, 13}, person.paidOut ? "Paid" : "Own time");
    }
    const std::uint32_t total = kFirstPersonRow + static_cast<std::uint32_t>(plan.people.size());
    sheet.text({total, 0}, "Labour", {.isTotal = true});
    for (const Case which : kCases) {
        const std::uint16_t column = columnOf(which, 6);
        const std::string range = rangeName({kFirstPersonRow, column}, {total - 1, column}, false);
        sheet.formula({total, column}, plan.people.empty() ? "0" : "SUM(" + range + ")",
                      plan.labour.at(which).inDollars(), {.kind = CellKind::money, .isTotal = true});
        if (plan.hasOwnTime())
            sheet.formula({total + 1, column},
                          "SUMIF(" + rangeName({kFirstPersonRow, 13}, {total - 1, 13}) + ",\"Own time\"," + range + ")",
                          plan.ownTime.at(which).inDollars());
    }
    if (plan.hasOwnTime())
        sheet.text({total + 1, 0}, "Of it own time");
    sheet.freeze({kFirstPersonRow, 1}, kFirstPersonRow - 1);
    sheet.finish(pages.footer);
}

} // namespace trestle
