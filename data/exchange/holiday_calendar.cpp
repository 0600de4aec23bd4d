#include "data/exchange/holiday_calendar.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace trestle {

namespace {

constexpr std::size_t kLongestLabel = 100;
constexpr std::chrono::days kLongestEvent{366};
constexpr Date kEarliest{std::chrono::year{1970} / 1 / 1};
constexpr Date kLatest{std::chrono::year{2200} / 12 / 31};

/// A content line, unfolded: NAME;PARAMETER=VALUE:TEXT.
struct ContentLine {
    std::string name;       ///< in capitals
    std::string parameters; ///< in capitals, each with its ';'
    std::string text;
    std::size_t number = 0; ///< of its first physical line
};

std::string inCapitals(std::string_view text)
{
    std::string capitals(text);
    for (char& c : capitals)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return capitals;
}

std::unexpected<Error> refuseLine(const ContentLine& line, std::string what, DetailKind expected)
{
    return fail(ErrorCode::invalidCalendar, std::move(what), std::to_string(line.number), expected);
}

/// Hands out the content lines of a file one by one.
class LineReader {
public:
    explicit LineReader(std::string_view bytes) : m_rest(bytes)
    {
        constexpr std::string_view kMark = "\xEF\xBB\xBF";
        if (m_rest.starts_with(kMark))
            m_rest.remove_prefix(kMark.size());
    }

    /// Nothing at the end.
    Result<std::optional<ContentLine>> next()
    {
        std::string whole;
        ContentLine line;
        do {
            if (m_rest.empty())
                return std::optional<ContentLine>();
            whole = physicalLine();
            line.number = m_number;
        } while (whole.empty());
        while (!m_rest.empty() && (m_rest.front() == ' ' || m_rest.front() == '\t')) {
            whole += physicalLine().substr(1);
            if (whole.size() > kLongestHolidayLine)
                break;
        }
        if (whole.size() > kLongestHolidayLine)
            return refuseLine(line, whole.substr(0, 20), DetailKind::calendarLine);
        const std::size_t colon = colonOf(whole);
        if (colon == std::string::npos || whole.find('\0') != std::string::npos)
            return refuseLine(line, whole.substr(0, 40), DetailKind::calendarFile);
        const std::size_t nameEnd = std::min(whole.find(';'), colon);
        line.name = inCapitals(std::string_view(whole).substr(0, nameEnd));
        line.parameters = inCapitals(std::string_view(whole).substr(nameEnd, colon - nameEnd));
        line.text = whole.substr(colon + 1);
        return std::optional(std::move(line));
    }

private:
    std::string physicalLine()
    {
        ++m_number;
        const std::size_t end = m_rest.find('\n');
        std::string line(m_rest.substr(0, std::min(end, kLongestHolidayLine + 2)));
        m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end + 1);
        if (line.ends_with('\r'))
            line.pop_back();
        return line;
    }

    /// Between name and text, not inside the quotes of a parameter.
    static std::size_t colonOf(std::string_view line)
    {
        bool quoted = false;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ':' && !quoted)
                return i;
        }
        return std::string_view::npos;
    }

    std::string_view m_rest;
    std::size_t m_number = 0;
};

/// "20270126"
std::optional<Date> compactDate(std::string_view text)
{
    if (text.size() != 8)
        return std::nullopt;
    std::string iso(text);
    iso.insert(6, "-").insert(4, "-");
    return parseDate(iso);
}

/// "P1D", "P2W"
std::optional<std::chrono::days> wholeDays(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    if (text.size() < 3 || !text.starts_with('P'))
        return std::nullopt;
    const char unit = text.back();
    const std::string_view digits = text.substr(1, text.size() - 2);
    int count = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (error != std::errc{} || stop != digits.data() + digits.size() || count < 1 || count > kLongestEvent.count())
        return std::nullopt;
    if (unit == 'D')
        return std::chrono::days{count};
    if (unit == 'W')
        return std::chrono::days{7 * count};
    return std::nullopt;
}

/// A summary without its escapes and control characters, cut to a label's length between two characters.
std::string holidayLabel(std::string_view text)
{
    std::string label;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '\\' && i + 1 < text.size()) {
            ++i;
            c = text[i] == 'n' || text[i] == 'N' ? ' ' : text[i];
        }
        label += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
    if (label.size() > kLongestLabel) {
        std::size_t end = kLongestLabel;
        while (end > 0 && (static_cast<unsigned char>(label[end]) & 0xC0U) == 0x80U)
            --end;
        label.resize(end);
    }
    const std::size_t first = label.find_first_not_of(' ');
    return first == std::string::npos ? std::string() : label.substr(first, label.find_last_not_of(' ') - first + 1);
}

bool isUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = byte < 0x80   ? 1
                                   : byte < 0xC2 ? 0
                                   : byte < 0xE0 ? 2
                                   : byte < 0xF0 ? 3
                                   : byte < 0xF5 ? 4
                                                 : 0;
        if (length == 0 || i + length > text.size())
            return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0U) != 0x80U)
                return false;
        if (length == 3) { // neither overlong nor half of a pair
            const unsigned code = (byte & 0x0FU) << 6U | (static_cast<unsigned char>(text[i + 1]) & 0x3FU);
            if (code < 0x20 || (code >= 0x360 && code < 0x380))
                return false;
        }
        if (length == 4) {
            const unsigned code = (byte & 0x07U) << 6U | (static_cast<unsigned char>(text[i + 1]) & 0x3FU);
            if (code < 0x10 || code >= 0x110)
                return false;
        }
        i += length;
    }
    return true;
}

