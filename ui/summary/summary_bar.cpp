#include "ui/summary/summary_bar.h"

#include "ui/plan_document.h"
#include "ui/summary/summary_card.h"
#include "ui/summary/summary_text.h"

#include <QHBoxLayout>

namespace trestle {

SummaryBar::SummaryBar(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document),
      m_headline(new SummaryCard(QStringLiteral("summaryHeadline"), SummaryCard::Size::Headline, this)),
      m_range(new SummaryCard(QStringLiteral("summaryRange"), SummaryCard::Size::Normal, this)),
      m_readiness(new SummaryCard(QStringLiteral("summaryReadiness"), SummaryCard::Size::Normal, this)),
      m_target(new SummaryCard(QStringLiteral("summaryTarget"), SummaryCard::Size::Normal, this))
{
    setObjectName(QStringLiteral("summaryBar"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_headline, 21);
    row->addWidget(m_range, 10);
    row->addWidget(m_readiness, 9);
    row->addWidget(m_target, 11);

    connect(m_headline, &SummaryCard::clicked, this, &SummaryBar::planWanted);
    connect(m_range, &SummaryCard::clicked, this, &SummaryBar::costWanted);
    connect(m_readiness, &SummaryCard::clicked, this, &SummaryBar::checklistWanted);
    connect(m_target, &SummaryCard::clicked, this, &SummaryBar::targetWanted);
    connect(&m_document, &PlanDocument::planChanged, this, &SummaryBar::refresh);
    refresh();
}

void SummaryBar::refresh()
{
    const Plan& plan = m_document.plan();
    m_headline->show(headlineText(plan), RangeGlyph{plan.finish.low, plan.finish.likely, plan.finish.high});
    m_range->show(rangeText(plan));
    m_readiness->show(readinessText(plan));
    m_target->show(targetText(plan));
}

} // namespace trestle
