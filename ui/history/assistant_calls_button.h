#pragma once

#include "models/error.h"

#include <QPushButton>

namespace trestle {

class PlanDocument;

/// Shows what assistants asked of the plan; there only where they did.
class AssistantCallsButton : public QPushButton {
    Q_OBJECT
public:
    explicit AssistantCallsButton(PlanDocument& document, QWidget* parent);

    void refresh();

Q_SIGNALS:
    void refused(const trestle::Error& error);

private:
    void showCalls();

    PlanDocument& m_document;
};

} // namespace trestle
