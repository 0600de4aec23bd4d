#pragma once

#include "models/catalogue.h"
#include "models/scenario.h"

#include <cstddef>
#include <set>
#include <string>

/// What another catalogue means for what was said of a plan with the one before.
namespace trestle {

/// Whether the same phases stand in the same order under the same titles, and the same questions, sizes and outside
/// views are there to choose from: what the frame of a window is built from.
bool hasSameFrame(const Catalogue& a, const Catalogue& b);

/// What was said of phases, items and questions that a catalogue no longer has, over the base and all scenarios.
struct Vanished {
    std::set<std::string> items; ///< ids of those with a state, a note or an owner of their own, or offered apart
    std::size_t estimates = 0;
    std::size_t phaseNotes = 0;
    std::set<std::string> risks; ///< ids of events in phases that are gone
    std::size_t answers = 0;     ///< to profile questions

    [[nodiscard]] bool empty() const
    {
        return items.empty() && estimates == 0 && phaseNotes == 0 && risks.empty() && answers == 0;
    }
    friend bool operator==(const Vanished&, const Vanished&) = default;
};

/// The project without what it says of things that `after` does not have; what goes is counted in `gone`.
Project withoutVanished(Project project, const Catalogue& after, Vanished* gone = nullptr);

} // namespace trestle
