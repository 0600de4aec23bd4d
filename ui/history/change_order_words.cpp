#include "ui/history/change_order_words.h"

#include "ui/base/format.h"
#include "ui/base/format_time.h"
#include "ui/base/tr.h"
#include "ui/base/wording_money.h"
#include "ui/money/payment_words.h"

#include <cstdlib>

namespace trestle {

namespace {

/// Amounts of a change order: what is quoted is told to the cent where it has cents, what is likely in whole dollars.
class OrderWriter {
public:
    OrderWriter(const ChangeOrder& order, const Catalogue& catalogue) : m_order(order), m_catalogue(catalogue) {}

    [[nodiscard]] QString summary() const
    {
        if (m_order.isNothing())
            return tr("Work, price, dates and invoices are the same in both versions.");
        const Money more = m_order.price();
        const QString price = more == Money{}  ? tr("The price stays what it was")
                              : more > Money{} ? tr("The price rises by %1 ex GST").arg(money(more))
                                               : tr("The price falls by %1 ex GST").arg(money(Money{} - more));
        const QString day = format::mediumDate(m_order.after.launch);
        const QString launch = m_order.launch().count() == 0
                                   ? tr("launch stays on %1").arg(day)
                                   : tr("launch moves to %1, %2").arg(day, daysApart(m_order.launch()));
        return tr("%1, and %2.").arg(price, launch);
    }

    [[nodiscard]] std::vector<ComparedFigure> figures() const
    {
        const OrderSide& a = m_order.before;
        const OrderSide& b = m_order.after;
        const QString name = wording::offeredPrice(m_order.kind);
        std::vector<ComparedFigure> figures{moneyFigure(tr("%1 ex GST").arg(name), a.price, b.price)};
        if (a.low && a.high && b.low && b.high)
            figures.push_back(
                {tr("Between"), format::promiseRange(*a.low, *a.high), format::promiseRange(*b.low, *b.high), {}});
        if (a.gst != Money{} || b.gst != Money{}) {
            figures.push_back(moneyFigure(tr("GST"), a.gst, b.gst));
            figures.push_back(moneyFigure(tr("%1 inc GST").arg(name), a.incGst(), b.incGst()));
        }
        figures.push_back(dateFigure(tr("Start"), a.start, b.start));
        figures.push_back(dateFigure(tr("Launch"), a.launch, b.launch));
        return figures;
    }

    [[nodiscard]] std::vector<ChangeSection> sections() const
    {
        std::vector<ChangeSection> sections;
        const auto add = [&](const QString& title, std::vector<ChangeWords> changes) {
            if (!changes.empty())
                sections.push_back({title, std::move(changes)});
        };
        add(tr("Added"), itemsOfKind(OrderChangeKind::added));
        add(tr("Removed"), itemsOfKind(OrderChangeKind::removed));
        add(tr("Changed"), itemsOfKind(OrderChangeKind::changed));
        std::vector<ChangeWords> phases;
        for (const EstimateChange& phase : m_order.phases)
            phases.push_back(change(format::text(phase.title), work(phase.before), work(phase.after)));
        add(tr("Work of each phase as a whole"), std::move(phases));
        std::vector<ChangeWords> invoices;
        for (const PaymentChange& part : m_order.payments)
            invoices.push_back(change(moment(part), invoice(part.before), invoice(part.after)));
        add(tr("Invoices, ex GST"), std::move(invoices));
        return sections;
    }

private:
    [[nodiscard]] QString money(Money amount) const
    {
        return m_order.kind == PriceKind::timeAndMaterials ? format::money(amount) : format::shownMoney(amount);
    }

    static QString daysApart(std::chrono::days days)
    {
        const auto count = static_cast<int>(days.count());
        if (count == 0)
            return tr("same");
        return (count > 0 ? tr("%1 later") : tr("%1 earlier")).arg(format::days(std::abs(count)));
    }

    [[nodiscard]] ComparedFigure moneyFigure(const QString& caption, Money before, Money after) const
    {
        const Money more = after - before;
        const QString difference = more == Money{}  ? tr("same")
                                   : more > Money{} ? tr("%1 more").arg(money(more))
                                                    : tr("%1 less").arg(money(Money{} - more));
        return {caption, money(before), money(after), difference};
    }

    static ComparedFigure dateFigure(const QString& caption, Date before, Date after)
    {
        return {caption, format::mediumDate(before), format::mediumDate(after), daysApart(after - before)};
    }

    static ChangeWords change(const QString& what, const QString& before, const QString& after)
    {
        return {ChangeGroup::Texts, {}, what, before, after};
    }

    static QString work(const ThreePoint& effort) { return format::personWeeks(effort.low, effort.high); }

    [[nodiscard]] std::vector<ChangeWords> itemsOfKind(OrderChangeKind kind) const
    {
        std::vector<ChangeWords> changes;
        for (const ItemChange& item : m_order.items) {
            if (item.kind != kind)
                continue;
            const QString title = format::text(item.title);
            if (item.before.standing != item.after.standing)
                changes.push_back(change(title, wording::orderStanding(item.before.standing),
                                         wording::orderStanding(item.after.standing)));
            if (item.isEstimated)
                changes.push_back(change(tr("%1, work").arg(title), work(item.before.effort), work(item.after.effort)));
        }
        return changes;
    }

    [[nodiscard]] QString moment(const PaymentChange& part) const
    {
        Payment payment;
        payment.part.when = part.when;
        payment.part.phase = part.phase;
        payment.invoiced = part.after ? part.after->invoiced : part.before->invoiced;
        return paymentwords::when(m_catalogue, payment);
    }

    [[nodiscard]] QString invoice(const std::optional<OrderInvoice>& invoice) const
    {
        return invoice ? tr("%1 on %2").arg(money(invoice->exGst), format::mediumDate(invoice->invoiced)) : tr("none");
    }

    const ChangeOrder& m_order;
    const Catalogue& m_catalogue;
};

} // namespace

QString changeOrderTitle(const VersionName& before)
{
    return tr("Change order since %1").arg(before.since);
}

ComparisonWords changeOrderWords(const ChangeOrder& order, const Catalogue& catalogue, const Inputs& newer,
                                 const VersionName& before, const VersionName& after)
{
    const OrderWriter writer(order, catalogue);
    ComparisonWords words;
    const QString name = format::text(newer.name);
    words.plan = newer.client.empty() ? name : tr("%1 · %2").arg(name, format::text(newer.client));
    words.title = changeOrderTitle(before);
    words.before = before.name;
    words.after = after.name;
    words.summary = writer.summary();
    words.figures = writer.figures();
    words.sections = writer.sections();
    return words;
}

} // namespace trestle
