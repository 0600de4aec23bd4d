#pragma once

#include "models/plan/plan.h"
#include "models/work_calendar.h"

#include <chrono>
#include <optional>
#include <vector>

namespace trestle {

/// A week's grid line. Weeks are numbered from 1, from the project's start; those before have no number.
struct WeekTick {
    double x = 0;
    int week = 1;
    bool labelled = false; ///< it has a number, which has room
    friend bool operator==(const WeekTick&, const WeekTick&) = default;
};

/// The first working day of a month.
struct MonthTick {
    double x = 0; ///< of the label: the month's begin, or a little behind it where days off squeeze the month before
    std::chrono::year_month month;
    bool withYear = false; ///< every January, and the first on the axis unless its year stands elsewhere
    double begin = 0;
    friend bool operator==(const MonthTick&, const MonthTick&) = default;
};

/// Time ↔ pixels of the Gantt chart. Linear in working weeks, so weekends and days off take no room. Weeks count from
/// the project's start (Inputs::start), not from the plan's time 0, which is its status date: the axis, its week
/// numbers and the reference windows then stay where they were. The axis begins there too, or, where something was done
/// or promised before, as many whole weeks earlier as that takes.
///
///     auto axis = TimeAxis::ofPlan(plan, 13.5);
///     axis.x(plan.finish.likely);      // pixels from the left end of the axis
class TimeAxis {
public:
    static constexpr double kFinest = 480;   ///< pixels a week that zooming in stops at
    static constexpr double kCoarsest = 0.5; ///< and zooming out, unless the whole axis still does not fit

    TimeAxis() = default;
    /// `projectCalendar` starts with the project; `planStart`: the plan's time 0 in weeks of the project.
    TimeAxis(WorkCalendar projectCalendar, Weeks planStart, Weeks length, double pixelsPerWeek);
    /// Long enough for every bar with its extension, what was done and promised, reference window and target, in whole
    /// groups of four weeks so that the scale keeps still while ticking. `until`: the latest end of an extension, plan
    /// time, in place of the high finish. `withReference`: false where no reference windows are shown.
    static TimeAxis ofPlan(const Plan& plan, double pixelsPerWeek, std::optional<Weeks> until = {},
                           bool withReference = true);

    [[nodiscard]] double pixelsPerWeek() const { return m_pixelsPerWeek; }
    [[nodiscard]] Weeks planStart() const { return m_planStart; }
    [[nodiscard]] Weeks from() const { return Weeks{static_cast<double>(-m_weeksBefore)}; } ///< weeks of the project
    [[nodiscard]] Weeks length() const { return m_length; }                                 ///< where it ends, likewise
    [[nodiscard]] double width() const { return (m_length + m_weeksBefore) * m_pixelsPerWeek; }

    [[nodiscard]] double x(Weeks planTime) const { return xOfWeek(m_planStart + planTime); }
    [[nodiscard]] double xOfWeek(Weeks projectWeek) const { return (projectWeek + m_weeksBefore) * m_pixelsPerWeek; }
    [[nodiscard]] Weeks weekAt(double x) const { return x / m_pixelsPerWeek - m_weeksBefore; } ///< of the project
    [[nodiscard]] Weeks planTimeAt(double x) const { return weekAt(x) - m_planStart; }
    /// The working day at a place of the axis, which must not be left of it.
    [[nodiscard]] Date dateAt(double x) const;
    [[nodiscard]] Date lastDate() const { return dateAt(width()); }
    /// Where a day begins (a day off: the next working day) and ends (a day off: where it would be). Nothing before
    /// the first day of the axis.
    [[nodiscard]] std::optional<double> xOfDayStart(Date date) const;
    [[nodiscard]] std::optional<double> xOfDayEnd(Date date) const;

    [[nodiscard]] TimeAxis scaled(double pixelsPerWeek) const;
    /// The scale at which the whole axis takes `width` pixels.
    [[nodiscard]] double fitting(double width) const;

    /// Weeks between two numbers or two lines that are at least `spacing` pixels apart: a power of two, so that every
    /// numbered week has a line.
    [[nodiscard]] int weekStep(double spacing) const;
    /// Months between two labels that are at least `spacing` pixels apart: 1, 3, 6, 12 and multiples of 12.
    [[nodiscard]] int monthStep(double spacing) const;
    /// Lines from `left` to `right`, at least `lineSpacing` apart; those are labelled whose numbers have room.
    [[nodiscard]] std::vector<WeekTick> weekTicks(double left, double right, double lineSpacing,
                                                  double labelSpacing) const;
    /// Months that begin from `left` to `right`, and before them the one that `left` lies in, placed at `left`
    /// (which may lie in the padding, a little below 0). One
    /// that would come closer than `spacing` behind another, or `yearSpacing` behind one that names its year, moves on
    /// by up to `yearSpacing`, so that a closure squeezes no month out; farther it is left out.
    [[nodiscard]] std::vector<MonthTick> monthTicks(double left, double right, double spacing, double yearSpacing,
                                                    bool firstWithYear = true) const;

    friend bool operator==(const TimeAxis&, const TimeAxis&) = default;

private:
    /// Makes the axis begin early enough for a day.
    void reachBackTo(Date day, const Inputs& inputs);
    [[nodiscard]] double xOfIndex(int index) const; ///< of a working day of the calendar

    WorkCalendar m_calendar;
    int m_firstIndex = 0;  ///< the working day of the calendar that the axis begins with …
    int m_weeksBefore = 0; ///< … so many weeks before the project's first
    Weeks m_planStart = 0;
    Weeks m_length = 1;
    double m_pixelsPerWeek = 14;
};

} // namespace trestle
