#pragma once

#include "data/exchange/audience.h"
#include "data/exchange/chart_kind.h"
#include "data/exchange/export_stamp.h"
#include "models/plan/plan.h"
#include "models/risk/simulation.h"
#include "ui/pictures/chart_picture.h"

namespace trestle {

/// What is written above and below a chart of the plan, whichever it is: its name and client, the end and the promise
/// (for a client the date alone), how the figures were made. The chart itself is left out; without a simulation the
/// promise as well.
ChartPicture pictureFrame(const Plan& plan, const Risk* risk, const ExportStamp& stamp,
                          Audience audience = Audience::internal);

/// One of the charts that files can hold, with its frame. It paints from the plan and the simulation, which stay
/// meanwhile; they have what the chart needs (hasChart(), ChartRow).
ChartPicture planPicture(const Plan& plan, const Risk& risk, const ExportStamp& stamp,
                         ChartKind chart = ChartKind::plan, Audience audience = Audience::internal);

} // namespace trestle
