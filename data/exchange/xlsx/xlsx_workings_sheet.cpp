#include "data/exchange/xlsx/xlsx_pages.h"
#include "models/plan/cost.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <tuple>

namespace trestle {

namespace {

/// One case of a block: what each line comes to unrounded, and in cents that add up.
struct SplitCase {
    Case which = Case::likely;
    std::string total = {}; ///< cell; empty: the lines' own sum, to the cent
    Money totalValue;
    std::vector<std::string> formulas = {}; ///< of the lines, unrounded
    std::vector<double> dollars = {};       ///< what they come to
    std::vector<Money> amounts = {};
};

/// The columns of a case; under `rest` stands how many cents are left.
enum class Part : std::uint8_t { dollars, whole, order, rest, amount };
constexpr int kParts = 5;

class WorkingsSheet {
public:
    explicit WorkingsSheet(XlsxPages& pages) : m_pages(pages), m_plan(pages.plan), m_sheet(*pages.workings) {}

    void write()
    {
        m_sheet.title("Workings");
        m_sheet.note(
            1, "Labour in whole cents that add up: each line is cut to whole cents, and the cents that are left go "
               "to the lines that lost most; of equals to the first in their order.");
        writePeople();
        writeItems();
        writeMonths();
        m_sheet.freeze({2, 1}, 0);
        m_sheet.finish(m_pages.footer);
    }

private:
    [[nodiscard]] std::string timesCells(std::uint16_t column) const
    {
        const std::uint32_t first = m_pages.firstPaid();
        const auto last = static_cast<std::uint32_t>(first + m_pages.paid().size() - 1);
        return m_pages.times->ref({first, column}, {last, column});
    }

    void writePeople()
    {
        std::vector<std::string> names;
        for (const PersonPlan& person : m_plan.people)
            names.push_back(person.name);
        writeHeading(m_pages.firstPersonSplit(), "By person");
        for (const Case which : kCases) {
            SplitCase split{.which = which, .totalValue = m_plan.labour.at(which)};
            for (std::size_t p = 0; p < names.size(); ++p) {
                double dollars = 0;
                for (const PaidTime& time : m_pages.paid())
                    dollars += time.person == p ? dollarsOf(time, which) : 0.0;
                split.formulas.push_back(m_pages.paid().empty()
                                             ? "0"
                                             : "SUMIF(" + timesCells(2) + "," + std::to_string(p + 1) + "," +
                                                   timesCells(columnOf(which, 8)) + ")");
                split.dollars.push_back(dollars);
                split.amounts.push_back(m_plan.people[p].cost.at(which));
            }
            writeSplit(m_pages.firstPersonSplit(), split);
        }
        writeNames(m_pages.firstPersonSplit(), names);
    }

    void writeItems()
    {
        std::vector<std::string> names;
        for (const ItemPlan& item : m_plan.items)
            names.push_back(item.title);
        writeHeading(m_pages.firstItemSplit(), "By item");
        for (const Case which : kCases) {
            SplitCase split{.which = which, .total = m_pages.labour(which), .totalValue = m_plan.labour.at(which)};
            split.formulas.assign(names.size(), "0");
            split.dollars.assign(names.size(), 0);
            const std::vector<PaidTime>& times = m_pages.staffing.worked;
            for (std::size_t first = 0; first < times.size();) {
                const std::size_t item = *times[first].item;
                std::size_t end = first;
                for (; end < times.size() && times[end].item == item; ++end)
                    split.dollars[item] += dollarsOf(times[end], which);
                const std::uint16_t column = columnOf(which, 8);
                split.formulas[item] =
                    "SUM(" +
                    m_pages.times->ref({XlsxPages::kFirstTime + static_cast<std::uint32_t>(first), column},
                                       {XlsxPages::kFirstTime + static_cast<std::uint32_t>(end) - 1, column}) +
                    ")";
                first = end;
            }
            for (const ItemPlan& item : m_plan.items)
                split.amounts.push_back(item.cost.at(which));
            writeSplit(m_pages.firstItemSplit(), split);
        }
        writeNames(m_pages.firstItemSplit(), names);
    }

    void writeMonths()
    {
        const std::vector<MonthCost> costs = costByMonth(m_plan, Case::likely);
        const auto before = static_cast<std::size_t>((m_pages.staffing.months.front() - costs.front().month).count());
        SplitCase split{.total = m_pages.labour(Case::likely), .totalValue = m_plan.labour.likely};
        writeHeading(m_pages.firstMonthSplit(), "By month, likely");
        for (std::size_t m = 0; m < m_pages.staffing.months.size(); ++m) {
            double dollars = 0;
            for (const PaidTime& time : m_pages.paid())
                dollars += time.byMonth[m] * perWeek(time);
            split.formulas.push_back(m_pages.paid().empty() ? "0"
                                                            : "SUMPRODUCT(" + timesCells(11) + "," +
                                                                  timesCells(static_cast<std::uint16_t>(12 + m)) + ")");
            split.dollars.push_back(dollars);
            split.amounts.push_back(costs[before + m].labour);
            m_sheet.date({m_pages.firstMonthSplit() + static_cast<std::uint32_t>(m), 0}, m_pages.staffing.months[m] / 1,
                         {CellKind::month});
        }
        writeSplit(m_pages.firstMonthSplit(), split);
    }

    [[nodiscard]] double perWeek(const PaidTime& time) const
    {
        const PersonPlan& person = m_plan.people[time.person];
        return person.allocation * person.weeklyRate.inDollars();
    }
    [[nodiscard]] double dollarsOf(const PaidTime& time, Case which) const
    {
        const double worked = time.worked.at(which);
        return worked > kEpsilon ? worked * perWeek(time) : 0.0;
    }

