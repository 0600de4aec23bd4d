#pragma once

#include "data/plan_file/plan_file.h"
#include "models/plan/plan.h"
#include "models/risk/simulation.h"
#include "models/scenario_overlay.h"
#include "ui/document/save_state.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace trestle {

class BestMoveFinder;
class ForecastHistory;
class RiskService;
struct ReopenedFile;
struct OpenProject;
enum class UndoDirection : std::uint8_t;

/// An edit that was taken, or a step of undo or redo.
struct Edited {
    enum class Kind {
        OfInputs,  ///< of the open plan
        OfProject, ///< of the project as a whole: scenarios come, go or change places, a version is restored
        Reverted,  ///< typed or clicked back to what it was: there is no such edit any more
        Undone,
        Redone,
    };
    Kind kind = Kind::OfInputs;
    QString label;
    bool takesAway = false; ///< something is gone (takesAway() in models/)
};

/// The plan that a window shows: inputs, the Plan computed from them, and the file they are kept in. An edit computes
/// the new Plan at once, tells the window, and hands the inputs to the file thread; the GUI thread never waits for it.
/// Its parts: the edits and the way back through them (EditHistory), the file (PlanSession), the better order and the
/// simulation (BetterOrder, RiskService). This class brings them together and tells of what happens.
///
/// One of the scenarios, or the base, is open: plan(), inputs() and edit() are about that one. What an edit makes
/// different from the base is the scenario's own; what a scenario can't hold, such as notes, goes to the base.
class PlanDocument : public QObject {
    Q_OBJECT
public:
    using SaveState = trestle::SaveState;

    /// Takes over an open file. The file's head must give a plan. One that was opened to read only comes with the
    /// reason: edits are refused with it.
    static Result<std::unique_ptr<PlanDocument>> adopt(PlanFile file, std::optional<Error> readOnly = {});
    ~PlanDocument() override; ///< waits until all edits are on disk

    [[nodiscard]] const Plan& plan() const;
    /// The same, to be kept, as it is now: each edit makes another.
    [[nodiscard]] const std::shared_ptr<const Plan>& sharedPlan() const;
    /// False while the better order that the inputs ask for is being looked for, off the GUI thread: plan() keeps the
    /// order of before and has no risk() yet. planChanged follows when it is there; the file gets that plan alone.
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] const Inputs& inputs() const; ///< of the open scenario
    [[nodiscard]] const Catalogue& catalogue() const;
    /// What the catalogue's edits are compared with: the one that the plan was made with, or one that was imported.
    [[nodiscard]] const Catalogue& originalCatalogue() const;
    /// What the simulated plans say of plan() as it stands: 10,000 runs, seed 1. Null while they are under way, and
    /// where the simulation failed; simulation() tells which. When planChanged is emitted this is of the new plan or
    /// null already, so that a chance never stands beside figures of another plan.
    [[nodiscard]] std::shared_ptr<const Risk> risk() const;
    [[nodiscard]] const RiskService& simulation() const;
    /// What is worth trying first; looked for from when this is first asked for.
    [[nodiscard]] BestMoveFinder& bestMove();
    /// How the promise moved; forecasts are kept from when this is first asked for.
    [[nodiscard]] ForecastHistory& forecasts();
    [[nodiscard]] ProjectDocument project() const; ///< with its catalogue, for exchange
    [[nodiscard]] const Project& contents() const; ///< the base and its scenarios, as they are now
    [[nodiscard]] QString filePath() const;
    /// Why nothing can be changed here: the plan is open elsewhere, or there is no right to write. Absent: it can.
    [[nodiscard]] const std::optional<Error>& readOnlyReason() const;
    [[nodiscard]] SaveState saveState() const;
    [[nodiscard]] const Error& saveError() const; ///< of the last failure, while saveState() is Failed

    /// One edit: `change` gets a copy of the inputs. Refused edits (inputs that break a rule) change nothing and emit
    /// editRefused. `mergeKey` names the field, so that typing becomes one step of undo. True if anything changed.
    bool edit(const QString& label, const std::function<void(Inputs&)>& change, const QString& mergeKey = {});
    /// Sets an item's state with today as the day of change.
    bool setItemState(const QString& item, ItemState state);
    /// Where an item stands to what a client is offered; nothing: in.
    bool setItemScope(const QString& item, std::optional<ItemScope> scope);
    /// One click on an item's box, or Space: to build, in place, partly, and round; what is not needed is to build
    /// again. Clicks on one box that follow each other within a moment are one step.
    bool clickItem(const QString& item);
    /// Where "today" comes from; the system's date unless a test gives another.
    void setToday(std::function<Date()> today);
    [[nodiscard]] Date today() const;

    [[nodiscard]] QStringList scenarios() const;  ///< names, without the base
    [[nodiscard]] QString activeScenario() const; ///< empty: the base
    /// Opens another scenario; an empty name is the base. Not an edit: nothing to undo, nothing to save. False for an
    /// unknown one.
    bool setActiveScenario(const QString& name);
    /// Each is one edit, refused where it breaks a rule (an empty or known name). What is added is opened.
    bool addScenario(const Scenario& scenario, const QString& label = {});
    bool duplicateScenario(const QString& name, const QString& as); ///< an empty name is the base
    bool renameScenario(const QString& name, const QString& to);
    bool removeScenario(const QString& name);
    /// The base takes over what the scenario has of its own; the scenario goes, and the base is opened.
    bool makeBase(const QString& name);
    /// An edit of the project as a whole, which may leave another scenario open.
    bool editProject(const QString& label, const std::function<void(Project&)>& change,
                     const std::optional<QString>& open = {});

    /// One edit of the catalogue that the plan carries: `change` gets a copy. Phases and items that it takes away take
    /// their ticks, notes, estimates and risks with them, in the same step (withoutVanished() in models/). Refused,
    /// with editRefused, where `change` fails or the catalogue breaks a rule. True if anything changed.
    bool editCatalogue(const QString& label, const std::function<Result<void>(Catalogue&)>& change,
                       const QString& mergeKey = {});
    /// Another catalogue in place of the plan's: what is edited from now on is compared with it.
    bool replaceCatalogue(const QString& label, const LoadedCatalogue& catalogue);
    /// All of the plan as another version had it, its catalogue too.
    bool restore(const QString& label, const ProjectDocument& version);

    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] QString undoLabel() const;
    [[nodiscard]] QString redoLabel() const;
    /// Steps of this session are taken at once; older ones, from the file, are there after planChanged, in the order
    /// asked for. Until then edits are not taken.
    void undo();
    void redo();

    /// Takes over what is in the file now, where another program changed it, or, with a mode, opens it in that: a plan
    /// that was open elsewhere may have become free. What the file there does not have is kept in a new file first.
    /// Until reloaded or reloadFailed follows, edits are not taken.
    void reload(std::optional<OpenMode> mode = {});
    /// Tries again to write what could not be written.
    void retrySaving();
    /// Writes a sound copy off the GUI thread; copySaved or copyFailed follows.
    void saveCopy(const QString& path);
    /// Runs `job` in the file's thread, after the edits so far, and then in this thread what it returned, as long as
    /// `receiver` is still there.
    void withFile(QObject* receiver, std::function<std::function<void()>(PlanFile&)> job);
    /// Blocks until all edits so far are on disk or failed; steps older than the window are no edits. For closing and
    /// for tests.
    bool waitUntilSaved(int milliseconds = 10000);

