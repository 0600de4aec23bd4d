// Efforts and allocations as people say them.
#include "models/told_effort.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"

#include <cmath>

namespace trestle::format {

namespace {

QString figureIn(double value, EffortUnit unit)
{
    if (unit == EffortUnit::weeks)
        return fixed(value, 1);
    const double whole = std::floor(value);
    const bool half = value - whole > 0.25;
    const QString figure = number(whole, 0);
    return half ? (whole > 0 ? figure : QString()) + QChar(0x00BD) : figure;
}

QString withUnit(const QString& figures, EffortUnit unit, bool single)
{
    const auto text = [&] {
        switch (unit) {
        case EffortUnit::hours: return single ? tr("%1 hour") : tr("%1 hours");
        case EffortUnit::days: return single ? tr("%1 day") : tr("%1 days");
        case EffortUnit::weeks: break;
        }
        return single ? tr("%1 week") : tr("%1 weeks");
    }();
    return text.arg(figures).replace(u' ', QChar(0x00A0));
}

} // namespace

QString effortRange(PersonWeeks low, PersonWeeks high)
{
    const ToldEffort told = toldEffort(low, high);
    return withUnit(range(figureIn(told.low, told.unit), figureIn(told.high, told.unit)), told.unit,
                    told.high > 0 && told.high <= 1);
}

QString effort(PersonWeeks effort)
{
    return effortRange(effort, effort);
}

QString personWeeks(PersonWeeks low, PersonWeeks high)
{
    const ToldEffort told = toldEffort(low, high);
    if (told.unit == EffortUnit::weeks)
        return tr("%1 person-weeks").arg(range(figureIn(told.low, told.unit), figureIn(told.high, told.unit)));
    if (told.unit == EffortUnit::hours || told.low != 0.5)
        return effortRange(low, high);
    return told.high == 0.5
               ? tr("half a day")
               : tr("half a day to %1")
                     .arg(told.high == 1 ? tr("a day") : withUnit(figureIn(told.high, told.unit), told.unit, false));
}

QString exactEffort(PersonWeeks effort)
{
    if (effort >= 1) {
        const QString figure = number(effort, 2);
        return (figure == u"1" ? tr("%1 person-week") : tr("%1 person-weeks")).arg(figure);
    }
    const QString figure = number(effort * 5, 2);
    return withUnit(figure, EffortUnit::days, figure == u"1");
}

QString allocation(double fullTime)
{
    const QString figure = number(fullTime, 2);
    return figure == u"1"     ? tr("full-time")
           : figure == u"0.5" ? tr("half-time")
                              : tr("%1 of full time").arg(percent(fullTime));
}

QString fte(double allocation)
{
    const QString figure = number(allocation, 2);
    return (figure == u"1" ? tr("%1 full-time equivalent") : tr("%1 full-time equivalents")).arg(figure);
}

} // namespace trestle::format
