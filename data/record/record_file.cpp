#include "data/record/record_file.h"

#include "data/file_io.h"
#include "data/plan_file/failure.h"
#include "data/plan_file/plan_lock.h"
#include "data/record_json.h"
#include "data/user_place.h"

#include <chrono>
#include <filesystem>
#include <system_error>
#include <thread>

namespace trestle {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestRecord = std::size_t{16} << 20; // bytes; 10,000 projects are 3 MB

/// Another program holds the record for as long as it takes to read and write it.
constexpr auto kPause = std::chrono::milliseconds(10);
constexpr int kTries = 500;

/// What is wrong inside a file, as opposed to what keeps it from being read.
bool isOfContent(ErrorCode code)
{
    switch (code) {
    case ErrorCode::invalidJson:
    case ErrorCode::jsonTooDeep:
    case ErrorCode::duplicateKey:
    case ErrorCode::schemaViolation:
    case ErrorCode::wrongKind:
    case ErrorCode::invalidValue:
    case ErrorCode::invalidDate: return true;
    default: return false;
    }
}

/// "/projects/2/y" of "record.json#/projects/2/y"; empty for a line and a column.
std::string placeInside(const std::string& where)
{
    const std::size_t hash = where.find('#');
    return hash == std::string::npos ? std::string() : where.substr(hash + 1);
}

Result<Record> ownRecord(const std::string& path)
{
    auto record = readRecordFile(path);
    if (record)
        return record;
    Error& error = record.error();
    if (error.code == ErrorCode::fileNotFound)
        return Record{};
    if (isOfContent(error.code))
        return fail(ErrorCode::invalidRecord, path, placeInside(error.where), std::move(error.fix));
    return record;
}

/// Reads the record, changes it and writes it, while no other program does. `change` tells how many projects it was
/// about; none: nothing is written.
template <class Change>
std::size_t changeLocked(const std::string& path, Change&& change)
{
    const planfile::PlanLock lock(path, path);
    Record record = planfile::orRaise(ownRecord(path));
    const std::size_t changed = change(record);
    if (changed > 0) {
        if (record.size() > kMostRecorded)
            planfile::raise(ErrorCode::invalidValue, std::to_string(record.size()), "/projects",
                            {DetailKind::fromTo, {"0", std::to_string(kMostRecorded)}});
        planfile::orRaise(writeFileAtomically(path, recordFileText(record)));
    }
    return changed;
}

template <class Change>
Result<std::size_t> changeUserRecord(Change&& change)
{
    const std::string path = userRecordPath();
    std::error_code failed;
    fs::create_directories(fs::path(path).parent_path(), failed);
    if (path.empty() || failed)
        return fail(ErrorCode::fileUnwritable, path, {}, failed.message());
    for (int tries = 1;; ++tries) {
        auto changed =
            planfile::guarded(path, planfile::Doing::writing, nullptr, [&] { return changeLocked(path, change); });
        if (changed || changed.error().code != ErrorCode::lockedPlan || tries == kTries)
            return changed;
        std::this_thread::sleep_for(kPause);
    }
}

} // namespace

std::string userRecordPath()
{
    return userPlace("TRESTLE_RECORD", "record.json");
}

Result<Record> readRecordFile(const std::string& path)
{
    const auto text = readTextFile(path, kLargestRecord);
    return text ? parseRecordJson(*text, path) : std::unexpected(text.error());
}

Result<Record> userRecord()
{
    const std::string path = userRecordPath();
    return path.empty() ? Record{} : ownRecord(path);
}

Result<std::size_t> addToUserRecord(const Record& projects)
{
    if (auto ok = checkRecord(projects); !ok)
        return std::unexpected(ok.error());
    return changeUserRecord([&](Record& record) { return mergeInto(record, projects); });
}

Result<std::size_t> emptyUserRecord()
{
    return changeUserRecord([](Record& record) {
        const std::size_t projects = record.size();
        record.clear();
        return projects;
    });
}

} // namespace trestle
