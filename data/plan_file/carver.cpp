#include "data/plan_file/carver.h"

#include "data/hash.h"
#include "data/plan_file/format.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace trestle::planfile {

namespace {

constexpr std::size_t kDatabaseHeader = 100; // before the first page's own
constexpr std::size_t kLeafHeader = 8;
constexpr char kTableLeaf = 0x0d;
constexpr std::size_t kHashSize = 64;

template <class T>
const T* valueAt(const std::vector<RecordValue>& row, std::size_t column)
{
    return std::get_if<T>(&row[column]);
}

// The columns of `revision` as they are stored; the id is the row's own.
std::optional<StoredRevision> asRevision(const std::vector<RecordValue>& row, std::int64_t rowId)
{
    if (row.size() != 6)
        return std::nullopt;
    const auto* parent = valueAt<std::int64_t>(row, 1);
    const auto* at = valueAt<std::int64_t>(row, 2);
    const auto* label = valueAt<std::string_view>(row, 3);
    const auto* document = valueAt<std::string_view>(row, 4);
    const auto* sha256 = valueAt<std::string_view>(row, 5);
    const bool hasParent = parent != nullptr;
    if (at == nullptr || label == nullptr || document == nullptr || sha256 == nullptr || sha256->size() != kHashSize)
        return std::nullopt;
    StoredRevision revision{rowId,
                            hasParent ? std::optional(*parent) : std::nullopt,
                            *at,
                            std::string(*label),
                            std::string(*document),
                            std::string(*sha256)};
    return revision.verifies() ? std::optional(std::move(revision)) : std::nullopt;
}

std::optional<Tag> asTag(const std::vector<RecordValue>& row, std::int64_t rowId)
{
    if (row.size() != 4)
        return std::nullopt;
    const auto* name = valueAt<std::string_view>(row, 1);
    const auto* at = valueAt<std::int64_t>(row, 2);
    const auto* sha256 = valueAt<std::string_view>(row, 3);
    if (name == nullptr || at == nullptr || sha256 == nullptr)
        return std::nullopt;
    Tag tag{rowId, std::string(*name), *at, std::string(*sha256)};
    return tag.hash() == tag.sha256 ? std::optional(std::move(tag)) : std::nullopt;
}

std::optional<HeadRow> asHead(const std::vector<RecordValue>& row, std::int64_t rowId)
{
    if (row.size() != 4 || rowId != 1)
        return std::nullopt;
    const auto* id = valueAt<std::int64_t>(row, 1);
    const auto* sha256 = valueAt<std::string_view>(row, 2);
    const auto* tip = valueAt<std::int64_t>(row, 3);
    if (id == nullptr || sha256 == nullptr || tip == nullptr || sha256->size() != kHashSize)
        return std::nullopt;
    return HeadRow{*id, std::string(*sha256), *tip};
}

std::optional<std::string_view> asCatalogue(const std::vector<RecordValue>& row)
{
    if (row.size() != 2)
        return std::nullopt;
    const auto* sha256 = valueAt<std::string_view>(row, 0);
    const auto* json = valueAt<std::string_view>(row, 1);
    if (sha256 == nullptr || json == nullptr || sha256->size() != kHashSize || sha256Hex(*json) != *sha256)
        return std::nullopt;
    return *sha256;
}

} // namespace

Carver::Carver(const std::string& resolved) : m_file(resolved, VfsFile::Kind::database)
{
    std::error_code code;
    const auto size = std::filesystem::file_size(resolved, code);
    if (code || !m_file.isOpen())
        return;
    m_fileSize = size;
    readSizes();
    m_overflowLeft = 2 * m_fileSize;
    for (std::uint64_t page = 1; page <= m_pages; ++page)
        searchPage(page);
}

void Carver::readSizes()
{
    const std::string header = m_file.read(0, std::min<std::size_t>(kDatabaseHeader, m_fileSize));
    m_pageSize = bigEndian(header, 16, 2);
    if (m_pageSize == 1)
        m_pageSize = 65536;
    if (m_pageSize < 512 || (m_pageSize & (m_pageSize - 1)) != 0)
        m_pageSize = kPageSize;
    m_usable = m_pageSize - std::min<std::uint64_t>(bigEndian(header, 20, 1), m_pageSize - 480);
    m_pages = (m_fileSize + m_pageSize - 1) / m_pageSize;
}

