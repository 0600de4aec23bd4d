#pragma once

#include "models/team.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// People copied from a spreadsheet: a line each, with name, time, rate a week and, if there is one, bill rate. Cells
/// are separated by tabs, else by semicolons, else by commas; cells with a separator in them stand in quotes.
namespace trestle {

enum class PastedProblem : std::uint8_t { noName, tooFewCells, time, rate, billRate, nameTwice, tooMany };

struct PastedLine {
    std::size_t number = 0; ///< in the text, from 1
    std::string text;       ///< as it was pasted, cut to a length that can be shown
    Person person;          ///< what was understood, where there is no problem
    std::optional<PastedProblem> problem;
};

/// Text longer than this is no list of people; what is beyond is left out.
inline constexpr std::size_t kLongestPaste = 100'000;

/// Empty lines are left out, and a first line whose cells are words where figures are expected: the header. A second
/// person of the same name is a problem, as are more people than a team may have.
std::vector<PastedLine> readPastedPeople(std::string_view text);

/// The team with those people: who is there by that name gets the new figures, the others are added.
void addPastedPeople(std::vector<Person>& team, const std::vector<PastedLine>& lines);

} // namespace trestle
