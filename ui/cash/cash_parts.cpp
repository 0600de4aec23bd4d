#include "ui/cash/cash_parts.h"

#include "ui/base/format.h"
#include "ui/cash/cash_edits.h"
#include "ui/document/plan_document.h"
#include "ui/theme/theme.h"
#include "ui/widgets/figure_fields.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace trestle {

namespace {

constexpr int kFigureDigits = 21; // wide enough for a figure with its note in two lines

void setInk(QLabel& label, Role role)
{
    QPalette ink = label.palette();
    ink.setColor(QPalette::WindowText, roleColor(role, label.palette()));
    label.setPalette(ink);
}

} // namespace

CashFigureStrip::CashFigureStrip(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("cashFigures"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(12);
}

CashFigureStrip::Block CashFigureStrip::addBlock()
{
    Block block;
    block.widget = new QWidget(this);
    const QString name = QStringLiteral("cashFigure%1").arg(m_blocks.size());
    block.widget->setObjectName(name);
    auto* column = new QVBoxLayout(block.widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    const auto add = [&](const QString& part) {
        auto* label = new QLabel(block.widget);
        label->setObjectName(name + part);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column->addWidget(label);
        return label;
    };
    block.title = add(QStringLiteral("Title"));
    block.value = add(QStringLiteral("Value"));
    block.note = add(QStringLiteral("Note"));
    column->addStretch(1);
    return block;
}

void CashFigureStrip::setFigures(const std::vector<cashwords::Figure>& figures)
{
    while (m_blocks.size() < figures.size())
        m_blocks.push_back(addBlock());
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        Block& block = m_blocks[i];
        block.title->setText(figures[i].title);
        block.value->setText(figures[i].value);
        block.note->setText(figures[i].note);
        block.note->setMinimumHeight(0);
    }
    applyColours();
}

void CashFigureStrip::wait()
{
    std::vector<cashwords::Figure> figures;
    for (const QString& title : cashwords::figureTitles())
        figures.push_back({title, tr("…"), {}});
    std::vector<int> heights;
    for (const Block& block : m_blocks)
        heights.push_back(block.note->height());
    setFigures(figures);
    for (std::size_t i = 0; i < heights.size(); ++i)
        m_blocks[i].note->setMinimumHeight(heights[i]);
}

void CashFigureStrip::fitTo(int width)
{
    const auto count = static_cast<int>(m_blocks.size());
    const int room = std::max(1, width / (kFigureDigits * fontMetrics().horizontalAdvance(u'0')));
    const int columns = room >= count ? count : room >= 2 ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < count; ++i) {
        m_grid->removeWidget(m_blocks[static_cast<std::size_t>(i)].widget);
        m_grid->addWidget(m_blocks[static_cast<std::size_t>(i)].widget, i / columns, i % columns);
    }
    for (int column = 0; column < count; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void CashFigureStrip::applyColours()
{
    for (const Block& block : m_blocks) {
        block.title->setFont(scaledFont(font(), TextSize::Small));
        block.value->setFont(scaledFont(font(), TextSize::Title, QFont::DemiBold));
        block.note->setFont(scaledFont(font(), TextSize::Small));
        setInk(*block.title, Role::TextMuted);
        setInk(*block.value, Role::Text);
        setInk(*block.note, Role::TextMuted);
    }
}

void CashFigureStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

CashStart::CashStart(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_question(new QLabel(this)), m_why(new QLabel(this)),
      m_opening(new AmountField(QStringLiteral("cashStartOpening"), {}, this)), m_problem(new QLabel(this))
{
    setObjectName(QStringLiteral("cashStart"));
    m_question->setObjectName(QStringLiteral("cashStartQuestion"));
    m_question->setWordWrap(true);
    m_question->setBuddy(m_opening);
    m_opening->setOptional(tr("AUD"));
    m_opening->setSigned(); // an account may be overdrawn
    m_why->setObjectName(QStringLiteral("cashStartWhy"));
    m_why->setWordWrap(true);
    m_why->setText(
        tr("Then Trestle tells how sure it is that the money lasts until launch and after it, in which month "
           "it would run out, and how much more you need. Other costs, revenue, grants and tranches of an "
           "investment can be added as lines of your own."));
    m_problem->setObjectName(QStringLiteral("cashStartProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* show = new QPushButton(tr("Show the &cash"), this);
    show->setObjectName(QStringLiteral("cashStartShow"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_opening);
    row->addWidget(show);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_question);
    column->addLayout(row);
    column->addWidget(m_problem);
    column->addWidget(m_why);
    connect(m_opening, &TypedField::settled, this, &CashStart::store);
    connect(show, &QPushButton::clicked, this, [this] {
        m_opening->settle();
        if (!m_document.inputs().cash.opening)
            m_opening->setFocus(Qt::OtherFocusReason);
    });
    applyColours();
    refresh();
}

void CashStart::refresh()
{
    m_question->setText(tr("How much is in the bank on %1?").arg(format::date(m_document.inputs().start)));
    m_opening->setAccessibleName(m_question->text());
    m_opening->setAmountIfAny(m_document.inputs().cash.opening);
    m_problem->hide();
}

void CashStart::store()
{
    const std::optional<Money> opening = m_opening->amountIfAny();
    const QString problem = editCash(m_document, tr("Opening cash"), [&](CashPlan& cash) { cash.opening = opening; });
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void CashStart::applyColours()
{
    m_question->setFont(scaledFont(font(), TextSize::Heading, QFont::DemiBold));
    m_why->setFont(scaledFont(font(), TextSize::Body));
    m_problem->setFont(scaledFont(font(), TextSize::Small));
    setInk(*m_why, Role::TextMuted);
    setInk(*m_problem, Role::Error);
}

void CashStart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

} // namespace trestle