// A page that the file ends in is filled up with zeros.
std::string Carver::pageBytes(std::uint64_t number) const
{
    const std::uint64_t start = (number - 1) * m_pageSize;
    if (number == 0 || start >= m_fileSize)
        return std::string(m_pageSize, '\0');
    std::string bytes =
        m_file.read(static_cast<std::int64_t>(start), std::min<std::size_t>(m_pageSize, m_fileSize - start));
    bytes.resize(m_pageSize);
    return bytes;
}

void Carver::searchPage(std::uint64_t number)
{
    const std::string page = pageBytes(number);
    const std::size_t header = number == 1 ? kDatabaseHeader : 0;
    if (page[header] != kTableLeaf)
        return;
    const std::uint64_t cells = std::min(bigEndian(page, header + 3, 2), m_pageSize / 2);
    for (std::size_t i = 0; i < cells; ++i) {
        const auto offset = static_cast<std::size_t>(bigEndian(page, header + kLeafHeader + 2 * i, 2));
        if (offset >= header + kLeafHeader)
            considerCell(page, {number, offset});
    }
}

void Carver::considerCell(std::string_view page, Place place)
{
    const std::optional<Cell> cell = parseCell(page, place.offset);
    const std::optional<std::string> bytes = cell ? payload(page, *cell) : std::nullopt;
    const std::optional<std::vector<RecordValue>> row = bytes ? parseRecord(*bytes) : std::nullopt;
    if (row)
        considerRow(*row, cell->rowId, place);
}

void Carver::considerRow(const std::vector<RecordValue>& row, std::int64_t rowId, Place place)
{
    if (asRevision(row, rowId))
        m_revisions.emplace(rowId, place);
    else if (const auto sha256 = asCatalogue(row))
        m_catalogues.emplace(*sha256, place);
    else if (auto tag = asTag(row, rowId))
        m_tags.push_back(std::move(*tag));
    else if (auto head = asHead(row, rowId))
        m_heads.push_back(std::move(*head));
}

// A record that is too long for its page goes on in a chain of others.
std::optional<std::string> Carver::payload(std::string_view page, const Cell& cell)
{
    if (cell.payload > kLargestText || cell.payload > m_fileSize)
        return std::nullopt;
    const std::uint64_t most = m_usable - 35;
    std::uint64_t local = cell.payload;
    if (local > most) {
        const std::uint64_t least = (m_usable - 12) * 32 / 255 - 23;
        local = least + (cell.payload - least) % (m_usable - 4);
        local = local <= most ? local : least;
    }
    if (cell.start + local > page.size() || cell.payload - local > m_overflowLeft)
        return std::nullopt;
    m_overflowLeft -= cell.payload - local;
    std::string bytes(page.substr(cell.start, local));
    std::uint64_t next = bytes.size() < cell.payload ? bigEndian(page, cell.start + local, 4) : 0;
    while (bytes.size() < cell.payload) {
        if (next == 0 || next > m_pages)
            return std::nullopt;
        const std::string overflow = pageBytes(next);
        bytes.append(overflow, 4, std::min(m_usable - 4, cell.payload - bytes.size()));
        next = bigEndian(overflow, 0, 4);
    }
    return bytes;
}

// `bytes` holds what the row's texts point into.
std::optional<std::vector<RecordValue>> Carver::rowAt(Place place, std::string& bytes)
{
    const std::string page = pageBytes(place.page);
    const std::optional<Cell> cell = parseCell(page, place.offset);
    m_overflowLeft = m_fileSize;
    std::optional<std::string> found = cell ? payload(page, *cell) : std::nullopt;
    if (!found)
        return std::nullopt;
    bytes = std::move(*found);
    return parseRecord(bytes);
}

std::vector<std::int64_t> Carver::revisions() const
{
    std::vector<std::int64_t> ids;
    for (const auto& [id, place] : m_revisions)
        ids.push_back(id);
    return ids;
}

std::optional<StoredRevision> Carver::revision(std::int64_t id)
{
    std::string bytes;
    const auto found = m_revisions.find(id);
    const auto row = found == m_revisions.end() ? std::nullopt : rowAt(found->second, bytes);
    return row ? asRevision(*row, id) : std::nullopt;
}

std::optional<std::string> Carver::catalogue(const std::string& sha256)
{
    std::string bytes;
    const auto found = m_catalogues.find(sha256);
    const auto row = found == m_catalogues.end() ? std::nullopt : rowAt(found->second, bytes);
    if (!row || !asCatalogue(*row))
        return std::nullopt;
    return std::string(std::get<std::string_view>((*row)[1]));
}

} // namespace trestle::planfile
