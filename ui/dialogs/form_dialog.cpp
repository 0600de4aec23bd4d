#include "ui/dialogs/form_dialog.h"

#include "ui/format.h"
#include "ui/theme/theme.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace trestle {

void setUpDateEdit(QDateEdit& edit, QDate value)
{
    edit.setLocale(format::locale());
    edit.setDisplayFormat(QStringLiteral("d MMM yyyy"));
    edit.setDateRange(QDate(1970, 1, 1), QDate(2200, 12, 31));
    edit.setCalendarPopup(true);
    edit.setDate(value);
    // Its own hint is for the last date in range, and other months have longer names.
    edit.setMinimumWidth(
        edit.fontMetrics().horizontalAdvance(edit.locale().toString(QDate(2028, 9, 28), edit.displayFormat())) + 52);
    QCalendarWidget* calendar = edit.calendarWidget();
    calendar->setLocale(format::locale());
    calendar->setFirstDayOfWeek(Qt::Monday);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
}

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
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    column->addLayout(m_form);
    m_problem->setObjectName(name + QStringLiteral("Problem"));
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
    m_form->addRow(label, field);
}

QDateEdit* FormDialog::addDate(const QString& label, const QString& name, QDate value)
{
    auto* edit = new QDateEdit(this);
    setUpDateEdit(*edit, value);
    addField(label, edit, name);
    return edit;
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
}

QCheckBox* makeCheck(const QString& text, const QString& name, bool checked, QWidget* parent)
{
    auto* box = new QCheckBox(text, parent);
    box->setObjectName(name);
    box->setChecked(checked);
    return box;
}

} // namespace trestle
