#include "ui/base/wording_scan.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"

namespace trestle::wording {

QString foundState(FoundState state)
{
    switch (state) {
    case FoundState::done: return tr("in place");
    case FoundState::partial: return tr("partly");
    case FoundState::none: return tr("no sign");
    case FoundState::opposite: return tr("sign of the opposite");
    case FoundState::elsewhere: return tr("settled elsewhere");
    }
    return {};
}

QString foundConfidence(FoundConfidence confidence)
{
    return confidence == FoundConfidence::confident ? tr("confident") : tr("unsure");
}

QString proposalAnswer(ProposalAnswer answer)
{
    switch (answer) {
    case ProposalAnswer::open: return tr("to answer");
    case ProposalAnswer::accepted: return tr("accepted");
    case ProposalAnswer::declined: return tr("declined");
    }
    return {};
}

QString proposalsToReview(std::size_t count)
{
    return count == 1 ? tr("1 proposal to review")
                      : tr("%1 proposals to review").arg(format::number(static_cast<double>(count), 0));
}

QString unreadReason(UnreadReason reason)
{
    switch (reason) {
    case UnreadReason::noAccess: return tr("no access");
    case UnreadReason::tooLarge: return tr("too large");
    case UnreadReason::notAFile: return tr("not a file: a device, a pipe or a socket");
    case UnreadReason::linkOutside: return tr("a link out of the folder, or to nothing");
    case UnreadReason::tooDeep: return tr("too deep in the folder");
    case UnreadReason::tooMany: return tr("beyond the most files that are read");
    case UnreadReason::damaged: return tr("could not be read to its end");
    }
    return {};
}

QString sourceLine(const std::string& utf8)
{
    QString line = format::raw(utf8);
    for (QChar& c : line) {
        const QChar::Category category = c.category();
        if (c.isSpace())
            c = u' ';
        else if (category == QChar::Other_Control || category == QChar::Other_Format)
            c = u'·';
    }
    return format::isolated(line);
}

QString evidencePlace(const Evidence& evidence)
{
    if (evidence.path.empty())
        return tr("the folder");
    const QString path = sourceLine(evidence.path);
    return evidence.line > 0 ? QStringLiteral("%1:%2").arg(path, QString::number(evidence.line)) : path;
}

QString evidenceSentence(const Evidence& evidence, const std::string& by)
{
    if (!by.empty())
        return sourceLine(evidence.rule);
    return format::raw(std::string(ruleSentence(evidence.rule)));
}

QString tickProvenance(const TickEvidence& evidence)
{
    const QString day = format::mediumDate(evidence.on);
    return evidence.by.empty() ? tr("Seen in the source on %1").arg(day)
                               : tr("Proposed by %1 on %2").arg(sourceLine(evidence.by), day);
}

QString scanCounts(const Scan& scan)
{
    const auto count = [](std::size_t files) { return format::number(static_cast<double>(files), 0); };
    QString text = tr("%1 files read, %2 skipped").arg(count(scan.filesRead), count(scan.filesSkipped));
    if (scan.unreadCount > 0)
        text = tr("%1, %2 not read").arg(text, count(scan.unreadCount));
    return text;
}

} // namespace trestle::wording
