#include "ui/new_plan/live_headline.h"

#include "models/decisions/estimate.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/charts/project_dots.h"
#include "ui/new_plan/new_plan_draft.h"
#include "ui/questions/question_runner.h"
#include "ui/summary/summary_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr std::size_t kDraftsRemembered = 8;
constexpr int kHeadlineEdge = 28;
constexpr int kHeadlineWidth = 298; // at least

Result<DraftFigures> figuresOf(const std::shared_ptr<const Catalogue>& catalogue, const Inputs& inputs,
                               QuestionOptions options)
{
    Result<Plan> plan = makePlan(catalogue, inputs);
    if (!plan)
        return std::unexpected(plan.error());
    const auto shared = std::make_shared<const Plan>(std::move(*plan));
    const Result<std::shared_ptr<const Risk>> risk = ownRisk(*shared, options);
    if (!risk)
        return std::unexpected(risk.error());
    return DraftFigures{shared, *risk};
}

} // namespace

DotsView::DotsView(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("newPlanDots"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void DotsView::setOdds(const std::optional<CountableOdds>& odds, bool dimmed)
{
    m_odds = odds;
    m_dimmed = dimmed;
    update();
}

QSize DotsView::sizeHint() const
{
    constexpr int kDot = 16;
    return {ProjectDots::kColumns * kDot, 70};
}

void DotsView::paintEvent(QPaintEvent*)
{
    if (!m_odds)
        return;
    QPainter painter(this);
    ProjectDots{*m_odds}.paint(painter, rect(), palette(), m_dimmed);
}

LiveHeadline::LiveHeadline(NewPlanDraft& draft, QWidget* parent)
    : QWidget(parent), m_draft(draft), m_runner(new QuestionRunner(this)), m_known(kDraftsRemembered),
      m_rows(new QVBoxLayout), m_details(new QWidget(this))
{
    setObjectName(QStringLiteral("newPlanHeadline"));
    m_caption = addText(QStringLiteral("newPlanSure"), 0.85, QFont::DemiBold);
    QFont capitals = m_caption->font();
    capitals.setCapitalization(QFont::AllUppercase);
    m_caption->setFont(capitals);
    m_promise = addText(QStringLiteral("newPlanPromise"), 1.7, QFont::Bold);
    m_dots = new DotsView(this);
    m_odds = addText(QStringLiteral("newPlanOdds"), 0.92, QFont::Normal);
    m_note = addText(QStringLiteral("newPlanNote"), 0.92, QFont::Normal);
    m_details->setObjectName(QStringLiteral("newPlanFigures"));

    auto* details = new QVBoxLayout(m_details);
    details->setContentsMargins(0, 0, 0, 0);
    details->setSpacing(16);
    for (const char* place : {"Top", "Bottom"}) {
        auto* line = new Divider(m_details);
        line->setObjectName(QStringLiteral("newPlanLine") + QLatin1StringView(place));
        details->addWidget(line);
    }
    m_rows->setSpacing(6);
    details->insertLayout(1, m_rows);
    m_likely = addRow(QStringLiteral("newPlanLikely"), tr("Likely"));
    m_own = addRow(QStringLiteral("newPlanOwnTime"), tr("of it your own time"));
    m_paid = addRow(QStringLiteral("newPlanPaidOut"), tr("to be paid out"));
    m_target = addRow(QStringLiteral("newPlanTargetChance"), tr("chance of your target"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kHeadlineEdge, 32, kHeadlineEdge, 24);
    column->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_caption, m_promise, m_dots, m_odds, m_details, m_note})
        column->addWidget(widget);
    column->insertSpacing(2, 8);
    column->insertSpacing(5, 8);
    column->insertSpacing(7, 8);
    column->addStretch(1);
    const QFontMetrics metrics(m_likely.value->font());
    const int row = metrics.horizontalAdvance(m_likely.label->text() + QStringLiteral(" 28 September, AUD 9,999,999"));
    setFixedWidth(std::max(kHeadlineWidth, row + 2 * kHeadlineEdge + 8));
    connect(&m_draft, &NewPlanDraft::changed, this, &LiveHeadline::follow);
    tell();
    colour();
}

LiveHeadline::~LiveHeadline() = default;

QLabel* LiveHeadline::addText(const QString& name, double scale, int weight)
{
    auto* label = new QLabel(this);
    label->setObjectName(name);
    label->setFont(scaledFont(font(), scale, weight));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

LiveHeadline::Row LiveHeadline::addRow(const QString& name, const QString& label)
{
    Row made{addText(name + QStringLiteral("Label"), 0.92, QFont::Normal), addText(name, 0.92, QFont::DemiBold)};
    made.label->setText(label);
    made.value->setAlignment(Qt::AlignRight | Qt::AlignTop);
    for (QLabel* text : {made.label, made.value})
        text->setWordWrap(false);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(made.label);
    row->addStretch(1);
    row->addWidget(made.value);
    m_rows->addLayout(row);
    return made;
}

QString LiveHeadline::promise() const
{
    return m_promise->text();
}

void LiveHeadline::follow()
{
    if (!m_draft.isBegun())
        return;
    QuestionKey about(m_draft.catalogue(), m_draft.inputs());
    const auto* known = m_known.find(about);
    m_waits = true;
    m_dimmed = m_dimmed || known == nullptr;
    m_runner->ask(
        [catalogue = m_draft.catalogue(), inputs = m_draft.inputs(),
         risk = known ? *known : nullptr](QuestionOptions options) {
            options.known = risk;
            return figuresOf(catalogue, inputs, std::move(options));
        },
        [this](const Result<DraftFigures>& found) { take(found); });
    m_asked = std::move(about);
    tell();
}

void LiveHeadline::take(const Result<DraftFigures>& found)
{
    m_waits = false;
    if (found) {
        m_shown = *found;
        m_known.keep(*m_asked, m_shown.risk);
        m_dimmed = false;
    }
    tell();
    Q_EMIT updated();
}

void LiveHeadline::tell()
{
    const bool begun = m_draft.isBegun();
    const Plan* plan = m_shown.plan.get();
    const bool promises = plan && !plan->nothingLeft();
    m_caption->setText(wording::sure(m_draft.inputs().confidence));
    if (!begun || !plan) {
        m_promise->setText(begun ? tr("…") : QString());
    } else if (!promises) {
        m_promise->setText(nothingLeftTitle(*plan));
    } else {
        QString promise = promiseOf(*plan, *m_shown.risk, plan->inputs.confidence);
        m_promise->setText(promise.replace(QStringLiteral(", "), QStringLiteral(",\n")));
        const CountableOdds odds = countableOdds(*m_shown.risk, plan->inputs.confidence);
        m_dots->setOdds(odds, m_dimmed);
        m_odds->setText(oddsText(odds).replace(u'\n', u' '));
        m_likely.value->setText(
            tr("%1, %2").arg(format::dayMonth(plan->finishDate.likely), format::shownMoney(plan->shown.total.likely)));
        const Money ownTime = plan->shown.ownTime.likely;
        m_own.value->setText(format::shownMoney(ownTime));
        m_paid.value->setText(format::shownMoney(plan->shown.total.likely - ownTime));
        if (const auto chance = targetChance(*plan, *m_shown.risk).ofTarget())
            m_target.value->setText(format::chance(*chance));
    }
    const bool own = promises && plan->hasOwnTime();
    const bool target = promises && (plan->inputs.targetDate || plan->inputs.budget);
    m_promise->setVisible(begun);
    for (QWidget* part : std::initializer_list<QWidget*>{m_dots, m_odds, m_details})
        part->setVisible(promises);
    for (const auto& [row, shown] : {std::pair(m_own, own), std::pair(m_paid, own), std::pair(m_target, target)}) {
        row.label->setVisible(shown);
        row.value->setVisible(shown);
    }
    m_note->setText(begun ? tr("Nothing is ticked yet. You can say next what you already have: the plan gets shorter "
                               "with every tick.")
                          : tr("With your first answer this shows by when it is done, and for how much."));
    colour();
}

void LiveHeadline::colour()
{
    const auto paint = [this](QLabel* label, Role role) {
        QPalette colors = palette();
        colors.setColor(QPalette::WindowText, roleColor(role, palette()));
        label->setPalette(colors);
    };
    // Figures of before, and plainly so; bold and large, three to one is enough.
    paint(m_promise, m_dimmed ? Role::ControlBorder : Role::Text);
    for (QLabel* muted : {m_caption, m_odds, m_note, m_likely.label, m_own.label, m_paid.label, m_target.label})
        paint(muted, Role::TextMuted);
    for (const Row& row : {m_likely, m_own, m_paid, m_target})
        paint(row.value, m_dimmed ? Role::TextMuted : Role::Text);
}

void LiveHeadline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), roleColor(Role::SurfaceMuted, palette()));
    painter.fillRect(QRect(0, 0, 1, height()), roleColor(Role::Border, palette()));
}

void LiveHeadline::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_note)
        colour();
}

} // namespace trestle
