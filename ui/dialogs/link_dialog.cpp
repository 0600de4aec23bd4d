#include "ui/dialogs/link_dialog.h"

#include "models/catalogue_edit.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"

#include <QComboBox>

#include <algorithm>

namespace trestle {

namespace {

QString titleOf(const Plan& plan, const std::string& node)
{
    const auto item = std::ranges::find(plan.items, node, &ItemPlan::id);
    if (item != plan.items.end())
        return format::text(item->title);
    const auto phase = std::ranges::find(plan.phases, node, &PhasePlan::id);
    return phase == plan.phases.end() ? QString::fromStdString(node) : format::text(phase->title);
}

} // namespace

bool addLink(PlanDocument& document, const QString& from, const QString& to)
{
    const Plan& plan = document.plan();
    Link link;
    link.from = from.toStdString();
    link.to = to.toStdString();
    const QString label = tr("%1 after %2").arg(titleOf(plan, link.to), titleOf(plan, link.from));
    const std::string note = format::utf8(tr("Added by you, %1").arg(format::date(document.today())));
    return document.editCatalogue(label, [&](Catalogue& catalogue) {
        return CatalogueEditor(catalogue, document.originalCatalogue(), note).addLink(link);
    });
}

LinkDialog::LinkDialog(PlanDocument& document, const QString& from, QWidget* parent)
    : FormDialog(QStringLiteral("linkDialog"), tr("Add link"),
                 tr("The second starts when the first is finished, whoever works on it."), parent),
      m_document(document)
{
    const Plan& plan = document.plan();
    m_from = addNodes(tr("&First"), QStringLiteral("linkFrom"), from);
    // What comes next in the plan is the likely one.
    const int at = m_from->currentIndex();
    m_to = addNodes(tr("&Then"), QStringLiteral("linkTo"),
                    m_from->itemData(at + 1 < m_from->count() ? at + 1 : at - 1).toString());
    const auto phase = std::ranges::find(plan.phases, from.toStdString(), &PhasePlan::id);
    if (phase != plan.phases.end() && std::next(phase) != plan.phases.end())
        m_to->setCurrentIndex(m_to->findData(QString::fromStdString(std::next(phase)->id)));
    for (QComboBox* box : {m_from, m_to})
        connect(box, &QComboBox::currentIndexChanged, this, [this] { complain({}); });
}

/// All phases, each with its items behind it.
QComboBox* LinkDialog::addNodes(const QString& label, const QString& name, const QString& chosen)
{
    auto* box = new QComboBox(this);
    const Plan& plan = m_document.plan();
    for (const PhasePlan& phase : plan.phases) {
        box->addItem(format::text(phase.title), QString::fromStdString(phase.id));
        for (std::size_t i = 0; i < phase.itemCount; ++i) {
            const ItemPlan& item = plan.items[phase.firstItem + i];
            box->addItem(tr("%1: %2").arg(format::text(phase.shortTitle), format::text(item.title)),
                         QString::fromStdString(item.id));
        }
    }
    constexpr int kShown = 36; // letters; the list is as wide as it needs
    box->setMinimumContentsLength(kShown);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setCurrentIndex(std::max(box->findData(chosen), 0));
    addField(label, box, name);
    return box;
}

void LinkDialog::accept()
{
    QString problem;
    const auto refused = connect(&m_document, &PlanDocument::editRefused, this,
                                 [&problem](const Error& error) { problem = wording::error(error); });
    const bool added = addLink(m_document, m_from->currentData().toString(), m_to->currentData().toString());
    disconnect(refused);
    if (added)
        FormDialog::accept();
    else
        complain(problem.isEmpty() ? tr("There is this link already.") : problem);
}

} // namespace trestle
