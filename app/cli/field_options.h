#pragma once

#include "app/cli/field_words.h"
#include "models/error.h"

#include <array>
#include <optional>
#include <string>

/// The fields that an option of their own sets: those of the field table that have words here.
namespace trestle::cli {

/// Texts as given, by field. Absent: not given; empty: clears what can be cleared.
using FieldTexts = std::array<std::optional<std::string>, kFieldCount>;

std::optional<std::string>& textOf(FieldTexts& texts, FieldId field);
const std::optional<std::string>& textOf(const FieldTexts& texts, FieldId field);

struct FieldOption {
    FieldId field;
    std::string name;    ///< "--target"
    std::string pointer; ///< of the field in the inputs, as in errors: "/targetDate"
    bool isShared;       ///< the same for the base and all scenarios
    FieldWords words;
};

/// In the order of the field table.
const std::vector<FieldOption>& fieldOptions();

/// The inputs with each field set that has a text. Errors name the option.
Result<void> setFields(Inputs& inputs, const FieldTexts& texts);
/// An error of the inputs in terms of the option that its field was set by, if it was.
Error inOptions(Error error, const FieldTexts& texts);

} // namespace trestle::cli
