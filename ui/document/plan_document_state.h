#pragma once

#include "models/edit_history.h"
#include "ui/document/best_move_finder.h"
#include "ui/document/forecast_history.h"
#include "ui/document/plan_document.h"
#include "ui/document/plan_session.h"
#include "ui/questions/better_order.h"
#include "ui/questions/risk_service.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// What a PlanDocument is put together from. For its own sources alone.
namespace trestle {

/// A step of the file's, when it was read.
struct PlanDocument::FileWalk {
    UndoDirection direction = UndoDirection::back;
    Result<FileThread::Moved> moved;
};

struct PlanDocument::State {
    State(PlanFile opened, Plan computed, std::optional<Error> readOnly)
        : history({opened.document().project, {}, std::make_shared<const LoadedCatalogue>(opened.document().catalogue)},
                  {opened.undoLabel(), opened.redoLabel()}),
          plan(std::make_shared<const Plan>(std::move(computed))), session(std::move(opened), std::move(readOnly))
    {
    }

    /// What was read from the file; a catalogue that is the one of now is shared with it.
    [[nodiscard]] OpenProject opened(const ProjectDocument& document) const
    {
        const OpenProject& now = history.now();
        CatalogueText catalogue = document.catalogue.sha256 == now.catalogue->sha256
                                      ? now.catalogue
                                      : std::make_shared<const LoadedCatalogue>(document.catalogue);
        return openIn(document.project, now.scenario, std::move(catalogue));
    }
    [[nodiscard]] ProjectDocument document() const { return {history.now().project, *history.now().catalogue}; }
    /// The names of the scenarios, and which one is open.
    using Scenarios = std::pair<std::vector<std::string>, std::string>;
    [[nodiscard]] Scenarios scenarios() const
    {
        Scenarios now{{}, history.now().scenario};
        for (const Scenario& scenario : history.now().project.scenarios)
            now.first.push_back(scenario.name);
        return now;
    }
    /// What the simulation found for the plan that is shown, for the file's tables.
    void keepRisk()
    {
        if (std::shared_ptr<const Risk> found = risk.risk())
            session.keepRisk({history.now().scenario, plan, std::move(found)});
    }

    EditHistory history;
    std::shared_ptr<const Plan> plan; // of the open scenario, as are its inputs
    BetterOrder order;
    bool settled = true; // the plan is in the order that its inputs ask for
    RiskService risk;
    Scenarios toldScenarios = scenarios();
    std::function<Date()> today;
    PlanSession session;                        // it ends before the rest goes
    std::unique_ptr<BestMoveFinder> bestMove;   // null until it is asked for; last, since it looks at the rest …
    std::unique_ptr<ForecastHistory> forecasts; // … and so does this
};

} // namespace trestle
