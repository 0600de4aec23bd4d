#include "data/plan_file/record.h"

namespace trestle::planfile {

namespace {

constexpr std::size_t kMostColumns = 100;
constexpr std::size_t kLongestVarint = 9;

// SQLite's variable-length integer: seven bits a byte while the top bit is set, eight in the ninth.
std::optional<std::uint64_t> takeVarint(std::string_view bytes, std::size_t& at)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < kLongestVarint && at < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        if (i + 1 == kLongestVarint)
            return (value << 8U) | byte;
        value = (value << 7U) | (byte & 0x7fU);
        if (byte < 0x80)
            return value;
    }
    return std::nullopt;
}

// Bytes of an integer by its serial type, which 1 to 6 are, 8 and 9 being the constants 0 and 1.
constexpr std::size_t integerSize(std::uint64_t type)
{
    constexpr std::size_t sizes[] = {0, 1, 2, 3, 4, 6, 8};
    return type <= 6 ? sizes[type] : 0;
}

std::int64_t signExtended(std::uint64_t value, std::size_t bytes)
{
    const unsigned unused = 64U - 8U * static_cast<unsigned>(bytes);
    return static_cast<std::int64_t>(value << unused) >> unused;
}

std::optional<RecordValue> takeValue(std::string_view bytes, std::uint64_t type, std::size_t& at)
{
    if (type == 0)
        return RecordValue();
    if (type == 8 || type == 9)
        return RecordValue(static_cast<std::int64_t>(type - 8));
    const bool isText = type >= 13 && type % 2 == 1;
    const std::uint64_t size = isText ? (type - 13) / 2 : integerSize(type);
    if (size > bytes.size() - at || (!isText && size == 0))
        return std::nullopt;
    const auto length = static_cast<std::size_t>(size);
    const std::size_t start = at;
    at += length;
    if (isText)
        return RecordValue(bytes.substr(start, length));
    return RecordValue(signExtended(bigEndian(bytes, start, length), length));
}

} // namespace

std::uint64_t bigEndian(std::string_view bytes, std::size_t at, std::size_t count)
{
    if (at + count > bytes.size())
        return 0;
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::optional<std::vector<RecordValue>> parseRecord(std::string_view bytes)
{
    std::size_t typeAt = 0;
    const std::optional<std::uint64_t> header = takeVarint(bytes, typeAt);
    if (!header || *header > bytes.size())
        return std::nullopt;
    auto valueAt = static_cast<std::size_t>(*header);
    const std::string_view types = bytes.substr(0, valueAt);
    std::vector<RecordValue> values;
    while (typeAt < types.size() && values.size() < kMostColumns) {
        const std::optional<std::uint64_t> type = takeVarint(types, typeAt);
        if (!type)
            return std::nullopt;
        const std::optional<RecordValue> value = takeValue(bytes, *type, valueAt);
        if (!value)
            return std::nullopt;
        values.push_back(*value);
    }
    return values;
}

std::optional<Cell> parseCell(std::string_view page, std::size_t at)
{
    const std::optional<std::uint64_t> payload = takeVarint(page, at);
    const std::optional<std::uint64_t> rowId = payload ? takeVarint(page, at) : std::nullopt;
    if (!rowId)
        return std::nullopt;
    return Cell{*payload, static_cast<std::int64_t>(*rowId), at};
}

} // namespace trestle::planfile
