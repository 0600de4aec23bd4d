#pragma once

#include "data/plan_file/plan_file.h"

#include <QDialog>

#include <vector>

namespace trestle {

/// What assistants asked of the plan and proposed for it, newest first.
class AssistantCallsDialog : public QDialog {
    Q_OBJECT
public:
    AssistantCallsDialog(const std::vector<AssistantCall>& calls, const Catalogue& catalogue, QWidget* parent);
};

/// "Proposed “Passwords hashed and salted” as in place", "Read the figures"; what is no known tool by its name.
QString callText(const AssistantCall& call, const Catalogue& catalogue);

} // namespace trestle
