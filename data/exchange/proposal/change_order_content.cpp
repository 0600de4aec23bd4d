#include "data/exchange/proposal/change_order_content.h"

#include "data/exchange/english_text.h"
#include "data/exchange/proposal/client_words.h"
#include "models/money/change_order.h"
#include "models/money_rules.h"
#include "models/rounding.h"

#include <array>
#include <cstdlib>

namespace trestle {

namespace {

using namespace clientdoc;

std::string standingText(OrderStanding standing)
{
    switch (standing) {
    case OrderStanding::absent: return "no part of it";
    case OrderStanding::notNeeded: return "not included";
    case OrderStanding::phase2: return "phase 2";
    case OrderStanding::option: return "an option";
    case OrderStanding::toBuild: return "to build";
    case OrderStanding::partial: return "partly in place";
    case OrderStanding::inPlace: break;
    }
    return "in place";
}

/// How much work is told by which is more, never by amounts: with the price they would tell a rate.
std::string workText(const ThreePoint& before, const ThreePoint& after)
{
    return after.likely > before.likely   ? "more work than was agreed"
           : after.likely < before.likely ? "less work than was agreed"
                                          : "the range of its work has changed";
}

class OrderMaker {
public:
    OrderMaker(const ExportSource& source, const ChangeOrder& order)
        : m_source(source), m_plan(*source.plan), m_order(order)
    {
    }

    ClientDocument make()
    {
        const ChangesSince& changes = *m_source.changes;
        const Date agreed = std::chrono::floor<std::chrono::days>(
            std::chrono::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{changes.version.at}} +
            m_source.stamp.offset);
        ClientDocument document;
        addLetterhead(document, m_source, "Change order", m_cleaner);
        document.title = "Change order: " + m_cleaner.line(m_plan.inputs.name);
        document.figures = {priceFigure(),
                            liveFigure(),
                            {"Yours to accept until",
                             english::longDay(validUntil(m_plan.inputs.price, dayOf(m_source))),
                             "changes what was agreed on " + english::mediumDay(agreed)}};
        document.sections.push_back(summary());
        if (!m_order.isNothing()) {
            addItems(document, "Added", "each is done when the words with it are true", OrderChangeKind::added);
            addItems(document, "Removed", {}, OrderChangeKind::removed);
            addItems(document, "Changed", {}, OrderChangeKind::changed);
            addPhases(document);
            document.sections.push_back(figures());
            document.sections.push_back(payments());
        }
        document.sections.push_back(
            {"What stays", {}, DocumentText{{"All else is as it was agreed on " + english::longDay(agreed) + '.'}}});
        document.sections.push_back(acceptance(m_source, "accepts this change order", m_cleaner));
        document.losses = m_cleaner.losses();
        return document;
    }

private:
    [[nodiscard]] bool isLikely() const { return m_order.kind == PriceKind::timeAndMaterials; }
    [[nodiscard]] Money shown(Money amount) const { return toldPrice(m_order.kind, amount); }
    [[nodiscard]] bool hasGst() const { return m_order.before.gst != Money{} || m_order.after.gst != Money{}; }

    [[nodiscard]] DocumentFigure priceFigure() const
    {
        return {isLikely() ? "Time and materials, likely" : priceName(m_order.kind),
                audText(shown(m_order.after.incGst())),
                std::string(hasGst() ? "inc GST; " : "") +
                    (m_order.price() == Money{} ? "as it was" : "it was " + audText(shown(m_order.before.incGst())))};
    }

    [[nodiscard]] DocumentFigure liveFigure() const
    {
        return {"Live by", english::longDay(m_order.after.launch),
                m_order.launch().count() == 0 ? "as it was" : "it was " + english::longDay(m_order.before.launch)};
    }

    [[nodiscard]] DocumentSection summary() const
    {
        if (m_order.isNothing())
            return {"What changes", {}, DocumentText{{"Work, price, dates and payments stay as they are."}}};
        const Money more = shown(m_order.after.incGst()) - shown(m_order.before.incGst());
        const auto days = m_order.launch().count();
        const std::string price = more == Money{}
                                      ? "The price stays as it is"
                                      : std::string("The price ") + (more > Money{} ? "rises" : "falls") + " by " +
                                            audText(Money{std::abs(more.cents)}) + (hasGst() ? " inc GST" : "");
        const std::string launch = days == 0 ? "launch stays on " + english::longDay(m_order.after.launch)
                                             : "launch moves to " + english::longDay(m_order.after.launch) + ", " +
                                                   countText(static_cast<std::size_t>(std::abs(days)), "day", "days") +
                                                   (days > 0 ? " later" : " earlier");
        std::string sentence = price + ", and " + launch + '.';
        return {"What changes", {}, DocumentText{{std::move(sentence)}}};
    }

    [[nodiscard]] std::string changeText(const ItemChange& item)
    {
        if (item.kind == OrderChangeKind::added)
            return meaningOf(m_plan, item.id, m_cleaner);
        std::string text;
        if (item.before.standing != item.after.standing)
            text = "was " + standingText(item.before.standing) + ", is now " + standingText(item.after.standing);
        if (item.isEstimated)
            text += (text.empty() ? "" : "; ") + workText(item.before.effort, item.after.effort);
        return text;
    }

