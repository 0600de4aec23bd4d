#include "ui/scenarios/goal_panel.h"

#include "models/decisions/suggested_target.h"
#include "models/money/price.h"
#include "models/money_rules.h"
#include "models/rounding.h"
#include "models/scenario_overlay.h"
#include "models/scenarios.h"
#include "ui/base/format.h"
#include "ui/document/plan_document.h"
#include "ui/scenarios/way_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/figure_fields.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr Money kRateStep = Money::dollars(250);

QLabel* addLine(QVBoxLayout& column, const QString& name, const QString& text, QWidget* parent, bool muted)
{
    auto* label = new QLabel(text, parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (muted)
        label->setForegroundRole(QPalette::PlaceholderText);
    column.addWidget(label);
    return label;
}

} // namespace

GoalPanel::GoalPanel(PlanDocument& document, QWidget* parent)
    : QuestionPanel(document, QStringLiteral("goalPanel"), tr("Find &ways"), parent)
{
    const auto suggested = [&document] { return suggestedTarget(document.plan(), document.risk().get()); };
    m_by = addDate(tr("Finish by"), QStringLiteral("goalBy"), [suggested] { return suggested().date; });
    m_budget = addMoney(tr("within, ex GST"), QStringLiteral("goalBudget"), [suggested] { return suggested().budget; });
    m_confidence = addPercent(tr("how sure"), QStringLiteral("goalConfidence"),
                              [&document] { return document.inputs().confidence; });
    m_earliest = addDate(tr("starting no earlier than"), QStringLiteral("goalEarliest"),
                         [&document] { return std::min(document.today(), document.inputs().start); });
    m_hireRate = addMoney(tr("an engineer costs, a week"), QStringLiteral("goalHireRate"),
                          [&document] { return document.catalogue().personWeekRate.value; });
    m_hireRate->setStep(kRateStep);
    m_hireRate->setToolTip(
        tr("What an engineer to hire costs, for a full-time week. Nobody who costs less than half of "
           "this is proposed a second time."));
    m_cashLasts = addCheck(tr("and"), tr("the cash lasts"), QStringLiteral("goalCashLasts"));
    m_cashLasts->setToolTip(tr("To the end of the months after launch that the page Cash plans for."));
    m_margin =
        addPercentIfAny(tr("and a margin of at least"), QStringLiteral("goalMargin"), static_cast<int>(kMostMargin));
    m_margin->setToolTip(tr("How much of the price is left, in per cent. Each way has a price of its own."));
    offerConditions();
    connect(&document, &PlanDocument::planChanged, this, &GoalPanel::offerConditions);
}

void GoalPanel::offerConditions()
{
    setOffered(m_cashLasts, document().inputs().cash.opening.has_value());
    setOffered(m_margin, isPriced(document().inputs()));
}

Goal GoalPanel::goal() const
{
    Goal goal{*m_by->date(), m_budget->amount(), m_confidence->value(), *m_earliest->date(), m_hireRate->amount()};
    goal.cashLasts = isOffered(m_cashLasts) && m_cashLasts->isChecked();
    if (isOffered(m_margin) && m_margin->value() >= 0)
        goal.marginPercent = m_margin->value();
    return goal;
}

void GoalPanel::setGoal(const Goal& goal)
{
    for (QWidget* field : std::initializer_list<QWidget*>{m_by, m_budget, m_confidence, m_earliest})
        keep(field);
    m_by->setDate(goal.by);
    m_budget->setAmount(goal.budget);
    m_confidence->setValue(goal.confidence);
    m_earliest->setDate(goal.earliestStart);
    if (goal.hireRate) {
        keep(m_hireRate);
        m_hireRate->setAmount(*goal.hireRate);
    }
    m_cashLasts->setChecked(goal.cashLasts);
    m_margin->setValue(goal.marginPercent ? static_cast<int>(std::ceil(*goal.marginPercent)) : m_margin->minimum());
}

void GoalPanel::start(const std::shared_ptr<const Plan>& plan)
{
    const Goal wanted = goal();
    m_asked = wanted;
    m_askedPrice = {plan->inputs.price, priceConfidence(plan->inputs)};
    begin(
        plan, [wanted](const Plan& of, const QuestionOptions& options) { return searchGoal(of, wanted, options); },
        [this, plan, wanted](const GoalAnswer& answer) {
            m_answer = answer;
            show(*plan, wanted);
        });
}

// The runs of a plan don't change with what is done to its price.
bool GoalPanel::holdsFor(const Inputs& now) const
{
    return !(m_asked.marginPercent || m_asked.cashLasts) || m_askedPrice == std::pair(now.price, priceConfidence(now));
}

void GoalPanel::clearAnswer()
{
    m_answer = {};
    for (QWidget* row : m_rows) {
        row->hide();
        answerColumn().removeWidget(row);
        row->deleteLater(); // a click on its own button may be what removes it
    }
    m_rows.clear();
}

