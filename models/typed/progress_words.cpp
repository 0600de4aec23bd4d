#include "models/typed/progress_words.h"

#include "models/typed/typed_date.h"
#include "models/typed/typed_figures.h"

#include <utility>

namespace trestle::typed {

namespace {

constexpr std::array<std::string_view, 11> kCounts{"no",  "one",   "two",   "three", "four", "five",
                                                   "six", "seven", "eight", "nine",  "ten"};
constexpr std::array<std::string_view, 7> kDays{"monday", "tuesday",  "wednesday", "thursday",
                                                "friday", "saturday", "sunday"};

bool isFigureDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Words, with "," between clauses. A comma within a figure stays in it.
std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        if (!word.empty())
            words.push_back(std::exchange(word, {}));
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool inFigure = i > 0 && isFigureDigit(text[i - 1]) && i + 1 < text.size() && isFigureDigit(text[i + 1]);
        const bool isEnd = text[i] == ';' || (text[i] == ',' && !inFigure) || (text[i] == '.' && i + 1 == text.size());
        if (text[i] == ' ' || isEnd)
            end();
        else
            word += text[i];
        if (isEnd)
            words.emplace_back(",");
    }
    end();
    return words;
}

/// Where the letters of a word begin.
std::string::const_iterator lettersOf(const std::string& word)
{
    return std::ranges::find_if(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

} // namespace

/// Halves and quarters as people type them, so that all of the text is plain.
std::string withoutFractions(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kFractions{
        {{"\u00bd", ".5"}, {"\u00bc", ".25"}, {"\u00be", ".75"}}};
    std::string result(text);
    for (const auto& [sign, figures] : kFractions)
        for (std::size_t at = result.find(sign); at != std::string::npos; at = result.find(sign))
            result.replace(at, sign.size(), figures);
    return result;
}

ProgressWords::ProgressWords(std::string_view text, const ProgressContext& context)
    : m_words(wordsOf(text)), m_context(context)
{
}

bool ProgressWords::isWord(std::string_view word, std::size_t ahead) const
{
    return m_at + ahead < m_words.size() && m_words[m_at + ahead] == word;
}

bool ProgressWords::takePhrase(std::string_view phrase)
{
    std::size_t ahead = 0;
    while (!phrase.empty()) {
        const std::string_view word = phrase.substr(0, phrase.find(' '));
        if (!isWord(word, ahead++))
            return false;
        phrase.remove_prefix(std::min(phrase.size(), word.size() + 1));
    }
    m_at += ahead;
    return true;
}

ProgressWords::Read<Date> ProgressWords::readDate()
{
    if (const auto day = readWeekday())
        return *day;
    if (const auto day = readAgo())
        return *day;
    if (m_at >= m_words.size() || isWord("in") || isWord("a") || m_words[m_at].starts_with('+') || isEffortAt(m_at))
        return std::nullopt;
    constexpr std::size_t kMostWords = 5;
    Read<Date> wrong;
    std::size_t most = 0;
    while (most < kMostWords && m_at + most < m_words.size() && !isWord(",", most))
        ++most;
    for (std::size_t count = most; count > 0; --count) {
        if (isFigureDigit(m_words[m_at + count - 1].back()) && isUnit(m_at + count))
            continue; // "28 Jan 20 h"
        const auto date = readTypedDate(textOf(count), DateContext{m_context.today, earliest()});
        if (date) {
            m_at += count;
            if (*date > m_context.today)
                return std::unexpected(ProgressProblem::afterToday);
            return *date;
        }
        if (date.error() != DateProblem::notUnderstood && date.error() != DateProblem::empty && !wrong)
            wrong = std::unexpected(ProgressProblem::noSuchDate);
    }
    return wrong;
}

std::string ProgressWords::textOf(std::size_t count) const
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += (i > 0 ? " " : "") + m_words[m_at + i];
    return text;
}

/// A day without its year is not long before the project, nor a year ago.
Date ProgressWords::earliest() const
{
    constexpr auto kBefore = std::chrono::days(60);
    constexpr auto kYear = std::chrono::days(364);
    return std::min(std::max(m_context.start - kBefore, m_context.today - kYear), m_context.today);
}

/// The last such day: today may be one, unless it is "last Monday".
std::optional<Date> ProgressWords::readWeekday()
{
    const std::size_t place = m_at + (isWord("last") ? 1 : 0);
    if (place >= m_words.size() || m_words[place].size() < 3)
        return std::nullopt;
    const auto* found =
        std::ranges::find_if(kDays, [&](std::string_view day) { return day.starts_with(m_words[place]); });
    if (found == kDays.end() ||
        (place + 1 < m_words.size() && isFigureDigit(m_words[place + 1].front()) && !isEffortAt(place + 1)))
        return std::nullopt; // "Thu 28 Jan" is read as a whole
    const auto wanted = static_cast<int>(found - kDays.begin()) + 1;
    const auto now = static_cast<int>(std::chrono::weekday{m_context.today}.iso_encoding());
    constexpr int kWeek = 7;
    int back = (now - wanted + kWeek) % kWeek;
    if (back == 0 && place > m_at)
        back = kWeek;
    m_at = place + 1;
    return m_context.today - std::chrono::days(back);
}

