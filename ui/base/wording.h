#pragma once

#include "models/plan/plan.h"

#include <QString>

/// The window's one table of wording: what the kinds that `models/` and `data/` return are called on screen and in
/// reports. Layers below have no sentences.
namespace trestle::wording {

/// One clear line: what is wrong, where, and what to do about it.
QString error(const Error& error);

/// "to build", "partly", "in place", "not needed".
QString itemState(ItemState state);
/// "stated", "derived", "assumed", "yours".
QString provenance(ProvenanceKind kind);
/// What the kind means, in a sentence.
QString provenanceMeaning(ProvenanceKind kind);
/// "low", "likely", "high".
QString caseName(Case which);
/// "80 % sure".
QString sure(int confidence);
QString costMode(CostMode mode);
/// "open", "responded", "happened", "did not happen".
QString riskStatus(RiskStatus status);
QString priceKind(PriceKind kind);
QString itemScope(ItemScope scope);
/// As a choice: "In the plan and its price", "Phase 2, priced apart", …
QString scopeChoice(std::optional<ItemScope> scope);
/// Its state; "phase 2" or "option" of an item that is offered apart, of which the state says nothing.
QString itemStanding(const Plan& plan, const ItemPlan& item);
/// When a part of the price is invoiced.
QString paymentWhen(const Catalogue& catalogue, const PaymentPart& part);
/// "starts after the finish of", …: read as "<successor> … <predecessor>".
QString linkType(LinkType type);
/// "no answer yet", "one person", "a team".
QString maintainer(Maintainer maintainer);

/// Title of a phase or item; its id where it is unknown.
QString nodeTitle(const Plan& plan, const std::string& id);
/// Titles joined by commas; "nothing" for none.
QString nodeTitles(const Plan& plan, const std::vector<std::string>& ids);
/// Why an item starts when it does: "waits for Database", "starts with the plan", "waits for Ana, on Sessions".
QString wait(const Plan& plan, const WaitReason& reason);
/// "none: drives the finish", "2.4 weeks".
QString slack(Weeks slack);
/// What total, budget and promise hold: "labour and running costs until the finish", with the months after launch.
QString costsCounted(const Inputs& inputs);

} // namespace trestle::wording
