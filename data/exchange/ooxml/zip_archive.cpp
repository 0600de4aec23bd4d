#include "data/exchange/ooxml/zip_archive.h"

#include "models/date.h"

#include <zip.h>

#include <algorithm>
#include <memory>

namespace trestle::ooxml {

namespace {

using namespace std::chrono_literals;

/// What is written into memory, and the archive that writes there: closed or thrown away, never both.
class MemoryArchive {
public:
    MemoryArchive()
    {
        zip_error_init(&m_error);
        m_source = zip_source_buffer_create(nullptr, 0, 0, &m_error);
        if (m_source) {
            zip_source_keep(m_source); // the archive takes one of the two
            m_archive = zip_open_from_source(m_source, ZIP_TRUNCATE, &m_error);
        }
    }
    ~MemoryArchive()
    {
        if (m_archive)
            zip_discard(m_archive);
        if (m_source)
            zip_source_free(m_source);
        zip_error_fini(&m_error);
    }
    MemoryArchive(const MemoryArchive&) = delete;
    MemoryArchive& operator=(const MemoryArchive&) = delete;
    MemoryArchive(MemoryArchive&&) = delete;
    MemoryArchive& operator=(MemoryArchive&&) = delete;

    /// `bytes` are read when the archive is closed.
    [[nodiscard]] bool add(const std::string& name, const std::string& bytes, std::chrono::sys_seconds time)
    {
        if (!m_archive)
            return false;
        zip_source_t* file = zip_source_buffer(m_archive, bytes.data(), bytes.size(), 0);
        if (!file)
            return false;
        const zip_int64_t added = zip_file_add(m_archive, name.c_str(), file, ZIP_FL_ENC_UTF_8);
        if (added < 0) {
            zip_source_free(file);
            return false;
        }
        const auto index = static_cast<zip_uint64_t>(added);
        constexpr auto kBest = 9;
        return zip_set_file_compression(m_archive, index, ZIP_CM_DEFLATE, kBest) == 0 && setTime(index, time);
    }

    [[nodiscard]] bool close()
    {
        if (!m_archive || zip_close(m_archive) != 0)
            return false;
        m_archive = nullptr;
        return true;
    }

    [[nodiscard]] Result<std::string> bytes()
    {
        zip_stat_t stat{};
        if (zip_source_stat(m_source, &stat) != 0 || zip_source_open(m_source) != 0)
            return failed();
        std::string bytes(static_cast<std::size_t>(stat.size), '\0');
        const zip_int64_t read = zip_source_read(m_source, bytes.data(), bytes.size());
        zip_source_close(m_source);
        if (read != static_cast<zip_int64_t>(bytes.size()))
            return failed();
        return bytes;
    }

    [[nodiscard]] std::unexpected<Error> failed()
    {
        zip_error_t* error = m_archive ? zip_get_error(m_archive) : &m_error;
        return fail(ErrorCode::internal, zip_error_strerror(error));
    }

private:
    /// As MS-DOS kept it: without a zone, in steps of two seconds, from 1980 to 2107.
    [[nodiscard]] bool setTime(zip_uint64_t index, std::chrono::sys_seconds time)
    {
        constexpr std::chrono::sys_seconds first = std::chrono::sys_days{1980y / 1 / 1};
        constexpr std::chrono::sys_seconds last = std::chrono::sys_days{2107y / 12 / 31};
        const auto held = std::clamp(time, first, last);
        const auto day = std::chrono::floor<std::chrono::days>(held);
        const std::chrono::year_month_day date{day};
        const std::chrono::hh_mm_ss clock{held - day};
        const auto years = static_cast<unsigned>(static_cast<int>(date.year()) - 1980);
        const unsigned dosDate =
            (years << 9U) | (static_cast<unsigned>(date.month()) << 5U) | static_cast<unsigned>(date.day());
        const auto dosTime = static_cast<unsigned>((clock.hours().count() << 11) | (clock.minutes().count() << 5) |
                                                   (clock.seconds().count() / 2));
        return zip_file_set_dostime(m_archive, index, static_cast<zip_uint16_t>(dosTime),
                                    static_cast<zip_uint16_t>(dosDate), 0) == 0;
    }

    zip_error_t m_error{};
    zip_source_t* m_source = nullptr;
    zip_t* m_archive = nullptr;
};

} // namespace

Result<std::string> zipArchive(const ZipFiles& files, std::chrono::sys_seconds madeAt, const std::string& first)
{
    MemoryArchive archive;
    const auto head = files.find(first);
    if (head != files.end() && !archive.add(head->first, head->second, madeAt))
        return archive.failed();
    for (auto file = files.begin(); file != files.end(); ++file)
        if (file != head && !archive.add(file->first, file->second, madeAt))
            return archive.failed();
    return archive.close() ? archive.bytes() : Result<std::string>(archive.failed());
}

} // namespace trestle::ooxml
