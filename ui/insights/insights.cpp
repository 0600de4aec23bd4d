#include "ui/insights/insights.h"

#include "ui/document/plan_document.h"
#include "ui/questions/question_runner.h"
#include "ui/questions/risk_service.h"

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr std::size_t kInsightsRemembered = 6;
constexpr std::size_t kBestRows = 30; // of a large plan's items, in full

} // namespace

Insights::Insights(PlanDocument& document, QObject* parent)
    : QObject(parent), m_document(document),
      m_runner(new QuestionRunner([&document] { return document.sharedPlan(); }, this)),
      m_about(QuestionKey::withConfidence(document.plan())), m_known(kInsightsRemembered)
{
    connect(&document, &PlanDocument::planChanged, this, &Insights::followPlan);
    connect(&document, &PlanDocument::riskChanged, this, &Insights::followRisk);
    connect(m_runner, &QuestionRunner::progressed, this, [this](double part) {
        m_progress = part;
        Q_EMIT progressed(part);
    });
}

Insights::~Insights() = default;

void Insights::setWatched(bool watched)
{
    if (watched == m_watched)
        return;
    m_watched = watched;
    if (watched) {
        askNext();
        return;
    }
    m_runner->cancel();
    setStates();
    Q_EMIT changed();
}

void Insights::stop()
{
    m_runner->cancel();
    for (State& state : m_states)
        if (state == State::Waiting || state == State::Working)
            state = State::Stopped;
    Q_EMIT changed();
}

void Insights::resume()
{
    for (State& state : m_states)
        if (state == State::Stopped)
            state = State::Waiting;
    Q_EMIT changed();
    askNext();
}

void Insights::remember()
{
    if (m_answers.order || m_answers.team || m_answers.values)
        m_known.keep(m_about, std::move(m_answers));
}

void Insights::followPlan()
{
    QuestionKey about = QuestionKey::withConfidence(m_document.plan());
    if (about == m_about)
        return;
    m_runner->cancel();
    remember();
    const Answers* known = m_known.find(about);
    m_answers = known ? *known : Answers{};
    m_about = std::move(about);
    setStates();
    Q_EMIT changed();
    askNext();
}

void Insights::followRisk()
{
    if (!m_runner->isBusy())
        askNext();
}

void Insights::setStates()
{
    const std::array ready{m_answers.order.has_value(), m_answers.team.has_value(), m_answers.values.has_value()};
    for (std::size_t part = 0; part < m_states.size(); ++part)
        m_states[part] = ready[part] ? State::Ready : State::Waiting;
}

void Insights::askNext()
{
    // The headline's own simulation comes first.
    if (!m_watched || m_runner->isBusy() || m_document.simulation().isUnderWay())
        return;
    const auto next = std::ranges::find(m_states, State::Waiting);
    if (next == m_states.end())
        return;
    *next = State::Working;
    m_progress = 0;
    switch (static_cast<Part>(next - m_states.begin())) {
    case Order: ask(Order, m_answers.order, orderOffer); break;
    case Team: ask(Team, m_answers.team, teamCurve); break;
    default:
        ask(Values, m_answers.values,
            [](const Plan& plan, const QuestionOptions& options) { return itemValues(plan, options, kBestRows); });
        break;
    }
    Q_EMIT changed();
}

template <class T, class Question>
void Insights::ask(Part part, std::optional<T>& answer, Question question)
{
    m_runner->ask(
        m_document.sharedPlan(),
        [known = m_document.risk(), question](const Plan& plan, const QuestionOptions& options) {
            QuestionOptions own = options;
            own.known = known;
            return question(plan, own);
        },
        [this, part, &answer](Result<T> result) {
            if (result) {
                answer = std::move(*result);
                settle(part, std::nullopt);
            } else {
                settle(part, result.error());
            }
        });
}

void Insights::settle(Part part, const std::optional<Error>& error)
{
    m_states[part] = error ? State::Failed : State::Ready;
    m_errors[part] = error.value_or(Error());
    Q_EMIT changed();
    askNext();
}

} // namespace trestle
