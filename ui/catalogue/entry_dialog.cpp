#include "ui/catalogue/entry_dialog.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/widgets/figure_fields.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include <array>

namespace trestle {

EntryDialog::EntryDialog(const QString& name, const QString& title, const QString& explanation, QWidget* parent)
    : FormDialog(name, title, explanation, parent)
{
    setMinimumWidth(520);
}

QLineEdit* EntryDialog::addLine(const QString& label, const QString& name, const std::string& text)
{
    auto* line = new QLineEdit(format::raw(text), this);
    line->setMaxLength(200);
    addField(label, line, name);
    connect(line, &QLineEdit::textEdited, this, &EntryDialog::look);
    return line;
}

QComboBox* EntryDialog::addChoice(const QString& label, const QString& name, const Choices& choices,
                                  const std::string& chosen)
{
    auto* list = new QComboBox(this);
    for (const auto& [id, title] : choices)
        list->addItem(format::text(title), QString::fromStdString(id));
    list->setCurrentIndex(std::max(0, list->findData(QString::fromStdString(chosen))));
    addField(label, list, name);
    connect(list, &QComboBox::currentIndexChanged, this, &EntryDialog::look);
    return list;
}

QDoubleSpinBox* EntryDialog::addNumber(const QString& label, const QString& name, double value, double most,
                                       int decimals)
{
    auto* field = new QDoubleSpinBox(this);
    field->setLocale(format::locale());
    field->setDecimals(decimals);
    field->setRange(0, most);
    field->setValue(value);
    addField(label, field, name);
    connect(field, &QDoubleSpinBox::valueChanged, this, &EntryDialog::look);
    return field;
}

std::function<ThreePoint()> EntryDialog::addAmounts(const QString& label, const QString& name, const ThreePoint& value)
{
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    std::array<AmountField*, 3> fields{};
    QString plain = label;
    plain.remove(u'&');
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const QString part = wording::caseName(kCases.at(i));
        auto* field = new AmountField(name + format::capitalised(part), Money::rounded(value.at(kCases.at(i))), row);
        field->setStep(Money::dollars(10));
        field->setAccessibleName(tr("%1, %2").arg(plain, part));
        field->setToolTip(format::capitalised(part));
        line->addWidget(field, 1);
        connect(field, &QLineEdit::textEdited, this, &EntryDialog::look);
        fields.at(i) = field;
    }
    row->setFocusProxy(fields.front());
    addField(label, row, name);
    row->setAccessibleName({}); // its fields have theirs
    return [fields] {
        return ThreePoint{fields[0]->amount().inDollars(), fields[1]->amount().inDollars(),
                          fields[2]->amount().inDollars()};
    };
}

void EntryDialog::setCheck(std::function<QString()> check)
{
    m_check = std::move(check);
}

std::string EntryDialog::lineText(const QLineEdit& line)
{
    return format::utf8(line.text().trimmed());
}

std::string EntryDialog::chosenId(const QComboBox& list)
{
    return list.currentData().toString().toStdString();
}

void EntryDialog::look()
{
    if (isVisible() && m_check)
        complain(m_check());
}

void EntryDialog::accept()
{
    if (!settle())
        return;
    const QString problem = m_check ? m_check() : QString();
    complain(problem);
    if (problem.isEmpty())
        FormDialog::accept();
}

} // namespace trestle
