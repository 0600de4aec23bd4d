#include "app/cli/risk_edits.h"

#include "app/cli/text.h"
#include "app/cli/values.h"
#include "data/words.h"

#include <algorithm>

namespace trestle::cli {

namespace {

const char* const kEventForm = "ID:P:PHASE:effort=1/2/4,delay=0.5/1/2,money=500/1000/2000,skill=NAME";
const char* const kResponseForm = "ID:COST:P, or ID:COST:P:effort=1/2/4,delay=0.5/1/2,money=500/1000/2000";

std::vector<std::string> idsOf(const RiskRegister& risks)
{
    std::vector<std::string> ids;
    std::ranges::transform(risks.events, std::back_inserter(ids), &RiskEvent::id);
    return ids;
}

Result<RiskEvent*> eventNamed(RiskRegister& risks, const std::string& id, const std::string& option)
{
    if (RiskEvent* event = findRisk(risks, id))
        return event;
    return fail(ErrorCode::unknownRisk, id, option, joined(idsOf(risks), ", "));
}

/// `1/2/4`, or one figure for all three.
Result<ThreePoint> readPoints(const std::string& text, const std::string& where)
{
    const std::vector<std::string> parts = split(text, '/');
    if (parts.size() != 1 && parts.size() != 3)
        return fail(ErrorCode::invalidValue, text, where, "low, likely and high, as in 1/2/4");
    ThreePoint points;
    for (std::size_t i = 0; i < kCases.size(); ++i) {
        const auto figure = readNumber(parts[parts.size() == 1 ? 0 : i], where);
        if (!figure)
            return std::unexpected(figure.error());
        points.at(kCases.at(i)) = *figure;
    }
    return points;
}

/// Calls `take(key, value)` with each part of `effort=1/2/4,skill=law`; false where the key is not known.
template <class Take>
Result<void> readParts(const std::string& text, const std::string& where, const char* form, Take take)
{
    for (const std::string& part : split(text, ',')) {
        const std::size_t equals = part.find('=');
        Result<bool> known = false;
        if (equals != std::string::npos)
            known = take(trimmed(part.substr(0, equals)), part.substr(equals + 1));
        if (!known)
            return std::unexpected(known.error());
        if (!*known)
            return fail(ErrorCode::invalidValue, part, where, form);
    }
    return {};
}

/// Sets the impact of that name; false for any other name.
template <class Owner>
Result<bool> setImpact(Owner& owner, const std::string& key, const std::string& value, const std::string& where)
{
    auto* const impact = key == "effort"  ? &owner.effort
                         : key == "delay" ? &owner.delay
                         : key == "money" ? &owner.money
                                          : nullptr;
    if (!impact)
        return false;
    const auto points = readPoints(value, where);
    if (!points)
        return std::unexpected(points.error());
    *impact = *points;
    return true;
}

/// The parts between colons, the last of which may have more of them.
std::vector<std::string> splitInto(const std::string& text, std::size_t most)
{
    std::vector<std::string> parts = split(text, ':');
    while (parts.size() > most) {
        parts[most - 1] += ":" + parts[most];
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(most));
    }
    return parts;
}

Result<void> setEvent(RiskRegister& risks, const Catalogue& catalogue, const std::string& text)
{
    const std::string option = "--risk";
    const std::vector<std::string> parts = splitInto(text, 4);
    if (parts.size() < 3 || parts.front().empty())
        return fail(ErrorCode::invalidValue, text, option, kEventForm);
    const std::string where = option + " " + parts.front();
    const RiskEvent* known = findRisk(risks, parts.front());
    RiskEvent event = known ? *known : RiskEvent{};
    event.id = parts.front();
    const auto p = readNumber(parts[1], where);
    if (!p)
        return std::unexpected(p.error());
    event.p = *p;
    event.phase = parts[2];
    if (!findPhase(catalogue, event.phase))
        return fail(ErrorCode::unknownPhase, event.phase, where);
    if (parts.size() == 4) {
        const auto take = [&](const std::string& key, const std::string& value) -> Result<bool> {
            std::string* const words = key == "skill"   ? &event.skill
                                       : key == "title" ? &event.title
                                       : key == "owner" ? &event.owner
                                                        : nullptr;
            if (!words)
                return setImpact(event, key, value, where);
            *words = trimmed(value);
            return true;
        };
        if (auto ok = readParts(parts[3], where, kEventForm, take); !ok)
            return ok;
    }
    if (known)
        *findRisk(risks, event.id) = std::move(event);
    else
        addRisk(risks, std::move(event));
    return {};
}

Result<void> setResponse(RiskRegister& risks, const std::string& text)
{
    const std::string option = "--response";
    const std::vector<std::string> parts = splitInto(text, 4);
    if (parts.size() < 2 || parts.front().empty())
        return fail(ErrorCode::invalidValue, text, option, kResponseForm);
    const auto event = eventNamed(risks, parts.front(), option);
    if (!event)
        return std::unexpected(event.error());
    if (parts.size() == 2 && parts[1].empty()) {
        (*event)->response.reset();
        if ((*event)->status == RiskStatus::responded)
            (*event)->status = RiskStatus::open;
        return {};
    }
    if (parts.size() < 3)
        return fail(ErrorCode::invalidValue, text, option, kResponseForm);
    const std::string where = option + " " + parts.front();
    RiskResponse response = (*event)->response.value_or(RiskResponse{});
    const auto cost = readMoney(parts[1], where);
    const auto p = readNumber(parts[2], where);
    if (!cost || !p)
        return std::unexpected(cost ? p.error() : cost.error());
    response.cost = *cost;
    response.p = *p;
    if (parts.size() == 4) {
        const auto take = [&](const std::string& key, const std::string& value) {
            return setImpact(response, key, value, where);
        };
        if (auto ok = readParts(parts[3], where, kResponseForm, take); !ok)
            return ok;
    }
    (*event)->response = response;
    return {};
}

Result<void> setStatus(RiskRegister& risks, const std::string& text)
{
    const std::string option = "--risk-status";
    const std::size_t equals = text.rfind('=');
    const std::string word = equals == std::string::npos ? "" : text.substr(equals + 1);
    const auto event = eventNamed(risks, text.substr(0, equals), option);
    if (!event)
        return std::unexpected(event.error());
    const auto status = parseWord<RiskStatus>(word);
    if (!status)
        return fail(ErrorCode::invalidValue, word, option + " " + (*event)->id,
                    {DetailKind::oneOf, {"open", "responded", "happened", "not"}});
    (*event)->status = *status;
    return {};
}

} // namespace

Result<void> changeRisks(RiskRegister& risks, const Catalogue& catalogue, const RiskEdits& changes)
{
    for (const std::string& id : changes.dropped) {
        const auto event = eventNamed(risks, id, "--drop-risk");
        if (!event)
            return std::unexpected(event.error());
        risks.events.erase(risks.events.begin() + (*event - risks.events.data()));
    }
    for (const std::string& text : changes.events)
        if (auto ok = setEvent(risks, catalogue, text); !ok)
            return ok;
    for (const std::string& text : changes.responses)
        if (auto ok = setResponse(risks, text); !ok)
            return ok;
    for (const std::string& text : changes.statuses)
        if (auto ok = setStatus(risks, text); !ok)
            return ok;
    return {};
}

Error inRisks(Error error, const RiskRegister& risks)
{
    const std::string place = "/risks/events/";
    if (!error.where.starts_with(place))
        return error;
    const std::size_t index = std::strtoul(error.where.c_str() + place.size(), nullptr, 10);
    const std::size_t field = error.where.find('/', place.size());
    if (index < risks.events.size())
        error.where =
            "risk " + risks.events[index].id + (field == std::string::npos ? "" : ", " + error.where.substr(field + 1));
    return error;
}

} // namespace trestle::cli
