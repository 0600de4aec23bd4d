#include "ui/scenarios/goal_panel.h"

#include "models/scenario_changes.h"
#include "models/scenario_difference.h"
#include "ui/format.h"
#include "ui/plan_document.h"
#include "ui/scenarios/way_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace trestle {

namespace {

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
    const Plan& plan = document.plan();
    m_by = addDate(tr("Finish by"), QStringLiteral("goalBy"),
                   format::toQDate(plan.inputs.targetDate.value_or(plan.finishDate.likely)));
    m_budget =
        addMoney(tr("within, ex GST"), QStringLiteral("goalBudget"), plan.inputs.budget.value_or(plan.total.high));
    m_confidence = addPercent(tr("how sure"), QStringLiteral("goalConfidence"), plan.inputs.confidence);
    m_earliest = addDate(tr("starting no earlier than"), QStringLiteral("goalEarliest"),
                         format::toQDate(std::min(document.today(), plan.inputs.start)));
}

Goal GoalPanel::goal() const
{
    return {format::fromQDate(m_by->date()), Money::dollars(m_budget->value()), m_confidence->value(),
            format::fromQDate(m_earliest->date())};
}

void GoalPanel::setGoal(const Goal& goal)
{
    m_by->setDate(format::toQDate(goal.by));
    m_budget->setValue(static_cast<int>(goal.budget.cents / 100));
    m_confidence->setValue(goal.confidence);
    m_earliest->setDate(format::toQDate(goal.earliestStart));
}

void GoalPanel::start(const Plan& plan)
{
    const Goal wanted = goal();
    begin(
        [plan, wanted](const std::stop_token& stop, const QuestionThread::Progress& progress) {
            QuestionOptions options;
            options.stop = stop;
            options.progress = progress;
            return searchGoal(plan, wanted, options);
        },
        [this, plan, wanted](const GoalAnswer& answer) {
            m_answer = answer;
            show(plan, wanted);
        });
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
    if (!m_answer.metToday && !m_answer.ways.empty())
        text += u' ' + (m_answer.ways.size() == 1 ? tr("There is one way to it:")
                                                  : tr("There are %1 ways to it:").arg(m_answer.ways.size()));
    if (m_answer.closest)
        text += u' ' + waywords::unmet(m_answer, goal);
    tell(text);
    for (const Way& way : m_answer.ways)
        addWay(plan, goal, way);
    if (m_answer.closest)
        addWay(plan, goal, *m_answer.closest);
}

void GoalPanel::addWay(const Plan& plan, const Goal& goal, const Way& way)
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
    QLabel* title = addLine(*column, QStringLiteral("wayTitle") + number, waywords::title(way), card, false);
    title->setFont(scaledFont(font(), 1.0, QFont::DemiBold));
    addLine(*column, QStringLiteral("wayOutcome") + number, waywords::outcome(way, goal.confidence) + u'.', card,
            false);
    const bool changes = !way.added.empty() || way.start || !way.deferred.empty();
    if (changes)
        addLine(*column, QStringLiteral("wayDifference") + number,
                tr("Against the plan as it is: %1.").arg(waywords::difference(way, m_answer.today)), card, true);
    if (const QString text = waywords::givesUp(plan, way); !text.isEmpty())
        addLine(*column, QStringLiteral("wayGivesUp") + number, text, card, true);
    if (changes) {
        auto* make = new QPushButton(tr("Make it a scenario"), card);
        make->setObjectName(QStringLiteral("wayMake") + number);
        make->setAccessibleName(tr("Make it a scenario: %1").arg(waywords::title(way)));
        connect(make, &QPushButton::clicked, this, [this, way] { makeScenario(way); });
        row->addWidget(make, 0, Qt::AlignTop);
    }
    answerColumn().addWidget(card);
    m_rows.push_back(card);
}

void GoalPanel::makeScenario(const Way& way)
{
    const Project& project = document().contents();
    const Result<Inputs> inputs = inputsOf(project, format::utf8(askedOf()));
    if (!inputs)
        return;
    const std::string name = freeScenarioName(project, format::utf8(waywords::scenarioName(way)));
    // What was asked of a scenario keeps that scenario's own changes.
    const Scenario scenario = differenceOf(project.base, applyWay(*inputs, way), name).scenario;
    const QString title = format::text(name);
    if (document().addScenario(scenario, tr("Scenario “%1” from a goal").arg(title)))
        Q_EMIT scenarioMade(title);
}

} // namespace trestle
