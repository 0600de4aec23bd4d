#include "ui/pages/plan_page.h"

#include "ui/base/selection.h"
#include "ui/charts/spend_chart.h"
#include "ui/document/plan_document.h"
#include "ui/gantt/gantt_view.h"
#include "ui/widgets/card.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace trestle {

PlanPage::PlanPage(PlanDocument& document, Selection& selection, QWidget* parent)
    : QWidget(parent), m_gantt(new GanttView(document, selection, this)), m_spend(new SpendChart(document, this)),
      m_splitter(new QSplitter(Qt::Vertical, this))
{
    setObjectName(QStringLiteral("planPage"));
    m_gantt->setObjectName(QStringLiteral("ganttView"));
    m_gantt->setToday(document.today());
    m_spend->setObjectName(QStringLiteral("spendChart"));
    m_splitter->setObjectName(QStringLiteral("planSplitter"));
    m_splitter->setProperty("line", true);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_gantt);
    m_splitter->addWidget(m_spend);
    m_splitter->setSizes({540, 210});
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    connect(m_gantt, &GanttView::axisChanged, this, &PlanPage::alignSpend);
    alignSpend();
}

void PlanPage::alignSpend()
{
    const QRect chart = m_gantt->chartArea();
    if (chart.isEmpty())
        return;
    const auto [first, last] = m_gantt->chartTimes();
    m_spend->alignTo(chart.left(), chart.right() + 1, first, last);
}

QByteArray PlanPage::saveSplitter() const
{
    return m_splitter->saveState();
}

void PlanPage::restoreSplitter(const QByteArray& state)
{
    m_splitter->restoreState(state);
}

} // namespace trestle
