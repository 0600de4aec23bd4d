#pragma once

#include "data/exchange/audience.h"
#include "data/exchange/export_stamp.h"
#include "models/money/use_of_funds.h"
#include "models/plan/plan.h"
#include "models/risk/simulation.h"
#include "ui/report/sheets/cost_words.h"

#include <QString>
#include <QStringList>

#include <vector>

/// What the report says, as plain values made from a plan and its simulation, apart from how it is set.
namespace trestle {

struct ReportTile {
    QString caption;
    QString value;
    QString detail;
    friend bool operator==(const ReportTile&, const ReportTile&) = default;
};

struct ReportBasis {
    ProvenanceKind kind = ProvenanceKind::assumed;
    QString text;
    friend bool operator==(const ReportBasis&, const ReportBasis&) = default;
};

struct ReportWords {
    QString plan;         ///< name, and the client
    QString made;         ///< "22 November 2026"
    QStringList headline; ///< one or two lines
    QString qualifier;    ///< after the headline, smaller: how sure
    QString summary;
    QString oddsTitle;             ///< "16 of 20 projects like this are done by then"
    QString odds;                  ///< what the twenty dots mean; empty: nothing is promised, or not to this reader
    std::vector<ReportTile> tiles; ///< four
    std::vector<ReportCostLine> costs;
    QString costNote;
    std::vector<ReportBasis> basis;
    QString source; ///< what the stated figures come from
    QString footer; ///< scenario, catalogue, seed, runs, plan, time made
};

/// `funds`: what the promise is spent on; null: the likely plan's months are told. A client reads one date and, where
/// the plan is priced and was simulated with its price, one price.
ReportWords reportWords(const Plan& plan, const Risk& risk, const ExportStamp& stamp,
                        Audience audience = Audience::internal, const UseOfFunds* funds = nullptr);

/// "Ledgerly · for Brightwater Bookkeeping".
QString planTitle(const Plan& plan);
/// "22 November 2026".
QString madeDate(const ExportStamp& stamp);
/// "Base plan · catalogue prototype-to-production 1 · seed 1 · 10,000 runs · plan 7f3a9c21 · made 22 November 2026,
/// 10:30 UTC".
QString provenanceLine(const Plan& plan, const Risk& risk, const ExportStamp& stamp);
/// The same for a client: which plan, and when; no scenario, seed or runs.
QString clientProvenanceLine(const ExportStamp& stamp);
/// "By 14 June 2027, for AUD 173,000, 80 % sure".
QString sureLine(const Plan& plan, const Risk& risk);

} // namespace trestle
