#include "ui/checklist/checklist_model.h"

#include "models/proposals.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/base/wording_catalogue.h"
#include "ui/base/wording_scan.h"
#include "ui/document/plan_document.h"
#include "ui/theme/tip_text.h"

#include <algorithm>

namespace trestle {

namespace {

constexpr quintptr kPhase = 0; // internal id of a phase; an item's is its phase + 1

std::vector<std::string> itemsOf(const Plan& plan, const PhasePlan& phase)
{
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < phase.itemCount; ++i)
        ids.push_back(plan.items[phase.firstItem + i].id);
    return ids;
}

Qt::CheckState checkOf(ItemState state)
{
    switch (state) {
    case ItemState::partial: return Qt::PartiallyChecked;
    case ItemState::done: return Qt::Checked;
    default: return Qt::Unchecked;
    }
}

ItemState stateOfCheck(Qt::CheckState check)
{
    switch (check) {
    case Qt::PartiallyChecked: return ItemState::partial;
    case Qt::Checked: return ItemState::done;
    default: return ItemState::missing;
    }
}

/// ", 4 – 15 Jan 2027, AUD 15,000 – 40,000": when and for how much what is left of it is done; empty where nothing is.
template <class Node>
QString workOf(const Plan& plan, const Node& node)
{
    QString text;
    if (node.hasWork) {
        const Span& when = node.when.likely;
        const QString dates =
            format::dateRange(plan.calendar.startDate(when.start), plan.calendar.lastDate(when.start, when.finish));
        text += ChecklistModel::tr(", %1").arg(dates);
    }
    if (node.mayHaveWork())
        text += ChecklistModel::tr(", %1").arg(format::shownRange(node.shownCost.low, node.shownCost.high));
    return text;
}

/// Null where none waits for an answer.
const Proposal* openProposalFor(const Inputs& inputs, const std::string& item)
{
    const auto found = inputs.proposals.find(item);
    return found != inputs.proposals.end() && waitsForAnswer(inputs, item) ? &found->second : nullptr;
}

const ItemInput* inputOf(const Plan& plan, const ItemPlan& item)
{
    const auto found = plan.inputs.items.find(item.id);
    return found == plan.inputs.items.end() ? nullptr : &found->second;
}

} // namespace

ChecklistModel::ChecklistModel(PlanDocument& document, QObject* parent)
    : QAbstractItemModel(parent), m_document(document), m_told(document.sharedPlan())
{
    for (const PhasePlan& phase : document.plan().phases)
        m_items.push_back(itemsOf(document.plan(), phase));
    connect(&document, &PlanDocument::planChanged, this, &ChecklistModel::follow);
}

const PhasePlan& ChecklistModel::phaseAt(int row) const
{
    return m_document.plan().phases[static_cast<std::size_t>(row)];
}

const ItemPlan* ChecklistModel::itemAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == kPhase)
        return nullptr;
    const std::vector<std::string>& ids = m_items[index.internalId() - 1];
    const std::string& id = ids[static_cast<std::size_t>(index.row())];
    // Mostly at its place; but while rows are being inserted the views may ask for rows that the plan has no longer.
    const Plan& plan = m_document.plan();
    const PhasePlan& phase = phaseAt(static_cast<int>(index.internalId()) - 1);
    const auto row = static_cast<std::size_t>(index.row());
    if (row < phase.itemCount && plan.items[phase.firstItem + row].id == id)
        return &plan.items[phase.firstItem + row];
    return plan.findItem(id);
}

QModelIndex ChecklistModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kPhase);
}

QModelIndex ChecklistModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == kPhase)
        return {};
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, kPhase);
}

int ChecklistModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_items.size());
    if (parent.internalId() != kPhase || parent.column() != 0)
        return 0;
    return static_cast<int>(m_items[static_cast<std::size_t>(parent.row())].size());
}

int ChecklistModel::columnCount(const QModelIndex&) const
{
    return 1;
}

Qt::ItemFlags ChecklistModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.isValid() && index.internalId() != kPhase)
        flags |= Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
    return flags;
}

QVariant ChecklistModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == kPhase)
        return phaseData(index.row(), role);
    const ItemPlan* item = itemAt(index);
    return item ? itemData(*item, role) : QVariant();
}

QVariant ChecklistModel::phaseData(int row, int role) const
{
    const PhasePlan& phase = phaseAt(row);
    const QString title = format::text(phase.title);
    const QString summary = phase.inScope == 0
                                ? tr("not needed")
                                : tr("%1 of %2").arg(format::number(phase.inPlace), QString::number(phase.inScope));
    switch (role) {
    case Qt::DisplayRole: return title;
    case Qt::ToolTipRole: return format::text(m_document.catalogue().phases[static_cast<std::size_t>(row)].explanation);
    case Qt::AccessibleTextRole:
        return phase.inScope == 0 ? tr("%1, phase, not needed").arg(title)
                                  : tr("%1, phase, %2 in place").arg(title, summary) + workOf(m_document.plan(), phase);
    case NodeRole: return format::text(phase.id);
    case ProgressRole: return phase.progress;
    case SummaryRole: return summary;
    case SearchRole: return title;
    default: return {};
    }
}

