#include "data/scanner/tracked_files.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace trestle::scanner {

namespace {

constexpr std::size_t kMostNameBytes = std::size_t{64} << 20U;
constexpr std::size_t kMostTracked = 1'000'000;

/// Reads from the front; what is not there is 0, and `isDamaged`.
struct IndexReader {
    std::string_view rest;
    bool isDamaged = false;

    std::string_view bytes(std::size_t count)
    {
        isDamaged = isDamaged || count > rest.size();
        const std::string_view taken = rest.substr(0, count);
        rest.remove_prefix(taken.size());
        return taken;
    }
    std::uint32_t number(std::size_t size)
    {
        std::uint32_t value = 0;
        for (const char c : bytes(size))
            value = value << 8U | static_cast<unsigned char>(c);
        return value;
    }
    /// As in packs: seven bits a byte, each form one number.
    std::size_t varied()
    {
        std::uint32_t byte = number(1);
        std::size_t value = byte & 0x7FU;
        while ((byte & 0x80U) != 0 && !isDamaged) {
            byte = number(1);
            value = ((value + 1) << 7U) | (byte & 0x7FU);
            isDamaged = isDamaged || value > kMostNameBytes;
        }
        return value;
    }
    std::string_view toNul()
    {
        const std::size_t end = rest.find('\0');
        isDamaged = isDamaged || end == std::string_view::npos;
        const std::string_view taken = rest.substr(0, end);
        rest.remove_prefix(std::min(rest.size(), taken.size() + 1));
        return taken;
    }
};

} // namespace

std::optional<TrackedFiles> TrackedFiles::fromIndex(std::string_view index)
{
    constexpr std::size_t sha1 = 20;
    constexpr std::size_t sha256 = 32;
    auto files = read(index, sha1);
    return files ? std::move(files) : read(index, sha256);
}

std::optional<TrackedFiles> TrackedFiles::read(std::string_view index, std::size_t hashSize)
{
    IndexReader reader{index};
    if (reader.bytes(4) != "DIRC")
        return {};
    const std::uint32_t version = reader.number(4);
    const std::size_t count = reader.number(4);
    if (version < 2 || version > 4 || count > kMostTracked)
        return {};

    TrackedFiles files;
    std::string path;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t before = reader.rest.size();
        constexpr std::size_t times = 40; // times, device, inode, mode, owner, size
        constexpr std::uint32_t isExtended = 0x4000;
        constexpr std::uint32_t lengthBits = 0xFFF;
        reader.bytes(times + hashSize);
        const std::uint32_t flags = reader.number(2);
        if ((flags & isExtended) != 0)
            reader.bytes(2);
        if (version == 4) {
            const std::size_t dropped = reader.varied();
            if (dropped > path.size())
                return {};
            path.resize(path.size() - dropped);
            path += reader.toNul();
        } else {
            path = reader.toNul();
            reader.bytes((8 - (before - reader.rest.size()) % 8) % 8);
        }
        if (reader.isDamaged || path.empty() ||
            std::min<std::size_t>(path.size(), lengthBits) != (flags & lengthBits) ||
            path.size() > kMostNameBytes - files.m_names.size())
            return {};
        // A conflict names its file up to three times.
        const std::string_view last = i == 0 ? std::string_view() : files.name(files.m_ends.size() - 2);
        if (path < last)
            return {};
        if (path != last) {
            files.m_names += path;
            files.m_ends.push_back(files.m_names.size());
        }
    }
    // Extensions; `link` says that more entries stand in another file.
    while (reader.rest.size() > hashSize) {
        const std::string_view kind = reader.bytes(4);
        reader.bytes(reader.number(4));
        if (reader.isDamaged || kind == "link")
            return {};
    }
    if (reader.rest.size() != hashSize)
        return {};
    return files;
}

std::size_t TrackedFiles::lowerBound(std::string_view path) const
{
    std::size_t first = 0;
    std::size_t last = m_ends.size() - 1;
    while (first < last) {
        const std::size_t middle = first + (last - first) / 2;
        if (name(middle) < path)
            first = middle + 1;
        else
            last = middle;
    }
    return first;
}

bool TrackedFiles::has(std::string_view path) const
{
    const std::size_t at = lowerBound(path);
    return at + 1 < m_ends.size() && name(at) == path;
}

bool TrackedFiles::hasBelow(std::string_view folder) const
{
    const std::string prefix = folder.empty() ? std::string() : std::string(folder) + '/';
    const std::size_t at = lowerBound(prefix);
    return at + 1 < m_ends.size() && name(at).starts_with(prefix);
}

} // namespace trestle::scanner
