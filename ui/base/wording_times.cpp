#include "ui/base/wording_times.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"

#include <algorithm>

namespace trestle::wording {

namespace {

QString noteWords(const TimesNote& note)
{
    const auto what = [&](std::size_t i) {
        return i < note.what.size() ? format::text(note.what[i]).simplified() : QString();
    };
    const auto day = [&](std::size_t i) {
        const auto date = i < note.what.size() ? parseDate(note.what[i]) : std::nullopt;
        return date ? format::mediumDate(*date) : what(i);
    };
    switch (note.problem) {
    case TimesProblem::noItem: return tr("it names no item.");
    case TimesProblem::noDay: return tr("it has no date.");
    case TimesProblem::badDate: return tr("“%1” is no date from 1970 to 2200.").arg(what(0));
    case TimesProblem::badTime: return tr("“%1” is no amount of time.").arg(what(0));
    case TimesProblem::negativeTime: return tr("“%1” is below nothing.").arg(what(0));
    case TimesProblem::nothing: return tr("it says neither time spent nor a date.");
    case TimesProblem::afterStatusDate: return tr("%1 is after the status date.").arg(day(0));
    case TimesProblem::finishBeforeStart:
        return tr("the item would finish on %1, before its start on %2.").arg(day(0), day(1));
    case TimesProblem::tooMuch: return tr("the item would take more time than a plan can hold.");
    case TimesProblem::longDay: return tr("%1 hours on one day. It counts all the same.").arg(what(0));
    }
    return {};
}

QString inTheUnit(const QString& what, TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::seconds: return tr("%1, in seconds").arg(what);
    case TimeUnit::minutes: return tr("%1, in minutes").arg(what);
    case TimeUnit::hours: return tr("%1, in hours").arg(what);
    case TimeUnit::days: return tr("%1, in days").arg(what);
    case TimeUnit::weeks:
    case TimeUnit::points: return tr("%1, in weeks").arg(what); // points are no time
    }
    return what;
}

QString counted(std::size_t count, const QString& one, const QString& many)
{
    return count == 1 ? one : many.arg(format::number(static_cast<double>(count), 0));
}

} // namespace

QString timesNote(const TimesNote& note)
{
    return tr("Row %1: %2").arg(format::number(static_cast<double>(note.line), 0), noteWords(note));
}

QString timesShape(const TimesTable& table, double hoursPerWeek)
{
    QString text = table.shape == TimesShape::sheet
                       ? tr("A time sheet: the hours of each item are added up, %1 to a week.")
                             .arg(format::number(hoursPerWeek, 2))
                       : tr("A table of items.");
    if (table.openDates > 0)
        text +=
            u' ' + (table.isMonthFirst ? tr("Dates such as 3/4/2027 are read with the month first, as others of the "
                                            "file can't be read otherwise.")
                                       : tr("Dates such as 3/4/2027 are read with the day first."));
    return text;
}

QString timesUse(const TimesUse& use)
{
    switch (use.meaning) {
    case TimesMeaning::nothing: return tr("Nothing");
    case TimesMeaning::item: return tr("Item");
    case TimesMeaning::day: return tr("Day of an entry");
    case TimesMeaning::started: return tr("Started");
    case TimesMeaning::finished: return tr("Finished");
    case TimesMeaning::spent: return inTheUnit(tr("Spent"), use.unit);
    case TimesMeaning::left: return inTheUnit(tr("Left"), use.unit);
    }
    return {};
}

QString timesSummary(const TimesImport& made, std::size_t leftOut, bool adds)
{
    QStringList sentences;
    sentences += counted(made.changed(), tr("1 item changes."), tr("%1 items change."));
    std::size_t names = 0;
    double hours = 0;
    for (const UnmatchedName& name : made.unmatched)
        if (name.chosen.empty()) {
            ++names;
            hours += name.hours;
        }
    if (names > 0)
        sentences += counted(names, tr("1 name matches no item and is left out (%1 hours)."),
                             tr("%1 names match no item and are left out (%2 hours)."))
                         .arg(format::number(hours, 1));
    if (leftOut > 0)
        sentences += counted(leftOut, tr("1 row is left out."), tr("%1 rows are left out."));
    const auto less = static_cast<std::size_t>(std::ranges::count_if(made.items, &ImportedItem::isLess));
    if (less > 0 && !adds)
        sentences += counted(less, tr("1 item has less time than in the plan: does the file cover a part alone?"),
                             tr("%1 items have less time than in the plan: does the file cover a part alone?"));
    return sentences.join(u' ');
}

} // namespace trestle::wording
