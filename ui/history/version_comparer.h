#pragma once

#include "data/project_json.h"
#include "models/money/change_order.h"
#include "models/risk/version_comparison.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <optional>

namespace trestle {

class PlanDocument;
class QuestionRunner;

/// Two versions to compare; a side without a revision is the plan as it stands in the window.
struct VersionPair {
    std::optional<std::int64_t> before;
    std::optional<std::int64_t> after;
    friend bool operator==(const VersionPair&, const VersionPair&) = default;
};

/// A comparison with what it was made from.
struct ComparedVersions {
    VersionPair pair;
    ProjectDocument before;
    ProjectDocument after;
    VersionComparison comparison;
    std::optional<ChangeOrder> order; ///< where that was asked for
};

/// Compares two versions off the GUI thread: read in the file's thread, computed and simulated by a question runner. A
/// new comparison takes the place of one under way.
class VersionComparer : public QObject {
    Q_OBJECT
public:
    explicit VersionComparer(PlanDocument& document, QObject* parent = nullptr);
    ~VersionComparer() override; ///< stops what is under way

    /// `withOrder`: also the change order, for twice the simulations.
    void compare(const VersionPair& pair, bool withOrder = false);
    void cancel();

Q_SIGNALS:
    void compared(std::shared_ptr<const trestle::ComparedVersions> versions);
    void failed(const trestle::Error& error);

private:
    void compute(std::shared_ptr<ComparedVersions> versions, bool withOrder);

    PlanDocument& m_document;
    std::uint64_t m_latest = 0; ///< the comparison whose versions are awaited from the file
    QuestionRunner* m_runner;
};

} // namespace trestle