/// "2 days ago", "a week ago".
std::optional<Date> ProgressWords::readAgo()
{
    if (m_at + 2 >= m_words.size() || !isWord("ago", 2))
        return std::nullopt;
    const std::optional<double> count = countAt(m_at);
    const std::string_view unit = m_words[m_at + 1];
    const bool isWeeks = unit == "week" || unit == "weeks";
    constexpr double kMost = 3000;
    if (!count || *count > kMost || (!isWeeks && unit != "day" && unit != "days"))
        return std::nullopt;
    m_at += 3;
    return m_context.today - std::chrono::days(static_cast<int>(*count) * (isWeeks ? 7 : 1));
}

/// "a", "two", "3".
std::optional<double> ProgressWords::countAt(std::size_t place) const
{
    if (place >= m_words.size())
        return std::nullopt;
    const std::string& word = m_words[place];
    if (word == "a" || word == "an")
        return 1;
    if (const auto* found = std::ranges::find(kCounts, word); found != kCounts.end())
        return static_cast<double>(found - kCounts.begin());
    const auto number = readTypedNumber(word);
    return number ? std::optional(*number) : std::nullopt;
}

bool ProgressWords::isUnit(std::size_t place) const
{
    return place < m_words.size() && !isFigureDigit(m_words[place].front()) && m_words[place] != "," &&
           readTypedEffort("1 " + m_words[place], m_context.hoursPerWeek).has_value();
}

/// Whether an effort stands there, rather than a day.
bool ProgressWords::isEffortAt(std::size_t place) const
{
    if (place >= m_words.size())
        return false;
    const std::string& word = m_words[place];
    const auto letters = lettersOf(word);
    if (letters != word.begin() && letters != word.end())
        return readTypedEffort("1 " + std::string(letters, word.end()), m_context.hoursPerWeek).has_value();
    return isUnit(place + 1);
}

ProgressWords::Read<std::vector<PersonWeeks>> ProgressWords::readEffort()
{
    if (isWord("half") && m_at + 1 < m_words.size()) {
        const std::size_t unit = m_at + (isWord("a", 1) || isWord("an", 1) ? 2 : 1);
        if (!isUnit(unit))
            return std::nullopt;
        const std::string text = ".5 " + m_words[unit];
        m_at = unit + 1;
        return inWeeks({text});
    }
    if (m_at < m_words.size() && !isFigureDigit(m_words[m_at].front()) && m_words[m_at].front() != '.') {
        const std::optional<double> count = isUnit(m_at + 1) ? countAt(m_at) : std::nullopt;
        if (!count)
            return std::nullopt;
        const std::string text = std::to_string(static_cast<int>(*count)) + " " + m_words[m_at + 1];
        m_at += 2;
        return inWeeks({text});
    }
    return readFigures();
}

ProgressWords::Read<std::vector<PersonWeeks>> ProgressWords::readFigures()
{
    std::size_t place = m_at;
    std::string joined;
    std::string unit;
    for (; place < m_words.size() && unit.empty(); ++place) {
        const std::string& word = m_words[place];
        const auto letters = lettersOf(word);
        const bool isFigure = letters != word.begin();
        if (isFigure && word != ",")
            joined.append(word.begin(), letters);
        else if (word == "to" || word == "or")
            joined += '-';
        else if (isUnit(place))
            unit = word;
        else
            return std::nullopt;
        if (isFigure && letters != word.end())
            unit.assign(letters, word.end());
    }
    if (unit.empty() || joined.empty())
        return std::nullopt;
    std::vector<std::string> texts(1);
    for (const char c : joined) {
        if (c == '-' || c == '/')
            texts.emplace_back();
        else
            texts.back() += c;
    }
    for (std::string& text : texts)
        text += ' ' + unit;
    if (texts.size() == 1)
        while (place < m_words.size() && isFigureDigit(m_words[place].front()) && isEffortAt(place)) {
            texts.front() += ' ' + m_words[place];
            if (isUnit(++place) && isFigureDigit(m_words[place - 1].back()))
                texts.front() += ' ' + m_words[place++];
        }
    m_at = place;
    return inWeeks(texts);
}

std::expected<std::vector<PersonWeeks>, ProgressProblem>
ProgressWords::inWeeks(const std::vector<std::string>& texts) const
{
    constexpr std::size_t kCases = 3;
    if (texts.size() > kCases)
        return std::unexpected(ProgressProblem::notUnderstood);
    std::vector<PersonWeeks> effort;
    for (const std::string& text : texts) {
        const auto weeks = readTypedEffort(text, m_context.hoursPerWeek);
        if (!weeks)
            return std::unexpected(weeks.error() == FigureProblem::tooLarge ? ProgressProblem::tooLarge
                                                                            : ProgressProblem::notUnderstood);
        effort.push_back(*weeks);
    }
    if (!std::ranges::is_sorted(effort))
        return std::unexpected(ProgressProblem::unordered);
    return effort;
}

} // namespace trestle::typed
