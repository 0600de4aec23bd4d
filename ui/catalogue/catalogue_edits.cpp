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

/// "what you said of 2 items, 1 estimate of your own"
QString goneWords(const Vanished& gone)
{
    QStringList parts;
    const auto add = [&](std::size_t count, const QString& one, const QString& many) {
        if (count > 0)
            parts << (count == 1 ? one : many.arg(count));
    };
    add(gone.items.size(), CatalogueEdits::tr("what you said of 1 item"),
        CatalogueEdits::tr("what you said of %1 items"));
    add(gone.estimates, CatalogueEdits::tr("1 estimate of your own"), CatalogueEdits::tr("%1 estimates of your own"));
    add(gone.phaseNotes, CatalogueEdits::tr("1 note on a phase"), CatalogueEdits::tr("%1 notes on phases"));
    add(gone.risks.size(), CatalogueEdits::tr("1 risk of the register"),
        CatalogueEdits::tr("%1 risks of the register"));
    add(gone.answers, CatalogueEdits::tr("1 answer about the product"),
        CatalogueEdits::tr("%1 answers about the product"));
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
