#pragma once

#include "data/exchange/export_source.h"
#include "data/exchange/html/html_text.h"

#include <string>

namespace trestle::html {

/// Labour, running costs and risks by month in the likely plan.
std::string monthCosts(const Plan& plan);
/// What was planned in each version that has a name, and what is planned now; empty where there is none, and for who
/// may not read it.
std::string versionTable(const ExportSource& source, Escaper& escape);
/// Where the figures come from: the source, then for each phase and each rule of the catalogue its kind and its note.
std::string sourceList(const ExportSource& source, Escaper& escape);
/// Items in place or partly that were seen in the source of the prototype, with the places; empty where none was.
std::string seenList(const ExportSource& source, Escaper& escape);

} // namespace trestle::html
