#pragma once

#include "data/exchange/export_format.h"

namespace trestle {

/// The backlog as a table in the shape that another program reads: a row for each ticket, and in Jira's one for each
/// epic before its tickets. Each has the id by which a later export finds it again.
Result<Exported> writeJiraCsv(const ExportSource& source);
Result<Exported> writeLinearCsv(const ExportSource& source); ///< as Linear's own exports are; an epic is a project
Result<Exported> writeTrelloCsv(const ExportSource& source); ///< as Trello's own exports are; an epic is a list
Result<Exported> writeNotionCsv(const ExportSource& source);

} // namespace trestle
