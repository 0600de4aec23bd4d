#pragma once

#include "models/input_fields.h"

#include <QString>

namespace trestle {

/// What a change is about, for headings.
enum class ChangeGroup : std::uint8_t { Items, Estimates, Product, Team, Dates, Money, Risks, Texts, Settings };

/// How the fields of the inputs are called in the window: one line for each, in field_words.cpp.
namespace fieldwords {

ChangeGroup group(FieldId field);
/// "Target date", "Owner of Sessions and cookies".
QString label(FieldId field, const QString& subject = {});
/// Where there is no value: "none", "no answer yet"; "empty" where a field has no word for it.
QString none(FieldId field);
/// Within a sentence, without a subject: "target date", "owners".
QString inSentence(FieldId field);

} // namespace fieldwords
} // namespace trestle
