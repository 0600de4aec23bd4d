#include "ui/report/drawn_writers.h"

#include "data/exchange/proposal/change_order_content.h"
#include "data/exchange/proposal/proposal_content.h"
#include "ui/paper/glyph_watch.h"
#include "ui/report/drawing_application.h"
#include "ui/report/offer/offer_document.h"
#include "ui/report/plan_pictures.h"
#include "ui/report/prepared_report.h"

#include <array>

namespace trestle {

namespace {

Exported exportedBytes(const QByteArray& bytes)
{
    return {bytes.toStdString(), {}};
}

Result<Exported> writeReport(const ExportSource& source)
{
    const auto report = PreparedReport::of(source);
    if (!report)
        return std::unexpected(report.error());
    return exportedBytes((*report)->pdf());
}

using OfferMaker = Result<ClientDocument> (*)(const ExportSource& source);

template <OfferMaker make>
Result<Exported> writeOffer(const ExportSource& source)
{
    const Result<ClientDocument> content = make(source);
    if (!content)
        return std::unexpected(content.error());
    return Exported{offerPdf(*content, source).toStdString(), content->losses};
}

ChartPicture pictureOf(const ExportSource& source)
{
    return planPicture(*source.plan, *source.risk, source.stamp, source.look.chart, source.audience);
}

Result<Exported> writePng(const ExportSource& source)
{
    return exportedBytes(pictureOf(source).png(source.look.scale));
}

Result<Exported> writeSvg(const ExportSource& source)
{
    return exportedBytes(pictureOf(source).svg());
}

/// With the fonts that drawing needs, and a list of what they could not show.
template <ExportWrite write>
Result<Exported> drawn(const ExportSource& source)
{
    const DrawingApplication application;
    const GlyphWatch watch;
    Result<Exported> exported = write(source);
    if (const auto loss = watch.loss(); loss && exported)
        exported->losses.push_back(*loss);
    return exported;
}

constexpr std::array kDrawnWriters{
    ExportWriter{"pdf", drawn<writeReport>},
    ExportWriter{"proposal", drawn<writeOffer<proposalOf>>},
    ExportWriter{"changeorder", drawn<writeOffer<changeOrderOf>>},
    ExportWriter{"png", drawn<writePng>},
    ExportWriter{"svg", drawn<writeSvg>},
};

} // namespace

std::span<const ExportWriter> drawnWriters()
{
    return kDrawnWriters;
}

} // namespace trestle
