#pragma once

#include "models/date.h"

#include <string>
#include <string_view>
#include <vector>

namespace trestle::html {

/// Position of days on an axis from one month's first day to another's last, 0 to 1.
class TimeAxis {
public:
    TimeAxis(Date first, Date last);
    [[nodiscard]] double at(Date day) const;
    [[nodiscard]] double after(Date day) const { return at(day + std::chrono::days{1}); }
    /// First days of months, so few that their names have room.
    [[nodiscard]] std::vector<Date> ticks() const;

private:
    Date m_first;
    Date m_end;
};

/// A row of a chart that stretches to the width that there is: 1000 wide, 24 high.
inline constexpr std::string_view kRowBox = "viewBox=\"0 0 1000 24\" preserveAspectRatio=\"none\"";
/// A bar in such a row; `kind` is its class, the rest are positions on an axis.
std::string bar(std::string_view kind, double from, double to);
/// The same, thin, below such a bar.
std::string thinBar(std::string_view kind, double from, double to);
std::string upright(std::string_view kind, double at);
/// "12.5%".
std::string percentAt(double part);

} // namespace trestle::html
