#include "app/cli/wording_times.h"

namespace trestle::cli {

std::string worded(const TimesNote& note)
{
    const auto what = [&](std::size_t i) { return i < note.what.size() ? note.what[i] : std::string(); };
    switch (note.problem) {
    case TimesProblem::noItem: return "names no item";
    case TimesProblem::noDay: return "has no date";
    case TimesProblem::badDate: return "'" + what(0) + "' is no date from 1970 to 2200";
    case TimesProblem::badTime: return "'" + what(0) + "' is no amount of time";
    case TimesProblem::negativeTime: return "'" + what(0) + "' is below nothing";
    case TimesProblem::nothing: return "says neither time spent nor a date";
    case TimesProblem::afterStatusDate: return what(0) + " is after the status date";
    case TimesProblem::finishBeforeStart:
        return "the item would finish on " + what(0) + ", before its start on " + what(1);
    case TimesProblem::tooMuch: return "the item would take more time than a plan can hold";
    case TimesProblem::longDay: return what(0) + " hours on one day";
    }
    return {};
}

} // namespace trestle::cli
