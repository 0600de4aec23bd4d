#pragma once

#include "data/exchange/export_format.h"

#include <QString>

#include <functional>

class QWidget;

namespace trestle {

using AskFileToWrite =
    std::function<QString(QWidget* parent, const QString& title, const QString& path, const QString& filter)>;

using AskFolder = std::function<QString(QWidget* parent, const QString& title, const QString& folder)>;

/// The plan that is exported and where its exports went before.
struct ExportPlace {
    QString plan;   ///< the path of its file
    QString folder; ///< empty: beside the plan

    [[nodiscard]] QString start() const; ///< the folder to begin in
};

/// Asks for the path of an export, with the plan's name and `addition`. Empty: cancelled.
QString askExportPath(const AskFileToWrite& ask, QWidget* parent, const ExportPlace& place, const ExportFormat& format,
                      const QString& addition = {});
/// Asks for a folder, in which the pack for an audience gets one of its own: its path. Empty: cancelled.
QString askPackPath(const AskFolder& ask, QWidget* parent, const ExportPlace& place, Audience audience);
/// The same for a picture of a chart, PNG or SVG; `subject` goes into the file's name.
QString askPicturePath(const AskFileToWrite& ask, QWidget* parent, const ExportPlace& place, const QString& subject);
/// The same for a comparison of versions, whose ending chooses its format.
QString askComparisonPath(const AskFileToWrite& ask, QWidget* parent, const QString& planPath);

} // namespace trestle
