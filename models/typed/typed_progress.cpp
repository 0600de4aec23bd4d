#include "models/typed/typed_progress.h"

#include "models/learning.h"
#include "models/typed/progress_words.h"
#include "models/typed/typed_text.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace trestle {

namespace {

using Said = std::expected<TypedProgress, ProgressProblem>;

constexpr std::array<std::string_view, 6> kDone{"done", "finished", "complete", "completed", "ready", "closed"};
constexpr std::array<std::string_view, 5> kStarted{"started", "began", "begun", "start", "since"};
constexpr std::array<std::string_view, 6> kSpending{"took", "spent", "used", "in", "after", "needed"};
constexpr std::array<std::string_view, 5> kLeft{"left", "remaining", "remain", "more", "to go"};
constexpr std::array<std::string_view, 6> kSoFar{"so far", "spent", "used", "already", "in", "of work"};
constexpr std::array<std::string_view, 5> kUnderWay{"under way", "underway", "in progress", "working on it", "ongoing"};
constexpr std::array<std::string_view, 6> kNotStarted{"not started", "not begun", "not yet",
                                                      "to build",    "to do",     "todo"};
constexpr std::array<std::string_view, 10> kFillers{"and", "it", "was",   "is",   "i",
                                                    "we",  "on", "about", "with", "still"};

class ProgressReader {
public:
    ProgressReader(std::string_view text, const ProgressContext& context) : m_words(text, context), m_context(context)
    {
    }

    Said read()
    {
        while (!m_words.isAtEnd()) {
            if (m_words.takePhrase(",") || m_words.takeOneOf(kFillers))
                continue;
            if (const Problem problem = readNext())
                return std::unexpected(*problem);
        }
        return resolved();
    }

private:
    using Problem = std::optional<ProgressProblem>;
    static constexpr Problem kFine{};

    Problem readNext()
    {
        if (m_words.takeOneOf(kNotStarted))
            return say(m_notStarted, true);
        if (m_words.takeOneOf(kUnderWay))
            return say(m_underWay, true);
        if (m_words.takePhrase("nothing left"))
            return say(m_done, true);
        if (isShare())
            return ProgressProblem::share;
        if (m_words.takeOneOf(kDone))
            return readDated(m_done, m_finished);
        if (m_words.takeOneOf(kStarted))
            return readDated(m_isStarted, m_started);
        const bool took = m_words.isWord("took");
        const bool spending = m_words.takeOneOf(kSpending);
        if (const auto effort = m_words.readEffort())
            return *effort ? takeEffort(**effort, spending, took) : effort->error();
        if (spending)
            return ProgressProblem::notUnderstood;
        return readBareDate();
    }

    Problem say(bool& what, bool value)
    {
        if (what)
            return ProgressProblem::contradiction;
        what = value;
        return kFine;
    }

    template <class T>
    Problem say(std::optional<T>& what, const T& value)
    {
        if (what)
            return ProgressProblem::contradiction;
        what = value;
        return kFine;
    }

    /// "Half done", "50 %".
    bool isShare()
    {
        if (m_words.word().ends_with('%') || m_words.isWord("%", 1))
            return true;
        return (m_words.isWord("half") || m_words.isWord("halfway") || m_words.isWord("mostly") ||
                m_words.isWord("nearly") || m_words.isWord("almost")) &&
               std::ranges::none_of(std::array{"a", "an", "day", "hour", "week"},
                                    [this](const char* unit) { return m_words.isWord(unit, 1); });
    }

    /// A state, and the day of it where one follows.
    Problem readDated(bool& state, std::optional<Date>& day)
    {
        if (const Problem twice = say(state, true))
            return twice;
        const bool announced = m_words.takePhrase("on") || m_words.takePhrase("by");
        const auto date = m_words.readDate();
        if (!date)
            return announced ? Problem(ProgressProblem::notUnderstood) : kFine;
        return *date ? say(day, **date) : date->error();
    }

