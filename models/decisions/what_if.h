#pragma once

#include "models/decisions/estimate.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// "What if I'm wrong about this?": one figure that a plan rests on, varied for a look. The plan itself stays as it is.
namespace trestle {

enum class FigureKind : std::uint8_t {
    phaseEffort,    ///< subject: the phase; person-weeks before any tick, a range
    itemShare,      ///< subject: the item; its part of its phase's effort
    itemEffort,     ///< subject: the add-on; person-weeks of its own, a range
    runningCost,    ///< subject: the phase, and which of its running costs; dollars a month, a range
    rate,           ///< subject: the person; dollars a full-time week
    allocation,     ///< subject: the person; FTE
    correlation,    ///< between phases, 0 to 1
    outsideView,    ///< how far the project as a whole varies: the standard deviation s of its logarithm
    coordination,   ///< part of everyone's time lost for each person beyond two
    partialFactor,  ///< part of an item's work left when it is partly in place
    itemCrewLimit,  ///< people on an item at once
    phaseCrewLimit, ///< people on a phase at once
    scaleFactor,    ///< of the number of users planned for
};

/// A figure of a plan, by name.
struct Figure {
    FigureKind kind = FigureKind::phaseEffort;
    std::string subject;   ///< id of a phase or item, or a person's name; else empty
    std::size_t index = 0; ///< of a phase's running costs
    friend bool operator==(const Figure&, const Figure&) = default;
};

enum class Variation : std::uint8_t {
    low,     ///< it comes out at the low end of its range, for certain
    high,    ///< … at the high end
    halved,  ///< of a figure without a range; whole numbers round down, to no less than 1
    doubled, ///< twice as much: of a range, all three points; of a part of a whole, 1 at most
};

/// The figures that a phase, an item (by id) or, for an empty id, the whole plan rests on and that change what the
/// model computes, the nearest first.
std::vector<Figure> figuresBehind(const Plan& plan, const std::string& id);

/// The figure as the plan has it; a figure without a range has three equal points. Nothing for an unknown subject.
std::optional<ThreePoint> valueOf(const Plan& plan, const Figure& figure);
/// The figure varied; nothing where that makes no sense for its kind or is no change.
std::optional<ThreePoint> variedValue(const Plan& plan, const Figure& figure, Variation variation);

/// What a plan is made from.
struct PlanBasis {
    std::shared_ptr<const Catalogue> catalogue;
    Inputs inputs;
};

/// The plan's own basis with one figure replaced.
PlanBasis withFigure(const Plan& plan, const Figure& figure, const ThreePoint& value);

/// A variation with its effect on the headline, at the plan's confidence.
struct WhatIf {
    Variation variation = Variation::low;
    ThreePoint value;  ///< of the figure, varied
    Headline headline; ///< of the plan with it
    Delta effect;      ///< against the plan as it is
};

/// Every variation of a figure that makes sense, in the order of Variation. Errors: those of estimate(); cancelled.
Result<std::vector<WhatIf>> whatIf(const Plan& plan, const Figure& figure, const QuestionOptions& options = {});

} // namespace trestle
