#include "ui/progress/baseline_panel.h"

#include "ui/document/forecast_history.h"
#include "ui/document/plan_document.h"
#include "ui/money/text_table.h"
#include "ui/progress/moved_words.h"
#include "ui/questions/question_runner.h"

#include <QAction>
#include <QPushButton>
#include <QVBoxLayout>

namespace trestle {

namespace {

std::vector<TextTable::Column> movedColumns()
{
    const QStringList heads = movedwords::heads();
    return {{heads[0], false, false}, {heads[1], true, true}, {heads[2], true, false}, {heads[3], true, false}};
}

} // namespace

BaselinePanel::BaselinePanel(PlanDocument& document, QWidget* parent)
    : DressedPart(QStringLiteral("baselinePanel"), parent), m_document(document),
      m_runner(new QuestionRunner([&document] { return document.sharedPlan(); }, this)),
      m_table(new TextTable(QStringLiteral("baselineTable"), movedColumns(), this)),
      m_set(new QPushButton(tr("Set a baseline…"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kHalfRhythm);
    column->addWidget(addLabel(QStringLiteral("baselineTitle"), tr("Against the baseline"), Role::Text,
                               TextSize::Heading, QFont::DemiBold));
    m_name = addQuiet(QStringLiteral("baselineWords"), {});
    column->addWidget(m_name);
    column->addWidget(m_table);
    m_causes = addQuiet(QStringLiteral("baselineCauses"), {});
    column->addWidget(m_causes);
    m_set->setObjectName(QStringLiteral("baselineSet"));
    column->addWidget(m_set, 0, Qt::AlignLeft);
    connect(m_set, &QPushButton::clicked, this, [this] {
        if (auto* command = window()->findChild<QAction*>(QStringLiteral("actionBaseline")))
            command->trigger();
    });
}

/// Asked off the GUI thread: it takes a plan for each cause.
void BaselinePanel::refresh()
{
    const bool hasBaseline = m_document.inputs().baseline.has_value();
    m_set->setVisible(!hasBaseline);
    m_table->setVisible(hasBaseline);
    if (!hasBaseline) {
        m_runner->cancel();
        m_about.reset();
        m_causes->hide();
        m_name->setText(
            tr("No baseline is set. With one, what was promised stays, and it can be seen what moved and why."));
        return;
    }
    const std::optional<Forecast> now = m_document.forecasts().now();
    if (m_about == m_document.sharedPlan() && m_withRisk == now.has_value())
        return;
    m_about = m_document.sharedPlan();
    m_withRisk = now.has_value();
    m_runner->ask(
        m_about, [now](const Plan& plan, const QuestionOptions&) { return movedSinceBaseline(plan, now); },
        [this](const std::optional<Moved>& moved) {
            if (moved)
                show(*moved);
        });
}

bool BaselinePanel::isBusy() const
{
    return m_runner->isBusy();
}

void BaselinePanel::show(const Moved& moved)
{
    const Plan& plan = m_document.plan();
    m_name->setText(movedwords::name(moved));
    std::vector<TextTable::Row> rows;
    for (const QStringList& cells : movedwords::rows(plan, moved))
        rows.push_back({cells, false});
    m_table->setRows(rows);
    m_table->fitTo(width());
    const QString causes = movedwords::causes(plan, moved);
    m_causes->setText(causes);
    m_causes->setVisible(!causes.isEmpty());
}

void BaselinePanel::resizeEvent(QResizeEvent* event)
{
    DressedPart::resizeEvent(event);
    m_table->fitTo(width());
}

} // namespace trestle