    void writeHeading(std::uint32_t first, std::string_view heading)
    {
        m_sheet.text({first - 2, 0}, heading, {.isStrong = true});
        std::vector<std::string> titles{""};
        for (const char* which : {"Low", "Likely", "High"})
            for (const char* what :
                 {", AUD unrounded", ", whole cents", ", order of equals", ", cents cut off", ", AUD"})
                titles.push_back(std::string(which) + what);
        m_sheet.headers(first - 1, titles);
    }

    void writeNames(std::uint32_t first, const std::vector<std::string>& names)
    {
        for (std::size_t i = 0; i < names.size(); ++i)
            m_sheet.text({first + static_cast<std::uint32_t>(i), 0}, names[i]);
    }

    /// The places of the lines among those that lose as much of a cent: what the plan itself made of them comes first.
    static std::vector<std::size_t> orderOf(const std::vector<double>& exact, const std::vector<Money>& amounts)
    {
        std::vector<std::size_t> lines(exact.size());
        std::iota(lines.begin(), lines.end(), std::size_t{0});
        std::ranges::stable_sort(lines, std::greater{}, [&](std::size_t i) {
            const double rest = exact[i] - wholeOf(exact[i]);
            return std::tuple(shown(rest), static_cast<double>(amounts[i].cents) - wholeOf(exact[i]), rest);
        });
        std::vector<std::size_t> places(lines.size());
        for (std::size_t place = 0; place < lines.size(); ++place)
            places[lines[place]] = place + 1;
        return places;
    }
    static double wholeOf(double cents) { return std::floor(cents + 1e-6); }
    static double shown(double rest) { return std::round(rest * 1e5) / 1e5; }

    void writeSplit(std::uint32_t first, const SplitCase& split)
    {
        const auto count = static_cast<std::uint32_t>(split.formulas.size());
        const double sum = std::accumulate(split.dollars.begin(), split.dollars.end(), 0.0);
        std::vector<double> exact;
        for (const double dollars : split.dollars)
            exact.push_back(sum > 0 ? static_cast<double>(split.totalValue.cents) * (dollars / sum) : 0.0);
        const std::vector<std::size_t> order = orderOf(exact, split.amounts);
        const auto at = [&](std::uint32_t line, Part part) {
            return CellAt{first + line, static_cast<std::uint16_t>(1 + kParts * static_cast<int>(split.which) +
                                                                   static_cast<int>(part))};
        };
        const auto all = [&](Part part) { return rangeName(at(0, part), at(count - 1, part)); };
        const auto sumOf = [&](Part part) { return count > 0 ? "SUM(" + all(part) + ")" : std::string("0"); };
        const std::string total = cellName(at(count, Part::amount), true);
        const std::string dollarsSum = cellName(at(count, Part::dollars), true);
        for (std::uint32_t i = 0; i < count; ++i) {
            const double whole = wholeOf(exact[i]);
            const std::string dollars = cellName(at(i, Part::dollars));
            const std::string wholeCell = cellName(at(i, Part::whole));
            const std::string rest = cellName(at(i, Part::rest));
            const std::string cents = "100*" + total + "*(" + dollars + "/" + dollarsSum + ")";
            const std::string ifAny = "IF(" + dollarsSum + ">0,";
            m_sheet.formula(at(i, Part::dollars), split.formulas[i], split.dollars[i]);
            m_sheet.formula(at(i, Part::whole), ifAny + "INT(" + cents + "+0.000001),0)", whole, {CellKind::whole});
            m_sheet.number(at(i, Part::order), static_cast<double>(order[i]), {CellKind::whole});
            m_sheet.formula(at(i, Part::rest),
                            ifAny + "ROUND(" + cents + "-" + wholeCell + ",5),0)-" + cellName(at(i, Part::order)) +
                                "/10000000000",
                            shown(exact[i] - whole) - static_cast<double>(order[i]) / 1e10);
            m_sheet.formula(at(i, Part::amount),
                            "(" + wholeCell + "+IF(AND(" + dollars + ">0,SUMPRODUCT(--(" + all(Part::rest) + ">" +
                                rest + "))<" + cellName(at(count, Part::rest), true) + "),1,0))/100",
                            split.amounts[i].inDollars());
        }
        constexpr CellLook kStrong{.kind = CellKind::money, .isTotal = true};
        constexpr CellLook kStrongWhole{.kind = CellKind::whole, .isTotal = true};
        const double wholeSum = std::transform_reduce(exact.begin(), exact.end(), 0.0, std::plus{}, wholeOf);
        m_sheet.text({first + count, 0}, "Total", {.isTotal = true});
        m_sheet.formula(at(count, Part::dollars), sumOf(Part::dollars), sum, kStrong);
        m_sheet.formula(at(count, Part::whole), sumOf(Part::whole), wholeSum, kStrongWhole);
        m_sheet.formula(at(count, Part::rest), "ROUND(100*" + total + "-" + cellName(at(count, Part::whole)) + ",0)",
                        static_cast<double>(split.totalValue.cents) - wholeSum, kStrongWhole);
        m_sheet.formula(at(count, Part::amount),
                        split.total.empty() ? "ROUND(" + cellName(at(count, Part::dollars)) + ",2)" : split.total,
                        split.totalValue.inDollars(), kStrong);
    }

    XlsxPages& m_pages;
    const Plan& m_plan;
    XlsxSheet& m_sheet;
};

} // namespace

void writeWorkings(XlsxPages& pages)
{
    if (pages.workings)
        WorkingsSheet(pages).write();
}

} // namespace trestle
