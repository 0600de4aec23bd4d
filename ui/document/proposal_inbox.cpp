#include "ui/document/proposal_inbox.h"

#include "models/proposals.h"
#include "ui/base/format.h"
#include "ui/document/plan_document.h"

#include <algorithm>

namespace trestle {

namespace {

/// Those that propose, each once, in the order in which they did.
QStringList namesOf(const std::vector<InboxEntry>& entries)
{
    QStringList names;
    for (const InboxEntry& entry : entries)
        if (const QString name =
                entry.proposal.by.empty() ? ProposalInbox::tr("A scan") : format::text(entry.proposal.by);
            !names.contains(name))
            names.append(name);
    return names;
}

} // namespace

ProposalInbox::ProposalInbox(PlanDocument& document, QObject* parent) : QObject(parent), m_document(document)
{
    setObjectName(QStringLiteral("proposalInbox"));
}

void ProposalInbox::look()
{
    if (m_document.readOnlyReason())
        return; // they are for whoever may write
    m_document.withFile(this, [this](PlanFile& file) -> std::function<void()> {
        if (file.mode() == OpenMode::readOnly || !hasInbox(file.path()))
            return [] {};
        std::vector<InboxEntry> entries = takeInbox(file.path(), file.document().catalogue);
        std::vector<AssistantCall> calls;
        for (const InboxEntry& entry : entries)
            if (entry.call)
                calls.push_back(*entry.call);
        std::erase_if(entries, [](const InboxEntry& entry) { return entry.item.empty(); });
        (void)file.keepCalls(calls); // a call that cannot be kept is no loss to the plan
        return [this, entries = std::move(entries)] { take(entries); };
    });
}

void ProposalInbox::take(const std::vector<InboxEntry>& entries)
{
    if (entries.empty())
        return;
    const QString names = namesOf(entries).join(QStringLiteral(", "));
    const bool isOne = entries.size() == 1;
    bool isEarly = false;
    const auto listening = connect(&m_document, &PlanDocument::editTooEarly, this, [&isEarly] { isEarly = true; });
    const bool isTaken = m_document.editProject(isOne ? tr("%1 proposed a state").arg(names)
                                                      : tr("%1 proposed %2 states").arg(names).arg(entries.size()),
                                                [&entries](Project& project) {
                                                    for (const InboxEntry& entry : entries)
                                                        propose(project.base, entry.item, entry.proposal);
                                                });
    disconnect(listening);
    if (isTaken)
        Q_EMIT told(isOne ? tr("%1 proposes a state for you to review.").arg(names)
                          : tr("%1 proposes %2 states for you to review.").arg(names).arg(entries.size()));
    if (isEarly) // put back for a better moment
        for (const InboxEntry& entry : entries)
            (void)leaveInInbox(m_document.filePath().toStdString(), entry, m_document.project().catalogue);
}

} // namespace trestle
