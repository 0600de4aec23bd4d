#include "models/schedule.h"

#include "models/schedule_engine.h"

namespace trestle {

class Scheduler::Engine : public ScheduleEngine<NoTrace> {
    using ScheduleEngine::ScheduleEngine;
};

Scheduler::Scheduler(const Network& network) : m_engine(std::make_unique<Engine>(network)) {}
Scheduler::~Scheduler() = default;
Scheduler::Scheduler(Scheduler&&) noexcept = default;
Scheduler& Scheduler::operator=(Scheduler&&) noexcept = default;

void Scheduler::reorder()
{
    m_engine->reorder();
}

const Schedule& Scheduler::run(std::span<const PersonWeeks> work, std::span<const Weeks> delay)
{
    return m_engine->run(work, delay);
}

} // namespace trestle