    void addItems(ClientDocument& document, const std::string& title, const std::string& detail, OrderChangeKind kind)
    {
        DocumentGroup group;
        for (const ItemChange& item : m_order.items)
            if (item.kind == kind)
                group.items.push_back({m_cleaner.line(item.title, item.id), changeText(item), {}});
        if (!group.items.empty())
            document.sections.push_back(
                {title, detail,
                 DocumentItems{
                     {std::move(group)}, kind == OrderChangeKind::added ? kDoneWhen : "What changes", {}, false}});
    }

    void addPhases(ClientDocument& document)
    {
        DocumentBullets bullets;
        for (const EstimateChange& phase : m_order.phases)
            bullets.lines.push_back(m_cleaner.line(phase.title, phase.phase) + ": " +
                                    workText(phase.before, phase.after));
        if (!bullets.lines.empty())
            document.sections.push_back({"Estimated anew", {}, std::move(bullets)});
    }

    [[nodiscard]] DocumentSection figures() const
    {
        const OrderSide& before = m_order.before;
        const OrderSide& after = m_order.after;
        const bool cents = haveCents(std::array{before.price, after.price, before.gst, after.gst});
        DocumentTable table;
        table.columns = {
            {"", false, 5}, {"As agreed", true, 3}, {"With this change", true, 3}, {"Difference", true, 3}};
        const auto money = [&](const std::string& title, Money was, Money is) {
            table.rows.push_back(
                {title, amountText(was, cents), amountText(is, cents), differenceText(is - was, cents)});
        };
        money(std::string(isLikely() ? "Likely price" : priceName(m_order.kind)) +
                  (hasGst() ? ", AUD ex GST" : ", AUD"),
              before.price, after.price);
        if (hasGst()) {
            money("GST", before.gst, after.gst);
            money("AUD inc GST", before.incGst(), after.incGst());
        }
        const auto days = [](const std::string& title, Date was, Date is) {
            const auto moved = (is - was).count();
            return std::vector<std::string>{
                title, english::mediumDay(was), english::mediumDay(is),
                moved == 0 ? "0"
                           : (moved > 0 ? "+" : "\u2212") +
                                 countText(static_cast<std::size_t>(std::abs(moved)), "day", "days")};
        };
        table.rows.push_back(days("Work starts", before.start, after.start));
        table.rows.push_back(days("Live by", before.launch, after.launch));
        return {"Price and dates", {}, std::move(table)};
    }

    [[nodiscard]] DocumentSection payments()
    {
        std::vector<Money> amounts;
        for (const PaymentChange& part : m_order.payments)
            for (const auto* side : {&part.before, &part.after})
                if (*side)
                    amounts.insert(amounts.end(), {(*side)->exGst, (*side)->gst});
        const bool cents = haveCents(amounts);
        DocumentTable table;
        table.columns = {{"When", false, 5},
                         {"Agreed invoice", true, 3},
                         {"AUD ex GST", true, 3},
                         {"New invoice", true, 3},
                         {"AUD ex GST", true, 3}};
        if (hasGst())
            table.columns.insert(table.columns.end(), {{"GST 10 %", true, 3}, {"AUD inc GST", true, 3}});
        const auto invoice = [&](std::vector<std::string>& cells, const std::optional<OrderInvoice>& side) {
            cells.push_back(side ? english::mediumDay(side->invoiced) : "\u2013");
            cells.push_back(side ? amountText(side->exGst, cents) : "\u2013");
        };
        for (const PaymentChange& part : m_order.payments) {
            const Date invoiced = part.after ? part.after->invoiced : part.before ? part.before->invoiced : Date{};
            std::vector<std::string> cells{part.phaseTitle.empty()
                                               ? whenText(*m_plan.catalogue, part.when, part.phase, invoiced, m_cleaner)
                                               : m_cleaner.line(part.phaseTitle, part.phase) + " finished"};
            invoice(cells, part.before);
            invoice(cells, part.after);
            if (hasGst()) {
                const OrderInvoice now = part.after.value_or(OrderInvoice{});
                cells.push_back(amountText(now.gst, cents));
                cells.push_back(amountText(now.exGst + now.gst, cents));
            }
            table.rows.push_back(std::move(cells));
        }
        std::vector<std::string> total{"All payments", "", amountText(m_order.before.price, cents), "",
                                       amountText(m_order.after.price, cents)};
        if (hasGst()) {
            total.push_back(amountText(m_order.after.gst, cents));
            total.push_back(amountText(m_order.after.incGst(), cents));
        }
        table.rows.push_back(std::move(total));
        table.hasTotal = true;
        return {"Payments", "invoice dates are likely ones", std::move(table)};
    }

    const ExportSource& m_source;
    const Plan& m_plan;
    const ChangeOrder& m_order;
    Cleaner m_cleaner;
};

} // namespace

Result<ClientDocument> changeOrderOf(const ExportSource& source)
{
    const ProjectDocument& agreed = source.changes->before;
    if (!isPriced(agreed.project.base))
        return fail(ErrorCode::noOffer, source.changes->version.tag);
    const auto before = makePlan(agreed.catalogue.catalogue, agreed.project.base);
    if (!before)
        return std::unexpected(before.error());
    const auto order = changeOrder(*before, *source.plan, source.simulation);
    if (!order)
        return std::unexpected(order.error());
    return OrderMaker(source, *order).make();
}

} // namespace trestle
