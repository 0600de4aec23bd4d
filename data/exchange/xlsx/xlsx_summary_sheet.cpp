#include "data/exchange/xlsx/xlsx_pages.h"
#include "models/plan/cost.h"
#include "models/risk/promises.h"
#include "models/rounding.h"

#include <utility>

namespace trestle {

namespace {

constexpr std::uint32_t kHeaderRow = 4;

class SummarySheet {
public:
    explicit SummarySheet(XlsxPages& pages)
        : m_pages(pages), m_plan(pages.plan), m_sheet(pages.summary),
          m_sure(headlineOf(pages.plan, pages.risk, pages.plan.inputs.confidence))
    {
    }

    void write()
    {
        const Inputs& inputs = m_plan.inputs;
        m_sheet.title(inputs.name.empty() ? "Plan" : inputs.name);
        std::string about = "What is left to production: how long, how much, how sure. AUD.";
        if (!inputs.client.empty())
            about = "For " + inputs.client + ". " + about;
        if (!m_pages.source.stamp.scenario.empty())
            about += " Scenario: " + m_pages.source.stamp.scenario + ".";
        m_sheet.note(1, about);
        if (m_pages.hasRates())
            m_sheet.note(
                2, "Change a rate or an effort in Assumptions and labour, months and totals follow. Staffing and dates "
                   "stay frozen, and so does what was simulated: plan again in Trestle for those.");
        m_sheet.headers(kHeaderRow, {"", "Low", "Likely", "High", std::to_string(inputs.confidence) + " % sure"});
        m_row = kHeaderRow + 1;
        writeFinish();
        writeMoney();
        writeFacts();
        writeGuide();
        if (!inputs.notes.empty())
            m_sheet.note(m_row + 1, inputs.notes, {.kind = CellKind::wrapped});
        m_sheet.fitOnOnePage();
        m_sheet.freeze({kHeaderRow + 1, 1}, kHeaderRow);
        m_sheet.finish(m_pages.footer);
    }

private:
    void writeFinish()
    {
        constexpr CellLook kStrongDate{.kind = CellKind::date, .isStrong = true};
        m_sheet.text({m_row, 0}, "Finish", {.isStrong = true});
        m_sheet.text({m_row + 1, 0}, "Working weeks");
        m_sheet.text({m_row + 2, 0}, "Effort left, person-weeks");
        const auto last = static_cast<std::uint32_t>(m_pages.firstItem() + m_plan.items.size() - 1);
        for (const Case which : kCases) {
            const std::uint16_t column = columnOf(which, 1);
            m_sheet.date({m_row, column}, m_plan.finishDate.at(which), kStrongDate);
            m_sheet.number({m_row + 1, column}, m_plan.finish.at(which));
            const std::string efforts =
                m_pages.assumptions.ref(m_pages.effortCell(0, which), {last, columnOf(which, 2)});
            m_sheet.formula({m_row + 2, column}, m_plan.items.empty() ? "0" : "SUM(" + efforts + ")",
                            m_plan.effort.at(which), {CellKind::decimal});
        }
        m_sheet.date({m_row, 4}, m_sure.finishDate, kStrongDate);
        m_sheet.number({m_row + 1, 4}, m_sure.finish);
        m_row += 3;
    }

    void amounts(std::string_view name, const PerCase<std::string>& formulas, const PerCase<Money>& values,
                 CellLook look = {CellKind::money})
    {
        CellLook label = look;
        label.kind = CellKind::text;
        m_sheet.text({m_row, 0}, name, label);
        for (const Case which : kCases)
            m_sheet.formula({m_row, columnOf(which, 1)}, formulas.at(which), values.at(which).inDollars(), look);
        ++m_row;
    }

    void amounts(std::string_view name, const PerCase<Money>& values)
    {
        m_sheet.text({m_row, 0}, name);
        for (const Case which : kCases)
            m_sheet.money({m_row, columnOf(which, 1)}, values.at(which));
        ++m_row;
    }

    /// One formula for each case, made of the cells of its column that lie so many rows above.
    template <class Make>
    [[nodiscard]] PerCase<std::string> eachCase(Make make) const
    {
        PerCase<std::string> formulas;
        for (const Case which : kCases)
            formulas.at(which) =
                make(which, [&](std::uint32_t above) { return cellName({m_row - above, columnOf(which, 1)}); });
        return formulas;
    }

