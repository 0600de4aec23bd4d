#pragma once

#include "data/exchange/export_format.h"

namespace trestle {

/// The backlog as a shell script that makes issues of it on GitHub, by GitHub's own program `gh`: one for each phase,
/// labelled `epic`, and one for each item. A mark in each issue's text lets a later script find and update it. Every
/// text of the plan stands in single quotes, in which a shell reads nothing.
Result<Exported> writeGithubScript(const ExportSource& source);

} // namespace trestle
