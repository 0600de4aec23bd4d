#pragma once

#include "data/plan_file/carver.h"
#include "data/plan_file/connection.h"
#include "data/plan_file/format.h"
#include "data/plan_file/revisions.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace trestle::planfile {

/// The rows of a plan file in whatever state it is. SQLite reads them as far as it can; what it cannot is carved out
/// of the pages. Only what verifies counts.
class Salvage {
public:
    /// `connection` is null where SQLite cannot open the file or its tables are not ours; `carves` says that there is
    /// damage, so that rows may be where SQLite does not find them. Both `path`, for errors, and the connection
    /// outlive this.
    Salvage(Connection* connection, const std::string& path, const std::string& resolved, bool carves);

    [[nodiscard]] const std::vector<std::int64_t>& ids() const { return m_ids; } ///< of all revisions known, ascending
    /// The revision, if it verifies.
    std::optional<StoredRevision> revision(std::int64_t id);
    /// The catalogue of a revision; null where it is lost and not the built-in one.
    const LoadedCatalogue* catalogue(const StoredRevision& revision);
    [[nodiscard]] const std::vector<HeadRow>& heads() const { return m_heads; } ///< the best first
    [[nodiscard]] std::vector<Tag> tags();                                      ///< that verify
    [[nodiscard]] std::vector<KeptForecast> forecasts(); ///< that verify, as far as SQLite reads them
    /// The revision to go on from: the one that the head means, by hash or by id, if it verifies and its document can
    /// be used, else the newest that does.
    std::optional<std::int64_t> newestSound();
    /// What is left of a lost revision's word for its parent.
    std::optional<std::int64_t> parentOfLost(std::int64_t id);

private:
    bool listIds();
    void listHeads();
    bool isSound(std::int64_t id);
    std::optional<LoadedCatalogue> loadCatalogue(const std::string& sha256); // with its original
    std::optional<LoadedCatalogue> loadOne(const std::string& sha256);
    template <class Read>
    auto bySql(Read read) -> decltype(read(std::declval<SQLite::Database&>()));

    Connection* m_connection;
    const std::string& m_path;
    std::optional<Carver> m_carver;
    std::vector<std::int64_t> m_ids;
    std::vector<HeadRow> m_heads;
    std::map<std::string, std::optional<LoadedCatalogue>> m_catalogues;
};

/// Writes a new plan file at `target` with every revision that verifies, the tags on them, the catalogues and the
/// forecasts, its head at `head`, which must be sound.
void writeSalvaged(Salvage& salvage, const std::string& path, std::int64_t head, const std::string& target,
                   int version = kFormatVersion);

} // namespace trestle::planfile
