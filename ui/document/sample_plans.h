#pragma once

#include "data/plan_file/plan_file.h"

#include <QList>
#include <QString>

namespace trestle {

/// An example that comes with the program, for looking around and trying things out.
struct SamplePlan {
    QString id;    ///< "founder"
    QString name;  ///< of its plan
    QString about; ///< one line
    const char* resource = nullptr;
    const char* before = nullptr; ///< what it was earlier; null: it has no past
    QString beforeName;           ///< of that version
    QString since;                ///< what has changed, as a step of its history
};

/// In the order in which they are offered.
QList<SamplePlan> samplePlans();
/// One of them, or "ledgerly", the plan of the documentation; nothing for any other id.
std::optional<SamplePlan> samplePlan(const QString& id);

/// A fresh copy in a new file, with its past.
Result<PlanFile> copySample(const SamplePlan& sample, const QString& path, const Clock& clock);

} // namespace trestle
