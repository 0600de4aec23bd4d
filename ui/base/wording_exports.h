#pragma once

#include "data/formats/pack.h"

#include <QString>
#include <QStringList>

#include <span>

/// The window's words for exports.
namespace trestle::wording {

/// "Report as &PDF…": the entries of a menu, each with a letter of its own to choose it by, other than those taken.
QStringList exportEntries(std::span<const ExportFormat* const> formats, QString taken = {});
/// "Report as PDF".
QString exportTitle(const ExportFormat& format);
/// What the format is among: "Documents".
QString exportGroup(ExportContent content);
/// "Everything for investors, as a folder".
QString packTitle(Audience audience);
/// "Investors".
QString audience(Audience audience);
/// What is in the files for them, and what is not, in a line.
QString audienceLine(Audience audience);
QString reportPart(ReportPart part);
QString paperSize(PaperSize paper);
QString chart(ChartKind chart);
/// What a file's or folder's name says of who it is for: " for investors"; empty for the team's own.
QString fileAddition(Audience audience);
/// "PDF (*.pdf)", for a file dialog.
QString fileFilter(const ExportFormat& format);
/// "3 links are left out".
QString loss(const Loss& loss);
/// All of them in one line; empty for none.
QString losses(const std::vector<Loss>& losses);
/// The same for the files of a pack, each with its name.
QString losses(const Pack& pack);

} // namespace trestle::wording
