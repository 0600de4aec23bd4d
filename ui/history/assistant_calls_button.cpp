#include "ui/history/assistant_calls_button.h"

#include "ui/document/plan_document.h"
#include "ui/history/assistant_calls_dialog.h"

namespace trestle {

AssistantCallsButton::AssistantCallsButton(PlanDocument& document, QWidget* parent)
    : QPushButton(tr("What &assistants asked…"), parent), m_document(document)
{
    setObjectName(QStringLiteral("historyCalls"));
    hide();
    connect(this, &QPushButton::clicked, this, &AssistantCallsButton::showCalls);
}

void AssistantCallsButton::refresh()
{
    m_document.withFile(this, [this](PlanFile& file) -> std::function<void()> {
        const auto calls = file.assistantCalls();
        return [this, any = calls && !calls->empty()] { setVisible(any); };
    });
}

void AssistantCallsButton::showCalls()
{
    m_document.withFile(this, [this](PlanFile& file) -> std::function<void()> {
        const auto calls = file.assistantCalls();
        if (!calls)
            return [this, error = calls.error()] { Q_EMIT refused(error); };
        return [this, calls = *calls] { AssistantCallsDialog(calls, m_document.catalogue(), this).exec(); };
    });
}

} // namespace trestle
