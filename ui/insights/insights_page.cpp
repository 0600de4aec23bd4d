#include "ui/insights/insights_page.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/best_move_finder.h"
#include "ui/document/plan_document.h"
#include "ui/insights/insight_section.h"
#include "ui/insights/insight_words.h"
#include "ui/insights/swing_chart.h"
#include "ui/insights/team_chart.h"
#include "ui/insights/team_figures.h"
#include "ui/insights/value_model.h"
#include "ui/insights/value_view.h"
#include "ui/questions/risk_service.h"
#include "ui/summary/summary_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/card.h"
#include "ui/widgets/lazy_refresh.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace trestle {

InsightsPage::InsightsPage(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_bestMove(document.bestMove()), m_insights(new Insights(document, this))
{
    setObjectName(QStringLiteral("insightsPage"));
    m_scroll = new QScrollArea(this);
    setAccessibleRole(*m_scroll, QAccessible::Pane);
    m_scroll->setAccessibleName(tr("Insights"));
    m_scroll->setObjectName(QStringLiteral("insightsScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("insightsContent"));
    makeSections(*content);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false); // the card behind paints the ground
    content->setAutoFillBackground(false);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);

    auto* lazy = new LazyRefresh(*this, LazyRefresh::Visible::AtOnce, [this] { refresh(); });
    connect(m_insights, &Insights::changed, lazy, &LazyRefresh::mark);
    connect(&document, &PlanDocument::riskChanged, lazy, &LazyRefresh::mark);
    connect(m_insights, &Insights::progressed, this, [this](double part) {
        for (InsightSection* section : {m_order, m_team, m_values})
            section->setProgress(part);
    });
    connect(&document.simulation(), &RiskService::progressed, m_movers, &InsightSection::setProgress);
    connect(&m_bestMove, &BestMoveFinder::changed, lazy, &LazyRefresh::mark);
    connect(m_valueModel, &ValueModel::trialWanted, this,
            [this](const QString& item) { Q_EMIT trialWanted({MoveKind::tick, {}, {format::utf8(item)}, {}}); });
    connect(m_valueView, &ValueView::lookedAt, this, [this](const QModelIndex& index) {
        const QRect row = m_valueView->visualRect(index);
        const QPoint middle = m_valueView->viewport()->mapTo(m_scroll->widget(), row.center());
        m_scroll->ensureVisible(middle.x(), middle.y(), 0, row.height());
    });
    applyColours();
    refresh();
}

InsightsPage::~InsightsPage() = default;

InsightSection* InsightsPage::addSection(QWidget& content, const QString& name, const QString& title, QWidget* body)
{
    auto* layout = qobject_cast<QVBoxLayout*>(content.layout());
    auto* line = new Divider(&content);
    line->setObjectName(name + QStringLiteral("Line"));
    layout->addWidget(line);
    auto* section = new InsightSection(name, title, &content);
    section->setBody(body);
    layout->addWidget(section);
    connect(section, &InsightSection::stopped, m_insights, &Insights::stop);
    connect(section, &InsightSection::resumed, m_insights, &Insights::resume);
    return section;
}

void InsightsPage::makeSections(QWidget& content)
{
    auto* layout = new QVBoxLayout(&content);
    layout->setContentsMargins(kPageMargin, 12, kPageMargin, kPageMargin);
    layout->setSpacing(8);
    m_basis = new QLabel(&content);
    m_basis->setObjectName(QStringLiteral("insightsBasis"));
    m_basis->setWordWrap(true);
    layout->addWidget(m_basis);

    auto* orderBody = new QWidget(&content);
    orderBody->setObjectName(QStringLiteral("orderBody"));
    auto* orderRow = new QHBoxLayout(orderBody);
    orderRow->setContentsMargins(0, 2, 0, 0);
    m_orderAction = new QPushButton(orderBody);
    m_orderAction->setObjectName(QStringLiteral("orderAction"));
    orderRow->addWidget(m_orderAction);
    orderRow->addStretch(1);
    m_order = addSection(content, QStringLiteral("orderInsight"), tr("Order of the items"), orderBody);
    connect(m_orderAction, &QPushButton::clicked, this, &InsightsPage::changeOrder);

    m_swings = new SwingChart(QStringLiteral("swingChart"), &content);
    m_swings->setAccessibleName(tr("What moves the plan"));
    m_movers = addSection(content, QStringLiteral("moversInsight"), tr("What moves the plan"), m_swings);

    auto* teamBody = new QWidget(&content);
    teamBody->setObjectName(QStringLiteral("teamBody"));
    auto* teamColumn = new QVBoxLayout(teamBody);
    teamColumn->setContentsMargins(0, 0, 0, 0);
    teamColumn->setSpacing(4);
    m_teamChart = new TeamChart(QStringLiteral("teamChart"), teamBody);
    m_teamChart->setAccessibleName(tr("Weeks and AUD by team size"));
    m_teamBasis = new QLabel(teamBody);
    m_teamBasis->setObjectName(QStringLiteral("teamBasis"));
    m_teamBasis->setWordWrap(true);
    m_teamFigures = new QPushButton(tr("All figures…"), teamBody);
    m_teamFigures->setObjectName(QStringLiteral("teamFigures"));
    m_teamFigures->setAccessibleName(tr("All figures by team size…"));
    m_teamTry = new QPushButton(tr("Try it"), teamBody);
    m_teamTry->setObjectName(QStringLiteral("teamTry"));
    m_teamTry->setToolTip(tr("Changes the team for a look, to be kept or taken back"));
    teamColumn->addWidget(m_teamTry, 0, Qt::AlignLeft);
    connect(m_teamTry, &QPushButton::clicked, this, [this] {
        if (m_bestMove.ofTeam())
            Q_EMIT trialWanted(m_bestMove.ofTeam()->move);
    });
    teamColumn->addWidget(m_teamChart);
    teamColumn->addWidget(m_teamBasis);
    teamColumn->addWidget(m_teamFigures, 0, Qt::AlignLeft);
    m_team = addSection(content, QStringLiteral("teamInsight"), tr("Team size"), teamBody);
    connect(m_teamFigures, &QPushButton::clicked, this, &InsightsPage::showTeamFigures);

    m_valueModel = new ValueModel(this);
    m_valueView = new ValueView(&content);
    m_valueView->setObjectName(QStringLiteral("valueView"));
    m_valueView->setAccessibleName(tr("Value of each item"));
    m_valueView->setModel(m_valueModel);
    m_values = addSection(content, QStringLiteral("valuesInsight"), tr("Value of each item"), m_valueView);
    layout->addStretch(1);
}

bool InsightsPage::isReady(Insights::Part part, InsightSection& section)
{
    switch (m_insights->state(part)) {
    case Insights::State::Ready: return true;
    case Insights::State::Stopped: section.setStopped(); break;
    case Insights::State::Failed: section.setSentence(wording::error(m_insights->error(part)), false); break;
    case Insights::State::Waiting: section.setPending(false); break;
    case Insights::State::Working: section.setPending(true); break;
    }
    return false;
}

void InsightsPage::refresh()
{
    m_basis->setText(
        tr("What would change your %1 date and cost.").arg(format::wholePercent(m_document.plan().inputs.confidence)));
    showOrder();
    showMovers();
    showTeam();
    showValues();
}

void InsightsPage::showOrder()
{
    const bool ready = isReady(Insights::Order, *m_order);
    m_orderAction->setEnabled(ready);
    if (!ready)
        return;
    const OrderOffer& offer = *m_insights->order();
    m_orderAction->setText(insightwords::orderAction(offer));
    m_order->setSentence(insightwords::order(m_document.plan(), offer), offer.inUse || offer.isBetter());
}

void InsightsPage::showMovers()
{
    const Plan& plan = m_document.plan();
    if (const auto risk = m_document.risk()) {
        const auto swings = phaseSwings(plan, *risk);
        m_swings->setPending({});
        m_swings->setSwings(swings);
        m_movers->setSentence(insightwords::movers(plan, *risk), !swings.empty());
    } else if (m_document.simulation().isUnderWay()) {
        if (m_swings->swings().empty())
            m_swings->setPending(tr("Being simulated…"));
        m_movers->setPending(false);
    } else if (const auto& error = m_document.simulation().error()) {
        m_movers->setSentence(wording::error(*error), false);
    }
}

void InsightsPage::showTeam()
{
    bool ready = isReady(Insights::Team, *m_team);
    if (ready && m_bestMove.state() == BestMoveFinder::State::Working) { // told together
        m_team->setPending(true);
        ready = false;
    }
    m_teamFigures->setEnabled(ready);
    m_teamChart->setPending(ready || m_teamChart->curve() ? QString() : tr("Being worked out…"));
    m_teamBasis->setVisible(ready || !m_teamBasis->text().isEmpty());
    const std::optional<BestMove>& best = m_bestMove.ofTeam();
    m_teamTry->setEnabled(ready && best.has_value());
    if (!ready)
        return;
    const Plan& plan = m_document.plan();
    const TeamCurve& curve = *m_insights->team();
    m_teamChart->setCurve(plan, curve);
    m_teamBasis->setText(insightwords::teamBasis(plan, curve));
    m_teamBasis->show();
    m_teamTry->setVisible(best.has_value());
    QString sentence = insightwords::team(plan, curve);
    if (best) {
        const QString move = moveSentence(plan, *best);
        m_teamTry->setAccessibleName(tr("Try it: %1").arg(move));
        sentence.prepend(move + u' ');
    }
    m_team->setSentence(sentence, plan.effort.high > kEpsilon);
}

void InsightsPage::showValues()
{
    if (!isReady(Insights::Values, *m_values)) {
        const Insights::State state = m_insights->state(Insights::Values);
        if (state == Insights::State::Stopped || state == Insights::State::Failed)
            m_valueModel->clear();
        else
            m_valueModel->setStale(); // the eye keeps its place until the new values are there
        return;
    }
    const auto& values = *m_insights->values();
    m_valueModel->setValues(m_document.plan(), values);
    m_values->setSentence(insightwords::values(values), !values.empty());
}

void InsightsPage::changeOrder()
{
    const bool better = m_document.plan().inputs.order != OrderKind::optimised;
    m_document.edit(better ? tr("A better order of the items") : tr("The catalogue's order of the items"),
                    [&](Inputs& inputs) { inputs.order = better ? OrderKind::optimised : OrderKind::catalogue; });
}

void InsightsPage::showTeamFigures()
{
    if (m_insights->team())
        TeamFiguresDialog(insightwords::teamTable(m_document.plan(), *m_insights->team()), this).exec();
}

void InsightsPage::applyColours()
{
    for (QLabel* label : {m_basis, m_teamBasis}) {
        label->setFont(scaledFont(font(), TextSize::Small));
        QPalette quiet = label->palette();
        quiet.setColor(QPalette::WindowText, roleColor(Role::TextMuted, palette()));
        label->setPalette(quiet);
    }
}

void InsightsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

void InsightsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_insights->setWatched(true);
}

void InsightsPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_insights->setWatched(false);
}

} // namespace trestle
