#include "ui/insights/plan_news.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/insights/insight_words.h"
#include "ui/insights/trial.h"
#include "ui/questions/question_runner.h"
#include "ui/widgets/banner.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace trestle {

PlanNews::PlanNews(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document),
      m_runner(new QuestionRunner([&document] { return document.sharedPlan(); }, this)),
      m_trial(new Trial(document, this)), m_trialBar(new Banner(QStringLiteral("trialBar"), this)),
      m_longerBar(new Banner(QStringLiteral("longerBar"), this)), m_before(document.sharedPlan())
{
    setObjectName(QStringLiteral("planNews"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_trialBar);
    column->addWidget(m_longerBar);
    m_trialBar->setCalm();
    m_trialBar->addAction(QStringLiteral("trialKeep"), tr("Keep"), [this] { m_trial->keep(); });
    m_trialBar->addAction(QStringLiteral("trialTakeBack"), tr("Take back"), [this] { m_trial->takeBack(); });
    m_longerBar->addAction(QStringLiteral("longerUseOrder"), tr("Use the better order"), [this] {
        m_document.edit(tr("A better order of the items"), [](Inputs& inputs) { inputs.order = OrderKind::optimised; });
    });
    m_longerBar->addAction(QStringLiteral("longerDismiss"), tr("Dismiss"), [this] {
        m_longerBar->clear();
        follow();
    });
    m_useOrder = m_longerBar->findChild<QPushButton*>(QStringLiteral("longerUseOrder"));
    connect(m_trial, &Trial::changed, this, &PlanNews::showTrial);
    connect(&document, &PlanDocument::planChanged, this, &PlanNews::followPlan);
    follow();
}

PlanNews::~PlanNews() = default;

void PlanNews::followPlan()
{
    if (!m_document.isSettled()) // a tick would seem to make the plan longer for want of the right order
        return;
    m_runner->cancel();
    m_longer = lengthening(*m_before, m_document.plan());
    m_before = m_document.sharedPlan();
    if (m_longer) {
        showLonger(std::nullopt);
        if (m_document.plan().inputs.order != OrderKind::optimised)
            askOrder();
    } else {
        m_longerBar->clear();
    }
    showTrial();
}

void PlanNews::showTrial()
{
    if (m_trial->isOn()) {
        m_trialBar->tell(insightwords::trial(m_document.plan(), m_trial->move(), m_trial->saving()));
    } else {
        m_trialBar->clear();
    }
    follow();
}

void PlanNews::showLonger(const std::optional<OrderOffer>& offer)
{
    const bool better = offer && offer->isBetter() && !offer->inUse;
    m_useOrder->setVisible(better);
    m_longerBar->tell(insightwords::longer(m_document.plan(), *m_longer, better ? &*offer : nullptr));
    follow();
}

void PlanNews::askOrder()
{
    m_runner->ask(m_document.sharedPlan(), orderOffer, [this](Result<OrderOffer> offer) {
        if (offer && m_longer && !m_longerBar->isHidden())
            showLonger(*offer);
    });
}

void PlanNews::follow()
{
    setVisible(!m_trialBar->isHidden() || !m_longerBar->isHidden());
}

} // namespace trestle
