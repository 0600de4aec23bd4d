#pragma once

#include "models/input_fields.h"

#include <optional>
#include <string>

/// The words for the fields that have an option of their own in `trestle set` and `trestle new`.
namespace trestle::cli {

struct FieldWords {
    std::string form; ///< as in "--target DATE"; "worked|retained" for words to choose from
    std::string help; ///< one sentence
};

/// Absent: the field has no option, or one that is not a single text (items, people).
std::optional<FieldWords> fieldWords(FieldId field);

} // namespace trestle::cli
