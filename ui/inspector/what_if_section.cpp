#include "ui/inspector/what_if_section.h"

#include "ui/base/format.h"
#include "ui/base/format_difference.h"
#include "ui/base/wording.h"
#include "ui/base/wording_decisions.h"
#include "ui/document/plan_document.h"
#include "ui/questions/question_runner.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace trestle {

namespace {

constexpr int kMostRows = 3; // no figure has more variations that make sense
constexpr std::array kVariations{Variation::low, Variation::high, Variation::halved, Variation::doubled};

} // namespace

WhatIfSection::WhatIfSection(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document),
      m_runner(new QuestionRunner([&document] { return document.sharedPlan(); }, this)),
      m_toggle(new QPushButton(tr("What if this is wrong?"), this)), m_body(new QWidget(this))
{
    setObjectName(QStringLiteral("whatIfSection"));
    m_toggle->setObjectName(QStringLiteral("whatIfToggle"));
    m_toggle->setCheckable(true);
    m_toggle->setToolTip(tr("Varies one figure for a look; the plan stays as it is."));
    m_body->setObjectName(QStringLiteral("whatIfBody"));
    makeBody();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_toggle, 0, Qt::AlignLeft);
    column->addWidget(m_body);
    m_body->hide();
    connect(m_toggle, &QPushButton::toggled, this, &WhatIfSection::setOpen);
    m_escape = new QShortcut(QKeySequence::Cancel, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    m_escape->setEnabled(false);
    connect(m_escape, &QShortcut::activated, this, [this] {
        m_toggle->setFocus(Qt::OtherFocusReason);
        m_toggle->setChecked(false);
    });
    connect(&document, &PlanDocument::planChanged, this, &WhatIfSection::refresh);
    applyColours();
}

WhatIfSection::~WhatIfSection() = default;

void WhatIfSection::makeBody()
{
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_figure = new QComboBox(m_body);
    m_figure->setObjectName(QStringLiteral("whatIfFigure"));
    m_figure->setAccessibleName(tr("Figure to vary"));
    m_figure->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_figure->setMinimumContentsLength(12);
    m_value = new QLabel(m_body);
    m_value->setObjectName(QStringLiteral("whatIfValue"));
    m_value->setWordWrap(true);
    column->addWidget(m_figure);
    column->addWidget(m_value);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 1);
    for (int row = 0; row < kMostRows; ++row) {
        Row cells{new QLabel(m_body), new QLabel(m_body), new QLabel(m_body)};
        int at = 0;
        for (QLabel* label : {cells.what, cells.weeks, cells.money}) {
            label->setObjectName(QStringLiteral("whatIf%1%2").arg(row).arg(at));
            label->setTextFormat(Qt::PlainText);
            label->setWordWrap(at == 0);
            label->setAlignment(at == 0 ? Qt::AlignLeft | Qt::AlignTop : Qt::AlignRight | Qt::AlignTop);
            m_grid->addWidget(label, row, at++);
        }
        m_rows.push_back(cells);
    }
    column->addLayout(m_grid);
    m_note = new QLabel(m_body);
    m_note->setObjectName(QStringLiteral("whatIfNote"));
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    connect(m_figure, &QComboBox::currentIndexChanged, this, &WhatIfSection::ask);
}

bool WhatIfSection::isOpen() const
{
    return m_toggle->isChecked();
}

void WhatIfSection::setNode(const QString& id)
{
    if (id == m_node && !m_figures.empty())
        return;
    m_node = id;
    m_figures.clear(); // another selection starts with its own nearest figure
    refresh();
}

void WhatIfSection::setOpen(bool open)
{
    m_body->setVisible(open);
    m_escape->setEnabled(open);
    refresh();
}

