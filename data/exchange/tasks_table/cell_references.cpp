#include "data/exchange/tasks_table/cell_references.h"

#include "data/exchange/tasks_table/cell_text.h"
#include "data/exchange/tasks_table/cell_values.h"

#include <algorithm>
#include <array>

namespace trestle {

namespace {

std::vector<std::string_view> parts(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> found;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(separators), text.size());
        if (const std::string_view part = withoutSpaces(text.substr(0, end)); !part.empty())
            found.push_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return found;
}

/// Takes the type from the end of a text.
std::optional<LinkType> takeType(std::string_view& text)
{
    constexpr auto types = std::to_array<std::pair<std::string_view, LinkType>>({{"FS", LinkType::finishToStart},
                                                                                 {"SS", LinkType::startToStart},
                                                                                 {"FF", LinkType::finishToFinish},
                                                                                 {"SF", LinkType::startToFinish}});
    constexpr std::size_t length = 2;
    if (text.size() <= length)
        return {};
    std::string end(text.substr(text.size() - length));
    std::ranges::transform(end, end.begin(), [](char c) { return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c; });
    for (const auto& [word, type] : types)
        if (end == word) {
            text = withoutSpaces(text.substr(0, text.size() - length));
            return type;
        }
    return {};
}

CellLink linkFrom(std::string_view text, const TaskFinder& find, bool decimalComma)
{
    CellLink link;
    if ((link.task = find(text)))
        return link;
    std::string_view before = text;
    if (const auto type = takeType(before); type && (link.task = find(before))) {
        link.type = *type;
        return link;
    }
    const std::size_t sign = text.find_last_of("+-");
    if (sign == std::string_view::npos || sign == 0)
        return link;
    std::string lag(text.substr(sign));
    std::erase(lag, ' ');
    before = withoutSpaces(text.substr(0, sign));
    link.type = takeType(before).value_or(LinkType::finishToStart);
    if (lag.ends_with('%')) {
        const auto part = wholeNumber(std::string_view(lag).substr(0, lag.size() - 1), decimalComma);
        if (!part)
            return link;
        link.part = *part / 100;
    } else if (const auto weeks = weeksFrom(lag, TimeUnit::days, decimalComma))
        link.lag = *weeks;
    else
        return link;
    link.task = find(before);
    return link;
}

} // namespace

CellLinks linksFrom(std::string_view text, const TaskFinder& find, bool decimalComma, std::size_t most)
{
    CellLinks read;
    if (isVoid(text))
        return read;
    if (const auto task = most > 0 ? find(withoutSpaces(text)) : std::nullopt)
        return {{{task, LinkType::finishToStart, 0, {}}}, 1, 0};
    for (const std::string_view line : parts(text, ";\n\r")) {
        const std::vector<std::string_view> told = parts(line, ",");
        if (read.looked + told.size() > most) {
            read.left += told.size();
            continue;
        }
        read.looked += told.size();
        std::vector<CellLink> apart;
        for (const std::string_view part : told)
            apart.push_back(linkFrom(part, find, decimalComma));
        const bool isAll = std::ranges::all_of(apart, [](const CellLink& link) { return link.task.has_value(); });
        // A comma may be part of a name or of a lag.
        const CellLink whole = isAll ? CellLink{} : linkFrom(line, find, decimalComma);
        if (whole.task)
            apart.assign(1, whole);
        read.links.insert(read.links.end(), apart.begin(), apart.end());
    }
    return read;
}

CellPeople peopleFrom(std::string_view text, std::size_t most)
{
    CellPeople read;
    if (isVoid(text))
        return read;
    const bool hasOther = text.find_first_of(";\n\r") != std::string_view::npos;
    for (std::string_view part : parts(text, hasOther ? ";\n\r" : ",")) {
        if (read.people.size() == most) {
            ++read.left;
            continue;
        }
        while (part.ends_with(','))
            part = withoutSpaces(part.substr(0, part.size() - 1));
        CellPerson person{std::string(part), 1};
        const std::size_t open = part.rfind('[');
        if (part.ends_with(']') && open != std::string_view::npos && open > 0) {
            std::string_view units = part.substr(open + 1, part.size() - open - 2);
            const bool isPercent = units.ends_with('%');
            units.remove_suffix(isPercent ? 1 : 0);
            if (const auto number = wholeNumber(units, false)) {
                person.name = withoutSpaces(part.substr(0, open));
                person.units = std::clamp(isPercent ? *number / 100 : *number, 0.0, 1000.0);
            }
        }
        if (!person.name.empty())
            read.people.push_back(std::move(person));
    }
    return read;
}

} // namespace trestle
