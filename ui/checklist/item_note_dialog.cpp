#include "ui/checklist/item_note_dialog.h"

#include "ui/format.h"
#include "ui/plan_document.h"
#include "ui/wording.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace trestle {

ItemNoteDialog::ItemNoteDialog(PlanDocument& document, const QString& item, QWidget* parent)
    : QDialog(parent), m_document(document), m_item(item), m_owner(new QLineEdit(this)),
      m_note(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("itemNoteDialog"));
    setWindowTitle(wording::nodeTitle(document.plan(), format::utf8(item)));
    m_owner->setObjectName(QStringLiteral("itemOwner"));
    m_owner->setAccessibleName(tr("Owner"));
    m_owner->setPlaceholderText(tr("Who looks after it"));
    m_note->setObjectName(QStringLiteral("itemNote"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("Ticket, decision, what is still open…"));
    m_note->setTabChangesFocus(true);
    m_note->setMinimumSize(360, 120);

    const auto& items = document.inputs().items;
    if (const auto found = items.find(format::utf8(item)); found != items.end()) {
        m_owner->setText(format::text(found->second.owner));
        m_note->setPlainText(format::text(found->second.note));
    }
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setVerticalSpacing(8);
    form->addRow(tr("&Owner"), m_owner);
    form->addRow(tr("&Note"), m_note);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->setObjectName(QStringLiteral("itemNoteButtons"));
    connect(buttons, &QDialogButtonBox::accepted, this, &ItemNoteDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ItemNoteDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addLayout(form);
    column->addWidget(buttons);
}

void ItemNoteDialog::accept()
{
    const std::string id = format::utf8(m_item);
    m_document.edit(tr("Note on %1").arg(windowTitle()), [&](Inputs& inputs) {
        const std::string owner = format::utf8(m_owner->text().trimmed());
        const std::string note = format::utf8(m_note->toPlainText().trimmed());
        ItemInput& entry = inputs.items[id];
        entry.owner = owner;
        entry.note = note;
        if (entry.state == ItemState::missing && owner.empty() && note.empty())
            inputs.items.erase(id);
    });
    QDialog::accept();
}

} // namespace trestle
