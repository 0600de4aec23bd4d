#pragma once

#include "data/exchange/export_format.h"

#include <QString>
#include <QStringList>

#include <span>

/// The window's words for exports.
namespace trestle::wording {

/// "Report as &PDF…": the entries of a menu, each with a letter of its own to choose it by.
QStringList exportEntries(std::span<const ExportFormat> formats);
/// "PDF (*.pdf)", for a file dialog.
QString fileFilter(const ExportFormat& format);
/// "3 links are left out".
QString loss(const Loss& loss);
/// All of them in one line; empty for none.
QString losses(const std::vector<Loss>& losses);

} // namespace trestle::wording
