#include "ui/report/sheets/report_document.h"

#include "data/exchange/audience_rules.h"
#include "models/money/price.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/report/sheets/changes_part.h"
#include "ui/report/sheets/money_part.h"
#include "ui/report/sheets/plan_pages.h"
#include "ui/report/sheets/price_part.h"
#include "ui/report/sheets/progress_part.h"
#include "ui/report/sheets/report_words.h"
#include "ui/report/sheets/risk_part.h"
#include "ui/report/sheets/scenario_part.h"
#include "ui/report/sheets/sources_part.h"
#include "ui/report/sheets/summary_pages.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <array>
#include <utility>

namespace trestle {

namespace {

/// With GST as the reader is told it; a client has the confidence of the price, so that there is one date.
Plan planAsTold(const ExportSource& source)
{
    Plan plan = *source.plan;
    if (source.look.withGst)
        plan.inputs.gst = GstBasis::price;
    if (source.audience == Audience::client)
        plan.inputs.confidence = priceConfidence(plan.inputs);
    return plan;
}

constexpr Audiences kNoClient{.internal = true, .client = false, .investor = true};
constexpr Audiences kClient{.internal = false, .client = true, .investor = false};

constexpr std::array kWriters{
    ReportPartWriter{.part = ReportPart::summary, .audiences = {}, .write = writeSummary},
    ReportPartWriter{.part = ReportPart::progress, .audiences = {}, .write = writeProgress},
    ReportPartWriter{.part = ReportPart::plan, .audiences = {}, .write = writePlan},
    ReportPartWriter{.part = ReportPart::money, .audiences = kNoClient, .sheet = Sheet::money, .add = addMoney},
    ReportPartWriter{.part = ReportPart::money, .audiences = kClient, .sheet = Sheet::money, .add = addPrice},
    ReportPartWriter{.part = ReportPart::risk, .audiences = kNoClient, .sheet = Sheet::money, .add = addRisk},
    ReportPartWriter{.part = ReportPart::scenarios, .audiences = kNoClient, .sheet = Sheet::basis, .add = addScenarios},
    ReportPartWriter{.part = ReportPart::changes, .audiences = kNoClient, .sheet = Sheet::basis, .add = addChanges},
    ReportPartWriter{.part = ReportPart::sources, .audiences = kNoClient, .sheet = Sheet::basis, .add = addSources},
};

/// What the promise is spent on; none where the reader sees no cost, or is not waiting any more.
std::optional<UseOfFunds> fundsToldOf(const Plan& plan, const ExportSource& source)
{
    if (!showsCost(source.audience))
        return std::nullopt;
    auto funds = useOfFunds(plan, *source.risk, plan.inputs.confidence, plan.inputs.gst, source.simulation);
    return funds ? std::optional(std::move(*funds)) : std::nullopt;
}

/// As it stands in the title of the pages that it shares with others.
QString nameOnSheet(ReportPart part, Audience audience)
{
    switch (part) {
    case ReportPart::summary: return tr("summary");
    case ReportPart::progress: return tr("progress");
    case ReportPart::plan: return tr("plan");
    case ReportPart::money: return showsCost(audience) ? tr("money") : tr("price and payments");
    case ReportPart::risk: return tr("risk");
    case ReportPart::scenarios: return tr("scenarios");
    case ReportPart::changes: return tr("changes");
    case ReportPart::sources: return tr("sources");
    }
    return {};
}

/// "Money and risk".
QString sheetTitle(const QStringList& names)
{
    return format::capitalised(names.size() < 2
                                   ? names.join(QString())
                                   : tr("%1 and %2").arg(names.first(names.size() - 1).join(tr(", ")), names.last()));
}

bool isWanted(const ReportPartWriter& writer, const ExportSource& source)
{
    const auto& parts = source.look.parts;
    return writer.audiences.include(source.audience) &&
           (!parts || std::ranges::find(*parts, writer.part) != parts->end());
}

QString kindOfReport(Audience audience)
{
    switch (audience) {
    case Audience::internal: return tr("Internal report");
    case Audience::client: return tr("Project plan");
    case Audience::investor: return tr("Investor pack");
    }
    return {};
}

PageFrame::Words frameWords(const ExportSource& source)
{
    const Letterhead& letterhead = source.look.letterhead;
    const QString plan = planTitle(*source.plan);
    const QString company = format::text(letterhead.company);
    PageFrame::Words words;
    // A founder's company is often called as its product.
    const bool isNamed = company.isEmpty() || company == format::text(source.plan->inputs.name);
    words.owner = isNamed ? plan : tr("%1 · %2").arg(company, plan);
    words.logo = QImage::fromData(QByteArray::fromStdString(letterhead.logo), "PNG");
    words.about = tr("%1 · %2").arg(kindOfReport(source.audience), madeDate(source.stamp));
    if (!letterhead.preparedBy.empty())
        words.about = tr("%1 · prepared by %2").arg(words.about, format::text(letterhead.preparedBy));
    words.foot = source.audience == Audience::client ? clientProvenanceLine(source.stamp)
                                                     : provenanceLine(*source.plan, *source.risk, source.stamp);
    return words;
}

} // namespace

std::span<const ReportPartWriter> reportPartWriters()
{
    return kWriters;
}

ReportDocument::ReportDocument(const ExportSource& source, const ComparisonWords* changes, const RegisterWorth* worth)
    : m_plan(planAsTold(source)), m_funds(fundsToldOf(m_plan, source)),
      m_frame(frameWords(source), source.look.paper, lightPalette()),
      m_context{source, m_plan,         *source.risk,   changes,
                worth,  lightPalette(), m_frame.room(), m_funds ? &*m_funds : nullptr}
{
    std::vector<ReportPartWriter> wanted;
    std::ranges::copy_if(reportPartWriters(), std::back_inserter(wanted),
                         [&](const ReportPartWriter& writer) { return isWanted(writer, source); });
    for (auto first = wanted.begin(); first != wanted.end();) {
        const auto last =
            first->sheet == Sheet::own
                ? std::next(first)
                : std::find_if(first, wanted.end(), [&](const auto& writer) { return writer.sheet != first->sheet; });
        addPages({first, last});
        first = last;
    }
}

/// Of one part, or of all that share a sheet; in less room where that saves a page.
void ReportDocument::addPages(std::span<const ReportPartWriter> writers)
{
    if (writers.front().sheet == Sheet::own) {
        std::ranges::move(writers.front().write(m_context), std::back_inserter(m_pages));
        return;
    }
    std::vector<PaintPage> pages = sheetOf(writers, m_context);
    if (pages.size() > 1) {
        ReportContext dense = m_context;
        dense.isDense = true;
        if (std::vector<PaintPage> fewer = sheetOf(writers, dense); fewer.size() < pages.size())
            pages = std::move(fewer);
    }
    std::ranges::move(pages, std::back_inserter(m_pages));
}

std::vector<PaintPage> ReportDocument::sheetOf(std::span<const ReportPartWriter> writers, const ReportContext& context)
{
    PageFlow flow(context.room, context.palette);
    QStringList names;
    for (const ReportPartWriter& writer : writers) {
        const std::size_t before = flow.blockCount();
        writer.add(flow, context);
        if (flow.blockCount() > before)
            names << nameOnSheet(writer.part, context.audience());
    }
    flow.setTitle(sheetTitle(names));
    return flow.take();
}

void ReportDocument::paint(QPainter& painter, std::size_t page) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    m_frame.paint(painter, page, count());
    painter.save();
    m_pages[page](painter);
    painter.restore();
}

} // namespace trestle
