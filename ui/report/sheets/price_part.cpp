#include "ui/report/sheets/price_part.h"

#include "models/money/payments.h"
#include "models/money/price.h"
#include "models/money_rules.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/money/client_words.h"
#include "ui/money/payment_words.h"
#include "ui/paper/paper.h"

#include <chrono>

namespace trestle {

namespace {

PageTable paymentTable(const Plan& plan, Money price, const QPalette& palette, double width)
{
    const bool hasGst = plan.inputs.gstRegistered;
    const auto amounts = [&](Money exGst, Money gst) {
        return hasGst
                   ? QStringList{format::exactAmount(exGst), format::exactAmount(gst), format::exactAmount(exGst + gst)}
                   : QStringList{format::exactAmount(exGst)};
    };
    std::vector<PageTable::Column> columns{{.title = tr("Payment"), .grow = 1},
                                           {.title = tr("Part"), .right = true},
                                           {.title = tr("Invoiced"), .right = true},
                                           {.title = tr("Due"), .right = true}};
    for (const QString& title :
         hasGst ? QStringList{tr("AUD ex GST"), tr("GST"), tr("AUD incl. GST")} : QStringList{tr("AUD, no GST")})
        columns.push_back({.title = title, .right = true});
    std::vector<PageTable::Row> rows;
    Money exGst;
    Money gst;
    for (const Payment& payment : paymentSchedule(plan, price)) {
        rows.push_back({QStringList{paymentwords::when(*plan.catalogue, payment), paymentwords::part(payment),
                                    format::mediumDate(payment.invoiced), format::mediumDate(payment.due)} +
                        amounts(payment.exGst, payment.gst)});
        exGst += payment.exGst;
        gst += payment.gst;
    }
    rows.push_back({QStringList{tr("Price"), {}, {}, {}} + amounts(exGst, gst), PageTable::Row::Kind::Sum});
    return {std::move(columns), std::move(rows), width, palette};
}

} // namespace

void addPrice(PageFlow& flow, const ReportContext& context)
{
    const Plan& plan = context.plan;
    if (!isPriced(plan.inputs) || context.risk.value.empty())
        return;
    const PriceFigures figures = priceFigures(plan, context.risk, priceConfidence(plan.inputs));
    const Date today = std::chrono::floor<std::chrono::days>(context.source.stamp.onTheWall());
    flow.gap();
    flow.heading(tr("Price"));
    for (const QString& line : clientwords::priceLines(plan, figures, today))
        flow.paragraph(line, 14);
    flow.gap();
    flow.heading(tr("Payments"), plan.inputs.price.kind == PriceKind::timeAndMaterials
                                     ? tr("of the likely hours; invoices are for the hours worked")
                                     : QString());
    flow.table(paymentTable(plan, figures.of(plan.inputs.price.kind).price, context.palette, flow.width()));
}

} // namespace trestle
