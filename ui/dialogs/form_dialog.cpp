#include "ui/dialogs/form_dialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/reading_order.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace trestle {

FormDialog::FormDialog(const QString& name, const QString& title, const QString& explanation, QWidget* parent)
    : QDialog(parent), m_form(new QFormLayout), m_problem(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(name);
    setWindowTitle(title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    if (!explanation.isEmpty()) {
        auto* label = new QLabel(explanation, this);
        label->setObjectName(name + QStringLiteral("Explanation"));
        label->setTextFormat(Qt::PlainText); // the name of a file or of a person may look like markup
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    column->addLayout(m_form);
    m_problem->setObjectName(name + QStringLiteral("Problem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addWidget(m_buttons);
    m_buttons->setObjectName(name + QStringLiteral("Buttons"));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(420);
}

void FormDialog::addField(const QString& label, QWidget* field, const QString& name)
{
    field->setObjectName(name);
    QString plain = label;
    field->setAccessibleName(plain.remove(u'&'));
    addFormRow(*m_form, label, field);
}

DateField* FormDialog::addDate(const QString& label, const QString& name, Date value, Date today)
{
    auto* field = new DateField(name, today, this);
    field->setDate(value);
    addField(label, field, name);
    return field;
}

void FormDialog::addWide(QWidget* widget)
{
    m_form->addRow(widget);
}

void FormDialog::complain(const QString& problem)
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, roleColor(Role::Error, palette()));
    m_problem->setPalette(colors);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (m_opened)
        takeHeight();
}

void FormDialog::takeHeight()
{
    if (layout()->hasHeightForWidth()) // which Qt asks for the width that it would like, not for the one it gets
        setMinimumHeight(layout()->totalHeightForWidth(std::max(width(), minimumWidth())));
    resize(size().expandedTo(minimumSize()));
}

bool FormDialog::settle()
{
    TypedField* wrong = settleFields(*this);
    if (!wrong)
        return true;
    complain(wrong->problem());
    wrong->setFocus(Qt::OtherFocusReason);
    wrong->selectAll();
    return false;
}

void FormDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    if (std::exchange(m_opened, true))
        return;
    setMinimumWidth(std::max(minimumWidth(), layout()->minimumSize().width()));
    takeHeight();
    setReadingOrder(*this);
    if (QWidget* field = firstField(*this))
        field->setFocus(Qt::TabFocusReason); // which selects its text
}

QCheckBox* makeCheck(const QString& text, const QString& name, bool checked, QWidget* parent)
{
    auto* box = new QCheckBox(text, parent);
    box->setObjectName(name);
    box->setChecked(checked);
    return box;
}

} // namespace trestle
