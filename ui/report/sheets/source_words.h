#pragma once

#include "data/exchange/audience.h"
#include "models/plan/plan.h"

#include <QString>
#include <QStringList>

#include <vector>

/// Where the figures of a plan come from, said once for the whole plan: what is stated, derived, assumed and the user's
/// own. As plain values, apart from how it is set.
namespace trestle {

struct SourcedFacts {
    ProvenanceKind kind = ProvenanceKind::assumed;
    QString facts; ///< one after the other
    friend bool operator==(const SourcedFacts&, const SourcedFacts&) = default;
};

/// By kind, each with what it has, in several where that is much, and after it what waits for what by such a source;
/// without rates for who sees none. A plan that was redacted for its reader tells the catalogue's rate only where that
/// may be told.
std::vector<SourcedFacts> sourcedFacts(const Plan& plan, Audience audience);

/// The items of a phase with their share of it: "Schema designed for scale 25 %".
struct PhaseShares {
    QString phase;
    QString inPlace; ///< those partly in place say so
    QString toBuild;
    friend bool operator==(const PhaseShares&, const PhaseShares&) = default;
};

struct ItemShares {
    std::vector<PhaseShares> phases; ///< one of many items is there several times
    QStringList notNeeded;           ///< titles, some in each; empty: none
    QStringList phase2;              ///< offered apart, in no total
    QStringList options;
};

ItemShares itemShares(const Plan& plan);

} // namespace trestle
