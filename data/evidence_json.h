#pragma once

#include "models/evidence.h"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace trestle {

/// Places as other programs read them: [{"path","line","excerpt","rule"}]; `line` is null for a file as a whole.
nlohmann::ordered_json evidenceJson(const std::vector<Evidence>& places);
/// {"on","by","places"}; `by` is null for a scan of the folder.
nlohmann::ordered_json evidenceJson(const TickEvidence& evidence);

} // namespace trestle
