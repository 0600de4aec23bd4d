#include "data/exchange/xlsx/zip_check.h"

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace trestle {

namespace {

constexpr std::string_view kEndRecord = "PK\x05\x06";
constexpr std::string_view kDirectoryRecord = "PK\x01\x02";
constexpr std::string_view kLocalRecord = "PK\x03\x04";
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kDirectorySize = 46;
constexpr std::size_t kLocalSize = 30;
constexpr std::size_t kLargestMember = std::size_t{1} << 30;

std::size_t numberAt(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::size_t number = 0;
    for (std::size_t i = size; i-- > 0;)
        number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

std::optional<std::string> inflated(std::string_view packed, std::size_t size)
{
    std::string out(size, '\0');
    std::string in(packed);
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.total_out == size;
    inflateEnd(&stream);
    return isWhole ? std::optional(std::move(out)) : std::nullopt;
}

/// Whether the last tag closes the first element.
bool isWholeXml(std::string_view xml)
{
    std::size_t start = xml.find('<');
    while (start != std::string_view::npos && start + 1 < xml.size() &&
           (xml[start + 1] == '?' || xml[start + 1] == '!'))
        start = xml.find('<', start + 1);
    while (!xml.empty() && (xml.back() == '\n' || xml.back() == '\r' || xml.back() == ' '))
        xml.remove_suffix(1);
    if (start == std::string_view::npos)
        return false;
    const std::string_view element = xml.substr(start + 1);
    const std::string_view name = element.substr(0, element.find_first_of(" \t\r\n/>"));
    return xml.ends_with("</" + std::string(name) + ">") || (xml.ends_with("/>") && xml.rfind('<') == start);
}

struct ZipMember {
    std::size_t method = 0;
    std::size_t packed = 0;
    std::size_t size = 0;
    std::size_t at = 0;
};

bool isWholeMember(std::string_view bytes, const ZipMember& member)
{
    if (member.at > bytes.size() || bytes.size() - member.at < kLocalSize || member.size > kLargestMember ||
        !bytes.substr(member.at).starts_with(kLocalRecord))
        return false;
    const std::size_t from =
        member.at + kLocalSize + numberAt(bytes, member.at + 26, 2) + numberAt(bytes, member.at + 28, 2);
    if (from > bytes.size() || bytes.size() - from < member.packed)
        return false;
    const std::string_view packed = bytes.substr(from, member.packed);
    if (member.method == 0)
        return isWholeXml(packed);
    const std::optional<std::string> xml = inflated(packed, member.size);
    return xml && isWholeXml(*xml);
}

} // namespace

bool isWholeZipOfXml(std::string_view bytes)
{
    const std::size_t end = bytes.rfind(kEndRecord);
    if (end == std::string_view::npos || bytes.size() - end < kEndSize)
        return false;
    const std::size_t count = numberAt(bytes, end + 10, 2);
    std::size_t at = numberAt(bytes, end + 16, 4);
    for (std::size_t i = 0; i < count; ++i) {
        if (at > end || end - at < kDirectorySize || !bytes.substr(at).starts_with(kDirectoryRecord))
            return false;
        const ZipMember member{numberAt(bytes, at + 10, 2), numberAt(bytes, at + 20, 4), numberAt(bytes, at + 24, 4),
                               numberAt(bytes, at + 42, 4)};
        if (!isWholeMember(bytes, member))
            return false;
        at += kDirectorySize + numberAt(bytes, at + 28, 2) + numberAt(bytes, at + 30, 2) + numberAt(bytes, at + 32, 2);
    }
    return count > 0;
}

} // namespace trestle
