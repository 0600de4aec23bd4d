#include "data/scanner/rule_set.h"
#include "data/scanner/rules.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

/// From signals to a verdict, as resources/docs/evidence-rules.md says.
namespace trestle::scanner {

namespace {

constexpr double kSeen = 0.5; ///< strength that is enough to say so
constexpr double kSure = 0.8; ///< and to be sure
constexpr double kHint = 0.3; ///< below it, it is nothing

bool isDoubtful(double strength)
{
    return strength >= kHint && strength < kSure;
}

/// Each further sign takes away its share of the doubt that is left.
void add(double& strength, double weight)
{
    strength = 1 - (1 - strength) * (1 - weight);
}

/// Which signals count, and where they were found.
class Found {
public:
    Found(const RuleSet& rules, std::span<const Hit> hits) : m_rules(rules)
    {
        m_places.resize(rules.allSignals.size());
        m_known.resize(rules.allSignals.size());
        for (const Hit& hit : hits)
            m_places[hit.signal].push_back(&hit.place);
        for (auto& places : m_places)
            std::ranges::stable_sort(places, {}, [](const Evidence* place) {
                return std::pair(std::string_view(place->path), place->line);
            });
    }

    bool counts(std::size_t index)
    {
        if (!m_known[index])
            m_known[index] = decide(m_rules.allSignals[index], m_places[index]);
        return *m_known[index];
    }

    /// Of a signal without finds those of what it needs.
    std::vector<Evidence> places(std::size_t index) const
    {
        std::vector<Evidence> all;
        if (m_rules.allSignals[index].finds.empty()) {
            for (const std::size_t need : m_rules.allSignals[index].needs)
                for (Evidence place : places(need)) {
                    place.rule = m_rules.allSignals[index].id;
                    all.push_back(std::move(place));
                }
            return all;
        }
        for (const Evidence* place : m_places[index])
            if (all.size() < kMostEvidence)
                all.push_back(*place);
        return all;
    }

private:
    bool decide(const Signal& signal, const std::vector<const Evidence*>& places)
    {
        if (!signal.finds.empty()) {
            std::set<std::string_view> files;
            for (const Evidence* place : places)
                files.insert(place->path);
            if (places.size() < signal.places || files.size() < signal.files)
                return false;
        }
        return std::ranges::all_of(signal.needs, [&](std::size_t other) { return counts(other); }) &&
               std::ranges::none_of(signal.unless, [&](std::size_t other) { return counts(other); });
    }

    const RuleSet& m_rules;
    std::vector<std::vector<const Evidence*>> m_places;
    std::vector<std::optional<bool>> m_known;
};

/// What speaks for a part of an item, and against it.
struct Part {
    double seen = 0;
    double against = 0;

    [[nodiscard]] bool isSeen() const { return seen >= kSeen && against < kSeen; }
    [[nodiscard]] bool isHalfSeen() const { return seen > against && against >= kSeen; }
    [[nodiscard]] bool isContradicted() const { return against >= kSeen && against >= seen; }
};

class Verdict {
public:
    Verdict(const RuleSet& rules, const RuledItem& item, Found& found) : m_rules(rules), m_item(item)
    {
        m_parts.resize(item.parts.size());
        for (const std::size_t index : item.signalIndices)
            if (found.counts(index))
                weigh(index);
        m_contextIsThere = item.noneNeeds.empty() || std::ranges::any_of(item.noneNeeds, [&](std::size_t context) {
                               return found.counts(context);
                           });
    }

    [[nodiscard]] ScanItem item(const Found& found) const
    {
        ScanItem made;
        made.id = m_item.id;
        made.state = state();
        made.confidence = isSure(made.state) ? FoundConfidence::confident : FoundConfidence::unsure;
        made.evidence = evidence(made.state, found);
        return made;
    }

private:
    void weigh(std::size_t index)
    {
        const Signal& signal = m_rules.allSignals[index];
        m_counting.push_back(index);
        if (signal.says == Says::elsewhere) {
            add(m_elsewhere, signal.weight);
            return;
        }
        for (const std::size_t part : signal.parts)
            add(signal.says == Says::forIt ? m_parts[part].seen : m_parts[part].against, signal.weight);
    }

