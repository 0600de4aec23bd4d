#pragma once

#include "models/date.h"
#include "models/units.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trestle {

/// The scheduler keeps sets of people in one machine word.
inline constexpr std::size_t kMaxPeople = 64;

struct Person {
    std::string name;
    double allocation = 1.0;         ///< FTE, 0 < a <= 1
    Money weeklyRate;                ///< for a full-time week, fully loaded; 0 for a founder's own time
    std::vector<std::string> skills; ///< none: can do anything
    std::optional<Date> firstDay;    ///< absent: there from the start; a day off means the next working day
    std::vector<DateRange> leave;
    friend bool operator==(const Person&, const Person&) = default;
};

/// The person of that name; null where nobody is called so.
const Person* findPerson(const std::vector<Person>& team, std::string_view name);
Person* findPerson(std::vector<Person>& team, std::string_view name);
bool canDo(const Person& person, const std::string& skill);
/// Sum of the allocations.
double fullTimeEquivalents(const std::vector<Person>& team);
/// κ = 1 / (1 + loss · max(0, n − 2)): the part of their allocation that each of n people works at, the rest being
/// coordination. n counts who is there at the moment: first day reached, not on leave.
double coordinationFactor(std::size_t people, double loss);

} // namespace trestle
