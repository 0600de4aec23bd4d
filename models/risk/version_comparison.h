#pragma once

#include "models/catalogue_difference.h"
#include "models/difference.h"
#include "models/plan/plan.h"
#include "models/risk/chance.h"
#include "models/risk/simulation.h"

namespace trestle {

/// The figures that two versions of a plan are compared by.
struct VersionFigures {
    std::optional<double> readiness; ///< 0 to 1; absent: nothing in scope
    PersonWeeks effort = 0;          ///< remaining, likely
    PerCase<Weeks> finish;
    PerCase<Date> finishDate;
    PerCase<Money> total; ///< labour + running, ex GST
    Weeks sureFinish = 0; ///< at the comparison's confidence, by the simulation
    Date sureDate{};
    Money sureTotal;
    std::optional<Chance> targetChance; ///< of target date and budget together; absent: neither is set
    friend bool operator==(const VersionFigures&, const VersionFigures&) = default;
};

/// Two versions of a plan side by side: what went in, what came out.
struct VersionComparison {
    int confidence = 80; ///< of the newer version, used for both
    VersionFigures before;
    VersionFigures after;
    std::vector<Change> changes;
    std::vector<CatalogueDifference> catalogueChanges; ///< what the newer one's catalogue says otherwise
    std::shared_ptr<const Catalogue> catalogueBefore;  ///< that of the older version
};

/// The figures of a plan with its simulation.
VersionFigures versionFigures(const Plan& plan, const Risk& risk, int confidence);

/// Both base plans are computed and simulated with the same draws, so that differences are not noise. Errors: those of
/// makePlan and simulate.
Result<VersionComparison> compareVersions(const std::shared_ptr<const Catalogue>& catalogue, const Project& before,
                                          const Project& after, const SimulationOptions& options = {});
/// The same where the catalogue was edited in between: each side is computed with its own.
Result<VersionComparison> compareVersions(const std::shared_ptr<const Catalogue>& catalogueBefore,
                                          const Project& before,
                                          const std::shared_ptr<const Catalogue>& catalogueAfter, const Project& after,
                                          const SimulationOptions& options = {});

} // namespace trestle
