#pragma once

#include "models/catalogue.h"
#include "models/units.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trestle {

/// One of the tasks that another comes after.
struct CellLink {
    std::optional<std::size_t> task; ///< absent: there is no such task
    LinkType type = LinkType::finishToStart;
    Weeks lag = 0;
    std::optional<double> part; ///< the lag as a part of what comes before takes
};
/// The task that an id, a number or a name stands for.
using TaskFinder = std::function<std::optional<std::size_t>(std::string_view)>;
struct CellLinks {
    std::vector<CellLink> links;
    std::size_t looked = 0; ///< references that were looked up
    std::size_t left = 0;   ///< that were not
};
/// "3FS+2d; 5", "12 SS - 50%", "Design, Build": separated by semicolons, line breaks or commas. What is a task's id or
/// name as a whole is that task, whatever signs are in it. `most` references are looked up.
CellLinks linksFrom(std::string_view text, const TaskFinder& find, bool decimalComma, std::size_t most);

struct CellPerson {
    std::string name;
    double units = 1; ///< full-time people
};
struct CellPeople {
    std::vector<CellPerson> people;
    std::size_t left = 0; ///< beyond the most
};
/// "Ana[50%], Bo; Cy".
CellPeople peopleFrom(std::string_view text, std::size_t most);

} // namespace trestle
