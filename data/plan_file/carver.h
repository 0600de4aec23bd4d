#pragma once

#include "data/plan_file/record.h"
#include "data/plan_file/revisions.h"
#include "data/plan_file/vfs_file.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trestle::planfile {

/// Finds the rows of a plan page by page, without its schema and its trees, where damage keeps SQLite from reading
/// them. What a row claims is taken for true only if its hash says so; rows that thinning or merging dropped may turn
/// up again where their pages were not used since.
class Carver {
public:
    /// Looks through the whole file.
    explicit Carver(const std::string& resolved);

    [[nodiscard]] std::vector<std::int64_t> revisions() const; ///< ids that verify, ascending
    std::optional<StoredRevision> revision(std::int64_t id);
    /// The JSON of a catalogue by its hash.
    std::optional<std::string> catalogue(const std::string& sha256);
    [[nodiscard]] const std::vector<Tag>& tags() const { return m_tags; }
    /// Rows that look like the head; only the revision that they name can show whether they are.
    [[nodiscard]] const std::vector<HeadRow>& heads() const { return m_heads; }

private:
    struct Place {
        std::uint64_t page = 0;
        std::size_t offset = 0;
    };

    void readSizes();
    void searchPage(std::uint64_t number);
    void considerCell(std::string_view page, Place place);
    void considerRow(const std::vector<RecordValue>& row, std::int64_t rowId, Place place);
    [[nodiscard]] std::string pageBytes(std::uint64_t number) const;
    std::optional<std::string> payload(std::string_view page, const Cell& cell);
    std::optional<std::vector<RecordValue>> rowAt(Place place, std::string& bytes);

    VfsFile m_file;
    std::uint64_t m_fileSize = 0;
    std::uint64_t m_pageSize = 0;
    std::uint64_t m_usable = 0; ///< bytes of a page that hold content
    std::uint64_t m_pages = 0;
    // An overflow page belongs to one row. Rows that all claim the same pages would take for ever to look through.
    std::uint64_t m_overflowLeft = 0;
    std::map<std::int64_t, Place> m_revisions;
    std::map<std::string, Place> m_catalogues;
    std::vector<Tag> m_tags;
    std::vector<HeadRow> m_heads;
};

} // namespace trestle::planfile
