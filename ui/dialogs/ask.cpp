#include "ui/dialogs/ask.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace trestle {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Ask", text);
}

std::optional<NewPlan> askNewPlan(QWidget* parent, const QString& folder, Date today)
{
    NewPlanDialog dialog(folder, today, parent);
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
    ask.unsaved = askUnsaved;
    return ask;
}

} // namespace trestle
