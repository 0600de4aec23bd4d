#include "ui/scan/review_rows.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/base/wording_scan.h"
#include "ui/document/plan_document.h"

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

bool isShown(const Inputs& inputs, const std::string& item, const Proposal& proposal, ReviewFilter filter)
{
    switch (filter) {
    case ReviewFilter::Open: return waitsForAnswer(inputs, item);
    case ReviewFilter::Assistants: return !proposal.by.empty();
    case ReviewFilter::All:
    case ReviewFilter::Changed: break;
    }
    return true;
}

const ProposalChange* changeOf(const std::vector<ProposalChange>& changes, const std::string& item)
{
    const auto found = std::ranges::find(changes, item, &ProposalChange::item);
    return found == changes.end() ? nullptr : &*found;
}

ReviewRow rowOf(const Inputs& inputs, const Item& item, const Proposal& proposal, const ProposalChange* change)
{
    ReviewRow row;
    row.item = item.id;
    row.title = format::text(item.title);
    row.state = proposal.state;
    row.confidence = proposal.confidence;
    row.answer = proposal.answer;
    const ItemState now = stateOf(inputs, item.id);
    if (proposedState(proposal.state) != now)
        row.now = now;
    if (change)
        row.before = change->before;
    row.by = wording::sourceLine(proposal.by);
    return row;
}

template <class Visit>
void forEachItem(const Phase& phase, Visit visit)
{
    std::ranges::for_each(phase.items, visit);
    std::ranges::for_each(phase.addOns, visit);
}

} // namespace

ReviewPlan reviewOf(PlanDocument& document)
{
    return {[&document]() -> const Catalogue& { return document.catalogue(); },
            [&document]() -> const Inputs& { return document.inputs(); }, [&document] { return document.today(); },
            [&document](const QString& label, const std::function<void(Inputs&)>& change) {
                document.edit(label, change);
            }};
}

std::vector<ReviewRow> reviewRows(const ReviewPlan& plan, const std::vector<ProposalChange>& changes,
                                  ReviewFilter filter)
{
    const Inputs& inputs = plan.inputs();
    std::vector<ReviewRow> changed;
    std::vector<ReviewRow> rest;
    for (const Phase& phase : plan.catalogue().phases) {
        std::vector<ReviewRow> rows;
        forEachItem(phase, [&](const Item& item) {
            const Proposal* proposal = proposalFor(inputs, item.id);
            if (!proposal || !isShown(inputs, item.id, *proposal, filter))
                return;
            const ProposalChange* change = changeOf(changes, item.id);
            if (change)
                changed.push_back(rowOf(inputs, item, *proposal, change));
            else if (filter != ReviewFilter::Changed)
                rows.push_back(rowOf(inputs, item, *proposal, nullptr));
        });
        if (rows.empty())
            continue;
        rest.push_back({{}, format::text(phase.title), {}, {}, {}, {}, {}, {}});
        std::ranges::move(rows, std::back_inserter(rest));
    }
    if (changed.empty())
        return rest;
    changed.insert(changed.begin(), {{}, tr("Changed since the last scan"), {}, {}, {}, {}, {}, {}});
    std::ranges::move(rest, std::back_inserter(changed));
    return changed;
}

QString reviewLine(const ReviewRow& row)
{
    QStringList parts{wording::foundState(row.state), wording::foundConfidence(row.confidence)};
    if (row.before)
        parts += tr("last scan: %1").arg(wording::foundState(*row.before));
    if (row.now)
        parts += tr("plan: %1").arg(wording::itemState(*row.now));
    if (!row.by.isEmpty())
        parts += row.by;
    return parts.join(QStringLiteral(" · "));
}

QString reviewSpoken(const ReviewRow& row)
{
    if (row.isHeading())
        return row.title;
    QStringList parts{row.title, wording::foundState(row.state), wording::foundConfidence(row.confidence)};
    if (row.before)
        parts += tr("last scan: %1").arg(wording::foundState(*row.before));
    if (row.now)
        parts += tr("plan: %1").arg(wording::itemState(*row.now));
    if (!row.by.isEmpty())
        parts += tr("proposed by %1").arg(row.by);
    if (row.answer != ProposalAnswer::open)
        parts += wording::proposalAnswer(row.answer);
    return parts.join(QStringLiteral(", "));
}

ReviewCounts reviewCounts(const ReviewPlan& plan)
{
    const Inputs& inputs = plan.inputs();
    ReviewCounts counts;
    counts.all = inputs.proposals.size();
    counts.open = openProposals(inputs);
    counts.assistants = static_cast<std::size_t>(
        std::ranges::count_if(inputs.proposals, [](const auto& entry) { return !entry.second.by.empty(); }));
    Inputs accepted = inputs;
    counts.confident = acceptConfident(plan.catalogue(), accepted, plan.today()).size();
    return counts;
}

const Proposal* proposalFor(const Inputs& inputs, const std::string& item)
{
    const auto found = inputs.proposals.find(item);
    return found == inputs.proposals.end() ? nullptr : &found->second;
}

} // namespace trestle
