#include "data/exchange/audience_rules.h"
#include "data/exchange/english_text.h"
#include "data/exchange/xlsx/xlsx_pages.h"
#include "models/money/cash_table.h"
#include "models/money/invoices.h"
#include "models/money/price.h"
#include "models/money_rules.h"
#include "models/rounding.h"

#include <array>
#include <functional>

namespace trestle {

namespace {

constexpr CellLook kSimulated{CellKind::dollars};

std::string_view nameOf(PriceKind kind)
{
    switch (kind) {
    case PriceKind::timeAndMaterials: return "Time and materials";
    case PriceKind::capped: return "Capped";
    case PriceKind::fixed: return "Fixed";
    }
    return {};
}

std::string whenOf(const Plan& plan, const PaymentPart& part)
{
    switch (part.when) {
    case PaymentWhen::signing: return "Signing";
    case PaymentWhen::phaseFinished:
        if (const PhasePlan* phase = plan.findPhase(part.phase))
            return phase->shortTitle + " finished";
        return part.phase;
    case PaymentWhen::launch: return "Launch";
    case PaymentWhen::monthly: return "Month";
    }
    return {};
}

class PriceSheet {
public:
    PriceSheet(XlsxSheet& sheet, const ExportSource& source)
        : m_source(source), m_plan(*source.plan), m_sheet(sheet),
          m_figures(priceFigures(*source.plan, *source.risk, priceConfidence(source.plan->inputs)))
    {
        if (!showsMargin(source.audience)) // the client has one price
            m_kinds = {m_plan.inputs.price.kind};
    }

    void write()
    {
        const PriceTerms& terms = m_plan.inputs.price;
        m_sheet.title("Price");
        if (showsMargin(m_source.audience))
            m_sheet.note(1, "What to charge a client, read from the simulated plans at " +
                                std::to_string(m_figures.confidence) +
                                " %. It stays as it was simulated when Assumptions are changed. Chosen: " +
                                std::string(nameOf(terms.kind)) + ".");
        else
            m_sheet.note(1, "Valid for " + std::to_string(terms.validityDays) + " days. Each invoice is " +
                                english::dueText(terms.termsDays) + ".");
        std::vector<std::string> titles{"AUD"};
        for (const PriceKind kind : m_kinds)
            titles.emplace_back(nameOf(kind));
        m_sheet.headers(3, titles);
        m_row = 4;
        line("Price without GST", {CellKind::money}, [](const PriceOfKind& of) { return of.price.inDollars(); });
        line("GST", {CellKind::money},
             [&](const PriceOfKind& of) { return gstOn(m_plan.inputs, of.price).inDollars(); });
        total("Price with GST");
        if (showsMargin(m_source.audience))
            writeMargins();
        writePayments(m_figures.of(terms.kind).price);
        m_sheet.freeze({4, 1}, 3);
        m_sheet.finish(footerOf(m_source));
    }

private:
    static double roughly(double dollars) { return threeDigits(Money::rounded(dollars)).inDollars(); }

    void writeMargins()
    {
        line("Revenue, mean", kSimulated, [](const PriceOfKind& of) { return roughly(of.revenue.mean); });
        line("Margin, mean", kSimulated, [](const PriceOfKind& of) { return roughly(of.margin.mean); });
        line("Margin, 1 in 10 under", kSimulated, [](const PriceOfKind& of) { return roughly(of.margin.p10); });
        line("Margin, half over", kSimulated, [](const PriceOfKind& of) { return roughly(of.margin.p50); });
        line("Margin of the revenue, mean", {CellKind::percent},
             [](const PriceOfKind& of) { return of.marginPart.mean / 100; });
        chances("Chance of a loss", &PriceOfKind::lossChance);
        chances("Chance that the cap cuts", &PriceOfKind::binds);
    }

    void line(std::string_view name, const CellLook& look, const std::function<double(const PriceOfKind&)>& value)
    {
        m_sheet.text({m_row, 0}, name);
        for (std::size_t k = 0; k < m_kinds.size(); ++k)
            m_sheet.number({m_row, static_cast<std::uint16_t>(1 + k)}, value(m_figures.of(m_kinds[k])), look);
        ++m_row;
    }

    void chances(std::string_view name, double PriceOfKind::* share)
    {
        m_sheet.text({m_row, 0}, name);
        for (std::size_t k = 0; k < m_kinds.size(); ++k)
            writeChance(m_sheet, {m_row, static_cast<std::uint16_t>(1 + k)},
                        toldShare(m_figures.of(m_kinds[k]).*share));
        ++m_row;
    }

    void total(std::string_view name)
    {
        constexpr CellLook kTotal{.kind = CellKind::money, .isTotal = true};
        m_sheet.text({m_row, 0}, name, {.isTotal = true});
        for (std::uint16_t k = 1; k <= m_kinds.size(); ++k) {
            const Money price = m_figures.of(m_kinds[k - 1]).price;
            m_sheet.formula({m_row, k}, cellName({m_row - 2, k}) + "+" + cellName({m_row - 1, k}),
                            (price + gstOn(m_plan.inputs, price)).inDollars(), kTotal);
        }
        ++m_row;
    }

