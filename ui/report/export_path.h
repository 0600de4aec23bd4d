#pragma once

#include "data/exchange/export_format.h"

#include <QString>

#include <functional>

class QWidget;

namespace trestle {

using AskFileToWrite =
    std::function<QString(QWidget* parent, const QString& title, const QString& path, const QString& filter)>;

/// Asks for the path of an export, beside the plan at first and with its name and `addition`. Empty: cancelled.
QString askExportPath(const AskFileToWrite& ask, QWidget* parent, const QString& planPath, const ExportFormat& format,
                      const QString& addition = {});
/// The same for a comparison of versions, whose ending chooses its format.
QString askComparisonPath(const AskFileToWrite& ask, QWidget* parent, const QString& planPath);

} // namespace trestle