void GoalPanel::show(const Plan& plan, const Goal& goal)
{
    QString text = waywords::today(m_answer, goal);
    if (m_answer.closest)
        text = waywords::unmet(m_answer, goal) + u' ' + text + u' ' + tr("What comes nearest:");
    else if (!m_answer.metToday)
        text +=
            u' ' +
            (m_answer.ways.size() == 1
                 ? tr("One way to make it:")
                 : format::capitalised(tr("%1 ways to make it:").arg(waywords::inWords(std::ssize(m_answer.ways)))));
    tell(text);
    for (const Way& way : m_answer.ways)
        addWay(plan, goal, way, waywords::title(way));
    if (m_answer.closest)
        showNearest(plan, goal);
}

void GoalPanel::showNearest(const Plan& plan, const Goal& goal)
{
    if (const auto& nearest = m_answer.laterDate) {
        QBoxLayout& row = addWay(plan, goal, nearest->way, waywords::laterDate(*nearest, goal));
        addAction(row, QStringLiteral("goalUseDate"), tr("Use this date"), [this, by = nearest->by] {
            keep(m_by);
            m_by->setDate(by);
            ask();
        });
    }
    if (const auto& nearest = m_answer.largerBudget) {
        QBoxLayout& row = addWay(plan, goal, nearest->way, waywords::largerBudget(*nearest, goal));
        addAction(row, QStringLiteral("goalUseBudget"), tr("Use this budget"), [this, budget = nearest->budget] {
            keep(m_budget);
            m_budget->setAmount(promised(budget));
            ask();
        });
    }
    if (const auto& nearest = m_answer.moreCash)
        addWay(plan, goal, nearest->way, waywords::moreCash(*nearest));
    if (const auto& nearest = m_answer.smallerMargin)
        addWay(plan, goal, nearest->way, waywords::smallerMargin(*nearest));
    if (m_answer.lessScope)
        addWay(plan, goal, *m_answer.lessScope, waywords::lessScope(*m_answer.lessScope));
    if (m_rows.empty())
        addWay(plan, goal, *m_answer.closest, waywords::title(*m_answer.closest));
    auto* cover = new QPushButton(tr("What %1 covers…").arg(format::money(goal.budget)), this);
    cover->setObjectName(QStringLiteral("goalCover"));
    connect(cover, &QPushButton::clicked, this, [this, goal] { Q_EMIT coverWanted(goal.budget, goal.confidence); });
    answerColumn().addWidget(cover, 0, Qt::AlignLeft);
    m_rows.push_back(cover);
}

QBoxLayout& GoalPanel::addWay(const Plan& plan, const Goal& goal, const Way& way, const QString& heading)
{
    const QString number = QString::number(m_rows.size());
    auto* card = new Card(this);
    card->setObjectName(QStringLiteral("way") + number);
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(16, 12, 12, 12);
    row->setSpacing(16);
    auto* column = new QVBoxLayout;
    column->setSpacing(4);
    row->addLayout(column, 1);
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(8);
    row->addLayout(buttons);
    QLabel* title = addLine(*column, QStringLiteral("wayTitle") + number, heading, card, false);
    title->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    // Of a goal that is moved the heading says where the way leads; its chance to meet the goal as asked says nothing.
    if (heading != waywords::title(way) && heading != waywords::lessScope(way))
        addLine(*column, QStringLiteral("wayHow") + number, waywords::title(way) + u'.', card, false);
    else
        addLine(*column, QStringLiteral("wayOutcome") + number, waywords::outcome(way, goal) + u'.', card, false);
    if (way.changesPlan())
        addLine(*column, QStringLiteral("wayDifference") + number,
                tr("Compared with today's plan: %1.").arg(waywords::difference(way, m_answer.today)), card, true);
    if (const QString text = waywords::paid(way); !text.isEmpty())
        addLine(*column, QStringLiteral("wayPaid") + number, text, card, true);
    if (const QString text = waywords::givesUp(plan, way); !text.isEmpty())
        addLine(*column, QStringLiteral("wayGivesUp") + number, text, card, true);
    if (way.changesPlan()) {
        QPushButton* make = addAction(*buttons, QStringLiteral("wayMake") + number, tr("Make it a scenario"),
                                      [this, way] { makeScenario(way); });
        make->setAccessibleName(tr("Make it a scenario: %1").arg(waywords::title(way)));
    }
    buttons->addStretch(1);
    answerColumn().addWidget(card);
    m_rows.push_back(card);
    return *buttons;
}

QPushButton* GoalPanel::addAction(QBoxLayout& row, const QString& name, const QString& text,
                                  const std::function<void()>& action)
{
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, action);
    const bool hasStretch = row.count() > 0 && row.itemAt(row.count() - 1)->spacerItem();
    row.insertWidget(hasStretch ? row.count() - 1 : row.count(), button);
    return button;
}

void GoalPanel::makeScenario(const Way& way)
{
    const Project& project = document().contents();
    const Result<Inputs> inputs = inputsOf(project, format::utf8(askedOf()));
    if (!inputs)
        return;
    const std::string name = freeScenarioName(project, format::utf8(waywords::scenarioName(way)));
    // What was asked of a scenario keeps that scenario's own changes.
    const Scenario scenario = overlayOf(project.base, applyWay(*inputs, way), name).scenario;
    const QString title = format::text(name);
    if (document().addScenario(scenario, tr("Scenario “%1” from a goal").arg(title)))
        Q_EMIT scenarioMade(title);
}

} // namespace trestle
