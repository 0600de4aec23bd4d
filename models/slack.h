#pragma once

#include "models/schedule.h"

namespace trestle {

/// Total float of every node in the plan as scheduled: by how much its start can slip, with who works on what, in
/// which order and for how many of their own days kept, before the finish moves. Whose days would fall into leave waits
/// until they are back; nobody hands over what they have not handed over in the plan. Of a phase: the least among its
/// items with work. Nodes without work have the room of their own events.
std::vector<Weeks> slackWithPeople(const Network& network, const Schedule& schedule);

/// Ordinary critical-path float with everyone available at once: each item takes its work at full crew (the largest
/// able allocations up to the crew limit), and only links make it wait.
std::vector<Weeks> slackByLinks(const Network& network, std::span<const PersonWeeks> work,
                                std::span<const Weeks> delay = {});

} // namespace trestle
