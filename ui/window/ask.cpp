#include "ui/window/ask.h"

#include "ui/base/tr.h"
#include "ui/new_plan/new_plan_dialog.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace trestle {

namespace {

std::optional<NewPlan> askNewPlan(QWidget* parent, const NewPlanSetting& setting)
{
    NewPlanDialog dialog(setting, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.plan();
}

Ask::Unsaved askUnsaved(QWidget* parent, const QString& problem)
{
    QMessageBox box(QMessageBox::Warning, tr("Changes not on disk"), tr("The latest changes could not be written."),
                    QMessageBox::NoButton, parent);
    box.setObjectName(QStringLiteral("unsavedBox"));
    box.setInformativeText(problem);
    const auto* copy = box.addButton(tr("Save a copy…"), QMessageBox::AcceptRole);
    const auto* discard = box.addButton(tr("Close and lose them"), QMessageBox::DestructiveRole);
    box.addButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() == copy)
        return Ask::Unsaved::SaveCopy;
    return box.clickedButton() == discard ? Ask::Unsaved::Discard : Ask::Unsaved::Cancel;
}

Ask::Damaged askDamaged(QWidget* parent, const Ask::DamagedPlan& plan)
{
    QMessageBox box(QMessageBox::Warning, tr("Damaged plan"), plan.problem, QMessageBox::NoButton, parent);
    box.setObjectName(QStringLiteral("damagedBox"));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(plan.rescue);
    const QAbstractButton* repair = nullptr;
    const QAbstractButton* look = nullptr;
    if (plan.repairable)
        repair = box.addButton(tr("&Repaired copy…"), QMessageBox::AcceptRole);
    if (plan.readable)
        look = box.addButton(tr("&Open to read only"), QMessageBox::ActionRole);
    box.addButton(plan.repairable || plan.readable ? QMessageBox::Cancel : QMessageBox::Close);
    box.exec();
    const QAbstractButton* clicked = box.clickedButton();
    if (clicked && clicked == repair)
        return Ask::Damaged::Repair;
    return clicked && clicked == look ? Ask::Damaged::Look : Ask::Damaged::Cancel;
}

bool askRemoveScenario(QWidget* parent, const QString& scenario)
{
    QMessageBox box(QMessageBox::Question, tr("Remove scenario"), tr("Remove the scenario “%1”?").arg(scenario),
                    QMessageBox::NoButton, parent);
    box.setObjectName(QStringLiteral("removeScenarioBox"));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(tr("Its changes go with it. Undo brings it back."));
    const auto* remove = box.addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    return box.clickedButton() == remove;
}

std::optional<ImportedPlan> askImporting(QWidget* parent, const ImportRequest& request)
{
    ImportDialog dialog(request, parent);
    return dialog.exec() == QDialog::Accepted ? dialog.plan() : std::nullopt;
}

void tellLeftOut(QWidget* parent, const QString& losses)
{
    QMessageBox box(QMessageBox::Information, tr("What is left out"),
                    tr("These files have no place for all of the plan:"), QMessageBox::Ok, parent);
    box.setObjectName(QStringLiteral("leftOutBox"));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(losses);
    box.exec();
}

} // namespace

Ask Ask::user()
{
    Ask ask;
    ask.newPlan = askNewPlan;
    ask.fileToOpen = [](QWidget* parent, const QString& title, const QString& folder, const QString& filter) {
        return QFileDialog::getOpenFileName(parent, title, folder, filter);
    };
    ask.fileToWrite = [](QWidget* parent, const QString& title, const QString& path, const QString& filter) {
        return QFileDialog::getSaveFileName(parent, title, path, filter);
    };
    ask.folder = [](QWidget* parent, const QString& title, const QString& folder) {
        return QFileDialog::getExistingDirectory(parent, title, folder);
    };
    ask.unsaved = askUnsaved;
    ask.damaged = askDamaged;
    ask.removeScenario = askRemoveScenario;
    ask.importing = askImporting;
    ask.leftOut = tellLeftOut;
    return ask;
}

} // namespace trestle