QVariant ChecklistModel::itemData(const ItemPlan& item, int role) const
{
    const QString title = format::text(item.title);
    const ItemInput* input = inputOf(m_document.plan(), item);
    switch (role) {
    case Qt::DisplayRole: return title;
    case Qt::CheckStateRole: return static_cast<int>(checkOf(item.state));
    case Qt::ToolTipRole: {
        QString tip;
        for (const Paragraph& paragraph : explain(item))
            tip +=
                tipParagraph(paragraph.label.isEmpty() ? QString() : tr("%1: ").arg(paragraph.label), paragraph.text);
        return tip;
    }
    case Qt::AccessibleTextRole: {
        const PhasePlan& phase = m_document.plan().phases[item.phase];
        const bool proposed = openProposalFor(m_document.inputs(), item.id) != nullptr;
        return tr("%1, %2, phase %3")
                   .arg(title, wording::itemStanding(m_document.plan(), item), format::text(phase.shortTitle)) +
               (proposed ? tr(", a proposal to review") : QString()) + workOf(m_document.plan(), item);
    }
    case Qt::AccessibleDescriptionRole: {
        QStringList lines;
        for (const auto& [label, text] : explain(item))
            lines += label.isEmpty() ? text : tr("%1: %2").arg(label, text);
        return lines.join(QStringLiteral("\n\n"));
    }
    case NodeRole: return format::text(item.id);
    case StateRole: return static_cast<int>(item.state);
    case ProposalRole: return openProposalFor(m_document.inputs(), item.id) != nullptr;
    case ScopeRole: {
        const std::optional<ItemScope> scope = scopeOf(m_document.inputs(), item.id);
        return scope ? static_cast<int>(*scope) : kInScope;
    }
    case SummaryRole: {
        const bool told =
            item.state == ItemState::partial || item.state == ItemState::excluded || item.state == ItemState::underWay;
        return told ? wording::itemStanding(m_document.plan(), item) : QString();
    }
    case RemarkRole: {
        QStringList parts;
        if (scopeOf(m_document.inputs(), item.id) == ItemScope::taken)
            parts += tr("option taken");
        if (input && !input->owner.empty())
            parts += format::text(input->owner);
        if (input && !input->note.empty())
            parts += tr("note");
        return parts.join(QStringLiteral(" · "));
    }
    case SearchRole:
        return QString(title + u' ' + format::text(item.id) +
                       (input ? u' ' + format::text(input->owner) + u' ' + format::text(input->note) : QString()));
    default: return {};
    }
}

std::vector<ChecklistModel::Paragraph> ChecklistModel::explain(const ItemPlan& item) const
{
    const Catalogue& catalogue = m_document.catalogue();
    const Item* known = findItem(catalogue, item.id);
    if (!known)
        return {};
    const QString effort = tr("%1 of work in full").arg(format::personWeeks(item.fullEffort.low, item.fullEffort.high));
    const Provenance& from = known->isAddOn() ? known->effort->from.likely : known->share.from;
    const QString source = tr("%1; %2: %3").arg(effort, wording::provenance(from.kind), format::text(from.note));
    std::vector<Paragraph> paragraphs{{{}, format::text(known->explanation)}};
    for (const auto& [label, text] : wording::criteria(*known))
        paragraphs.push_back({label, text});
    paragraphs.push_back({{}, source});
    if (const Proposal* proposal = openProposalFor(m_document.inputs(), item.id))
        paragraphs.push_back({tr("Proposed"), tr("%1, %2").arg(wording::foundState(proposal->state),
                                                               wording::foundConfidence(proposal->confidence))});
    if (const ItemInput* input = inputOf(m_document.plan(), item)) {
        if (!input->owner.empty())
            paragraphs.push_back({tr("Owner"), format::text(input->owner)});
        if (!input->note.empty())
            paragraphs.push_back({tr("Note"), format::text(input->note)});
    }
    std::erase_if(paragraphs, [](const Paragraph& paragraph) { return paragraph.text.isEmpty(); });
    return paragraphs;
}

bool ChecklistModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const ItemPlan* item = itemAt(index);
    if (!item)
        return false;
    // The edit replaces the plan that `item` belongs to.
    const QString id = format::text(item->id);
    if (role == Qt::CheckStateRole)
        return m_document.setItemState(id, stateOfCheck(static_cast<Qt::CheckState>(value.toInt())));
    if (role == StateRole)
        return m_document.setItemState(id, static_cast<ItemState>(value.toInt()));
    if (role == ScopeRole) {
        const int scope = value.toInt();
        return m_document.setItemScope(id,
                                       scope == kInScope ? std::nullopt : std::optional(static_cast<ItemScope>(scope)));
    }
    if (role == ClickRole)
        return m_document.clickItem(id);
    return false;
}

