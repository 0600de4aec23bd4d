// The entries of the menu Export.
#include "ui/base/wording_exports.h"
#include "ui/report/changes_menu.h"
#include "ui/report/plan_exporter.h"

#include <QAction>
#include <QMenu>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace trestle {

namespace {

/// What stands in the menu itself, by key.
constexpr std::array<std::string_view, 5> kMostUsed{"pdf", "pptx", "xlsx", "png", "json"};

/// The letters by which the actions are chosen in their menu.
QString lettersOf(const QList<QAction*>& actions)
{
    QString letters;
    for (const QAction* action : actions) {
        const QString text = action->text();
        if (const qsizetype mark = text.indexOf(u'&'); mark >= 0 && mark + 1 < text.size())
            letters += text[mark + 1];
    }
    return letters;
}

} // namespace

QList<QAction*> PlanExporter::makeEntries(QMenu& menu, const std::vector<const ExportFormat*>& formats,
                                          const QString& taken)
{
    QList<QAction*> made;
    const QStringList entries = wording::exportEntries(formats, taken);
    for (std::size_t i = 0; i < formats.size(); ++i) {
        const ExportFormat& format = *formats[i];
        QString name = QString::fromUtf8(format.key);
        name[0] = name[0].toUpper();
        const QString& entry = entries[static_cast<qsizetype>(i)];
        if (format.needsChanges) {
            auto* versions = new ChangesMenu(m_needs.document, &menu, entry, QStringLiteral("export%1Menu").arg(name));
            connect(versions, &ChangesMenu::chosen, this, [this, &format](const Revision& version) {
                askSince(format, version, u' ' + QString::fromUtf8(format.key));
            });
            made << versions->menuAction();
            continue;
        }
        auto* action = new QAction(entry, &menu);
        action->setObjectName(QStringLiteral("export") + name);
        connect(action, &QAction::triggered, this, [this, &format] { ask(format); });
        made << action;
    }
    m_actions << made;
    return made;
}

void PlanExporter::fill(QMenu& menu)
{
    std::vector<const ExportFormat*> first;
    std::vector<const ExportFormat*> tickets;
    std::vector<const ExportFormat*> offers;
    std::vector<const ExportFormat*> others;
    for (const ExportFormat& format : m_needs.formats) {
        const bool isMostUsed = std::ranges::find(kMostUsed, format.key) != kMostUsed.end();
        const bool isTicket = format.content == ExportContent::tickets;
        (isMostUsed ? first : isTicket ? tickets : format.needsOffer ? offers : others).push_back(&format);
    }
    QList<QMenu*> inner;
    const auto addInner = [&](const QString& title, const QString& name, const std::vector<const ExportFormat*>& in) {
        if (in.empty())
            return;
        inner << new QMenu(title, &menu);
        inner.last()->setObjectName(name);
        inner.last()->addActions(makeEntries(*inner.last(), in, {}));
    };
    addInner(tr("&Offer to a client"), QStringLiteral("exportOfferMenu"), offers);
    addInner(tr("&Tickets"), QStringLiteral("exportTicketsMenu"), tickets);
    addInner(tr("&More formats"), QStringLiteral("exportMoreMenu"), others);
    ChangesMenu* changes = nullptr;
    QList<QAction*> beside = menu.actions();
    for (const QMenu* one : inner)
        beside << one->menuAction();
    if (report()) {
        changes = new ChangesMenu(m_needs.document, &menu);
        connect(changes, &ChangesMenu::chosen, this, &PlanExporter::askReportSince);
        beside << changes->menuAction();
    }
    const QList<QAction*> entries = makeEntries(menu, first, lettersOf(beside));
    for (std::size_t i = 0; i < first.size(); ++i) {
        menu.addAction(entries[static_cast<qsizetype>(i)]);
        if (first[i] == report())
            menu.addMenu(changes);
    }
    for (QMenu* one : std::as_const(inner))
        menu.addMenu(one);
}

} // namespace trestle
