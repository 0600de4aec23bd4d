#include "ui/widgets/private_note_hint.h"

#include "data/exchange/private_notes.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/theme/theme.h"

#include <QLabel>

namespace trestle {

namespace {

QString privateNoteWords()
{
    return tr("What begins with “%1” stays out of files for clients and investors, up to the next empty line.")
        .arg(format::text(std::string(kPrivateMark)));
}

} // namespace

QLabel* privateNoteHint(QWidget* parent)
{
    auto* hint = new QLabel(privateNoteWords(), parent);
    hint->setObjectName(QStringLiteral("privateNoteHint"));
    hint->setTextFormat(Qt::PlainText);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setFont(scaledFont(hint->font(), TextSize::Small));
    hint->setWordWrap(true);
    return hint;
}

void hintAtPrivateNotes(QWidget& field)
{
    field.setToolTip(privateNoteWords());
    field.setAccessibleDescription(privateNoteWords());
}

} // namespace trestle
