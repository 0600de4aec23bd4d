#pragma once

#include <QString>

class QWidget;

namespace trestle {

/// Asks whether something unusual is meant. `yes` names what is done then; Cancel is the way back and the default.
bool confirm(QWidget* parent, const QString& question, const QString& detail, const QString& yes);

} // namespace trestle
