#include "models/decisions/move.h"

#include "models/decisions/way.h"

#include <algorithm>

namespace trestle {

namespace {

constexpr std::size_t kMostDeferred = 12; // to leave more than these is another plan

bool alike(Person a, const Person& b)
{
    a.name = b.name;
    return a == b;
}

void addFullTimers(const std::vector<Person>& team, std::vector<Move>& moves)
{
    for (auto person = team.begin(); person != team.end(); ++person)
        if (person->allocation < 1 - kEpsilon &&
            std::none_of(team.begin(), person, [&](const Person& other) { return alike(*person, other); }))
            moves.push_back({MoveKind::fullTime, person->name, {}, {}});
}

std::string nameOfHired(const Inputs& inputs, Money rate)
{
    Way way;
    way.added.push_back({"", 1, rate});
    return applyWay(inputs, way).team.back().name;
}

ItemState stateFor(const Move& move)
{
    return move.kind == MoveKind::tick ? ItemState::done : ItemState::excluded;
}

void takeBackItem(Inputs& inputs, const std::string& id, const Inputs& before)
{
    const auto was = before.items.find(id);
    ItemInput& item = inputs.items[id]; // note and owner may be newer than the move
    item.progress = was == before.items.end() ? ItemProgress{} : was->second.progress;
    item.actual = was == before.items.end() ? ItemActual{} : was->second.actual;
    item.changed = was == before.items.end() ? std::nullopt : was->second.changed;
    if (item == ItemInput{})
        inputs.items.erase(id);
}

} // namespace

std::vector<Move> movesOf(const Plan& plan, const std::vector<std::string>& deferrable)
{
    const Inputs& inputs = plan.inputs;
    std::vector<Move> moves;
    addFullTimers(inputs.team, moves);
    if (inputs.team.size() < kMaxPeople) {
        const Money rate = plan.catalogue->personWeekRate.value;
        moves.push_back({MoveKind::hire, nameOfHired(inputs, rate), {}, rate});
    }
    if (inputs.order != OrderKind::optimised)
        moves.push_back({MoveKind::order, {}, {}, {}});
    for (const RiskEvent& event : inputs.risks.events)
        if (event.status == RiskStatus::open && event.response)
            moves.push_back({MoveKind::respond, event.id, {}, {}});
    std::vector<std::string> left;
    for (const std::string& item : deferrable) {
        if (left.size() == kMostDeferred)
            break;
        left.push_back(item);
        moves.push_back({MoveKind::defer, {}, left, {}});
    }
    return moves;
}

Inputs applyMove(Inputs inputs, const Move& move)
{
    switch (move.kind) {
    case MoveKind::tick:
    case MoveKind::defer:
        for (const std::string& item : move.items)
            setState(inputs, item, stateFor(move));
        break;
    case MoveKind::fullTime:
        if (Person* person = findPerson(inputs.team, move.subject))
            person->allocation = 1;
        break;
    case MoveKind::hire: {
        Person engineer;
        engineer.name = move.subject;
        engineer.weeklyRate = move.rate;
        inputs.team.push_back(std::move(engineer));
        break;
    }
    case MoveKind::order: inputs.order = OrderKind::optimised; break;
    case MoveKind::respond:
        if (RiskEvent* event = findRisk(inputs.risks, move.subject))
            event->status = RiskStatus::responded;
        break;
    }
    return inputs;
}

bool isUnpaid(const Inputs& inputs, const Move& move)
{
    const Person* person = move.kind == MoveKind::fullTime ? findPerson(inputs.team, move.subject) : nullptr;
    return person && (!person->paidOut || person->weeklyRate == Money{});
}

bool isMade(const Inputs& inputs, const Move& move)
{
    switch (move.kind) {
    case MoveKind::tick:
    case MoveKind::defer:
        return std::ranges::all_of(move.items,
                                   [&](const std::string& item) { return stateOf(inputs, item) == stateFor(move); });
    case MoveKind::fullTime: {
        const Person* person = findPerson(inputs.team, move.subject);
        return person && person->allocation >= 1 - kEpsilon;
    }
    case MoveKind::hire: return findPerson(inputs.team, move.subject) != nullptr;
    case MoveKind::order: return inputs.order == OrderKind::optimised;
    case MoveKind::respond: {
        const RiskEvent* event = findRisk(inputs.risks, move.subject);
        return event && event->status == RiskStatus::responded;
    }
    }
    return false;
}

Inputs takeBackMove(Inputs inputs, const Move& move, const Inputs& before)
{
    switch (move.kind) {
    case MoveKind::tick:
    case MoveKind::defer:
        for (const std::string& item : move.items)
            takeBackItem(inputs, item, before);
        break;
    case MoveKind::fullTime: {
        Person* person = findPerson(inputs.team, move.subject);
        const Person* was = findPerson(before.team, move.subject);
        if (person && was)
            person->allocation = was->allocation;
        break;
    }
    case MoveKind::hire: std::erase_if(inputs.team, [&](const Person& p) { return p.name == move.subject; }); break;
    case MoveKind::order: inputs.order = before.order; break;
    case MoveKind::respond: {
        RiskEvent* event = findRisk(inputs.risks, move.subject);
        const RiskEvent* was = findRisk(before.risks, move.subject);
        if (event && was)
            event->status = was->status;
        break;
    }
    }
    return inputs;
}

} // namespace trestle
