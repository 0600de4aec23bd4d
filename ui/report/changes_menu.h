#pragma once

#include "data/plan_file/plan_file.h"

#include <QMenu>

#include <functional>
#include <vector>

namespace trestle {

class PlanDocument;

/// The named versions of a plan, newest first, to choose the one since which a report or a change order lists the
/// changes. Read from the file, off the window's thread, when the menu above it opens.
class ChangesMenu : public QMenu {
    Q_OBJECT
public:
    /// `title`, `name`: of the menu; those of the report where there are none.
    ChangesMenu(std::function<PlanDocument*()> document, QMenu* above, const QString& title = {},
                const QString& name = QStringLiteral("exportChangesMenu"));

    void read();

Q_SIGNALS:
    void chosen(const trestle::Revision& version);

private:
    void fill(const std::vector<Revision>& named);

    std::function<PlanDocument*()> m_document;
};

} // namespace trestle
