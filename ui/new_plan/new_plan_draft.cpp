#include "ui/new_plan/new_plan_draft.h"

#include "ui/base/format.h"
#include "ui/new_plan/new_plan.h"

#include <utility>

namespace trestle {

NewPlanDraft::NewPlanDraft(std::shared_ptr<const Catalogue> catalogue, Date today, QObject* parent)
    : QObject(parent), m_catalogue(std::move(catalogue)),
      m_inputs(userInputs(*m_catalogue, format::utf8(tr("New plan")), nextMonday(today))), m_today(today)
{
}

void NewPlanDraft::edit(const std::function<void(Inputs&)>& change)
{
    Inputs after = m_inputs;
    change(after);
    if (after == m_inputs)
        return;
    m_inputs = std::move(after);
    m_edited = true;
    m_begun = true;
    Q_EMIT changed();
}

void NewPlanDraft::begin()
{
    if (std::exchange(m_begun, true))
        return;
    Q_EMIT changed();
}

} // namespace trestle
