#include "data/exchange/xlsx/xlsx_pages.h"

#include <chrono>

namespace trestle {

namespace {

constexpr std::uint16_t kNumberColumn = 2;
constexpr int kWeeksColumn = 5;
constexpr int kDollarsColumn = 8;
constexpr std::uint16_t kPerWeekColumn = 11;
constexpr std::uint16_t kMonthsColumn = 12;

class StaffingSheet {
public:
    explicit StaffingSheet(XlsxPages& pages) : m_pages(pages), m_plan(pages.plan), m_sheet(*pages.times) {}

    void write()
    {
        m_sheet.title("Staffing");
        m_sheet.note(
            1, "Who works how long on what, as it was planned: weeks and dates stay as they are when a rate or an "
               "effort in Assumptions is changed. An amount is weeks × part of full time × AUD a week × effort "
               "now ÷ effort as planned.");
        std::vector<std::string> titles{"Item",    "Person",     "No.",          "From",
                                        "To",      "Weeks low",  "Weeks likely", "Weeks high",
                                        "AUD low", "AUD likely", "AUD high",     "AUD a likely week"};
        m_sheet.headers(XlsxPages::kFirstTime - 1, titles);
        for (std::size_t m = 0; m < m_pages.staffing.months.size(); ++m)
            m_sheet.date({XlsxPages::kFirstTime - 1, monthColumn(m)}, m_pages.staffing.months[m] / 1,
                         {.kind = CellKind::month, .isHeader = true});
        std::uint32_t row = XlsxPages::kFirstTime;
        for (const PaidTime& time : m_pages.staffing.worked)
            writeRow(row++, time);
        if (m_pages.isRetained()) {
            row = m_pages.firstRetained();
            m_sheet.text({row - 1, 0}, "People are paid from their first day to the finish:", {.isStrong = true});
            for (const PaidTime& time : m_pages.staffing.retained)
                writeRow(row++, time);
        }
        m_sheet.freeze({XlsxPages::kFirstTime, 2}, XlsxPages::kFirstTime - 1);
        m_sheet.finish(m_pages.footer);
    }

private:
    static std::uint16_t monthColumn(std::size_t month) { return static_cast<std::uint16_t>(kMonthsColumn + month); }

    /// A week of the person on the item, as efforts and rates are now.
    [[nodiscard]] std::string perWeek(const PaidTime& time, Case which) const
    {
        std::string formula = m_pages.allocation(time.person) + "*" + m_pages.rate(time.person);
        if (time.item)
            formula += "*" + m_pages.assumptions.ref(m_pages.effortCell(*time.item, which)) + "/" +
                       m_pages.assumptions.ref(m_pages.plannedEffortCell(*time.item, which));
        return formula;
    }

    void writeRow(std::uint32_t row, const PaidTime& time)
    {
        const PersonPlan& person = m_plan.people[time.person];
        const double dollarsPerWeek = person.allocation * person.weeklyRate.inDollars();
        m_sheet.text({row, 0}, time.item ? m_plan.items[*time.item].title : "");
        m_sheet.text({row, 1}, person.name);
        m_sheet.number({row, kNumberColumn}, static_cast<double>(time.person + 1), {CellKind::whole});
        if (time.worked.likely > kEpsilon) {
            m_sheet.date({row, 3}, m_plan.calendar.startDate(time.joined));
            m_sheet.date({row, 4}, m_plan.calendar.lastDate(time.joined, time.left));
            m_sheet.formula({row, kPerWeekColumn}, perWeek(time, Case::likely), dollarsPerWeek);
        }
        for (const Case which : kCases)
            if (const Weeks worked = time.worked.at(which); worked > kEpsilon) {
                const CellAt weeks{row, columnOf(which, kWeeksColumn)};
                m_sheet.number(weeks, worked);
                m_sheet.formula({row, columnOf(which, kDollarsColumn)}, cellName(weeks) + "*" + perWeek(time, which),
                                worked * dollarsPerWeek);
            }
        for (std::size_t m = 0; m < time.byMonth.size(); ++m)
            if (time.byMonth[m] > kEpsilon)
                m_sheet.number({row, monthColumn(m)}, time.byMonth[m]);
    }

    XlsxPages& m_pages;
    const Plan& m_plan;
    XlsxSheet& m_sheet;
};

} // namespace

void writeStaffing(XlsxPages& pages)
{
    if (pages.times)
        StaffingSheet(pages).write();
}

} // namespace trestle
