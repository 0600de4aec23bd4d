#pragma once

#include "models/plan/plan.h"
#include "ui/gantt/gantt_metrics.h"
#include "ui/gantt/time_axis.h"

#include <QPolygonF>
#include <QRectF>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// Where everything in the Gantt chart stands: rows, bars, links and dated lines, as plain values computed from a plan,
/// a time axis and the set of open phases. Nothing here paints; painter, hit tests, accessibility and exports all read
/// the same values. Coordinates are logical pixels from the top left of the first row.
namespace trestle {

enum class LinkMode : std::uint8_t { Selected, All, None };

/// What the pale extension of a phase's bar reaches to, in plan time.
struct UntilFinish {
    std::vector<Weeks> phases; ///< a finish per phase; empty while it is not known: no extensions
    int confidence = 80;       ///< in percent, for the legend
    [[nodiscard]] std::optional<Weeks> ofPhase(std::size_t phase) const
    {
        return phase < phases.size() ? std::optional(phases[phase]) : std::nullopt;
    }
    friend bool operator==(const UntilFinish&, const UntilFinish&) = default;
};

struct GanttRow {
    enum class Kind : std::uint8_t { Phase, Item };
    Kind kind = Kind::Phase;
    std::uint32_t index = 0; ///< into Plan::phases or Plan::items
    bool hasWork = false;    ///< in the likely case; without work there are no bars
    bool open = false;       ///< a phase whose items follow
    double top = 0;
    double height = 0;
    QRectF done;         ///< what was worked on, at its dates; of what is under way up to the status date
    bool isMark = false; ///< of `done` one day alone is known: a mark where its middle is
    QRectF bar;          ///< remaining work, likely start to finish
    QRectF until;        ///< from the end of the bar; empty where it would not be seen
    QRectF reference;    ///< a phase's window in the source
    QRectF promised;     ///< what the baseline promised
    double slackTo = 0;  ///< where the finish moves when the start slips by all its slack

    [[nodiscard]] bool isPhase() const { return kind == Kind::Phase; }
    [[nodiscard]] double bottom() const { return top + height; }
    [[nodiscard]] bool hasBars() const { return hasWork || !done.isEmpty(); }
    friend bool operator==(const GanttRow&, const GanttRow&) = default;
};

/// An arrow between two rows.
struct GanttArrow {
    QPolygonF path;       ///< right angles; the last point is the tip
    std::size_t from = 0; ///< rows
    std::size_t to = 0;
    bool byPeople = false; ///< people, not this link, make the successor wait: dashed
    friend bool operator==(const GanttArrow&, const GanttArrow&) = default;
};

/// A dated line across the rows.
struct GanttMark {
    enum class Kind : std::uint8_t { Status, Today, Target };
    Kind kind = Kind::Target;
    double x = 0;
    Date date{};
    bool beyond = false; ///< too far right for the axis: no line, only a label at its end
    friend bool operator==(const GanttMark&, const GanttMark&) = default;
};

/// Days without work, as a column behind the bars. Those on which nobody works take no time of the axis: they stand
/// where the next working day begins, and all between two working days are one.
struct GanttDaysOff {
    double left = 0;
    double width = 0;
    DateRange days;
    std::vector<std::string> labels; ///< as named, each once; empty names left out; of leave in a team: who is away
    bool isLeave = false;            ///< of one person
    friend bool operator==(const GanttDaysOff&, const GanttDaysOff&) = default;
};

struct GanttLayout {
    static constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);

    TimeAxis axis;
    GanttMetrics metrics;
    std::vector<GanttRow> rows;
    std::vector<GanttArrow> arrows;
    std::vector<GanttMark> marks;
    std::vector<GanttDaysOff> daysOff;
    std::optional<UntilFinish> until; ///< of the pale extensions; absent: the high finish
    bool anyWork = false;
    bool anyDone = false;
    bool anyPromised = false;

    [[nodiscard]] double height() const { return rows.empty() ? 0 : rows.back().bottom(); }
    [[nodiscard]] std::size_t rowAt(double y) const; ///< kNoRow outside
    /// First row and one past the last that reach into [top, bottom).
    [[nodiscard]] std::pair<std::size_t, std::size_t> rowsWithin(double top, double bottom) const;
};

struct GanttLayoutOptions {
    std::set<std::string> open;       ///< ids of the phases whose items are shown
    std::optional<UntilFinish> until; ///< absent: the high finish
    std::optional<Date> today;
    bool reference = true; ///< the windows of the source below the bars …
    bool baseline = true;  ///< … or, in their place, what the baseline promised, where there is one
};

/// Rows, bars and marks; arrows are laid out apart, since they follow the selection.
GanttLayout layoutGantt(const Plan& plan, const TimeAxis& axis, const GanttMetrics& metrics,
                        const GanttLayoutOptions& options);

/// The id of a row's node.
const std::string& nodeOf(const Plan& plan, const GanttRow& row);
/// The row of a node, or of its phase while that is closed; kNoRow for an unknown id.
std::size_t rowOfNode(const Plan& plan, const GanttLayout& layout, std::string_view node);

} // namespace trestle
