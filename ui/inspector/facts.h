#pragma once

#include "models/plan/plan.h"
#include "models/risk/simulation.h"

#include <QString>

#include <memory>
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
    QString place;              ///< "phase 1 of 8", "item of Database"
    QString explanation;        ///< what it is, or what "in place" means
    std::vector<Fact> criteria; ///< how to tell an item's states apart
    QString remark;             ///< what the user should know of its figures; may be empty
    std::vector<Fact> facts;
    std::vector<Fact> details; ///< for who asks for more
    friend bool operator==(const NodeFacts&, const NodeFacts&) = default;
};

/// What the simulation of the plan has to say, as far as it has; the same rows either way, so that none moves.
struct SureFacts {
    std::shared_ptr<const Risk> risk; ///< null while it is under way …
    bool hasFailed = false;           ///< … or after it failed
};

NodeFacts factsOf(const Plan& plan, const PhasePlan& phase, const SureFacts& sure = {});
NodeFacts factsOf(const Plan& plan, const ItemPlan& item);
/// When nothing is selected; the remark is what to do next.
NodeFacts factsOf(const Plan& plan, const SureFacts& sure = {});

/// Slack with people: "none: it drives the finish", "none: the next task starts straight away", "2.4 weeks".
QString slackText(Weeks slack, Weeks slackByLinks);
/// "Lead engineer, Part-time engineer (half-time)"; large teams by number.
QString teamText(const Inputs& inputs);

} // namespace trestle
