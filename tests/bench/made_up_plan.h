#pragma once

#include "models/catalogue.h"
#include "models/effort.h"
#include "models/inputs.h"
#include "models/network.h"

#include <cstddef>
#include <vector>

/// Plans of any size for the benchmarks, always the same for the same arguments.
namespace trestle::bench {

struct MadeUpPlan {
    Catalogue catalogue;
    Inputs inputs;
};

/// As a company might write it down: phases of 8 to 40 items linked about as the built-in catalogue links its own,
/// some eight of them open at a time; one item in ten waits for another, one in seven needs a skill; 20 people, a third
/// of them specialists, each four weeks a year away.
MadeUpPlan realisticPlan(std::size_t items);
/// No links at all: everything can start at once.
MadeUpPlan allReadyPlan(std::size_t items, std::size_t phases);

/// A plan that is ready to be scheduled, with several sets of efforts between low and high, so that no run is the
/// repetition of the one before.
struct Compiled {
    Network network;
    std::vector<std::vector<PersonWeeks>> efforts;
};
Compiled compile(const Catalogue& catalogue, const Inputs& inputs);

} // namespace trestle::bench
