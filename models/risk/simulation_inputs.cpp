#include "models/risk/simulation_inputs.h"

namespace trestle {

Inputs simulationInputs(Inputs inputs)
{
    const Inputs none;
    inputs.name = none.name;
    inputs.client = none.client;
    inputs.notes = none.notes;
    inputs.profile.validated = none.profile.validated;
    inputs.profile.maintainer = none.profile.maintainer;
    std::erase_if(inputs.items, [](const auto& entry) { return entry.second.state == ItemState::missing; });
    for (auto& [id, item] : inputs.items)
        item = {item.state, {}, {}, {}};
    for (auto& [id, estimate] : inputs.estimates)
        estimate = {estimate.effort, {}, {}};
    inputs.phaseNotes.clear();
    for (DayOff& day : inputs.daysOff)
        day.label.clear();
    inputs.confidence = none.confidence;
    inputs.gst = none.gst;
    inputs.targetDate = none.targetDate;
    inputs.budget = none.budget;
    return inputs;
}

} // namespace trestle
