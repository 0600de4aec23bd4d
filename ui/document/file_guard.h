#pragma once

#include "data/plan_file/plan_file.h"
#include "ui/document/proposal_inbox.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace trestle {

class PlanDocument;

/// Watches the file of an open plan for what others do to it: a sync tool, a file manager, another Trestle. A changed
/// file is loaded again; what only this window has is kept in a file of its own first. Nothing is ever overwritten.
class FileGuard : public QObject {
    Q_OBJECT
public:
    explicit FileGuard(PlanDocument& document, QObject* parent = nullptr);

    /// Looks at the file now. Cheap where it has not changed.
    void look();

Q_SIGNALS:
    /// What is wrong with the file for now, in a sentence; empty: nothing (any more).
    void problemChanged(const QString& problem);
    /// Something was done about it that the user should know.
    void told(const QString& text);

private:
    void watch();
    void take(const Result<OutsideChange>& change);
    void setProblem(const QString& problem);

    PlanDocument& m_document;
    ProposalInbox m_inbox;
    QFileSystemWatcher m_watcher;
    QTimer m_soon;  ///< one look for all the events of one change
    QTimer m_retry; ///< runs while changes are not on disk
    QString m_problem;
    bool m_doubtful = false; ///< the file could not be read at the last look: a sync tool may be half done
    bool m_loading = false;  ///< a reload that the guard asked for is under way …
    bool m_quiet = false;    ///< … of another Trestle's ordinary edit
};

} // namespace trestle
