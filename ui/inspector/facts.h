#pragma once

#include "models/plan.h"

#include <QString>

#include <vector>

/// What the inspector says of a phase, an item or the whole plan: plain values made from a plan, apart from how they
/// are shown.
namespace trestle {

struct Fact {
    QString label;
    QString value;
    QString hint; ///< a plain sentence for the tool tip; may be empty
    friend bool operator==(const Fact&, const Fact&) = default;
};

struct NodeFacts {
    QString title;
    QString place;       ///< "phase 1 of 8", "item of Database"
    QString explanation; ///< what it is, or what "in place" means
    QString remark;      ///< what the user should know of its figures; may be empty
    std::vector<Fact> facts;
    friend bool operator==(const NodeFacts&, const NodeFacts&) = default;
};

NodeFacts factsOf(const Plan& plan, const PhasePlan& phase);
NodeFacts factsOf(const Plan& plan, const ItemPlan& item);
/// When nothing is selected; the remark is what to do next.
NodeFacts factsOf(const Plan& plan);

/// Slack with people: "none: drives the finish", "none: people go straight on", "2.4 weeks".
QString slackText(Weeks slack, Weeks slackByLinks);
/// "Lead engineer 1, Part-time engineer 0.5 · 1.5 FTE"; large teams by number.
QString teamText(const Inputs& inputs);

} // namespace trestle
