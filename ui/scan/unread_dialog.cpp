#include "ui/scan/unread_dialog.h"

#include "ui/base/format.h"
#include "ui/base/wording_scan.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>

namespace trestle {

UnreadDialog::UnreadDialog(const Scan& scan, QWidget* parent)
    : FormDialog(QStringLiteral("unreadDialog"), tr("Not read"),
                 tr("What was not read can hold signs that the scan did not see."), parent)
{
    QStringList lines;
    for (const Unread& unread : scan.unread)
        lines += tr("%1: %2").arg(wording::sourceLine(unread.path), wording::unreadReason(unread.reason));
    if (scan.unreadCount > scan.unread.size())
        lines += tr("and %1 more").arg(format::number(static_cast<double>(scan.unreadCount - scan.unread.size()), 0));
    auto* list = new QPlainTextEdit(lines.join(u'\n'), this);
    list->setObjectName(QStringLiteral("unreadList"));
    list->setAccessibleName(tr("Files and folders that were not read"));
    list->setReadOnly(true);
    list->setTabChangesFocus(true);
    list->setMinimumSize(480, 200);
    addWide(list);
    buttons()->setStandardButtons(QDialogButtonBox::Close);
}

} // namespace trestle
