#include "ui/dialogs/plan_dialogs.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/dialogs/target_fields.h"
#include "ui/document/plan_document.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/private_note_hint.h"
#include "ui/widgets/reading_order.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace trestle {

StartDateDialog::StartDateDialog(PlanDocument& document, QWidget* parent)
    : FormDialog(QStringLiteral("startDateDialog"), tr("Start date"),
                 tr("Work starts on the first working day on or after this date."), parent),
      m_document(document)
{
    m_date = addDate(tr("&Start date"), QStringLiteral("startDate"), document.inputs().start, document.today());
}

void StartDateDialog::accept()
{
    if (!settle())
        return;
    const Date start = *m_date->date();
    m_document.edit(tr("Start on %1").arg(format::date(start)), [&](Inputs& inputs) { inputs.start = start; });
    FormDialog::accept();
}

AsOfDialog::AsOfDialog(PlanDocument& document, QWidget* parent)
    : FormDialog(QStringLiteral("asOfDialog"), tr("Replan from a date"),
                 tr("Once work has begun, plan what is left from this day on. Work already done won't make the plan "
                    "end in the past."),
                 parent),
      m_document(document)
{
    const std::optional<Date> asOf = document.inputs().asOf;
    m_use = makeCheck(tr("&Plan what is left from"), QStringLiteral("asOfUse"), true, this);
    m_date = new DateField(QStringLiteral("asOfDate"), document.today(), this);
    m_date->setDate(asOf.value_or(document.today()));
    m_date->setNotBefore(document.inputs().start);
    m_date->setAccessibleName(tr("Date to plan from"));
    addFormRow(*form(), m_use, m_date);
    connect(m_use, &QCheckBox::toggled, m_date, &QWidget::setEnabled);
}

void AsOfDialog::accept()
{
    if (!settle())
        return;
    std::optional<Date> asOf;
    if (m_use->isChecked())
        asOf = m_date->date();
    const QString label = asOf ? tr("Replan from %1").arg(format::date(*asOf)) : tr("Plan from the start");
    m_document.edit(label, [&](Inputs& inputs) { inputs.asOf = asOf; });
    FormDialog::accept();
}

TargetDialog::TargetDialog(PlanDocument& document, QWidget* parent)
    : FormDialog(QStringLiteral("targetDialog"), tr("Target and budget"),
                 tr("What the plan should meet. The budget covers %1, ex GST.")
                     .arg(wording::costsCounted(document.plan().inputs)),
                 parent),
      m_document(document), m_fields(new TargetFields(document, this))
{
    addWide(m_fields);
}

void TargetDialog::accept()
{
    if (!settle())
        return;
    m_document.edit(tr("Target and budget"), [&](Inputs& inputs) { m_fields->apply(inputs); });
    FormDialog::accept();
}

DetailsDialog::DetailsDialog(PlanDocument& document, QWidget* parent)
    : FormDialog(QStringLiteral("detailsDialog"), tr("Name and client"), {}, parent), m_document(document),
      m_name(new QLineEdit(format::raw(document.inputs().name), this)),
      m_client(new QLineEdit(format::raw(document.inputs().client), this)), m_notes(new QPlainTextEdit(this))
{
    m_name->setMaxLength(200);
    m_client->setMaxLength(200);
    m_notes->setPlainText(format::raw(document.inputs().notes));
    m_notes->setTabChangesFocus(true);
    addField(tr("&Name"), m_name, QStringLiteral("detailsName"));
    addField(tr("&Client"), m_client, QStringLiteral("detailsClient"));
    addField(tr("N&otes"), m_notes, QStringLiteral("detailsNotes"));
    addWide(privateNoteHint(this));
}

void DetailsDialog::accept()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        complain(tr("Give the plan a name."));
        m_name->setFocus();
        return;
    }
    m_document.edit(tr("Name and client"), [&](Inputs& inputs) {
        inputs.name = format::utf8(name);
        inputs.client = format::utf8(m_client->text().trimmed());
        inputs.notes = format::utf8(m_notes->toPlainText());
    });
    FormDialog::accept();
}

} // namespace trestle
