#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "models/progress/progress_report.h"
// clang-format on

#include <QDialog>

namespace trestle {

/// Why the rest is expected otherwise than at the beginning: phase by phase.
class ReasonsDialog : public QDialog {
    Q_OBJECT
public:
    ReasonsDialog(const Plan& plan, const ProgressReport& report, QWidget* parent);
};

} // namespace trestle
