#pragma once

#include "data/plan_file/assistant_inbox.h"

#include <QObject>

#include <vector>

namespace trestle {

class PlanDocument;

/// Takes in what assistants leave for a plan while it is open here: proposals, as one edit, and their calls for the
/// file.
class ProposalInbox : public QObject {
    Q_OBJECT
public:
    explicit ProposalInbox(PlanDocument& document, QObject* parent = nullptr);

    /// Looks for something now. Cheap where there is nothing.
    void look();

Q_SIGNALS:
    void told(const QString& text);

private:
    void take(const Inbox& inbox);
    bool keep(const std::vector<InboxEntry>& proposals);

    PlanDocument& m_document;
    bool m_isTaking = false; ///< from reading the inbox to dropping what was read
};

} // namespace trestle
