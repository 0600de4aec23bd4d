#include "ui/document/proposal_inbox.h"

#include "models/proposals.h"
#include "ui/base/wording_scan.h"
#include "ui/document/plan_document.h"

#include <QTimer>

#include <chrono>

namespace trestle {

namespace {

constexpr std::chrono::milliseconds kLater(500);

/// Those that propose, each once, in the order in which they did.
QStringList namesOf(const std::vector<InboxEntry>& entries)
{
    QStringList names;
    for (const InboxEntry& entry : entries)
        if (const QString name =
                entry.proposal.by.empty() ? ProposalInbox::tr("A scan") : wording::sourceLine(entry.proposal.by);
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
    if (m_document.readOnlyReason() || m_isTaking)
        return; // they are for whoever may write
    m_isTaking = true;
    m_document.withFile(this, [this](PlanFile& file) -> std::function<void()> {
        if (file.mode() == OpenMode::readOnly || !hasInbox(file.path()))
            return [this] { m_isTaking = false; };
        return [this, inbox = readInbox(file.path(), file.document().catalogue)] { take(inbox); };
    });
}

/// Nothing is dropped before it is kept.
void ProposalInbox::take(const Inbox& inbox)
{
    std::vector<AssistantCall> calls;
    std::vector<InboxEntry> proposals;
    for (const InboxEntry& entry : inbox.entries) {
        if (entry.call)
            calls.push_back(*entry.call);
        if (!entry.item.empty())
            proposals.push_back(entry);
    }
    if (!proposals.empty() && !keep(proposals)) {
        m_isTaking = false;
        QTimer::singleShot(kLater, this, &ProposalInbox::look);
        return;
    }
    m_document.withFile(this, [this, calls = std::move(calls), bytes = inbox.bytes](PlanFile& file) {
        (void)file.keepCalls(calls); // a call that cannot be kept is no loss to the plan
        dropFromInbox(file.path(), bytes);
        return [this] { m_isTaking = false; };
    });
}

/// False where the document takes no edits at this moment.
bool ProposalInbox::keep(const std::vector<InboxEntry>& proposals)
{
    const QString names = namesOf(proposals).join(QStringLiteral(", "));
    const QString count = QString::number(proposals.size());
    const bool isOne = proposals.size() == 1;
    bool isEarly = false;
    const auto listening = connect(&m_document, &PlanDocument::editTooEarly, this, [&isEarly] { isEarly = true; });
    const bool isKept = m_document.editProject(isOne ? tr("%1 proposed a state").arg(names)
                                                     : tr("%1 proposed %2 states").arg(names, count),
                                               [&proposals](Project& project) {
                                                   for (const InboxEntry& entry : proposals)
                                                       propose(project.base, entry.item, entry.proposal);
                                               });
    disconnect(listening);
    if (isKept)
        Q_EMIT told(isOne ? tr("%1 proposes a state for you to review.").arg(names)
                          : tr("%1 proposes %2 states for you to review.").arg(names, count));
    return !isEarly;
}

} // namespace trestle