    /// A day by itself is of what was said before it.
    Problem readBareDate()
    {
        const auto date = m_words.readDate();
        if (!date)
            return ProgressProblem::notUnderstood;
        if (!*date)
            return date->error();
        if (m_done && !m_finished)
            return say(m_finished, **date);
        if ((m_isStarted || m_underWay) && !m_started)
            return say(m_started, **date);
        return m_done || m_isStarted || m_underWay ? ProgressProblem::contradiction : ProgressProblem::notUnderstood;
    }

    Problem takeEffort(const std::vector<PersonWeeks>& effort, bool spending, bool took)
    {
        if (!spending && m_words.takeOneOf(kLeft)) {
            const double likely = effort.size() == 2 ? (effort.front() + effort.back()) / 2 : effort[effort.size() / 2];
            return say(m_left, ThreePoint{effort.front(), likely, effort.back()});
        }
        if (effort.size() > 1)
            return ProgressProblem::leftOrSpent;
        m_took = m_took || took;
        if (spending || m_words.takeOneOf(kSoFar))
            return say(m_spent, effort.front());
        return say(m_bare, effort.front());
    }

    /// All that was said, as one.
    Said resolved()
    {
        const auto no = [](ProgressProblem problem) { return std::unexpected(problem); };
        if (m_bare) { // a time by itself is what finished work took
            if (!m_done && m_context.state != ItemState::done)
                return no(ProgressProblem::leftOrSpent);
            if (m_spent)
                return no(ProgressProblem::contradiction);
            m_spent = m_bare;
        }
        const bool anything = m_done || m_underWay || m_isStarted || m_notStarted || m_spent || m_left;
        if (!anything)
            return no(ProgressProblem::notUnderstood);
        const bool isDone = m_done || (m_took && !m_left && !m_underWay);
        if ((isDone && (m_left || m_underWay)) ||
            (m_notStarted && (isDone || m_underWay || m_isStarted || m_spent || m_left)))
            return no(ProgressProblem::contradiction);
        TypedProgress said{ItemState::underWay, m_started, m_finished, m_spent, m_left};
        if (m_notStarted)
            said.state = ItemState::missing;
        else if (isDone || (m_context.state == ItemState::done && !m_left && !m_underWay))
            said.state = ItemState::done;
        if (isDone && !said.finished && m_context.state != ItemState::done)
            said.finished = m_context.today;
        if (m_isStarted && !said.started)
            said.started = m_context.today;
        if (said.started && said.finished && *said.finished < *said.started)
            return no(ProgressProblem::finishBeforeStart);
        return said;
    }

    typed::ProgressWords m_words;
    const ProgressContext& m_context;
    bool m_done = false;
    bool m_took = false;
    bool m_underWay = false;
    bool m_isStarted = false;
    bool m_notStarted = false;
    std::optional<Date> m_started;
    std::optional<Date> m_finished;
    std::optional<PersonWeeks> m_spent;
    std::optional<PersonWeeks> m_bare; ///< neither spent nor left was said
    std::optional<ThreePoint> m_left;
};

} // namespace

Said readTypedProgress(std::string_view text, const ProgressContext& context)
{
    const std::optional<std::string> plain = typed::plain(typed::withoutFractions(text));
    if (!plain)
        return std::unexpected(ProgressProblem::notUnderstood);
    if (plain->empty())
        return std::unexpected(ProgressProblem::empty);
    return ProgressReader(*plain, context).read();
}

void recordProgress(Inputs& inputs, const std::string& item, const TypedProgress& said, Date today)
{
    setState(inputs, item, said.state);
    ItemActual& actual = inputs.items[item].actual;
    Date latest = statusDate(inputs);
    for (const auto& [to, day] : {std::pair{&actual.started, said.started}, {&actual.finished, said.finished}})
        if (day) {
            *to = day;
            latest = std::max(latest, *day);
        }
    if (said.spent)
        actual.spent = said.spent;
    if (said.left)
        actual.left = said.left;
    const bool asOfToday = said.state == ItemState::underWay && (said.spent || said.left);
    if (asOfToday)
        latest = std::max(latest, today);
    if (latest > statusDate(inputs))
        inputs.asOf = latest;
}

} // namespace trestle
