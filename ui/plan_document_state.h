#pragma once

#include "ui/better_order.h"
#include "ui/file_thread.h"
#include "ui/format.h"
#include "ui/plan_document.h"
#include "ui/plan_risk.h"

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What a PlanDocument holds: shared by the files that it is written in, and by nothing else.
namespace trestle {

/// An edit that can be taken back: all of the project before and after, which is small, and the scenario that was
/// open, so that undo and redo show what they change.
struct DocumentStep {
    Project before;
    Project after;
    std::string label;
    std::string from;
    std::string to;
};

/// A step of the file's, when it is there.
struct PlanDocument::Walk {
    bool back = true;
    Result<FileThread::Moved> moved;
};

/// What there is after the file was opened again, and how it was.
struct PlanDocument::Reopened : FileThread::Reopened {
    std::optional<OpenMode> mode;
};

struct PlanDocument::State {
    State(PlanFile opened, Plan computed, std::optional<Error> reason)
        : readOnly(std::move(reason)), project(opened.document().project), catalogue(opened.document().catalogue),
          plan(std::make_shared<const Plan>(std::move(computed))), path(format::text(opened.path())),
          olderLabel(opened.undoLabel()), newerLabel(opened.redoLabel()), file(std::move(opened))
    {
    }

    std::optional<Error> readOnly;
    bool reloading = false;
    Project project;
    std::string active; // the scenario that is open; empty: the base
    bool scenariosToTell = false;
    LoadedCatalogue catalogue;
    std::shared_ptr<const Plan> plan; // of the open scenario, as are its inputs
    BetterOrder order;
    bool settled = true; // the plan is in the order that its inputs ask for
    PlanRisk risk;
    QString path;
    std::function<Date()> today;

    std::vector<DocumentStep> undoSteps; // made or walked through since opening; the last is the next to undo
    std::vector<DocumentStep> redoSteps;
    std::optional<std::string> olderLabel; // of the file's step before the first of undoSteps
    std::optional<std::string> newerLabel; // of the file's step after the first of redoSteps
    bool walking = false;   // one of the file's steps is on its way; edits are not taken until it is here
    std::deque<bool> walks; // asked for meanwhile, in order; true: back

    std::string mergeKey;  // of the last edit, until anything else happens
    std::string mergeStep; // the key with the number of its step, for the file
    int stepsMade = 0;
    std::chrono::steady_clock::time_point lastEdit;

    /// What was found for the plan that is shown, for the file's tables.
    void keepRisk()
    {
        if (std::shared_ptr<const Risk> found = risk.risk())
            file.keepRisk({active, plan, std::move(found)});
    }

    SaveState saveState = SaveState::Saved;
    Error error;
    FileThread file;
};

} // namespace trestle
