#include "ui/cash/cash_line_editor.h"

#include "ui/base/format.h"
#include "ui/cash/cash_edits.h"
#include "ui/document/plan_document.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cross_button.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/figure_fields.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/private_note_hint.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace trestle {

namespace {

enum Direction { Out, In };

Money sizeOfAmount(Money amount)
{
    return amount < Money{} ? Money{} - amount : amount;
}

} // namespace

CashLineEditor::CashLineEditor(PlanDocument& document, OwnLine line, QWidget* parent)
    : QWidget(parent), m_document(document), m_line(line)
{
    const bool monthly = line.kind == OwnLine::Kind::Monthly;
    const QString name = (monthly ? QStringLiteral("cashMonthly%1") : QStringLiteral("cashOnce%1")).arg(line.index);
    setObjectName(name);
    m_label = new QLineEdit(this);
    m_label->setObjectName(name + QStringLiteral("Label"));
    m_label->setPlaceholderText(tr("What it is"));
    m_direction = new QComboBox(this);
    m_direction->setObjectName(name + QStringLiteral("Direction"));
    m_direction->addItems({tr("goes out"), tr("comes in")});
    m_amount = new AmountField(name + QStringLiteral("Amount"), {}, this);
    m_from = new DateField(name + QStringLiteral("From"), m_document.today(), this);
    if (monthly) {
        m_to = new DateField(name + QStringLiteral("To"), m_document.today(), this);
        m_to->setOptional(tr("no end"));
    }
    m_note = new QLineEdit(this);
    m_note->setObjectName(name + QStringLiteral("Note"));
    m_note->setPlaceholderText(tr("Note"));
    hintAtPrivateNotes(*m_note);
    m_remove = new CrossButton(name + QStringLiteral("Remove"), tr("Remove this line"), this);
    m_problem = new QLabel(this);
    m_problem->setObjectName(name + QStringLiteral("Problem"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    makeFields();
    connect(m_remove, &QAbstractButton::clicked, this, &CashLineEditor::removeWanted);
    connect(m_direction, &QComboBox::activated, this, [this] { store(m_direction); });
    for (QLineEdit* text : {m_label, m_note})
        connect(text, &QLineEdit::editingFinished, this, [this, text] { store(text); });
    for (TypedField* field : std::initializer_list<TypedField*>{m_amount, m_from, m_to})
        if (field)
            connect(field, &TypedField::settled, this, [this, field] { store(field); });
    applyColours();
    refresh();
}

QWidget* CashLineEditor::addCaptioned(const QString& caption, QWidget* field)
{
    auto* group = new QWidget(this);
    group->setObjectName(field->objectName() + QStringLiteral("Group"));
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto* label = new QLabel(caption, group);
    label->setObjectName(field->objectName() + QStringLiteral("Caption"));
    label->setBuddy(field);
    row->addWidget(label);
    row->addWidget(field);
    return group;
}

void CashLineEditor::makeFields()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* flow = new FlowLayout(8);
    const bool monthly = m_to != nullptr;
    flow->addWidget(m_label);
    flow->addWidget(m_direction);
    flow->addWidget(m_amount);
    flow->addWidget(addCaptioned(monthly ? tr("from") : tr("on"), m_from));
    if (monthly)
        flow->addWidget(addCaptioned(tr("to"), m_to));
    flow->addWidget(m_note);
    flow->addWidget(m_remove);
    column->addLayout(flow);
    column->addWidget(m_problem);
    constexpr int kLetters = 17; // all fields in a line where there is room beside the checklist
    for (QLineEdit* text : {m_label, m_note})
        text->setFixedWidth(kLetters * text->fontMetrics().averageCharWidth() + 24);
    m_amount->setPlain(QStringLiteral("99,999,999"));
}

bool CashLineEditor::isThere() const
{
    const CashPlan& cash = m_document.inputs().cash;
    return m_line.index < (m_to ? cash.monthly.size() : cash.once.size());
}

void CashLineEditor::refresh()
{
    if (!isThere())
        return;
    const CashPlan& cash = m_document.inputs().cash;
    const auto show = [this](const auto& line, Date from) {
        const QString label = format::raw(line.label);
        if (!m_label->hasFocus() || !m_label->isModified())
            m_label->setText(label);
        if (!m_note->hasFocus() || !m_note->isModified())
            m_note->setText(format::raw(line.note));
        if (line.amount != Money{}) // of nothing, the direction stays as it was chosen
            m_direction->setCurrentIndex(line.amount < Money{} ? Out : In);
        m_amount->setAmount(sizeOfAmount(line.amount));
        m_from->setNotBefore(m_document.inputs().start);
        m_from->setDate(from);
        const auto call = [&](QWidget* field, const QString& what) {
            field->setAccessibleName(tr("%1: %2").arg(format::text(line.label), what));
        };
        call(m_label, tr("what it is"));
        call(m_direction, tr("in or out"));
        call(m_amount, m_to ? tr("AUD a month") : tr("AUD"));
        call(m_from, m_to ? tr("from") : tr("date"));
        call(m_note, tr("note"));
        call(m_remove, tr("remove"));
    };
    if (m_to) {
        const MonthlyLine& line = cash.monthly[m_line.index];
        show(line, line.from);
        m_to->setNotBefore(line.from);
        m_to->setDate(line.to);
        m_to->setAccessibleName(tr("%1: %2").arg(format::text(line.label), tr("to")));
    } else {
        const OneOff& line = cash.once[m_line.index];
        show(line, line.date);
    }
    complain({});
}

/// What the fields say, in place of the line.
void CashLineEditor::apply(CashPlan& cash) const
{
    const Money amount = m_direction->currentIndex() == In ? m_amount->amount() : Money{} - m_amount->amount();
    const std::string label = format::utf8(m_label->text().trimmed());
    const std::string note = format::utf8(m_note->text().trimmed());
    if (m_to) {
        MonthlyLine& line = cash.monthly[m_line.index];
        line = {label, amount, m_from->date().value_or(line.from), m_to->date(), note};
    } else {
        OneOff& line = cash.once[m_line.index];
        line = {label, amount, m_from->date().value_or(line.date), note};
    }
}

/// All that the fields say, since one may mend what another breaks; what is set in one field is one step of undo.
void CashLineEditor::store(const QWidget* field)
{
    if (!isThere())
        return;
    const QString problem = editCash(
        m_document, tr("Cash: %1").arg(format::isolated(m_label->text().trimmed())),
        [this](CashPlan& cash) { apply(cash); }, field->objectName());
    m_label->setModified(!problem.isEmpty());
    complain(problem);
}

void CashLineEditor::complain(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

QString CashLineEditor::problem() const
{
    return m_problem->text();
}

void CashLineEditor::focusLabel()
{
    m_label->setFocus(Qt::OtherFocusReason);
    m_label->selectAll();
}

void CashLineEditor::applyColours()
{
    QPalette red = m_problem->palette();
    red.setColor(QPalette::WindowText, roleColor(Role::Error, palette()));
    m_problem->setPalette(red);
    m_problem->setFont(scaledFont(font(), TextSize::Small));
}

void CashLineEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

} // namespace trestle
