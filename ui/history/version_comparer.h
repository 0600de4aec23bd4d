#pragma once

#include "models/version_comparison.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <optional>
#include <thread>

namespace trestle {

class PlanDocument;

/// Two versions to compare; a side without a revision is the plan as it stands in the window.
struct VersionPair {
    std::optional<std::int64_t> before;
    std::optional<std::int64_t> after;
    friend bool operator==(const VersionPair&, const VersionPair&) = default;
};

/// A comparison with what it was made from.
struct ComparedVersions {
    VersionPair pair;
    Project before;
    Project after;
    VersionComparison comparison;
};

/// Compares two versions off the GUI thread: read in the file's thread, computed and simulated in one of its own. A new
/// comparison takes the place of one under way.
class VersionComparer : public QObject {
    Q_OBJECT
public:
    explicit VersionComparer(PlanDocument& document, QObject* parent = nullptr);
    ~VersionComparer() override; ///< stops what is under way

    void compare(const VersionPair& pair);
    void cancel();

Q_SIGNALS:
    void compared(std::shared_ptr<const trestle::ComparedVersions> versions);
    void failed(const trestle::Error& error);

private:
    void compute(std::shared_ptr<ComparedVersions> versions);
    void answer(std::uint64_t number, const std::shared_ptr<const Catalogue>& catalogue,
                const std::shared_ptr<ComparedVersions>& versions, const std::stop_token& stop);

    PlanDocument& m_document;
    std::uint64_t m_latest = 0;
    std::jthread m_worker; // last: it must end before the rest goes
};

} // namespace trestle