void ChecklistModel::follow()
{
    for (int phase = 0; phase < rowCount(); ++phase)
        followPhase(phase);
    for (int phase = 0; phase < rowCount(); ++phase)
        tellChanged(phase);
    m_told = m_document.sharedPlan();
}

/// Of the rows that say something else now: one edit touches few of them, and a filter looks at each that is told.
void ChecklistModel::tellChanged(int phase)
{
    const Plan& now = m_document.plan();
    const PhasePlan& phaseNow = phaseAt(phase);
    const auto place = static_cast<std::size_t>(phase);
    const bool samePlace = place < m_told->phases.size() && m_told->phases[place].id == phaseNow.id;
    const PhasePlan* phaseTold = samePlace ? &m_told->phases[place] : m_told->findPhase(phaseNow.id);
    const QModelIndex parent = index(phase, 0);
    const bool sameCatalogue = m_told->catalogue == now.catalogue; // else titles and explanations may be others
    if (!sameCatalogue || !phaseTold || phaseTold->inPlace != phaseNow.inPlace ||
        phaseTold->inScope != phaseNow.inScope || phaseTold->progress != phaseNow.progress)
        Q_EMIT dataChanged(parent, parent);
    for (std::size_t row = 0; phaseTold && row < phaseNow.itemCount; ++row) {
        const ItemPlan* item = &now.items[phaseNow.firstItem + row];
        const std::size_t before = phaseTold->firstItem + row;
        const bool sameRow = row < phaseTold->itemCount && m_told->items[before].id == item->id;
        const ItemPlan* told = sameRow ? &m_told->items[before] : m_told->findItem(item->id);
        if (!told)
            continue; // new: told already
        const ItemInput* inputNow = inputOf(now, *item);
        const ItemInput* inputTold = inputOf(*m_told, *told);
        const bool sameInput = inputNow && inputTold ? *inputNow == *inputTold : inputNow == inputTold;
        const bool sameScope = scopeOf(now.inputs, item->id) == scopeOf(m_told->inputs, item->id);
        const bool sameProposal = (openProposalFor(now.inputs, item->id) != nullptr) ==
                                  (openProposalFor(m_told->inputs, item->id) != nullptr);
        if (sameCatalogue && sameInput && sameScope && sameProposal && item->state == told->state &&
            item->fullEffort == told->fullEffort)
            continue;
        const QModelIndex changed = index(static_cast<int>(row), 0, parent);
        Q_EMIT dataChanged(changed, changed);
    }
}

void ChecklistModel::followPhase(int phase)
{
    std::vector<std::string>& shown = m_items[static_cast<std::size_t>(phase)];
    const std::vector<std::string> now = itemsOf(m_document.plan(), phaseAt(phase));
    if (shown == now)
        return;
    const QModelIndex parent = index(phase, 0);
    // Rows that stand in another order go and come anew.
    const auto place = [&](const std::string& id) { return std::find(now.begin(), now.end(), id) - now.begin(); };
    std::vector<std::string> kept;
    std::ranges::copy_if(shown, std::back_inserter(kept),
                         [&](const std::string& id) { return place(id) < static_cast<std::ptrdiff_t>(now.size()); });
    const bool ordered = std::ranges::is_sorted(kept, {}, place);
    for (int row = static_cast<int>(shown.size()) - 1; row >= 0; --row) {
        const auto at = shown.begin() + row;
        if (ordered && std::find(now.begin(), now.end(), *at) != now.end())
            continue;
        beginRemoveRows(parent, row, row);
        shown.erase(at);
        endRemoveRows();
    }
    for (std::size_t row = 0; row < now.size(); ++row) {
        if (row < shown.size() && shown[row] == now[row])
            continue;
        beginInsertRows(parent, static_cast<int>(row), static_cast<int>(row));
        shown.insert(shown.begin() + static_cast<std::ptrdiff_t>(row), now[row]);
        endInsertRows();
    }
}

bool ChecklistModel::isOfferedApart(const QModelIndex& index)
{
    const QVariant scope = index.data(ScopeRole);
    return scope == static_cast<int>(ItemScope::phase2) || scope == static_cast<int>(ItemScope::option);
}

QModelIndex ChecklistModel::indexOfNode(const QString& node) const
{
    const std::string id = format::utf8(node);
    const auto& phases = m_document.plan().phases;
    for (int phase = 0; phase < rowCount(); ++phase) {
        if (phases[static_cast<std::size_t>(phase)].id == id)
            return index(phase, 0);
        const auto& items = m_items[static_cast<std::size_t>(phase)];
        const auto found = std::find(items.begin(), items.end(), id);
        if (found != items.end())
            return index(static_cast<int>(found - items.begin()), 0, index(phase, 0));
    }
    return {};
}

int ChecklistModel::itemCount() const
{
    int count = 0;
    for (const auto& items : m_items)
        count += static_cast<int>(items.size());
    return count;
}

} // namespace trestle