    void writeMoney()
    {
        constexpr CellLook kTotal{.kind = CellKind::money, .isTotal = true};
        const bool hasActual = m_plan.actual.any();
        const Money spent = m_plan.actual.total();
        if (hasActual)
            amounts("Spent so far", {spent, spent, spent});
        amounts("Labour", eachCase([&](Case which, auto) { return m_pages.labour(which); }), m_plan.labour);
        amounts("Running costs", m_plan.runningTotal);
        amounts("Risks", m_plan.riskTotal);
        amounts("Total without GST", eachCase([&](Case, auto cell) {
                    return (hasActual ? cell(4) + "+" : "") + cell(3) + "+" + cell(2) + "+" + cell(1);
                }),
                m_plan.total, kTotal);
        m_sheet.money({m_row - 1, 4}, promised(m_sure.total), kTotal);
        const std::string boughtSoFar =
            m_plan.actual.running == Money{} ? std::string() : "+" + numberText(m_plan.actual.running.inDollars());
        PerCase<Money> tax;
        PerCase<Money> withTax;
        const bool isPrice = m_plan.inputs.gst == GstBasis::price;
        for (const Case which : kCases) {
            tax.at(which) =
                gst(isPrice ? m_plan.total.at(which)
                            : m_plan.actual.running + m_plan.runningTotal.at(which) + m_plan.riskTotal.at(which));
            withTax.at(which) = m_plan.total.at(which) + tax.at(which);
        }
        amounts(isPrice ? "GST on all of it" : "GST on what is bought", eachCase([&](Case, auto cell) {
                    return "ROUND(" + (isPrice ? cell(1) : "(" + cell(3) + "+" + cell(2) + boughtSoFar + ")") +
                           "*0.1,2)";
                }),
                tax);
        amounts("Total with GST", eachCase([](Case, auto cell) { return cell(2) + "+" + cell(1); }), withTax, kTotal);
        if (m_plan.hasOwnTime()) {
            const std::uint32_t row = 4 + static_cast<std::uint32_t>(m_plan.people.size()) + 1;
            amounts("Of labour own time, not paid out", eachCase([&](Case which, auto) {
                        return m_pages.hasRates()
                                   ? m_pages.people.ref({row, columnOf(which, XlsxPages::kPersonCostColumn)})
                                   : std::string();
                    }),
                    m_plan.ownTime);
        }
    }

    void writeFacts()
    {
        const Inputs& inputs = m_plan.inputs;
        ++m_row;
        m_sheet.text({m_row, 0}, "Start");
        m_sheet.date({m_row++, 1}, m_plan.startDate);
        if (m_plan.readiness.fraction) {
            m_sheet.text({m_row, 0}, "Ready for production now");
            m_sheet.number({m_row++, 1}, *m_plan.readiness.fraction, {CellKind::percent});
        }
        if (inputs.targetDate) {
            m_sheet.text({m_row, 0}, "Target date");
            m_sheet.date({m_row++, 1}, *inputs.targetDate);
        }
        if (inputs.budget) {
            m_sheet.text({m_row, 0}, "Budget");
            m_sheet.money({m_row++, 1}, *inputs.budget);
        }
        const CountableOdds odds = countableOdds(m_pages.risk, inputs.confidence);
        m_sheet.text({m_row, 0}, "Of 20 such projects done by then");
        m_sheet.number({m_row++, 1}, static_cast<double>(odds.kept), {CellKind::whole});
    }

    void writeGuide()
    {
        ++m_row;
        m_sheet.text({m_row++, 0}, "In this workbook", {.isStrong = true});
        const auto line = [&](const XlsxSheet& sheet, std::string_view what) {
            m_sheet.text({m_row, 0}, sheet.name());
            m_sheet.spill({m_row++, 1}, what, {.isFaint = true});
        };
        line(m_pages.items, "Phases and items with people, dates, effort and cost");
        line(m_pages.months, "Labour, running costs and risks in each month");
        line(m_pages.people,
             m_pages.hasRates() ? "Who is there, for how long, and what that costs" : "Who is there, and for how long");
        line(m_pages.chances, "How sure date and cost are, and what moves them");
        if (m_pages.price)
            line(*m_pages.price, "What to charge a client, and when");
        if (m_pages.cash)
            line(*m_pages.cash, "Money in the bank, month by month");
        if (!m_pages.hasRates()) {
            line(m_pages.assumptions, "Efforts, and where each comes from");
            return;
        }
        line(m_pages.assumptions, "Rates and efforts to change (yellow), and where each comes from");
        line(*m_pages.times, "Who works when on what; stays as it was planned");
        line(*m_pages.workings, "How labour is rounded to cents that add up");
    }

    XlsxPages& m_pages;
    const Plan& m_plan;
    XlsxSheet& m_sheet;
    Headline m_sure;
    std::uint32_t m_row = 0;
};

} // namespace

void writeSummary(XlsxPages& pages)
{
    SummarySheet(pages).write();
}

} // namespace trestle