    [[nodiscard]] FoundState state() const
    {
        if (m_item.signalIndices.empty())
            return FoundState::elsewhere;
        if (std::ranges::all_of(m_parts, &Part::isSeen) && !m_item.atMostPartial)
            return FoundState::done;
        if (std::ranges::any_of(m_parts, [](const Part& part) { return part.isSeen() || part.isHalfSeen(); }))
            return FoundState::partial;
        if (std::ranges::any_of(m_parts, &Part::isContradicted))
            return FoundState::opposite;
        return m_elsewhere >= kSeen ? FoundState::elsewhere : FoundState::none;
    }

    [[nodiscard]] bool isSure(FoundState state) const
    {
        if (state == FoundState::none && (m_item.noneIsUnsure || !m_contextIsThere))
            return false;
        // What is settled here does not have to be settled elsewhere.
        if ((state == FoundState::elsewhere || state == FoundState::none) && isDoubtful(m_elsewhere))
            return false;
        return std::ranges::none_of(m_parts,
                                    [](const Part& part) { return isDoubtful(part.seen) || isDoubtful(part.against); });
    }

    /// Signals that say what the verdict says; of a verdict of nothing, the hints.
    [[nodiscard]] std::vector<Evidence> evidence(FoundState state, const Found& found) const
    {
        std::vector<std::size_t> chosen;
        for (const std::size_t index : m_counting) {
            const Says says = m_rules.allSignals[index].says;
            const bool isOfVerdict = state == FoundState::opposite    ? says == Says::against
                                     : state == FoundState::elsewhere ? says == Says::elsewhere
                                                                      : says != Says::elsewhere;
            if (isOfVerdict)
                chosen.push_back(index);
        }
        std::ranges::stable_sort(chosen, std::ranges::greater{},
                                 [&](std::size_t index) { return m_rules.allSignals[index].weight; });
        std::vector<std::vector<Evidence>> places;
        places.reserve(chosen.size());
        for (const std::size_t index : chosen)
            places.push_back(found.places(index));
        std::vector<Evidence> all;
        for (std::size_t round = 0; round < kMostEvidence; ++round)
            for (const std::vector<Evidence>& own : places)
                if (round < own.size() && all.size() < kMostEvidence)
                    all.push_back(own[round]);
        return all;
    }

    const RuleSet& m_rules;
    const RuledItem& m_item;
    std::vector<Part> m_parts;
    double m_elsewhere = 0;
    std::vector<std::size_t> m_counting; ///< signals
    bool m_contextIsThere = true;
};

} // namespace

std::vector<std::size_t> countingSignals(const RuleSet& rules, std::span<const Hit> hits)
{
    Found found(rules, hits);
    std::vector<std::size_t> all;
    for (std::size_t signal = 0; signal < rules.allSignals.size(); ++signal)
        if (found.counts(signal))
            all.push_back(signal);
    return all;
}

std::vector<ScanItem> verdicts(const RuleSet& rules, const Catalogue& catalogue, std::span<const Hit> hits)
{
    Found found(rules, hits);
    std::vector<ScanItem> all;
    const auto judge = [&](const std::vector<Item>& items) {
        for (const Item& item : items)
            if (const auto ruled = std::ranges::find(rules.items, item.id, &RuledItem::id); ruled != rules.items.end())
                all.push_back(Verdict(rules, *ruled, found).item(found));
    };
    for (const Phase& phase : catalogue.phases) {
        judge(phase.items);
        judge(phase.addOns);
    }
    return all;
}

std::vector<ScanItem> verdicts(const Catalogue& catalogue, std::span<const Hit> hits)
{
    return verdicts(builtInRules(), catalogue, hits);
}

} // namespace trestle::scanner