Q_SIGNALS:
    void planChanged();
    /// After the planChanged() of an edit, undo or redo.
    void edited(const trestle::Edited& edit);
    /// risk() is another, or null again. Follows each planChanged as well.
    void riskChanged();
    void saveStateChanged();
    void undoChanged();
    void scenariosChanged(); ///< their names, or which one is open; before planChanged()
    /// An edit of a scenario was, in part, of kinds that it can't hold: those went to the base, or nowhere.
    void editReachedBase(const std::vector<trestle::Unheld>& kinds);
    void editRefused(const trestle::Error& error);
    /// An edit was not taken because the file is being read: to undo what is older than this window, or after another
    /// program changed it. It can be made in a moment.
    void editTooEarly();
    /// Before a reload that brings another catalogue, and before an edit, undo or redo that brings one with another
    /// frame (hasSameFrame() in models/): whoever was built from the old one must go. Where phases keep their places,
    /// planChanged is enough.
    void catalogueReplaced();
    /// `kept`: the file with what only this window had; empty: nothing.
    void reloaded(const QString& kept);
    void reloadFailed(const trestle::Error& error);
    void copySaved(const QString& path);
    void copyFailed(const trestle::Error& error);

private:
    struct State;
    explicit PlanDocument(std::unique_ptr<State> state);
    [[nodiscard]] Result<Plan> planOf(const OpenProject& open) const;
    /// The plan to show; null where there is none, which is told.
    [[nodiscard]] std::shared_ptr<const Plan> planOrRefusal(const OpenProject& open);
    void followPlan();
    void tellOfCatalogue(const OpenProject& next);
    void takeOrder();
    void takeReopened(std::optional<OpenMode> mode, const ReopenedFile& reopened);
    void announce();
    // plan_document_edits.cpp
    bool write(OpenProject after, Edited edit, const std::string& mergeKey = {});
    bool takeCatalogue(const QString& label, const CatalogueText& catalogue, const QString& mergeKey = {});
    bool setState(const QString& item, ItemState state, const QString& mergeKey);
    // plan_document_undo.cpp
    struct FileWalk;
    void walk(UndoDirection direction);
    void walkInFile(UndoDirection direction);
    void takeFileWalk(const FileWalk& walk);
    bool followFileWalk(const FileWalk& walk);
    std::unique_ptr<State> m_state;
};

} // namespace trestle
