#include "models/catalogue_follow.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace trestle {

namespace {

/// Takes out of a project what a catalogue does not know, and counts it.
class Sweeper {
public:
    explicit Sweeper(const Catalogue& catalogue, Vanished& gone) : m_catalogue(catalogue), m_gone(gone)
    {
        for (const Phase& phase : catalogue.phases)
            for (const auto* list : {&phase.items, &phase.addOns})
                for (const Item& item : *list)
                    m_items.insert(item.id);
    }

    void sweep(Inputs& base)
    {
        sweep(base.risks);
        sweep(base.items, base.risks);
        sweep(base.scopes, base.risks);
        std::erase_if(base.proposals, [&](const auto& entry) { return !m_items.contains(entry.first); });
        m_gone.estimates += std::erase_if(base.estimates, [&](const auto& entry) { return lacksPhase(entry.first); });
        m_gone.phaseNotes += std::erase_if(base.phaseNotes, [&](const auto& entry) { return lacksPhase(entry.first); });
        sweep(base.profile);
        sweep(base.outsideView);
    }

    void sweep(Scenario& scenario, const RiskRegister& ofBase)
    {
        if (scenario.risks)
            sweep(*scenario.risks);
        sweep(scenario.items, scenario.risks ? *scenario.risks : ofBase);
        if (scenario.scopes)
            sweep(*scenario.scopes, ofBase);
        if (scenario.profile)
            sweep(*scenario.profile);
        if (scenario.outsideView)
            sweep(*scenario.outsideView);
    }

private:
    [[nodiscard]] bool lacksPhase(const std::string& id) const { return !findPhase(m_catalogue, id); }

    template <class Value>
    void sweep(std::map<std::string, Value>& items, const RiskRegister& risks)
    {
        std::erase_if(items, [&](const auto& entry) {
            const std::string& id = entry.first;
            const bool ofRisk = id.starts_with(kRiskItem);
            const bool known = ofRisk ? findRisk(risks, std::string_view(id).substr(kRiskItem.size())) != nullptr
                                      : m_items.contains(id);
            if (!known && !ofRisk) // an event is counted itself
                m_gone.items.insert(id);
            return !known;
        });
    }

    void sweep(RiskRegister& risks)
    {
        std::erase_if(risks.events, [&](const RiskEvent& event) {
            const bool lost = lacksPhase(event.phase);
            if (lost)
                m_gone.risks.insert(event.id);
            return lost;
        });
    }

    void sweep(Profile& profile)
    {
        m_gone.answers += std::erase_if(profile.conditions, [&](const std::string& id) {
            return std::ranges::find(m_catalogue.conditions, id, &Condition::id) == m_catalogue.conditions.end();
        });
        if (!profile.scale.empty() && !findScale(m_catalogue, profile.scale)) {
            profile.scale.clear();
            ++m_gone.answers;
        }
    }

    /// The figures stand as they were chosen, under no name of the catalogue's.
    void sweep(OutsideView& view) const
    {
        if (view.preset != OutsideView().preset && view.preset != OutsideView::own &&
            view.preset != OutsideView::record && !findOutsideView(m_catalogue, view.preset))
            view.preset = OutsideView::own;
    }

    const Catalogue& m_catalogue;
    Vanished& m_gone;
    std::set<std::string, std::less<>> m_items;
};

} // namespace

bool hasSameFrame(const Catalogue& a, const Catalogue& b)
{
    const auto same = [](const auto& left, const auto& right) {
        return std::ranges::equal(left, right, [](const auto& one, const auto& other) {
            return one.id == other.id && one.title == other.title;
        });
    };
    return same(a.phases, b.phases) && a.conditions == b.conditions && same(a.scales, b.scales) &&
           same(a.outsideViews, b.outsideViews);
}

Project withoutVanished(Project project, const Catalogue& after, Vanished* gone)
{
    Vanished unasked;
    Sweeper sweeper(after, gone ? *gone : unasked);
    sweeper.sweep(project.base);
    for (Scenario& scenario : project.scenarios)
        sweeper.sweep(scenario, project.base.risks);
    return project;
}

} // namespace trestle
