#pragma once

#include "models/date.h"
#include "models/units.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trestle {

/// The scheduler keeps sets of people in one machine word.
inline constexpr std::size_t kMaxPeople = 64;

/// How a weekly rate was worked out, so that the figure can be defended and changed later.
enum class RateKind : std::uint8_t {
    employee,          ///< from a yearly salary
    contractorPerDay,  ///< from a day rate
    contractorPerHour, ///< from an hour rate
};

struct RateBasis {
    RateKind kind = RateKind::employee;
    Money amount;               ///< a year, a day or an hour, as the kind says
    double superPercent = 12;   ///< of the salary; employees alone
    Money onCosts;              ///< a year: payroll tax, insurance, equipment as entered; employees alone
    double weeksAtWork = 44;    ///< that a year's cost is spread over; employees alone
    double timeAWeek = 5;       ///< days or hours in a full-time week; contractors alone
    std::optional<Date> asOf{}; ///< the day it was worked out
    friend bool operator==(const RateBasis&, const RateBasis&) = default;
};

struct Person {
    std::string name;
    double allocation = 1.0;         ///< FTE, 0 < a <= 1
    Money weeklyRate;                ///< for a full-time week, fully loaded
    std::vector<std::string> skills; ///< none: can do anything
    std::optional<Date> firstDay;    ///< absent: there from the start; a day off means the next working day
    std::vector<DateRange> leave;
    std::optional<Date> lastDay{};        ///< absent: there to the end
    bool isRole = false;                  ///< no name yet: `name` is the role's title
    bool paidOut = true;                  ///< false: own time, which costs its rate but leaves no bank account
    std::optional<Money> billRate{};      ///< what a client pays for a full-time week
    std::optional<RateBasis> rateBasis{}; ///< absent: the rate was entered as it is
    friend bool operator==(const Person&, const Person&) = default;
};

/// The person of that name; null where nobody is called so.
const Person* findPerson(const std::vector<Person>& team, std::string_view name);
Person* findPerson(std::vector<Person>& team, std::string_view name);
/// The name, or with the first number behind it that makes it free: "Engineer", "Engineer 2".
std::string freeName(const std::vector<Person>& team, const std::string& name);
bool canDo(const Person& person, const std::string& skill);
/// Sum of the allocations.
double fullTimeEquivalents(const std::vector<Person>& team);
/// κ = 1 / (1 + loss · max(0, n − 2)): the part of their allocation that each of n people works at, the rest being
/// coordination. n counts who is there at the moment: first day reached, not on leave.
double coordinationFactor(std::size_t people, double loss);

} // namespace trestle