    void writePayments(Money price)
    {
        constexpr CellLook kTotal{.kind = CellKind::money, .isTotal = true};
        ++m_row;
        m_sheet.headers(m_row++, {"Invoices", "Invoiced", "Due", "AUD without GST", "GST", "AUD with GST"});
        const std::uint32_t first = m_row;
        Money exGst;
        Money gst;
        for (const Payment& payment : paymentSchedule(m_plan, price)) {
            m_sheet.text({m_row, 0}, whenOf(m_plan, payment.part));
            m_sheet.date({m_row, 1}, payment.invoiced);
            m_sheet.date({m_row, 2}, payment.due);
            m_sheet.money({m_row, 3}, payment.exGst);
            m_sheet.money({m_row, 4}, payment.gst);
            m_sheet.formula({m_row, 5}, cellName({m_row, 3}) + "+" + cellName({m_row, 4}),
                            payment.incGst().inDollars());
            exGst += payment.exGst;
            gst += payment.gst;
            ++m_row;
        }
        if (m_row == first)
            return;
        m_sheet.text({m_row, 0}, "Total", {.isTotal = true});
        const std::array sums{exGst, gst, exGst + gst};
        for (std::uint16_t k = 0; k < sums.size(); ++k) {
            const auto column = static_cast<std::uint16_t>(3 + k);
            m_sheet.formula({m_row, column}, "SUM(" + rangeName({first, column}, {m_row - 1, column}, false) + ")",
                            sums[k].inDollars(), kTotal);
        }
    }

    const ExportSource& m_source;
    const Plan& m_plan;
    XlsxSheet& m_sheet;
    PriceFigures m_figures;
    std::vector<PriceKind> m_kinds{PriceKind::timeAndMaterials, PriceKind::capped, PriceKind::fixed};
    std::uint32_t m_row = 0;
};

/// The columns of a month's cash between its first balance and its last.
std::vector<Money> partsOf(const CashMonth& month, bool hasInvoices, bool hasActual)
{
    std::vector<Money> parts;
    if (hasInvoices)
        parts.push_back(month.invoices);
    if (hasActual)
        parts.push_back(month.spent);
    parts.push_back(month.team);
    parts.insert(parts.end(), month.running.begin(), month.running.end());
    parts.push_back(month.risks);
    parts.insert(parts.end(), month.monthly.begin(), month.monthly.end());
    parts.insert(parts.end(), month.once.begin(), month.once.end());
    return parts;
}

} // namespace

void writePrice(XlsxPages& pages)
{
    if (pages.price)
        writePriceSheet(*pages.price, pages.source);
}

void writePriceSheet(XlsxSheet& sheet, const ExportSource& source)
{
    PriceSheet(sheet, source).write();
}

void writeCash(XlsxPages& pages)
{
    if (!pages.cash)
        return;
    constexpr std::uint32_t kFirstMonth = 4;
    const Plan& plan = pages.plan;
    XlsxSheet& sheet = *pages.cash;
    const bool hasInvoices = isInvoiced(plan.inputs);
    const CashTable table = cashTable(plan, likelyInvoices(plan, pages.risk));
    std::vector<std::string> titles{"Month", "On the first"};
    if (hasInvoices)
        titles.emplace_back("Invoices");
    const bool hasActual = plan.actual.any();
    if (hasActual)
        titles.emplace_back("Spent so far");
    titles.emplace_back("Team");
    for (const RunningCostPlan& cost : plan.running)
        titles.push_back(cost.title);
    titles.emplace_back("Risks");
    for (const MonthlyLine& line : plan.inputs.cash.monthly)
        titles.push_back(line.label);
    for (const OneOff& once : plan.inputs.cash.once)
        titles.push_back(once.label);
    titles.emplace_back("On the last day");
    const auto last = static_cast<std::uint16_t>(titles.size() - 1);
    sheet.title("Cash");
    sheet.note(1, "The likely plan's money in the bank, month by month to the end of the buffer; what goes out is "
                  "negative.");
    sheet.headers(kFirstMonth - 1, titles);
    const std::size_t team = (hasInvoices ? 1U : 0U) + (hasActual ? 1U : 0U); // among the parts
    const auto before = (pages.staffing.months.front() - table.months.front().month).count();
    std::uint32_t row = kFirstMonth;
    for (const CashMonth& month : table.months) {
        const std::size_t m = row - kFirstMonth;
        sheet.date({row, 0}, month.month / 1, {CellKind::month});
        if (m == 0)
            sheet.money({row, 1}, month.first);
        else
            sheet.formula({row, 1}, cellName({row - 1, last}), month.first.inDollars());
        const std::vector<Money> parts = partsOf(month, hasInvoices, hasActual);
        const auto worked =
            static_cast<std::size_t>(std::max<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(m) - before, 0));
        const bool hasWork = static_cast<std::ptrdiff_t>(m) >= before && worked < pages.staffing.months.size();
        for (std::size_t p = 0; p < parts.size(); ++p) {
            const CellAt at{row, static_cast<std::uint16_t>(2 + p)};
            if (p == team && hasWork && !plan.hasOwnTime() && pages.hasRates())
                sheet.formula(at, "-" + pages.monthLabour(worked), parts[p].inDollars());
            else
                sheet.money(at, parts[p]);
        }
        sheet.formula({row, last},
                      "SUM(" + rangeName({row, 1}, {row, static_cast<std::uint16_t>(last - 1)}, false) + ")",
                      month.last.inDollars(), {.kind = CellKind::money, .isStrong = true});
        ++row;
    }
    const std::string balances = rangeName({kFirstMonth, last}, {row - 1, last}, false);
    sheet.text({row + 1, 0}, "Lacking at most");
    sheet.formula({row + 1, 1}, "MAX(0,-MIN(" + balances + "))", table.deficit.inDollars());
    sheet.text({row + 2, 0}, "Launch");
    sheet.date({row + 2, 1}, table.months[table.launch].month / 1, {CellKind::month});
    sheet.freeze({kFirstMonth, 1}, kFirstMonth - 1);
    sheet.finish(pages.footer);
}

} // namespace trestle
