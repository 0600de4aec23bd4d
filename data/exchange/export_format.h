#pragma once

#include "data/exchange/export_source.h"
#include "data/exchange/loss.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trestle {

/// What a file of the format holds. The words for it stand in the command line's and the window's wording.
enum class ExportContent : std::uint8_t {
    report,      ///< pages: headline, Gantt chart, cost, risk, sources
    page,        ///< the report's figures on one web page
    chart,       ///< the Gantt chart, or another chart as a picture
    table,       ///< rows of figures
    cashFlow,    ///< money month by month
    people,      ///< who does what, week by week
    slides,      ///< the report's headline, plan, money and risk, to show and to edit
    workbook,    ///< all of it as sheets of live formulas
    plan,        ///< what was put in, for the base and every scenario; can be imported
    tickets,     ///< what is left to build, for a program that keeps tickets
    dates,       ///< of phases, launch and invoices
    tasks,       ///< the likely plan for programs that plan tasks; can be imported
    proposal,    ///< what a client is offered: scope, price, payments, dates, acceptance
    changeOrder, ///< what changes for a client since a version, likewise
};

struct Exported {
    std::string bytes;
    std::vector<Loss> losses;
};

using ExportWrite = Result<Exported> (*)(const ExportSource& source);

/// One format that a plan can be exported in. The command line, its help and the window's menu follow from these.
struct ExportFormat {
    std::string_view key;    ///< the name on the command line, in lower case
    std::string_view ending; ///< of files, without the dot, in lower case; the first format with it is meant by it
    std::string_view name;   ///< a proper name, the same in every language: "PDF"
    ExportContent content = ExportContent::table;
    bool needsSimulation = false; ///< ExportSource::risk is not null
    bool needsPrice = false;      ///< and it has the value of each run, where the plan is priced
    bool needsCash = false;       ///< and it has the cash of each run, where the plan has any
    bool needsLayers = false;     ///< and it has what it is made up of, where that is more than the estimates
    bool needsScenarios = false;  ///< ExportSource::scenarios has the base and every scenario, where there are any
    bool needsOffer = false;      ///< the plan is priced
    bool needsChanges = false;    ///< ExportSource::changes is there
    bool takesSeparator = false;
    bool takesChanges = false;
    bool takesVersions = false;   ///< ExportSource::versions
    bool takesPaper = false;      ///< ExportLook::paper
    bool takesParts = false;      ///< ExportLook::parts
    bool takesScale = false;      ///< ExportLook::scale
    bool takesChart = false;      ///< ExportLook::chart; needs what that chart needs
    bool takesLetterhead = false; ///< ExportLook::letterhead
    bool takesGst = false;        ///< ExportLook::withGst
    Audiences audiences = {};     ///< whom it may be written for
    ExportWrite write = nullptr;  ///< null: this program cannot write it
};

/// Simulates what the formats need together and the source does not have yet, so that several are written from one
/// simulation. Errors: those of simulate(); cancelled.
Result<void> simulateFor(std::span<const ExportFormat> formats, ExportSource& source);

/// Simulates the plan where the format needs that and it has not been done, takes out what the audience may not read
/// (redaction.h), then writes. Errors: those of simulate() and of the format; noExportForAudience, noOffer, noChanges,
/// noChart; cancelled.
Result<Exported> exportAs(const ExportFormat& format, ExportSource source);

} // namespace trestle
