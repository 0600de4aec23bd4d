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
/// "3FS+2d; 5", "12 SS - 50%", "Design, Build": separated by semicolons, line breaks or commas. What is a task's id or
/// name as a whole is that task, whatever signs are in it.
std::vector<CellLink> linksFrom(std::string_view text, const TaskFinder& find, bool decimalComma);

struct CellPerson {
    std::string name;
    double units = 1; ///< full-time people
};
/// "Ana[50%], Bo; Cy".
std::vector<CellPerson> peopleFrom(std::string_view text);

} // namespace trestle
