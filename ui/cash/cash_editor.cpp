#include "ui/cash/cash_editor.h"

#include "ui/base/format.h"
#include "ui/cash/cash_edits.h"
#include "ui/cash/cash_line_editor.h"
#include "ui/document/plan_document.h"
#include "ui/theme/theme.h"
#include "ui/widgets/figure_fields.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/private_note_hint.h"
#include "ui/widgets/reading_order.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace trestle {

namespace {

constexpr int kMostBuffer = 120;

} // namespace

CashEditor::CashEditor(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_title(new QLabel(tr("What you know of the money"), this))
{
    setObjectName(QStringLiteral("cashEditor"));
    m_title->setObjectName(QStringLiteral("cashEditorTitle"));
    m_once.kind = OwnLine::Kind::Once;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(makeBasics());
    column->addWidget(makeSection(m_monthly, tr("Every month, AUD"), tr("Add a &monthly line"), "cashMonthly"));
    column->addWidget(makeSection(m_once, tr("Once, AUD"), tr("Add a &one-off"), "cashOnce"));
    applyColours();
    refresh();
}

QWidget* CashEditor::addGroup(QWidget& parent, const QString& caption, QWidget* field, const QString& unit)
{
    auto* group = new QWidget(&parent);
    group->setObjectName(field->objectName() + QStringLiteral("Group"));
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto* label = new QLabel(caption, group);
    label->setObjectName(field->objectName() + QStringLiteral("Caption"));
    label->setBuddy(field);
    row->addWidget(label);
    row->addWidget(field);
    if (!unit.isEmpty()) {
        auto* behind = new QLabel(unit, group);
        behind->setObjectName(field->objectName() + QStringLiteral("Unit"));
        row->addWidget(behind);
    }
    parent.layout()->addWidget(group);
    return group;
}

QWidget* CashEditor::makeBasics()
{
    auto* basics = new QWidget(this);
    basics->setObjectName(QStringLiteral("cashBasics"));
    auto* column = new QVBoxLayout(basics);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* fields = new QWidget(basics);
    fields->setObjectName(QStringLiteral("cashBasicsFields"));
    fields->setLayout(new FlowLayout(16));
    fields->layout()->setContentsMargins(0, 0, 0, 0);
    m_opening = new AmountField(QStringLiteral("cashOpening"), {}, fields);
    m_opening->setOptional(tr("not known"));
    m_opening->setSigned(); // an account may be overdrawn
    QWidget* group = addGroup(*fields, tr("In the &bank"), m_opening);
    m_openingCaption = group->findChild<QLabel*>(QStringLiteral("cashOpeningCaption"));
    m_buffer = new NumberField(QStringLiteral("cashBuffer"), 0, kMostBuffer, fields);
    m_buffer->setAccessibleName(tr("Months that the money should last after launch"));
    addGroup(*fields, tr("To &last after launch"), m_buffer, tr("months"));
    m_gst = new QCheckBox(tr("Registered for &GST"), fields);
    m_gst->setObjectName(QStringLiteral("cashGst"));
    m_gst->setToolTip(tr("Then what is bought counts without GST, which comes back. Otherwise it costs 10 % more."));
    fields->layout()->addWidget(m_gst);
    m_note = new QLineEdit(fields);
    m_note->setObjectName(QStringLiteral("cashNote"));
    m_note->setAccessibleName(tr("Note on cash"));
    m_note->setPlaceholderText(tr("Where the money comes from"));
    constexpr int kNoteLetters = 28;
    m_note->setFixedWidth(kNoteLetters * m_note->fontMetrics().averageCharWidth() + 24);
    hintAtPrivateNotes(*m_note);
    addGroup(*fields, tr("&Note"), m_note);
    auto* team = new QPushButton(tr("Whose time is paid out…"), fields);
    team->setObjectName(QStringLiteral("cashToTeam"));
    team->setProperty("quiet", true);
    team->setToolTip(tr("Own time that is not paid out leaves no bank account (page Team)"));
    fields->layout()->addWidget(team);
    m_problem = new QLabel(basics);
    m_problem->setObjectName(QStringLiteral("cashProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(fields);
    column->addWidget(m_problem);

    connect(m_opening, &TypedField::settled, this, &CashEditor::storeOpening);
    connect(m_buffer, &TypedField::settled, this, [this] {
        const int months = static_cast<int>(std::lround(m_buffer->number()));
        editCash(
            m_document, tr("Cash lasts %1 months after launch").arg(format::number(months, 0)),
            [months](CashPlan& cash) { cash.bufferMonths = months; }, QStringLiteral("cash buffer"));
        refresh();
    });
    connect(m_gst, &QCheckBox::clicked, this, [this](bool registered) {
        m_document.edit(registered ? tr("Registered for GST") : tr("Not registered for GST"),
                        [registered](Inputs& inputs) { inputs.gstRegistered = registered; });
    });
    connect(m_note, &QLineEdit::editingFinished, this, [this] {
        editCash(m_document, tr("Note on cash"),
                 [this](CashPlan& cash) { cash.note = format::utf8(m_note->text().trimmed()); });
    });
    connect(team, &QPushButton::clicked, this, &CashEditor::teamWanted);
    return basics;
}

QWidget* CashEditor::makeSection(Section& section, const QString& title, const QString& add, const char* name)
{
    const QString called = QString::fromLatin1(name);
    auto* widget = new QWidget(this);
    widget->setObjectName(called + QStringLiteral("Section"));
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    section.title = new QLabel(title, widget);
    section.title->setObjectName(called + QStringLiteral("Title"));
    column->addWidget(section.title);
    section.rows = new QVBoxLayout;
    section.rows->setSpacing(8);
    column->addLayout(section.rows);
    section.add = new QPushButton(add, widget);
    section.add->setObjectName(called + QStringLiteral("Add"));
    column->addWidget(section.add, 0, Qt::AlignLeft);
    connect(section.add, &QPushButton::clicked, this, [this, kind = section.kind] { this->add(kind); });
    return widget;
}

void CashEditor::setCount(Section& section, std::size_t count)
{
    const bool sameCount = section.lines.size() == count;
    while (section.lines.size() > count) {
        section.lines.back()->deleteLater();
        section.lines.back()->hide();
        section.rows->removeWidget(section.lines.back());
        section.lines.pop_back();
    }
    while (section.lines.size() < count) {
        const OwnLine line{section.kind, section.lines.size()};
        auto* editor = new CashLineEditor(m_document, line, section.title->parentWidget());
        connect(editor, &CashLineEditor::removeWanted, this, [this, line] { remove(line); });
        section.rows->addWidget(editor);
        editor->show();
        section.lines.push_back(editor);
    }
    for (CashLineEditor* line : section.lines)
        line->refresh();
    if (!sameCount)
        setReadingOrder(*this);
}

void CashEditor::refresh()
{
    const Inputs& inputs = m_document.inputs();
    m_openingCaption->setText(tr("In the &bank on %1").arg(format::mediumDate(inputs.start)));
    m_opening->setAccessibleName(tr("In the bank on %1, AUD").arg(format::mediumDate(inputs.start)));
    m_opening->setAmountIfAny(inputs.cash.opening);
    m_buffer->setNumber(inputs.cash.bufferMonths);
    m_gst->setChecked(inputs.gstRegistered);
    if (!m_note->hasFocus())
        m_note->setText(format::raw(inputs.cash.note));
    m_problem->hide();
    setCount(m_monthly, inputs.cash.monthly.size());
    setCount(m_once, inputs.cash.once.size());
}

void CashEditor::storeOpening()
{
    const std::optional<Money> opening = m_opening->amountIfAny();
    const QString problem = editCash(
        m_document, tr("Opening cash"), [&](CashPlan& cash) { cash.opening = opening; },
        QStringLiteral("cash opening"));
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void CashEditor::focusOpening()
{
    m_opening->setFocus(Qt::OtherFocusReason);
}

void CashEditor::edit(OwnLine line)
{
    const Section& section = sectionOf(line.kind);
    if (line.index >= section.lines.size())
        return;
    section.lines[line.index]->focusLabel();
    Q_EMIT lineFocused(section.lines[line.index]);
}

void CashEditor::add(OwnLine::Kind kind)
{
    const Date start = m_document.inputs().start;
    editCash(m_document, kind == OwnLine::Kind::Monthly ? tr("Add a monthly line") : tr("Add a one-off"),
             [&](CashPlan& cash) {
                 if (kind == OwnLine::Kind::Monthly)
                     cash.monthly.push_back({freeLabel(cash, tr("Monthly line")), Money{}, start});
                 else
                     cash.once.push_back({freeLabel(cash, tr("One-off")), Money{}, start});
             });
    refresh();
    const Section& section = sectionOf(kind);
    if (!section.lines.empty())
        edit({kind, section.lines.size() - 1});
}

void CashEditor::remove(OwnLine line)
{
    const Section& section = sectionOf(line.kind);
    editCash(m_document, tr("Remove a line of cash"), [line](CashPlan& cash) {
        const auto at = static_cast<std::ptrdiff_t>(line.index);
        if (line.kind == OwnLine::Kind::Monthly)
            cash.monthly.erase(cash.monthly.begin() + at);
        else
            cash.once.erase(cash.once.begin() + at);
    });
    section.add->setFocus(Qt::OtherFocusReason); // the cross that has it may go
    refresh();
}

void CashEditor::applyColours()
{
    m_title->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    for (const Section* section : {&m_monthly, &m_once})
        section->title->setFont(scaledFont(font(), TextSize::Small, QFont::DemiBold));
    QPalette red = m_problem->palette();
    red.setColor(QPalette::WindowText, roleColor(Role::Error, palette()));
    m_problem->setPalette(red);
    m_problem->setFont(scaledFont(font(), TextSize::Small));
}

void CashEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

} // namespace trestle
