#include "data/plan_file/open_checks.h"

#include "data/file_io.h"
#include "data/plan_file/failure.h"
#include "data/plan_file/format.h"
#include "data/plan_file/record.h"
#include "data/plan_file/vfs_file.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <span>
#include <string_view>
#include <system_error>

namespace trestle::planfile {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHeaderSize = 100;
// Offsets in the header of a SQLite database.
constexpr std::size_t kUserVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;

DetailKind kindOf(const struct stat& status)
{
    if (S_ISDIR(status.st_mode))
        return DetailKind::folder;
    if (S_ISFIFO(status.st_mode))
        return DetailKind::pipe;
    if (S_ISSOCK(status.st_mode))
        return DetailKind::socket;
    return DetailKind::device;
}

// By its first bytes, for people: what someone most likely picked by mistake.
Detail guessKind(std::string_view start)
{
    struct Mark {
        std::string_view bytes;
        DetailKind kind;
        const char* format;
    };
    static constexpr std::array<Mark, 8> marks{{{"\x89PNG"sv, DetailKind::imageFile, "PNG"},
                                                {"\xff\xd8\xff"sv, DetailKind::imageFile, "JPEG"},
                                                {"%PDF"sv, DetailKind::documentFile, "PDF"},
                                                {"PK\x03\x04"sv, DetailKind::archiveFile, "ZIP"},
                                                {"{"sv, DetailKind::dataFile, "JSON"},
                                                {"["sv, DetailKind::dataFile, "JSON"},
                                                {"<?xml"sv, DetailKind::dataFile, "XML"},
                                                {"<"sv, DetailKind::dataFile, "XML"}}};
    for (const Mark& mark : marks)
        if (start.starts_with(mark.bytes))
            return {mark.kind, {mark.format}};
    const bool text = std::ranges::all_of(
        start, [](unsigned char c) { return c >= 0x20 || c == '\n' || c == '\r' || c == '\t' || c == '\f'; });
    return text ? DetailKind::textFile : DetailKind::none;
}

// Returns the version.
int checkHeader(const std::string& path, std::string_view header, std::int64_t size)
{
    if (size == 0)
        raise(ErrorCode::notAPlan, path, {}, DetailKind::emptyFile);
    if (!header.starts_with(kSqliteMagic))
        raise(ErrorCode::notAPlan, path, {}, guessKind(header));
    if (header.size() < kHeaderSize)
        raise(ErrorCode::damagedPlan, path, "header", DetailKind::cutOff);
    if (bigEndian(header, kApplicationIdAt, 4) != kApplicationId)
        raise(ErrorCode::notAPlan, path, {}, {DetailKind::databaseFile, {"SQLite"}});
    const auto version = static_cast<std::int32_t>(bigEndian(header, kUserVersionAt, 4));
    if (version > kFormatVersion)
        raise(ErrorCode::newerPlan, path, {}, std::to_string(version));
    if (version < 1)
        raise(ErrorCode::damagedPlan, path, "header", {DetailKind::wrongVersion, {std::to_string(version)}});
    return version;
}

// SQLite opens them by their names, and writes into what it finds there.
void checkCompanions(const std::string& path, const std::string& resolved)
{
    for (const char* ending : {"-journal", "-wal", "-shm"}) {
        struct stat status{};
        if (lstat((resolved + ending).c_str(), &status) == 0 && !S_ISREG(status.st_mode))
            raise(ErrorCode::damagedPlan, path, "journal", DetailKind::notAFile);
    }
}

// A journal that names a super-journal belongs to a transaction over several databases, which we never make. To roll
// it back SQLite would look at, and perhaps delete, the file it names: a file that the maker of the journal chose.
void checkJournal(const std::string& path, const std::string& resolved)
{
    constexpr std::string_view kJournalMagic = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"sv;
    const std::string journal = resolved + "-journal";
    struct stat status{};
    if (lstat(journal.c_str(), &status) != 0)
        return;
    const auto tail = static_cast<std::int64_t>(kJournalMagic.size());
    if (status.st_size < tail)
        return;
    const VfsFile file(journal, VfsFile::Kind::journal);
    if (file.isOpen() && file.read(status.st_size - tail, kJournalMagic.size()) == kJournalMagic)
        raise(ErrorCode::damagedPlan, path, "journal", DetailKind::namesAnotherFile);
}

} // namespace

std::string resolvePath(const std::string& path)
{
    if (path.empty() || path.find('\0') != std::string::npos)
        raise(ErrorCode::fileNotFound, path);
    std::error_code code;
    std::string resolved = std::filesystem::canonical(path, code).string();
    if (code)
        throw Failure{describeSystem(code.value(), path, Doing::reading)};
    return resolved;
}

int checkBeforeOpening(const std::string& path, const std::string& resolved)
{
    struct stat status{};
    if (stat(resolved.c_str(), &status) != 0)
        throw Failure{describeSystem(errno, path, Doing::reading)};
    if (!S_ISREG(status.st_mode))
        raise(ErrorCode::notAPlan, path, {}, kindOf(status));
    if (status.st_size > kLargestFile)
        raise(ErrorCode::fileTooLarge, path, {}, sizeDetail(kLargestFile));
    const VfsFile file(resolved, VfsFile::Kind::database);
    if (!file.isOpen())
        throw Failure{describeSystem(file.systemError(), path, Doing::reading)};
    const std::size_t count = std::min(kHeaderSize, static_cast<std::size_t>(status.st_size));
    const int version = checkHeader(path, file.read(0, count), status.st_size);
    checkCompanions(path, resolved);
    checkJournal(path, resolved);
    return version;
}

} // namespace trestle::planfile
