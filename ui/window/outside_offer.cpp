#include "ui/window/outside_offer.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/questions/question_runner.h"
#include "ui/summary/summary_text.h"
#include "ui/widgets/banner.h"

namespace trestle {

namespace {

bool isFromEstimates(const OutsideView& view)
{
    return view == OutsideView{};
}

} // namespace

OutsideOffer::OutsideOffer(PlanDocument& document, Banner& banner, QObject* parent)
    : QObject(parent), m_document(document), m_banner(banner),
      m_runner(new QuestionRunner([&document] { return document.sharedPlan(); }, this))
{
    banner.setCalm();
    banner.addAction(QStringLiteral("outsideSwitch"), tr("Switch"), [this] { switchOver(); });
    banner.addAction(QStringLiteral("outsideKeep"), tr("Keep the estimates alone"), [this] { keepEstimates(); });
    connect(&document, &PlanDocument::riskChanged, this, &OutsideOffer::follow);
    follow();
}

void OutsideOffer::setAnswered(const QStringList& answered)
{
    m_answered.setSigns(answered);
    follow();
}

bool OutsideOffer::isDue() const
{
    const Plan& plan = m_document.plan();
    return m_document.activeScenario().isEmpty() && !m_document.readOnlyReason() && !plan.nothingLeft() &&
           isFromEstimates(plan.inputs.outsideView) && outsideViewOf(*plan.catalogue, kUsualOutsideView) &&
           !m_answered.holds(m_document.filePath());
}

void OutsideOffer::follow()
{
    if (!isDue()) {
        m_runner->cancel();
        m_banner.clear();
        return;
    }
    const std::shared_ptr<const Risk> alone = m_document.risk();
    if (!alone)
        return; // asked once it is there
    Inputs usual = m_document.plan().inputs;
    usual.outsideView = *outsideViewOf(*m_document.plan().catalogue, kUsualOutsideView);
    m_runner->ask(
        m_document.sharedPlan(),
        [usual](const Plan& plan, const QuestionOptions& options) { return estimate(plan.catalogue, usual, options); },
        [this, alone](const Result<Estimate>& other) {
            if (other && isDue())
                show(m_document.plan(), *alone, other->headline());
        });
}

void OutsideOffer::show(const Plan& plan, const Risk& alone, const Headline& usual)
{
    const int confidence = plan.inputs.confidence;
    m_banner.tell(tr("This plan counts the estimates alone: %1 %2. Projects usually vary more than their estimates; "
                     "counting that, it is %3.")
                      .arg(wording::sure(confidence), promiseOf(plan, alone, confidence), promiseText(usual)));
}

void OutsideOffer::switchOver()
{
    const auto usual = outsideViewOf(*m_document.plan().catalogue, kUsualOutsideView);
    m_answered.add(m_document.filePath());
    m_document.edit(tr("Outside view: like other projects"), [&](Inputs& inputs) {
        if (usual)
            inputs.outsideView = *usual;
    });
}

void OutsideOffer::keepEstimates()
{
    m_answered.add(m_document.filePath());
    follow();
}

} // namespace trestle
