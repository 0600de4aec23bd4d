#pragma once

#include "models/network.h"

#include <cstdint>
#include <span>

namespace trestle {

/// The default trace of ScheduleEngine: records nothing, costs nothing. DecisionRecorder is the other one; it has the
/// same members.
struct NoTrace {
    void begins(std::span<const std::uint8_t> /*hasWork*/) {}
    void ends() {}

    // What had happened by time 0.
    void hadStarted(NodeIndex) {}
    void hadNoWorkLeft(std::uint32_t /*item*/) {}
    void hadFinished(NodeIndex) {}

    // Figures, as they are computed.
    void starts(NodeIndex) {}
    void startsWithoutWork(std::uint32_t /*item*/) {}
    void phaseStartsWithoutWork(NodeIndex) {}
    void raisesBound(const NetworkLink&) {}
    void bindsPhase(NodeIndex /*phase*/, std::uint32_t /*item*/) {}
    void isPresent(std::uint32_t /*worker*/) {}
    void works(std::uint32_t /*worker*/) {}
    void progresses(std::uint32_t /*item*/, double /*pace*/) {}
    void workDone(std::uint32_t /*item*/) {}
    void finishes(NodeIndex) {}

    // Decisions: what the figures of this run decide, and how.
    void decidesToWait(std::uint32_t /*item*/, bool /*waits*/) {}
    template <class Engine>
    void looksForNextTime(const Engine&)
    {
    }
    template <class Engine>
    void timeMoves(const Engine&)
    {
    }
    template <class Engine, class IsDone>
    void decidesWhatIsDone(const Engine&, IsDone)
    {
    }
};

} // namespace trestle
