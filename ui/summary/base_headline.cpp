#include "ui/summary/base_headline.h"

#include "models/decisions/estimate.h"
#include "ui/document/plan_document.h"
#include "ui/questions/question_runner.h"

#include <utility>

namespace trestle {

BaseHeadline::BaseHeadline(PlanDocument& document, QObject* parent)
    : QObject(parent), m_document(document), m_runner(new QuestionRunner(this))
{
    connect(&document, &PlanDocument::planChanged, this, &BaseHeadline::follow);
    connect(&document, &PlanDocument::riskChanged, this, &BaseHeadline::follow);
    follow();
}

BaseHeadline::~BaseHeadline() = default;

void BaseHeadline::follow()
{
    std::optional<QuestionKey> about;
    if (!m_document.activeScenario().isEmpty()) {
        const Inputs& base = m_document.contents().base;
        about.emplace(nullptr, base); // of one catalogue: with another one, all of the window is made anew
        about->inputs.confidence = base.confidence;
    }
    if (about != m_about) {
        m_runner->cancel();
        m_about = std::move(about);
        const bool was = m_headline.has_value();
        m_headline.reset();
        if (was)
            Q_EMIT changed();
    }
    if (!m_about || m_headline || m_runner->isBusy() || !m_document.risk())
        return;
    m_runner->ask(
        [catalogue = m_document.project().catalogue.catalogue,
         base = m_document.contents().base](const QuestionOptions& options) -> Result<Headline> {
            const auto made = estimate(catalogue, base, options);
            if (!made)
                return std::unexpected(made.error());
            return made->headline();
        },
        [this](Result<Headline> found) {
            if (!found)
                return; // there is nothing to compare with
            m_headline = *found;
            Q_EMIT changed();
        });
}

} // namespace trestle
