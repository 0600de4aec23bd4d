#include "data/exchange/cash_flow_csv.h"

#include "data/cash_json.h"
#include "data/exchange/export_facts.h"
#include "models/money/cash.h"
#include "models/money_rules.h"
#include "models/plan/cost_table.h"

#include <algorithm>
#include <optional>

namespace trestle {

namespace {

using std::chrono::year_month;

/// The element of a list of months without gaps that is of a month; null outside.
template <class Month>
const Month* ofMonth(const std::vector<Month>& months, year_month month)
{
    const auto found = std::ranges::find(months, month, &Month::month);
    return found == months.end() ? nullptr : &*found;
}

class CashFlowTable {
public:
    CashFlowTable(const ExportSource& source, const CsvForm& form)
        : m_source(source), m_plan(*source.plan), m_costs(monthTable(m_plan, m_plan.inputs.gst)), m_table(form)
    {
        if (m_plan.inputs.cash.opening && source.risk)
            m_cash = cashFigures(m_plan, *source.risk);
    }

    Exported write()
    {
        titles();
        MonthLine sum; // of the months so far
        for (const year_month month : months()) {
            m_table.plain(isoMonth(month));
            costs(ofMonth(m_costs.lines, month), sum);
            if (m_cash)
                cash(month);
            for (const ExportFact& fact : m_facts)
                m_table.text(fact.value);
            m_table.endRow();
        }
        return {m_table.take(), m_table.losses()};
    }

private:
    void titles()
    {
        m_table.plain("Month");
        if (m_plan.actual.any())
            m_table.plain("AUD spent so far");
        for (const char* title : {"AUD labour", "AUD running costs", "AUD risks", "AUD total", "AUD GST",
                                  "AUD cumulative", "AUD cumulative with GST"})
            m_table.plain(title);
        if (m_cash) {
            const CashPlan& lines = m_plan.inputs.cash;
            m_table.plain("Cash first");
            if (m_invoiced)
                m_table.plain("Cash invoices");
            if (m_plan.actual.any())
                m_table.plain("Cash spent so far");
            m_table.plain("Cash team");
            for (const RunningCostPlan& cost : m_plan.running)
                m_table.text("Cash running: " + cost.title);
            m_table.plain("Cash risks");
            for (const MonthlyLine& line : lines.monthly)
                m_table.text("Cash monthly: " + line.label);
            for (const OneOff& line : lines.once)
                m_table.text("Cash once: " + line.label);
            for (const char* title : {"Cash last", "Cash P10", "Cash P50", "Cash P90"})
                m_table.plain(title);
        }
        for (const ExportFact& fact : m_facts)
            m_table.plain(fact.title);
        m_table.endRow();
    }

    /// Without a gap, from the first of costs and cash to the last.
    [[nodiscard]] std::vector<year_month> months() const
    {
        std::vector<year_month> ends;
        for (const MonthLine& line : m_costs.lines)
            ends.push_back(line.month);
        if (m_cash)
            for (const CashBand& band : m_cash->months)
                ends.push_back(band.month);
        std::vector<year_month> all;
        if (!ends.empty()) {
            const auto [first, last] = std::ranges::minmax(ends);
            for (year_month month = first; month <= last; month += std::chrono::months{1})
                all.push_back(month);
        }
        return all;
    }

    void costs(const MonthLine* line, MonthLine& sum)
    {
        const MonthLine month = line ? *line : MonthLine{};
        sum.amount.likely += month.amount.likely;
        sum.gst.likely += month.gst.likely;
        if (m_plan.actual.any())
            m_table.money(month.actual.likely);
        for (const PerCase<Money>* amount : {&month.labour, &month.running, &month.risks, &month.amount, &month.gst})
            m_table.money(amount->likely);
        m_table.money(sum.amount.likely);
        m_table.money(sum.incGst(Case::likely));
    }

    void cash(year_month month)
    {
        if (const CashMonth* likely = ofMonth(m_cash->likely.months, month)) {
            m_table.money(likely->first);
            if (m_invoiced)
                m_table.money(likely->invoices);
            if (m_plan.actual.any())
                m_table.money(likely->spent);
            m_table.money(likely->team);
            amounts(likely->running);
            m_table.money(likely->risks);
            amounts(likely->monthly);
            amounts(likely->once);
        } else {
            const CashPlan& lines = m_plan.inputs.cash;
            m_table.empty((m_invoiced ? 4U : 3U) + (m_plan.actual.any() ? 1U : 0U) + m_plan.running.size() +
                          lines.monthly.size() + lines.once.size());
        }
        const CashBand* band = ofMonth(m_cash->months, month);
        if (!band) {
            m_table.empty(4);
            return;
        }
        m_table.money(band->likely);
        for (const double balance : {band->p10, band->p50, band->p90})
            m_table.money(Money::rounded(balance));
    }

    void amounts(const std::vector<Money>& all)
    {
        for (const Money amount : all)
            m_table.money(amount);
    }

    const ExportSource& m_source;
    const Plan& m_plan;
    std::vector<ExportFact> m_facts = exportFacts(m_source);
    MonthTable m_costs;
    std::optional<CashFigures> m_cash;
    bool m_invoiced = isInvoiced(m_plan.inputs);
    CsvTable m_table;
};

} // namespace

Exported writeCashFlowCsv(const ExportSource& source, const CsvForm& form)
{
    return CashFlowTable(source, form).write();
}

} // namespace trestle
