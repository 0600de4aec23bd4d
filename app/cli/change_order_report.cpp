#include "app/cli/change_order_report.h"

#include "app/cli/figures.h"
#include "app/cli/wording.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace trestle::cli {

namespace {

constexpr std::size_t kLeastOrderLabel = 14;
constexpr std::size_t kOrderLabel = 26;
constexpr std::size_t kOrderCell = 23;

std::string partText(const PaymentChange& part)
{
    switch (part.when) {
    case PaymentWhen::signing: return "At signing";
    case PaymentWhen::phaseFinished: return part.phaseTitle + " finished";
    case PaymentWhen::launch: return "At launch";
    case PaymentWhen::monthly: break;
    }
    return "Monthly";
}

/// The text of a change order, line by line.
class OrderPrinter {
public:
    OrderPrinter(const ChangeOrder& order, const Style& style) : m_order(order), m_style(style) {}

    [[nodiscard]] std::string print(const ChangeOrderTitle& title)
    {
        const std::string client = title.client.empty() ? "" : " for " + title.client;
        head("Change order: " + title.plan + client);
        text("From " + title.from + " to " + title.to + ".");
        text(sentence());
        if (m_order.isNothing())
            return joined(m_lines, "\n") + '\n';
        addItems("Added", OrderChangeKind::added);
        addItems("Removed", OrderChangeKind::removed);
        addItems("Changed", OrderChangeKind::changed);
        addEstimates();
        addFigures();
        addPayments();
        return joined(m_lines, "\n") + '\n';
    }

private:
    [[nodiscard]] std::string amount(Money money) const
    {
        return m_order.kind == PriceKind::timeAndMaterials ? amountText(money) : dollars(money);
    }
    [[nodiscard]] std::string priceName() const
    {
        switch (m_order.kind) {
        case PriceKind::timeAndMaterials: return "likely price";
        case PriceKind::capped: return "cap";
        case PriceKind::fixed: break;
        }
        return "fixed price";
    }
    [[nodiscard]] std::string arrow() const { return m_style.glyphs ? " → " : " -> "; }
    [[nodiscard]] std::string effort(const ThreePoint& of) const { return effortText(of.low, of.high, m_style.glyphs); }

    void head(const std::string& line)
    {
        if (!m_lines.empty())
            m_lines.emplace_back();
        m_lines.push_back(inked(printable(line, m_style.utf8), Ink::bold, m_style));
    }

    void text(const std::string& sentence)
    {
        for (std::string& line : wrapped(printable(sentence, m_style.utf8), m_style.width))
            m_lines.push_back(std::move(line));
    }

    [[nodiscard]] std::string sentence() const
    {
        if (m_order.isNothing())
            return "Work, price, dates and invoices are the same in both.";
        const Money more = m_order.price();
        const auto days = m_order.launch().count();
        const std::string name = "The " + priceName();
        const std::string price = more == Money{} ? name + " stays as it is"
                                                  : name + (more > Money{} ? " rises" : " falls") + " by AUD " +
                                                        amount(Money{std::abs(more.cents)}) + " ex GST";
        const std::string moved = counted(static_cast<std::size_t>(std::abs(days)), "day", "days");
        const std::string launch = days == 0 ? "launch stays on " + isoDate(m_order.after.launch)
                                             : "launch moves to " + isoDate(m_order.after.launch) + ", " + moved +
                                                   (days > 0 ? " later" : " earlier");
        return price + ", and " + launch + ".";
    }

    [[nodiscard]] std::string signedAmount(Money difference) const
    {
        const Money size{std::abs(difference.cents)};
        return difference == Money{} ? "0" : (difference < Money{} ? "-" : "+") + amount(size);
    }

    [[nodiscard]] std::string changeText(const ItemChange& item) const
    {
        std::string line = item.title;
        const bool wasOffered = item.before.standing >= OrderStanding::phase2;
        const bool isOffered = item.after.standing >= OrderStanding::phase2;
        if (item.before.standing != item.after.standing && wasOffered && isOffered)
            line += ": " + worded(item.before.standing) + arrow() + worded(item.after.standing);
        if (item.isEstimated)
            line += ": " + effort(item.before.effort) + arrow() + effort(item.after.effort) + " of work";
        return line;
    }

    void addItems(const std::string& title, OrderChangeKind kind)
    {
        bool isFirst = true;
        for (const ItemChange& item : m_order.items) {
            if (item.kind != kind)
                continue;
            if (std::exchange(isFirst, false))
                head(title);
            text("- " + changeText(item));
        }
    }

    void addEstimates()
    {
        if (!m_order.phases.empty())
            head("Work of each phase as a whole");
        for (const EstimateChange& phase : m_order.phases)
            text("- " + phase.title + ": " + effort(phase.before) + arrow() + effort(phase.after));
    }

    void row(const std::string& label, const std::array<std::string, 3>& cells)
    {
        const std::size_t shown = m_style.width >= kOrderLabel + 3 * kOrderCell ? 3 : 2;
        const std::size_t room = std::clamp(m_style.width - shown * kOrderCell, kLeastOrderLabel, kOrderLabel);
        std::string line = leftAligned(printable(label, m_style.utf8), room, m_style.glyphs);
        for (std::size_t i = 0; i < shown; ++i)
            line += rightAligned(cells.at(i), kOrderCell, m_style.glyphs);
        while (line.ends_with(' '))
            line.pop_back();
        m_lines.push_back(std::move(line));
    }

    void moneyRow(const std::string& label, Money before, Money after)
    {
        row(label, {amount(before), amount(after), signedAmount(after - before)});
    }

    void addFigures()
    {
        const OrderSide& before = m_order.before;
        const OrderSide& after = m_order.after;
        head("Price and dates");
        row("AUD", {"before", "after", "difference"});
        moneyRow("Price ex GST", before.price, after.price);
        const auto range = [&](const OrderSide& side) {
            return promiseText(*side.low) + (m_style.glyphs ? "–" : "-") + promiseText(*side.high);
        };
        if (before.low && before.high && after.low && after.high)
            row("Between", {range(before), range(after), ""});
        if (before.gst != Money{} || after.gst != Money{}) {
            moneyRow("GST", before.gst, after.gst);
            moneyRow("Price inc GST", before.incGst(), after.incGst());
        }
        row("Start", {isoDate(before.start), isoDate(after.start), ""});
        row("Launch", {isoDate(before.launch), isoDate(after.launch), ""});
    }

    [[nodiscard]] std::string invoiceText(const std::optional<OrderInvoice>& invoice) const
    {
        constexpr std::size_t kAmount = 11;
        if (!invoice)
            return "-";
        const std::string exGst = amount(invoice->exGst);
        return isoDate(invoice->invoiced) + std::string(kAmount - std::min(kAmount, exGst.size()), ' ') + ' ' + exGst;
    }

    void addPayments()
    {
        head("Invoices");
        row("AUD ex GST", {"before", "after", "difference"});
        for (const PaymentChange& part : m_order.payments) {
            const Money before = part.before ? part.before->exGst : Money{};
            const Money after = part.after ? part.after->exGst : Money{};
            row(partText(part), {invoiceText(part.before), invoiceText(part.after), signedAmount(after - before)});
        }
    }

    const ChangeOrder& m_order;
    const Style& m_style;
    std::vector<std::string> m_lines;
};

} // namespace

std::string changeOrderReport(const ChangeOrder& order, const ChangeOrderTitle& title, const Style& style)
{
    return OrderPrinter(order, style).print(title);
}

} // namespace trestle::cli
