#include "data/exchange/tasks_table/zip_reader.h"

#include "data/exchange/foreign/import_limits.h"

#include <zip.h>

#include <array>
#include <utility>

namespace trestle {

struct ZipReader::Archive {
    zip_t* zip = nullptr;
    Archive() = default;
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    ~Archive() { zip_discard(zip); }
};

ZipReader::ZipReader(std::unique_ptr<Archive> archive, std::string where)
    : m_archive(std::move(archive)), m_where(std::move(where))
{
}
ZipReader::ZipReader(ZipReader&& other) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&& other) noexcept = default;
ZipReader::~ZipReader() = default;

Result<ZipReader> ZipReader::open(std::string_view bytes, const std::string& where)
{
    const auto refuse = [&] { return fail(ErrorCode::invalidTasks, {}, where + '#', DetailKind::workbookFile); };
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto archive = std::make_unique<Archive>();
    archive->zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (!archive->zip && source)
        zip_source_free(source);
    zip_error_fini(&error);
    if (!archive->zip)
        return refuse();
    if (zip_get_num_entries(archive->zip, 0) > static_cast<zip_int64_t>(kMostZipMembers))
        return refuse();
    return ZipReader(std::move(archive), where);
}

Result<std::string> ZipReader::member(const std::string& name)
{
    const zip_int64_t index = zip_name_locate(m_archive->zip, name.c_str(), ZIP_FL_NOCASE);
    if (index < 0)
        return std::string();
    const std::string place = m_where + '#' + name;
    zip_file_t* file = zip_fopen_index(m_archive->zip, static_cast<zip_uint64_t>(index), 0);
    if (!file)
        return fail(ErrorCode::invalidTasks, {}, place, DetailKind::workbookFile);
    std::string text;
    std::array<char, 65536> buffer{};
    zip_int64_t got = 0;
    while ((got = zip_fread(file, buffer.data(), buffer.size())) > 0) {
        text.append(buffer.data(), static_cast<std::size_t>(got));
        m_unpacked += static_cast<std::size_t>(got);
        if (text.size() > kLargestZipMember || m_unpacked > kLargestUnpacked) {
            zip_fclose(file);
            return fail(ErrorCode::invalidTasks, {}, place,
                        {DetailKind::smallerArchive, {std::to_string(kLargestUnpacked >> 20U)}});
        }
    }
    const bool isWhole = zip_fclose(file) == 0 && got == 0; // the checksum is looked at, too
    if (!isWhole)
        return fail(ErrorCode::invalidTasks, {}, place, DetailKind::workbookFile);
    return text;
}

} // namespace trestle
