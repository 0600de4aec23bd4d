#include "models/typed/pasted_people.h"

#include "models/inputs.h"
#include "models/typed/typed_figures.h"

#include <algorithm>
#include <set>

namespace trestle {

namespace {

constexpr std::size_t kLongestShown = 200; // bytes
constexpr std::size_t kMostLines = 1'000;
constexpr std::string_view kBlank = " \t\r";

std::string trimmedCell(std::string_view cell)
{
    const std::size_t first = cell.find_first_not_of(kBlank);
    return first == std::string_view::npos ? ""
                                           : std::string(cell.substr(first, cell.find_last_not_of(kBlank) - first + 1));
}

char separatorOf(std::string_view line)
{
    for (const char separator : {'\t', ';'})
        if (line.find(separator) != std::string_view::npos)
            return separator;
    return ',';
}

/// A quote is doubled inside quotes, as spreadsheets write it.
std::vector<std::string> cellsOf(std::string_view line)
{
    const char separator = separatorOf(line);
    std::vector<std::string> cells;
    std::string cell;
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
            cell += c;
            ++i;
        } else if (c == '"' && (quoted || trimmedCell(cell).empty())) {
            quoted = !quoted;
        } else if (c == separator && !quoted) {
            cells.push_back(trimmedCell(cell));
            cell.clear();
        } else {
            cell += c;
        }
    }
    cells.push_back(trimmedCell(cell));
    while (!cells.empty() && cells.back().empty())
        cells.pop_back();
    return cells;
}

/// "Full-time" and "half-time" as well as figures.
std::optional<double> timeIn(const std::string& cell)
{
    std::string small = cell;
    std::ranges::transform(small, small.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (small == "full-time" || small == "full time" || small == "full")
        return 1.0;
    if (small == "half-time" || small == "half time" || small == "half")
        return 0.5;
    const auto share = readTypedShare(cell);
    return share && *share > 0 && *share <= 1 ? std::optional(*share) : std::nullopt;
}

bool isHeader(const std::vector<std::string>& cells)
{
    return cells.size() >= 2 && !timeIn(cells[1]) && (cells.size() < 3 || !readTypedAmount(cells[2]));
}

std::optional<PastedProblem> read(const std::vector<std::string>& cells, Person& person)
{
    if (cells.empty() || isBlank(cells[0]))
        return PastedProblem::noName;
    if (cells.size() < 3)
        return PastedProblem::tooFewCells;
    person.name = cells[0];
    const auto time = timeIn(cells[1]);
    if (!time)
        return PastedProblem::time;
    person.allocation = *time;
    const auto rate = readTypedAmount(cells[2]);
    if (!rate)
        return PastedProblem::rate;
    person.weeklyRate = *rate;
    if (cells.size() > 3 && !cells[3].empty()) {
        const auto bill = readTypedAmount(cells[3]);
        if (!bill)
            return PastedProblem::billRate;
        person.billRate = *bill;
    }
    return std::nullopt;
}

/// Not in the middle of a letter.
std::string shortened(std::string_view line)
{
    std::size_t length = std::min(line.size(), kLongestShown);
    while (length < line.size() && length > 0 && (static_cast<unsigned char>(line[length]) & 0xC0U) == 0x80U)
        --length;
    return std::string(line.substr(0, length));
}

} // namespace

std::vector<PastedLine> readPastedPeople(std::string_view text)
{
    text = text.substr(0, kLongestPaste);
    std::vector<PastedLine> lines;
    std::set<std::string> names;
    bool isFirst = true;
    for (std::size_t number = 1; !text.empty() && lines.size() < kMostLines; ++number) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        const std::vector<std::string> cells = cellsOf(line);
        if (cells.empty())
            continue;
        const bool header = isFirst && isHeader(cells);
        isFirst = false;
        if (header)
            continue;
        PastedLine& pasted = lines.emplace_back();
        pasted.number = number;
        pasted.text = shortened(line);
        pasted.problem = read(cells, pasted.person);
        if (!pasted.problem && names.size() == kMaxPeople)
            pasted.problem = PastedProblem::tooMany;
        else if (!pasted.problem && !names.insert(pasted.person.name).second)
            pasted.problem = PastedProblem::nameTwice;
    }
    return lines;
}

void addPastedPeople(std::vector<Person>& team, const std::vector<PastedLine>& lines)
{
    for (const PastedLine& line : lines) {
        if (line.problem)
            continue;
        Person* known = findPerson(team, line.person.name);
        if (!known) {
            team.push_back(line.person);
            continue;
        }
        known->allocation = line.person.allocation;
        if (known->weeklyRate != line.person.weeklyRate)
            known->rateBasis.reset();
        known->weeklyRate = line.person.weeklyRate;
        if (line.person.billRate)
            known->billRate = line.person.billRate;
    }
}

} // namespace trestle
