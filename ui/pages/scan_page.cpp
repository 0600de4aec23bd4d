#include "ui/pages/scan_page.h"

#include "ui/document/plan_document.h"
#include "ui/scan/scan_review.h"
#include "ui/theme/theme.h"
#include "ui/widgets/page_scroll.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace trestle {

ScanPage::ScanPage(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_review(new ScanReview(reviewOf(document)))
{
    setObjectName(QStringLiteral("scanPage"));
    setAccessibleName(tr("Scan"));
    m_review->setForOpenPlan();
    auto* scroll = makePageScroll(*this, QStringLiteral("scanScroll"), tr("Scan"));
    auto* content = new QWidget(scroll);
    content->setObjectName(QStringLiteral("scanContent"));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kPageMargin, kRhythm, kPageMargin, kPageMargin);
    column->addWidget(m_review);
    setPageContent(*scroll, *content);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll);
    connect(&document, &PlanDocument::planChanged, this, &ScanPage::follow);
}

void ScanPage::follow()
{
    m_stale = !isVisible();
    if (!m_stale)
        m_review->refresh();
}

void ScanPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_stale, false))
        m_review->refresh();
}

} // namespace trestle
