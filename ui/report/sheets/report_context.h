#pragma once

#include "data/exchange/export_source.h"
#include "models/decisions/risk_worth.h"
#include "models/money/use_of_funds.h"
#include "ui/history/comparison_words.h"
#include "ui/paper/page_flow.h"

#include <QPalette>
#include <QRectF>

#include <vector>

namespace trestle {

/// What the writers of a report's parts are given. All of it outlives the pages.
struct ReportContext {
    const ExportSource& source;               ///< audience, look, stamp, scenarios beside it
    const Plan& plan;                         ///< the source's, with GST as the report tells it (Inputs::gst)
    const Risk& risk;                         ///< of that plan, with layers
    const ComparisonWords* changes = nullptr; ///< since a version; null: none asked for
    const RegisterWorth* worth = nullptr;     ///< what the risks add; null: not known
    QPalette palette;
    QRectF room;                       ///< of a page, inside the frame
    const UseOfFunds* funds = nullptr; ///< at the plan's confidence; null: not for this reader
    bool isDense = false;              ///< charts and rows are lower, which saves a page

    [[nodiscard]] Audience audience() const { return source.audience; }
    [[nodiscard]] bool isForClient() const { return source.audience == Audience::client; }
    [[nodiscard]] bool isPrice() const { return plan.inputs.gst == GstBasis::price; }
};

/// The pages of a part of the report; none where it has nothing to say.
using WriteReportPart = std::vector<PaintPage> (*)(const ReportContext& context);

/// Adds a part to pages that it shares with others; nothing where it has nothing to say.
using AddReportPart = void (*)(PageFlow& flow, const ReportContext& context);

/// Parts with the same sheet that follow each other share their pages, which are called after those that are there.
enum class Sheet { own, money, basis };

/// A part, who reads it, and who writes it: on pages of its own, or on those of a sheet. A reader whom it is not for
/// never gets it, asked for or not.
struct ReportPartWriter {
    ReportPart part = ReportPart::summary;
    Audiences audiences;
    WriteReportPart write = nullptr;
    Sheet sheet = Sheet::own;
    AddReportPart add = nullptr;
};

} // namespace trestle
