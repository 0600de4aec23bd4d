#pragma once

#include "models/catalogue.h"
#include "models/inputs.h"

#include <cstddef>
#include <vector>

/// What finished work says of the rest. The simulation draws how each phase comes out and how the project as a whole
/// does; finished work is an observation of these draws, so they are drawn conditionally on it.
///
/// An observed phase tells d = ln(spent ÷ what was to be expected) − m, with a noise of variance v where only a part of
/// the phase is finished. All observed phases speak as one, in proportion to the work that they finished: then more
/// overrun never makes the rest cheaper, which conditioning on each phase apart does not keep.
namespace trestle {

/// How alike what has been done and what is left of one project are: the correlation of their ζ. Assumed.
inline constexpr double kPastAndRest = 0.6;

/// A phase, what its finished items say, and what is expected of it now.
struct PhaseLearning {
    double sigma = 0; ///< standard deviation of ln(effort) of the phase; 0 where no time is recorded of any
    bool isObserved = false;
    double share = 0;  ///< w: finished part of the likely effort that was to build, 0 to 1
    double spent = 0;  ///< person-weeks of finished items
    double median = 0; ///< person-weeks that were to be expected of them before anything was known of the project
    double likely = 0; ///< person-weeks that were likely for them
    double d = 0;      ///< held within ± 3 t, t² = σ² + s²
    double v = 0;      ///< of d's noise
    double weight = 0; ///< ω: its part of the finished likely effort of all observed phases
    double z = 0;      ///< expected draw now
    double factor = 1; ///< by which low, likely and high of what is left are multiplied
    friend bool operator==(const PhaseLearning&, const PhaseLearning&) = default;
};

struct Learning {
    std::vector<PhaseLearning> phases; ///< in catalogue order
    double zeta = 0;                   ///< expected ζ of the rest
    double zetaSpread = 1;             ///< its standard deviation
    double variance = 0;               ///< V of what the observed phases say together; 0: they say nothing

    /// Whether finished work says anything: else every figure is what it would be without it.
    [[nodiscard]] bool says() const { return variance > 0; }
    friend bool operator==(const Learning&, const Learning&) = default;
};

/// Says nothing where Inputs::learn is off. Needs inputs that pass checkInputs().
Learning learnFrom(const Catalogue& catalogue, const Inputs& inputs);

/// Whether an item was partly in place before the work on it: at the baseline, or, where there is none, when it began.
bool wasPartly(const Inputs& inputs, const std::string& item);

/// Whether an item was work of the project, rather than in place or not needed from the beginning: at the baseline, or,
/// where there is none, by what is recorded of it.
bool wasToBuild(const Inputs& inputs, const std::string& item);

/// The day up to which the plan tells what happened: the as-of date, or the start.
Date statusDate(const Inputs& inputs);

/// Whether the work on an item has begun, whatever came of it.
bool hasBegun(const ItemInput& input);

} // namespace trestle
