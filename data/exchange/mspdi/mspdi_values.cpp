#include "data/exchange/mspdi/mspdi_values.h"

#include <charconv>
#include <cmath>

namespace trestle::mspdi {

namespace {

std::optional<double> finiteNumber(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    text = text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return {};
    return value;
}

} // namespace

std::string textIn(pugi::xml_node node, const char* name)
{
    return node.child(name).text().as_string();
}

std::optional<double> numberIn(pugi::xml_node node, const char* name)
{
    return finiteNumber(node.child(name).text().as_string());
}

std::optional<int> wholeIn(pugi::xml_node node, const char* name)
{
    constexpr double most = 2e9;
    const auto number = numberIn(node, name);
    if (!number || std::abs(*number) > most || *number != std::floor(*number))
        return {};
    return static_cast<int>(*number);
}

bool isSet(pugi::xml_node node, const char* name)
{
    const std::string text = textIn(node, name);
    return text == "1" || text == "true";
}

std::optional<Date> dateFrom(std::string_view text)
{
    constexpr std::size_t length = std::string_view("2027-01-04").size();
    if (text.size() > length && text[length] != 'T')
        return {};
    return parseDate(text.substr(0, length));
}

std::optional<Date> dateIn(pugi::xml_node node, const char* name)
{
    return dateFrom(node.child(name).text().as_string());
}

std::optional<double> minutesOf(std::string_view duration, double minutesPerDay)
{
    if (!duration.starts_with('P'))
        return {};
    duration.remove_prefix(1);
    constexpr double minutesPerHour = 60;
    constexpr double daysPerMonth = 20;
    bool ofDay = false;
    double minutes = 0;
    while (!duration.empty()) {
        if (duration.front() == 'T') {
            ofDay = true;
            duration.remove_prefix(1);
            continue;
        }
        const std::size_t unit = duration.find_first_not_of("0123456789.");
        const auto value = finiteNumber(duration.substr(0, unit));
        if (unit == std::string_view::npos || !value)
            return {};
        switch (duration[unit]) {
        case 'Y': minutes += *value * 12 * daysPerMonth * minutesPerDay; break;
        case 'M': minutes += *value * (ofDay ? 1 : daysPerMonth * minutesPerDay); break;
        case 'W': minutes += *value * 5 * minutesPerDay; break;
        case 'D': minutes += *value * minutesPerDay; break;
        case 'H': minutes += *value * minutesPerHour; break;
        case 'S': minutes += *value / minutesPerHour; break;
        default: return {};
        }
        duration.remove_prefix(unit + 1);
    }
    return std::isfinite(minutes) ? std::optional(minutes) : std::nullopt;
}

bool isElapsed(int format)
{
    return format % 2 == 0 && !isPercent(format) && format >= 4 && format <= 44;
}

bool isPercent(int format)
{
    return format == 19 || format == 20 || format == 51 || format == 52;
}

} // namespace trestle::mspdi
