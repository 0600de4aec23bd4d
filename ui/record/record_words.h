#pragma once

#include "models/progress/record.h"

#include <QString>

#include <cstddef>

/// What the Record page says of past projects.
namespace trestle::recordwords {

/// "Your projects usually take 12 % longer than planned; 8 of 10 end between 18 % shorter and 53 % longer."
QString headline(const RecordFigures& figures);
/// What that rests on: how many projects, and what other projects add to it.
QString basis(const RecordFigures& figures);
/// Of P50, P80 and P90: "50 % sure".
QString promise(std::size_t which);
/// "5 of 6, 4.8 should".
QString hits(const HitRate& rate, int projects);
/// Whether so many hits speak against the promise, or could.
QString verdict(const HitRate& rate, int projects);

/// "1 Feb 2027: 35 % longer than planned; kept at 80 and 90 %".
QString project(const RecordedProject& project);
/// The promises that were kept: "80 and 90 %", "none".
QString kept(const RecordedProject& project);
/// Of all projects, for who cannot see the chart, and as a table for the clipboard.
QString description(const Record& record, const RecordFigures& figures);
QString table(const Record& record);

/// Why the plan has nothing for the record; empty: it has.
QString whyNothing(const Plan& plan);
/// What of a plan is kept, to be asked.
QString whatIsKept(const RecordedProject& project);

} // namespace trestle::recordwords
