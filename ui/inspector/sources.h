#pragma once

#include "models/plan/plan.h"

#include <QString>

#include <vector>

/// Where the figures of a phase, an item or the whole plan come from, for the inspector and for reports.
namespace trestle {

struct SourceRow {
    QString figure; ///< "3 – 8 person-weeks"
    QString note;   ///< the section, the formula, the reason, or when the user said so
    ProvenanceKind kind = ProvenanceKind::assumed;
    QString sum = {}; ///< how it was worked out, for who asks
    friend bool operator==(const SourceRow&, const SourceRow&) = default;
};

std::vector<SourceRow> sourcesOf(const Plan& plan, const PhasePlan& phase);
std::vector<SourceRow> sourcesOf(const Plan& plan, const ItemPlan& item);
/// What every figure of the plan rests on.
std::vector<SourceRow> sourcesOf(const Plan& plan);

} // namespace trestle
