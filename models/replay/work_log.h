#pragma once

#include "models/replay/lanes.h"
#include "models/units.h"

#include <array>
#include <cstdint>
#include <vector>

namespace trestle {

/// When each person is at work, in eight runs side by side: what somebody has worked by some moment. Times that follow
/// each other are joined, so a person without a gap has one, whatever the number of items.
class WorkLog {
public:
    explicit WorkLog(std::size_t workers) : m_workers(workers) {}

    void clear();
    /// Somebody is at work in every lane; earlier times of theirs have been told.
    void add(std::size_t worker, const Row& from, const Row& to);
    /// In one lane alone.
    void add(std::size_t worker, std::size_t lane, Weeks from, Weeks to);
    /// Forgets what was told of one lane.
    void clearLane(std::size_t lane);

    /// Weeks that somebody has worked by a moment, in each lane.
    [[nodiscard]] Row workedBy(std::size_t worker, Weeks moment) const;

private:
    struct Time {
        Row from;
        Row to;
    };
    struct Times {
        std::vector<Time> all;                  // a lane that has fewer has empty ones at the end
        std::array<std::uint32_t, kLanes> of{}; // how many each lane has
    };
    static double& laneOf(Row& row, std::size_t lane) { return reinterpret_cast<double*>(&row)[lane]; }

    std::vector<Times> m_workers;
};

} // namespace trestle
