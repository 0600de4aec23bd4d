#include "ui/report/changes_menu.h"

#include "ui/document/plan_document.h"
#include "ui/history/comparison_words.h"

#include <algorithm>
#include <utility>

namespace trestle {

ChangesMenu::ChangesMenu(std::function<PlanDocument*()> document, QMenu* above, const QString& title,
                         const QString& name)
    : QMenu(title.isEmpty() ? tr("Report with what changed sinc&e") : title, above), m_document(std::move(document))
{
    setObjectName(name);
    fill({});
    connect(above, &QMenu::aboutToShow, this, &ChangesMenu::read);
}

void ChangesMenu::read()
{
    PlanDocument* document = m_document();
    if (!document)
        return;
    document->withFile(this, [this](PlanFile& file) -> std::function<void()> {
        std::vector<Revision> named = file.history().value_or(std::vector<Revision>());
        std::erase_if(named, [](const Revision& revision) { return revision.tag.empty(); });
        std::ranges::reverse(named);
        return [this, named = std::move(named)] { fill(named); };
    });
}

void ChangesMenu::fill(const std::vector<Revision>& named)
{
    clear();
    if (named.empty()) {
        addAction(tr("No version has a name yet; give one in History"))->setEnabled(false);
        return;
    }
    for (const Revision& version : named) {
        QString name = versionName(version).name;
        addAction(name.replace(u'&', QStringLiteral("&&")), this, [this, version] { Q_EMIT chosen(version); });
    }
}

} // namespace trestle
