// Adding to the catalogue, and its files.
#include "data/catalogue_json.h"
#include "data/file_io.h"
#include "data/user_catalogues.h"
#include "models/catalogue_follow.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/base/wording_catalogue.h"
#include "ui/catalogue/catalogue_edits.h"
#include "ui/catalogue/catalogue_window.h"
#include "ui/catalogue/entry_dialog.h"
#include "ui/dialogs/confirm.h"
#include "ui/document/plan_document.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>

namespace trestle {

void CatalogueWindow::addPhase()
{
    EntryDialog dialog(QStringLiteral("phaseDialog"), tr("Add a phase"),
                       tr("It comes with one item, to which you can add others."), this);
    const auto* title = dialog.addLine(tr("&Phase"), QStringLiteral("newPhaseTitle"), {});
    const auto* item = dialog.addLine(tr("Its first &item"), QStringLiteral("newPhaseItem"), {});
    std::string added;
    const auto change = [&](CatalogueEditor& editor) -> Result<void> {
        const Result<std::string> id = editor.addPhase(EntryDialog::lineText(*title), EntryDialog::lineText(*item));
        if (!id)
            return std::unexpected(id.error());
        added = *id;
        return {};
    };
    dialog.setCheck([&] { return m_edits->problem(change); });
    if (dialog.exec() == QDialog::Accepted && m_edits->apply(tr("Add a phase: %1").arg(title->text()), change))
        choose(added);
    else
        complain({});
}

void CatalogueWindow::addItem()
{
    const Catalogue& catalogue = m_document.catalogue();
    const std::string phase = chosenPhase();
    EntryDialog dialog(QStringLiteral("itemDialog"), tr("Add an item to %1").arg(wording::nodeTitle(catalogue, phase)),
                       tr("It takes an even share of the phase, or joins with work of its own when a question is "
                          "answered with yes."),
                       this);
    const auto* title = dialog.addLine(tr("&Item"), QStringLiteral("newItemTitle"), {});
    EntryDialog::Choices when{{"", format::utf8(tr("always"))}};
    for (const Condition& condition : catalogue.conditions)
        when.emplace_back(condition.id, condition.title);
    const auto* condition = dialog.addChoice(tr("&Joins"), QStringLiteral("newItemCondition"), when, {});
    std::string added;
    const auto change = [&](CatalogueEditor& editor) -> Result<void> {
        const std::string joins = EntryDialog::chosenId(*condition);
        const std::string text = EntryDialog::lineText(*title);
        const Result<std::string> id =
            joins.empty() ? editor.addItem(phase, text) : editor.addAddOn(phase, text, joins);
        if (!id)
            return std::unexpected(id.error());
        added = *id;
        return {};
    };
    dialog.setCheck([&] { return m_edits->problem(change); });
    if (dialog.exec() == QDialog::Accepted && m_edits->apply(tr("Add an item: %1").arg(title->text()), change))
        choose(added);
    else
        complain({});
}

void CatalogueWindow::saveForNewPlans()
{
    const QString name = m_files.name(this, tr("Save as a catalogue for new plans"), tr("&Name"),
                                      format::raw(m_document.catalogue().title));
    if (name.trimmed().isEmpty())
        return;
    Catalogue own = m_document.catalogue();
    own.title = format::utf8(name.trimmed());
    const Result<std::string> path = saveUserCatalogue(own);
    if (path)
        tell(tr("Saved. New plans can be made from “%1”.").arg(name.trimmed()));
    else
        complain(wording::error(path.error()));
}

void CatalogueWindow::importFile()
{
    const QString path = m_files.toOpen(this, tr("Import a catalogue"), {}, tr("Catalogues (*.json)"));
    if (path.isEmpty())
        return;
    const Result<LoadedCatalogue> loaded = loadCatalogueFile(format::utf8(path));
    if (!loaded) {
        complain(wording::error(loaded.error()));
        return;
    }
    Vanished gone;
    withoutVanished(m_document.contents(), *loaded->catalogue, &gone);
    if (!gone.empty() &&
        !confirm(
            this, tr("Import “%1” in place of this plan’s catalogue?").arg(format::text(loaded->catalogue->title)),
            tr("It lacks phases or items that you said something of (items: %1): that goes, in all scenarios. Undo "
               "brings everything back.")
                .arg(gone.items.size()),
            tr("Import")))
        return;
    QString refused;
    const auto told = connect(&m_document, &PlanDocument::editRefused, this,
                              [&](const Error& error) { refused = wording::error(error); });
    const bool done =
        m_document.replaceCatalogue(tr("Import a catalogue: %1").arg(QFileInfo(path).fileName()), *loaded);
    disconnect(told);
    if (!refused.isEmpty())
        complain(refused);
    else
        tell(done ? tr("Imported. What you change from now on is compared with this file.")
                  : tr("The plan has that catalogue already."));
}

void CatalogueWindow::takeNewestTexts()
{
    if (m_texts.take())
        tell(tr("Taken. Texts of your own stayed, and no figure changed."));
    else
        complain(tr("Nothing was changed: the plan can only be read, or is just being read."));
}

void CatalogueWindow::exportFile()
{
    const QString name = QString::fromStdString(m_document.catalogue().id) + QStringLiteral(".json");
    const QString path = m_files.toWrite(this, tr("Export the catalogue"), name, tr("Catalogues (*.json)"));
    if (path.isEmpty())
        return;
    const Result<void> written = writeFileAtomically(format::utf8(path), catalogueFileText(m_document.catalogue()));
    if (written)
        tell(tr("Exported to %1.").arg(QFileInfo(path).fileName()));
    else
        complain(wording::error(written.error()));
}

} // namespace trestle
