#include "ui/catalogue/catalogue_edits.h"

#include "models/catalogue_follow.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/dialogs/confirm.h"
#include "ui/document/plan_document.h"

#include <QStringList>
#include <QWidget>

namespace trestle {

namespace {

/// "2 items with a state or a note of their own, 1 estimate of yours"
QString goneWords(const Vanished& gone)
{
    const auto count = [](std::size_t number) { return static_cast<int>(number); };
    QStringList parts;
    if (!gone.items.empty())
        parts << CatalogueEdits::tr("what you said of %n items", nullptr, count(gone.items.size()));
    if (gone.estimates > 0)
        parts << CatalogueEdits::tr("%n estimates of your own", nullptr, count(gone.estimates));
    if (gone.phaseNotes > 0)
        parts << CatalogueEdits::tr("%n notes on phases", nullptr, count(gone.phaseNotes));
    if (!gone.risks.empty())
        parts << CatalogueEdits::tr("%n risks of the register", nullptr, count(gone.risks.size()));
    if (gone.answers > 0)
        parts << CatalogueEdits::tr("%n answers about the product", nullptr, count(gone.answers));
    return parts.join(QStringLiteral(", "));
}

} // namespace

CatalogueEdits::CatalogueEdits(PlanDocument& document, QWidget* window)
    : QObject(window), m_document(document), m_window(window)
{
}

std::string CatalogueEdits::note() const
{
    const QString note = m_note.trimmed();
    return format::utf8(note.isEmpty() ? tr("Changed on %1").arg(format::date(m_document.today())) : note);
}

QString CatalogueEdits::problem(const Change& change)
{
    Catalogue tried = m_document.catalogue();
    CatalogueEditor editor(tried, m_document.originalCatalogue(), note());
    const Result<void> done = change(editor);
    QString problem = done ? QString() : wording::error(done.error());
    Q_EMIT problemFound(problem);
    return problem;
}

bool CatalogueEdits::apply(const QString& label, const Change& change)
{
    Catalogue tried = m_document.catalogue();
    CatalogueEditor editor(tried, m_document.originalCatalogue(), note());
    if (const Result<void> done = change(editor); !done) {
        Q_EMIT problemFound(wording::error(done.error()));
        return false;
    }
    Vanished gone;
    withoutVanished(m_document.contents(), tried, &gone);
    if (!gone.empty() &&
        !confirm(m_window, tr("%1?").arg(label),
                 tr("It takes along %1, in all scenarios. Undo brings everything back.").arg(goneWords(gone)),
                 tr("Remove")))
        return false;
    QString refused;
    const auto told = connect(&m_document, &PlanDocument::editRefused, this,
                              [&](const Error& error) { refused = wording::error(error); });
    const bool done = m_document.editCatalogue(label, [&](Catalogue& now) -> Result<void> {
        now = tried;
        return {};
    });
    disconnect(told);
    Q_EMIT problemFound(refused);
    return done;
}

} // namespace trestle
