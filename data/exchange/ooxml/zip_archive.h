#pragma once

#include "models/error.h"

#include <chrono>
#include <map>
#include <string>

namespace trestle::ooxml {

/// Files by their names in the archive, "word/document.xml".
using ZipFiles = std::map<std::string, std::string>;

/// A zip archive of them, deflated, `first` before all others where it is one of them. Each carries the same time, that
/// of `madeAt` read as UTC, so that the same files give the same bytes. Error: internal, with the reason of libzip.
Result<std::string> zipArchive(const ZipFiles& files, std::chrono::sys_seconds madeAt, const std::string& first = {});

} // namespace trestle::ooxml