void WhatIfSection::refresh()
{
    m_runner->cancel();
    m_answers.clear();
    if (!isOpen() || !isVisible())
        return;
    const Plan& plan = m_document.plan();
    const Figure chosen = m_figure->currentIndex() >= 0 && !m_figures.empty()
                              ? m_figures[static_cast<std::size_t>(m_figure->currentIndex())]
                              : Figure{};
    const bool keep = !m_figures.empty();
    m_figures = figuresBehind(plan, format::utf8(m_node));
    {
        const QSignalBlocker quiet(m_figure);
        m_figure->clear();
        for (const Figure& figure : m_figures)
            m_figure->addItem(wording::figure(plan, figure));
        const auto found = std::ranges::find(m_figures, chosen);
        m_figure->setCurrentIndex(keep && found != m_figures.end() ? static_cast<int>(found - m_figures.begin()) : 0);
    }
    ask();
}

void WhatIfSection::ask()
{
    m_runner->cancel();
    m_answers.clear();
    if (!isOpen() || m_figure->currentIndex() < 0)
        return;
    const Figure figure = m_figures[static_cast<std::size_t>(m_figure->currentIndex())];
    showPending(figure);
    if (!m_document.isSettled())
        return; // asked when the plan is in its order
    m_runner->ask(
        m_document.sharedPlan(),
        [figure](const Plan& plan, const QuestionOptions& options) { return whatIf(plan, figure, options); },
        [this, figure](Result<std::vector<WhatIf>> answers) {
            if (answers)
                showAnswers(figure, *answers);
            else
                m_note->setText(wording::error(answers.error()));
            Q_EMIT answered();
        });
}

void WhatIfSection::showPending(const Figure& figure)
{
    const Plan& plan = m_document.plan();
    const auto value = valueOf(plan, figure);
    m_value->setText(value ? tr("Now %1").arg(wording::figureValue(figure, *value)) : QString());
    // The rows that there will be, so that nothing moves when their figures come.
    std::size_t row = 0;
    for (const Variation variation : kVariations)
        if (const auto varied = variedValue(plan, figure, variation); varied && row < m_rows.size()) {
            m_rows[row].what->setText(
                tr("%1: %2").arg(wording::variation(variation), wording::figureValue(figure, *varied)));
            m_rows[row].weeks->setText(tr("…"));
            m_rows[row].money->setText(tr("…"));
            ++row;
        }
    for (std::size_t at = 0; at < m_rows.size(); ++at)
        for (QLabel* label : {m_rows[at].what, m_rows[at].weeks, m_rows[at].money})
            label->setVisible(at < row);
    m_note->setText(
        tr("Effect on the plan at %1 sure. Nothing is stored.").arg(format::wholePercent(plan.inputs.confidence)));
}

void WhatIfSection::showAnswers(const Figure& figure, const std::vector<WhatIf>& answers)
{
    m_answers = answers;
    for (std::size_t row = 0; row < answers.size() && row < m_rows.size(); ++row) {
        const WhatIf& answer = answers[row];
        m_rows[row].what->setText(
            tr("%1: %2").arg(wording::variation(answer.variation), wording::figureValue(figure, answer.value)));
        m_rows[row].weeks->setText(format::signedWeeks(answer.effect.weeks));
        m_rows[row].money->setText(format::signedMoney(answer.effect.cost));
    }
}

void WhatIfSection::applyColours()
{
    const QFont small = scaledFont(font(), TextSize::Small);
    for (const Row& row : m_rows) {
        row.what->setFont(small);
        row.weeks->setFont(scaledFont(font(), TextSize::Small, QFont::Medium));
        row.money->setFont(scaledFont(font(), TextSize::Small, QFont::Medium));
    }
    for (QLabel* label : {m_value, m_note}) {
        label->setFont(small);
        QPalette quiet = label->palette();
        quiet.setColor(QPalette::WindowText, roleColor(Role::TextMuted, palette()));
        label->setPalette(quiet);
    }
}

void WhatIfSection::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

void WhatIfSection::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void WhatIfSection::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_runner->cancel();
    m_answers.clear();
}

} // namespace trestle