/// One VEVENT while it is read.
struct HolidayEvent {
    ContentLine begun; ///< its first line
    std::optional<Date> first;
    std::optional<Date> end; ///< the day after the last
    std::optional<std::chrono::days> length;
    std::string label;
    bool isCancelled = false;
};

class CalendarReader {
public:
    explicit CalendarReader(std::string_view bytes) : m_lines(bytes) {}

    Result<std::vector<DayOff>> read()
    {
        ContentLine line;
        bool any = false;
        for (;;) {
            auto next = m_lines.next();
            if (!next)
                return std::unexpected(next.error());
            if (!*next)
                break;
            line = std::move(**next);
            if (!std::exchange(any, true) && (line.name != "BEGIN" || inCapitals(line.text) != "VCALENDAR"))
                return refuseLine(line, line.name, DetailKind::calendarFile);
            if (auto ok = take(line); !ok)
                return std::unexpected(ok.error());
        }
        if (!any || !m_open.empty())
            return refuseLine(line, {}, any ? DetailKind::calendarEnd : DetailKind::calendarFile);
        std::vector<DayOff> result;
        for (auto& [date, label] : m_days)
            result.push_back({date, std::move(label)});
        return result;
    }

private:
    Result<void> take(const ContentLine& line)
    {
        if (line.name == "BEGIN")
            return begin(line);
        if (line.name == "END")
            return end(line);
        if (m_open.empty())
            return refuseLine(line, line.name, DetailKind::calendarFile);
        // Time zones repeat and alarms have durations: only what stands in the event itself counts.
        return m_open.back() == "VEVENT" ? property(line) : Result<void>();
    }

    Result<void> begin(const ContentLine& line)
    {
        constexpr std::size_t kDeepest = 8;
        m_open.push_back(inCapitals(line.text));
        if (m_open.size() > kDeepest)
            return refuseLine(line, line.text.substr(0, 40), DetailKind::calendarFile);
        if (m_open.back() == "VEVENT")
            m_event = {line, {}, {}, {}, {}, false};
        return {};
    }

    Result<void> end(const ContentLine& line)
    {
        if (m_open.empty() || m_open.back() != inCapitals(line.text))
            return refuseLine(line, line.text.substr(0, 40), DetailKind::calendarFile);
        const bool isEvent = m_open.back() == "VEVENT";
        m_open.pop_back();
        return isEvent ? add() : Result<void>();
    }

    Result<void> property(const ContentLine& line)
    {
        if (line.name == "RRULE" || line.name == "RDATE" || line.name == "EXRULE")
            return refuseLine(line, line.name, DetailKind::singleEvents);
        if (line.name == "SUMMARY")
            m_event.label = holidayLabel(line.text);
        else if (line.name == "STATUS")
            m_event.isCancelled = inCapitals(line.text) == "CANCELLED";
        else if (line.name == "DTSTART")
            return day(line, m_event.first);
        else if (line.name == "DTEND")
            return day(line, m_event.end);
        else if (line.name == "DURATION") {
            m_event.length = wholeDays(line.text);
            if (!m_event.length)
                return refuseLine(line, line.text.substr(0, 40), DetailKind::wholeDayEvents);
        }
        return {};
    }

    static Result<void> day(const ContentLine& line, std::optional<Date>& to)
    {
        to = compactDate(line.text);
        if (!to && line.text.find('T') == 8 && compactDate(std::string_view(line.text).substr(0, 8)))
            return refuseLine(line, line.text.substr(0, 40), DetailKind::wholeDayEvents);
        if (!to || *to < kEarliest || *to > kLatest)
            return refuseLine(line, line.text.substr(0, 40), DetailKind::compactDate);
        return {};
    }

    Result<void> add()
    {
        if (m_event.isCancelled)
            return {};
        if (!m_event.first)
            return refuseLine(m_event.begun, "VEVENT", DetailKind::compactDate);
        const Date first = *m_event.first;
        // An end on the first day is some programs' way to say one day.
        const Date end = std::max(m_event.end ? *m_event.end : first + m_event.length.value_or(std::chrono::days{1}),
                                  m_event.end == first ? first + std::chrono::days{1} : first);
        if (end <= first || end - first > kLongestEvent)
            return refuseLine(m_event.begun, isoDate(first), DetailKind::orderedDays);
        for (Date date = first; date < end; date += std::chrono::days{1})
            if (isWeekday(date))
                m_days.emplace(date, m_event.label);
        if (m_days.size() > kMostHolidays)
            return refuseLine(m_event.begun, std::to_string(m_days.size()), DetailKind::fewerHolidays);
        return {};
    }

    LineReader m_lines;
    std::vector<std::string> m_open;
    HolidayEvent m_event;
    std::map<Date, std::string> m_days;
};

} // namespace

Result<std::vector<DayOff>> readHolidayCalendar(std::string_view bytes)
{
    if (bytes.size() > kLargestHolidayFile || !isUtf8(bytes))
        return fail(ErrorCode::invalidCalendar, {}, "1", DetailKind::calendarFile);
    return CalendarReader(bytes).read();
}

} // namespace trestle
