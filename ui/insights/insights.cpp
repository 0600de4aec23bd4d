#include "ui/insights/insights.h"

#include "models/risk/simulation_inputs.h"
#include "ui/plan_document.h"
#include "ui/plan_risk.h"
#include "ui/question_thread.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace trestle {

namespace {

constexpr std::size_t kRemembered = 6;
constexpr std::size_t kBestRows = 30; // of a large plan's items, in full

/// What the answers depend on: what is simulated, and the confidence that it is read at.
Inputs inputsOf(const Plan& plan)
{
    Inputs inputs = simulationInputs(plan.inputs);
    inputs.confidence = plan.inputs.confidence;
    return inputs;
}

QuestionOptions optionsFor(const std::stop_token& stop, const QuestionThread::Progress& progress)
{
    QuestionOptions options;
    options.threads = std::max(2U, std::thread::hardware_concurrency()) - 1; // one core stays with the window
    options.stop = stop;
    options.progress = progress;
    return options;
}

} // namespace

Insights::Insights(PlanDocument& document, QObject* parent)
    : QObject(parent), m_document(document), m_thread(new QuestionThread(this))
{
    m_answers.inputs = inputsOf(document.plan());
    connect(&document, &PlanDocument::planChanged, this, &Insights::followPlan);
    connect(&document, &PlanDocument::riskChanged, this, &Insights::followRisk);
    connect(m_thread, &QuestionThread::progressed, this, [this](double part) {
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
    m_thread->cancel();
    setStates();
    Q_EMIT changed();
}

void Insights::stop()
{
    m_thread->cancel();
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
    if (!m_answers.order && !m_answers.team && !m_answers.values)
        return;
    m_known.push_front(std::move(m_answers));
    if (m_known.size() > kRemembered)
        m_known.pop_back();
}

void Insights::followPlan()
{
    Inputs inputs = inputsOf(m_document.plan());
    if (inputs == m_answers.inputs)
        return;
    m_thread->cancel();
    remember();
    m_answers = Answers{};
    if (const auto known = std::ranges::find(m_known, inputs, &Answers::inputs); known != m_known.end()) {
        m_answers = std::move(*known);
        m_known.erase(known);
    }
    m_answers.inputs = std::move(inputs);
    setStates();
    Q_EMIT changed();
    askNext();
}

void Insights::followRisk()
{
    if (!m_thread->isBusy())
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
    if (!m_watched || m_thread->isBusy() || m_document.simulation().isUnderWay())
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
    m_thread->ask(
        [plan = m_document.plan(), known = m_document.risk(), question](const std::stop_token& stop,
                                                                        const QuestionThread::Progress& progress) {
            QuestionOptions options = optionsFor(stop, progress);
            options.known = known;
            return question(plan, options);
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
