#include "app/cli/field_options.h"

#include "app/cli/text.h"
#include "app/cli/values.h"
#include "data/words.h"

#include <algorithm>
#include <charconv>

namespace trestle::cli {

namespace {

/// "50|80|90" as "50, 80 or 90".
std::string choiceOf(const std::string& form)
{
    std::vector<std::string> words = split(form, '|');
    if (words.size() < 2)
        return form;
    const std::string last = words.back();
    words.pop_back();
    return joined(words, ", ") + " or " + last;
}

Result<void> unknown(const std::string& text, const FieldOption& option)
{
    return fail(ErrorCode::invalidValue, text, option.name, choiceOf(option.words.form));
}

template <class T>
Result<void> take(T& to, Result<T> given)
{
    if (!given)
        return std::unexpected(given.error());
    to = std::move(*given);
    return {};
}

// One function for each type that a field with an option may have.

Result<void> readField(std::string& to, const std::string& text, const FieldOption& option)
{
    return take(to, readText(text, option.name));
}

Result<void> readField(std::set<std::string>& to, const std::string& text, const FieldOption& /*option*/)
{
    to.clear();
    for (const std::string& part : split(text, ','))
        to.insert(trimmed(part));
    return {};
}

Result<void> readField(Date& to, const std::string& text, const FieldOption& option)
{
    return take(to, readDate(text, option.name));
}

Result<void> readField(Money& to, const std::string& text, const FieldOption& option)
{
    // An account may be overdrawn; no other amount is below nothing.
    const bool maySink = option.field == FieldId::cashOpening;
    return take(to, maySink ? readSignedMoney(text, option.name) : readMoney(text, option.name));
}

Result<void> readField(double& to, const std::string& text, const FieldOption& option)
{
    return take(to, readNumber(text, option.name));
}

/// Figures after the words of a preset are the catalogue's, which is not known here.
Result<void> readField(OutsideView& to, const std::string& text, const FieldOption& option)
{
    const std::size_t colon = text.find(':');
    to = {text, 0, 0};
    if (colon == std::string::npos)
        return {};
    const bool isBelow = text.starts_with('-');
    to.preset = OutsideView::own;
    if (auto ok = take(to.m, readNumber(text.substr(isBelow ? 1 : 0, colon - (isBelow ? 1 : 0)), option.name)); !ok)
        return ok;
    if (isBelow)
        to.m = -to.m;
    return take(to.s, readNumber(text.substr(colon + 1), option.name));
}

Result<void> readField(int& to, const std::string& text, const FieldOption& option)
{
    const char* const end = text.data() + text.size();
    if (const auto [stop, error] = std::from_chars(text.data(), end, to); error != std::errc{} || stop != end)
        return unknown(text, option);
    return {};
}

Result<void> readField(bool& to, const std::string& text, const FieldOption& option)
{
    const bool isYes = text == "yes" || text == "on";
    if (!isYes && text != "no" && text != "off")
        return unknown(text, option);
    to = isYes;
    return {};
}

template <class Kind>
    requires std::is_enum_v<Kind>
Result<void> readField(Kind& to, const std::string& text, const FieldOption& option)
{
    const auto kind = parseWord<Kind>(text);
    if (!kind)
        return unknown(text, option);
    to = *kind;
    return {};
}

template <class T>
    requires(!kHasFields<T>)
Result<void> readField(std::optional<T>& to, const std::string& text, const FieldOption& option)
{
    return readField(to.emplace(), text, option);
}

template <class T>
concept HasOption =
    requires(T& to, const std::string& text, const FieldOption& option) { readField(to, text, option); };

/// Calls `body(option, owner, field)` with each field that has an option.
template <class Body>
void forEachOption(Inputs& inputs, Body&& body)
{
    const auto options = fieldOptions();
    const auto visit = [&](auto& owner) {
        return [&](const auto& field) {
            if constexpr (HasOption<std::remove_cvref_t<decltype(owner.*field.member)>>)
                if (const auto option = std::ranges::find(options, field.id, &FieldOption::field);
                    option != options.end())
                    body(*option, owner, field);
        };
    };
    forEachField<Profile>(visit(inputs.profile));
    forEachField<PriceTerms>(visit(inputs.price));
    forEachField<CashPlan>(visit(inputs.cash));
    forEachField<Inputs>(visit(inputs));
}

std::vector<FieldOption> makeOptions()
{
    std::vector<FieldOption> options;
    const auto add = [&](const std::string& holder, bool isShared, const auto& field) {
        if (auto words = fieldWords(field.id))
            options.push_back({field.id, "--" + std::string(field.word), holder + "/" + std::string(field.key),
                               isShared, std::move(*words)});
    };
    forEachField<Inputs>([&](const auto& field) {
        const bool isShared = std::remove_cvref_t<decltype(field)>::isShared;
        add({}, isShared, field);
        using Value = std::remove_cvref_t<decltype(Inputs{}.*field.member)>;
        if constexpr (kHasFields<Value>)
            forEachField<Value>([&](const auto& part) { add("/" + std::string(field.key), isShared, part); });
    });
    return options;
}

} // namespace

std::optional<std::string>& textOf(FieldTexts& texts, FieldId field)
{
    return texts.at(static_cast<std::size_t>(field));
}

const std::optional<std::string>& textOf(const FieldTexts& texts, FieldId field)
{
    return texts.at(static_cast<std::size_t>(field));
}

const std::vector<FieldOption>& fieldOptions()
{
    static const std::vector<FieldOption> options = makeOptions();
    return options;
}

Result<void> setFields(Inputs& inputs, const FieldTexts& texts)
{
    Result<void> result;
    forEachOption(inputs, [&](const FieldOption& option, auto& owner, const auto& field) {
        const auto& text = textOf(texts, field.id);
        if (!text || !result)
            return;
        auto& value = owner.*field.member;
        if (text->empty() && field.inJson == InJson::whereSaid)
            value = std::remove_cvref_t<decltype(owner)>{}.*field.member;
        else
            result = readField(value, *text, option);
    });
    return result;
}

Error inOptions(Error error, const FieldTexts& texts)
{
    const auto& options = fieldOptions();
    const auto option = std::ranges::find_if(options, [&](const FieldOption& field) {
        return error.where == field.pointer || error.where.starts_with(field.pointer + "/");
    });
    if (option == options.end() || !textOf(texts, option->field))
        return error;
    error.where = option->name;
    if (error.code == ErrorCode::invalidValue)
        error.what = *textOf(texts, option->field);
    return error;
}

} // namespace trestle::cli
