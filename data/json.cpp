#include "data/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <exception>
#include <limits>
#include <new>
#include <optional>
#include <vector>

namespace trestle {

using nlohmann::json;

namespace {

/// Integers up to here are exact as doubles.
constexpr double kLargestExactInteger = 9007199254740992.0; // 2^53
constexpr std::size_t kLongestShown = 60;

/// Cuts at a character's boundary.
std::string shortened(std::string text)
{
    if (text.size() <= kLongestShown)
        return text;
    std::size_t end = kLongestShown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end) + "…";
}

/// Text as JSON would escape it, without the quotes: no line breaks, no invalid UTF-8.
std::string escaped(std::string_view text)
{
    const std::string quoted = json(text).dump(-1, ' ', false, json::error_handler_t::replace);
    return quoted.substr(1, quoted.size() - 2);
}

/// ":line:column" of a byte, both from 1, columns in characters.
std::string positionOf(std::string_view text, std::size_t byte)
{
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    const auto lines = std::ranges::count(before, '\n');
    const std::size_t lineStart = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto column = std::ranges::count_if(before.substr(lineStart),
                                              [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return ":" + std::to_string(lines + 1) + ":" + std::to_string(column + 1);
}

/// The parser's own reason without its prefix and without what it read last, which can be of any size and bytes.
std::string reasonFrom(std::string message)
{
    if (const auto dash = message.find(" - "); dash != std::string::npos)
        message.erase(0, dash + 3);
    else if (const auto bracket = message.find("] "); bracket != std::string::npos)
        message.erase(0, bracket + 2);
    if (const auto lastRead = message.find("; last read: "); lastRead != std::string::npos) {
        const auto expected = message.rfind("; expected ");
        const bool follows = expected != std::string::npos && expected > lastRead;
        message = message.substr(0, lastRead) + (follows ? message.substr(expected) : std::string());
    }
    return message;
}

/// A token of a size that no document of ours has.
struct LongToken {
    std::size_t start = 0;
    bool isText = false;
};

/// The first overlong token. A parser would copy it several times over, into its errors as well, before it could be
/// refused; this looks at each byte once. On text that is not JSON its idea of a token may be wrong, and does not
/// matter.
std::optional<LongToken> findLongToken(std::string_view text)
{
    constexpr std::size_t longestText = 6 * kLongestJsonString; // each byte can be written as \u0020
    constexpr std::size_t longestWord = 1000;
    std::size_t start = 0;
    bool inText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText && c == '\\')
            ++i;
        else if (c == '"') {
            inText = !inText;
            start = i;
        } else if (!inText && std::string_view(" \t\r\n,:[]{}").find(c) != std::string_view::npos)
            start = i;
        if (i - start > (inText ? longestText : longestWord))
            return LongToken{start, inText};
    }
    return std::nullopt;
}

/// Takes a value apart from its end. The library's destructor asks for as much memory as an array takes, which is not
/// there where reading has ended for want of it.
void emptied(json& value) noexcept
{
    if (auto* array = value.get_ptr<json::array_t*>())
        for (; !array->empty(); array->pop_back())
            emptied(array->back());
    else if (auto* object = value.get_ptr<json::object_t*>())
        for (; !object->empty(); object->erase(object->begin()))
            emptied(object->begin()->second);
}

/// Builds the value while it is parsed, and stops at the first thing that we don't take: nothing unsafe is ever built.
class StrictBuilder {
public:
    StrictBuilder(std::string_view text, const std::string& where) : m_text(text), m_where(where) {}
    ~StrictBuilder() { emptied(m_root); }
    StrictBuilder(const StrictBuilder&) = delete;
    StrictBuilder& operator=(const StrictBuilder&) = delete;

    [[nodiscard]] std::optional<Error>& error() { return m_error; }
    [[nodiscard]] json& value() { return m_root; }

    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(json::number_integer_t value) { return add(value); }

    bool number_unsigned(json::number_unsigned_t value)
    {
        constexpr auto largest = static_cast<json::number_unsigned_t>(std::numeric_limits<std::int64_t>::max());
        if (value > largest)
            return refuse({DetailKind::integerOutOfRange, {std::to_string(value)}});
        return add(static_cast<json::number_integer_t>(value));
    }

    bool number_float(json::number_float_t value, const json::string_t& digits)
    {
        const std::string_view mantissa = std::string_view(digits).substr(0, digits.find_first_of("eE"));
        if (digits.find_first_of(".eE") == std::string::npos)
            return refuse({DetailKind::integerOutOfRange, {shortened(digits)}});
        const bool vanished = value == 0.0 && mantissa.find_first_of("123456789") != std::string_view::npos;
        if (vanished || !std::isfinite(value))
            return refuse({DetailKind::numberOutOfRange, {shortened(digits)}});
        return add(jsonNumber(value));
    }

    bool string(json::string_t& value)
    {
        if (value.size() > kLongestJsonString)
            return refuse({DetailKind::textTooLong, {std::to_string(kLongestJsonString)}});
        if (value.find('\0') != std::string::npos)
            return refuse(DetailKind::nulInText);
        return add(std::move(value));
    }

