#pragma once

#include "data/scanner/scan.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// Opens what lies below a folder without being led out of it, and without waiting, running or changing anything.
namespace trestle::scanner {

/// A descriptor that closes itself.
class OpenFile {
public:
    OpenFile() = default;
    explicit OpenFile(int number) : m_number(number) {}
    ~OpenFile();
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    OpenFile(OpenFile&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    OpenFile& operator=(OpenFile&& other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }

    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }
    int release() { return std::exchange(m_number, -1); }

private:
    int m_number = -1;
};

/// An entry of a folder, which is no link, for reading; its time of access stays where the system allows it. A pipe or
/// a device does not hold it up. Where it fails, errno says why.
OpenFile openEntry(int folder, const char* name, bool isFolder);
/// A file some levels below a folder; no part of its path may be a link.
OpenFile openBelow(int folder, const std::string& path);
/// Whether a link of this folder leads to something below `root`. Asks without leaving it: an absolute link does not.
bool leadsBelow(int root, const std::string& path);

/// How errno says that a part of the folder cannot be read; nothing where it is gone meanwhile.
std::optional<UnreadReason> unreadReason(int error);

enum class ReadOutcome : std::uint8_t { read, tooLarge, notAFile, failed };
/// The bytes that a file has when it is opened, in `text`, whose memory is used again. What has become shorter
/// meanwhile gives what is left of it.
ReadOutcome readWhole(const OpenFile& file, std::uint64_t limit, std::string& text);

} // namespace trestle::scanner
