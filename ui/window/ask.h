#pragma once

#include "models/date.h"
#include "ui/imports/import_dialog.h"
#include "ui/new_plan/new_plan.h"

#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace trestle {

/// What the window asks the user outside its pages. A test gives answers of its own in place of the dialogs.
struct Ask {
    /// A new plan; nothing when cancelled.
    std::function<std::optional<NewPlan>(QWidget* parent, const NewPlanSetting& setting)> newPlan;
    /// A file to open, or to write; empty when cancelled.
    std::function<QString(QWidget* parent, const QString& title, const QString& folder, const QString& filter)>
        fileToOpen;
    std::function<QString(QWidget* parent, const QString& title, const QString& path, const QString& filter)>
        fileToWrite;
    /// A folder that is there; empty when cancelled.
    std::function<QString(QWidget* parent, const QString& title, const QString& folder)> folder;

    enum class Unsaved { SaveCopy, Discard, Cancel };
    /// Changes could not be written and the plan is about to close.
    std::function<Unsaved(QWidget* parent, const QString& problem)> unsaved;

    enum class Damaged { Repair, Look, Cancel };
    struct DamagedPlan {
        QString problem; ///< what is wrong, in a sentence
        QString rescue;  ///< what can be saved of it, in a sentence
        bool repairable = false;
        bool readable = false; ///< it can still be looked at
    };
    /// A plan file is damaged.
    std::function<Damaged(QWidget* parent, const DamagedPlan& plan)> damaged;

    /// Whether to remove the scenario of this name. Undo brings it back.
    std::function<bool(QWidget* parent, const QString& scenario)> removeScenario;

    /// The plan that a file of another program becomes, once it was shown what that will hold; nothing when cancelled.
    std::function<std::optional<ImportedPlan>(QWidget* parent, const ImportRequest& request)> importing;

    /// Tells what the files of a pack leave out, a line for each.
    std::function<void(QWidget* parent, const QString& losses)> leftOut;

    /// The real dialogs.
    static Ask user();
};

} // namespace trestle