    bool binary(json::binary_t& /*value*/) { return refuse(DetailKind::unexpectedContent); }

    bool start_object(std::size_t /*size*/) { return open(json::object()); }
    bool start_array(std::size_t /*size*/) { return open(json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(json::string_t& name)
    {
        if (name.size() > kLongestJsonKey)
            return refuse({DetailKind::keyTooLong, {std::to_string(kLongestJsonKey)}});
        if (name.find('\0') != std::string::npos)
            return refuse(DetailKind::nulInKey);
        const auto [place, isNew] = m_open.back()->get_ref<json::object_t&>().try_emplace(std::move(name));
        m_slot = &place->second;
        return isNew ||
               stop({ErrorCode::duplicateKey, shortened(escaped(place->first)), m_where + "#" + pointer(), {}});
    }

    bool parse_error(std::size_t position, const std::string& token, const json::exception& error)
    {
        constexpr int numberOverflow = 406; // of the library; its message holds the whole number
        // The position is one past the byte at fault.
        const std::size_t byte = position == 0 ? 0 : position - 1;
        Detail reason = error.id == numberOverflow ? Detail{DetailKind::numberOutOfRange, {shortened(token)}}
                                                   : Detail{reasonFrom(error.what())};
        return stop({ErrorCode::invalidJson, {}, m_where + positionOf(m_text, byte), std::move(reason)});
    }

private:
    bool add(json value)
    {
        place(std::move(value));
        return true;
    }

    json* place(json value)
    {
        json* target = &m_root;
        if (!m_open.empty() && m_open.back()->is_array())
            target = &m_open.back()->get_ref<json::array_t&>().emplace_back();
        else if (!m_open.empty())
            target = m_slot;
        *target = std::move(value);
        return target;
    }

    bool open(json container)
    {
        if (m_open.size() >= kDeepestJson)
            return stop({ErrorCode::jsonTooDeep, std::to_string(kDeepestJson), m_where + "#", {}});
        m_open.push_back(place(std::move(container)));
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    /// The pointer to the value being read: of each open container the part that is being filled.
    [[nodiscard]] std::string pointer() const
    {
        std::string text;
        for (std::size_t i = 0; i < m_open.size(); ++i) {
            const json& container = *m_open[i];
            const json* child = i + 1 < m_open.size() ? m_open[i + 1] : nullptr;
            if (container.is_array()) {
                text += pointerStep(child ? container.size() - 1 : container.size());
                continue;
            }
            const json* wanted = child ? child : m_slot;
            for (const auto& [name, value] : container.get_ref<const json::object_t&>())
                if (&value == wanted)
                    text += pointerStep(name);
        }
        return text;
    }

    bool refuse(Detail reason)
    {
        return stop({ErrorCode::invalidJson, {}, m_where + "#" + pointer(), std::move(reason)});
    }

    bool stop(Error error)
    {
        m_error = std::move(error);
        return false;
    }

    std::string_view m_text;
    const std::string& m_where;
    json m_root;
    std::vector<json*> m_open; // from the root to the innermost container; they don't move while they are open
    json* m_slot = nullptr;    // where the value of the last key goes
    std::optional<Error> m_error;
};

} // namespace

Result<json> parseJson(std::string_view text, const std::string& where)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    if (const auto token = findLongToken(text))
        return fail(ErrorCode::invalidJson, {}, where + positionOf(text, token->start),
                    token->isText ? Detail{DetailKind::textTooLong, {std::to_string(kLongestJsonString)}}
                                  : DetailKind::endlessWord);
    try {
        StrictBuilder builder(text, where);
        if (json::sax_parse(text.begin(), text.end(), &builder))
            return std::move(builder.value());
        return std::unexpected(
            builder.error().value_or(Error{ErrorCode::invalidJson, {}, where + "#", DetailKind::unexpectedContent}));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::outOfMemory, fileOf(where));
    } catch (const std::exception& error) {
        return fail(ErrorCode::invalidJson, {}, where + "#", error.what());
    }
}

std::string canonicalJson(const json& value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string prettyJson(const json& value)
{
    return value.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

json jsonNumber(double value)
{
    if (std::abs(value) <= kLargestExactInteger && std::trunc(value) == value)
        return static_cast<std::int64_t>(value);
    return value;
}

std::string pointerStep(std::string_view key)
{
    std::string step = "/";
    for (const char c : shortened(escaped(key))) {
        if (c == '~')
            step += "~0";
        else if (c == '/')
            step += "~1";
        else
            step += c;
    }
    return step;
}

std::string pointerStep(std::size_t index)
{
    return "/" + std::to_string(index);
}

std::string fileOf(const std::string& place)
{
    return place.substr(0, place.find('#'));
}

std::string describeJson(const json& value)
{
    if (value.is_object())
        return "{…}";
    if (value.is_array())
        return "[…]";
    return value.is_string() ? "\"" + plainJson(value) + "\"" : value.dump();
}

std::string plainJson(const json& value)
{
    return value.is_string() ? shortened(escaped(value.get_ref<const std::string&>())) : describeJson(value);
}

} // namespace trestle
