// What the original has, put back into an edited catalogue.
#include "models/catalogue_edit.h"
#include "models/catalogue_lists.h"

#include <algorithm>
#include <set>
#include <utility>

namespace trestle {

namespace {

/// Puts a link of the original where it stands there.
void insertLink(const std::vector<Link>& original, std::vector<Link>& list, std::size_t index)
{
    const std::vector<std::string> before = linkNames(original);
    const std::vector<std::string> now = linkNames(list);
    for (std::size_t next = index + 1; next < before.size(); ++next)
        if (const auto at = std::ranges::find(now, before[next]); at != now.end()) {
            list.insert(list.begin() + (at - now.begin()), original[index]);
            return;
        }
    list.push_back(original[index]);
}

} // namespace

Result<void> CatalogueEditor::putBackNode(const std::string& id)
{
    Catalogue edited = m_now;
    std::set<std::string, std::less<>> back{id};
    if (const Phase* phase = findPhase(m_original, id)) {
        insertAsIn(m_original.phases, edited.phases, *phase);
        for (const auto* list : {&phase->items, &phase->addOns})
            for (const Item& item : *list)
                back.insert(item.id);
        for (const SuggestedRisk& risk : m_original.suggestedRisks)
            if (risk.phase == id && !withId(edited.suggestedRisks, risk.id))
                insertAsIn(m_original.suggestedRisks, edited.suggestedRisks, risk);
    } else {
        bool found = false;
        for (const Phase& was : m_original.phases) {
            Phase* now = withId(edited.phases, was.id);
            if (const Item* item = withId(was.items, id); item && now) {
                insertAsIn(was.items, now->items, *item);
                shareTheRest(*now, id);
                found = true;
            } else if (const Item* addOn = withId(was.addOns, id); addOn && now) {
                insertAsIn(was.addOns, now->addOns, *addOn);
                found = true;
            }
        }
        if (!found)
            return fail(ErrorCode::unknownNode, id);
    }
    const auto exists = [&](const std::string& node) { return findPhase(edited, node) || findItem(edited, node); };
    const std::vector<std::string> names = linkNames(edited.links);
    const std::vector<std::string> namesBefore = linkNames(m_original.links);
    for (std::size_t i = 0; i < namesBefore.size(); ++i) {
        const Link& link = m_original.links[i];
        if ((back.contains(link.from) || back.contains(link.to)) && exists(link.from) && exists(link.to) &&
            std::ranges::find(names, namesBefore[i]) == names.end())
            insertLink(m_original.links, edited.links, i);
    }
    return commit(std::move(edited));
}

Result<void> CatalogueEditor::putBackShares(const std::string& phase)
{
    Catalogue edited = m_now;
    Phase* now = withId(edited.phases, phase);
    const Phase* was = withId(m_original.phases, phase);
    if (!now || !was)
        return fail(ErrorCode::unknownPhase, phase);
    double added = 0;
    double known = 0;
    for (const Item& item : now->items)
        if (const Item* before = withId(was->items, item.id))
            known += before->share.value;
        else
            added += item.share.value;
    const bool isWhole = added == 0 && now->items.size() == was->items.size();
    for (Item& item : now->items)
        if (const Item* before = withId(was->items, item.id)) {
            if (isWhole)
                item.share = before->share;
            else if (known > 0)
                item.share.value = before->share.value * (1 - added) / known;
        }
    return commit(std::move(edited));
}

Result<void> CatalogueEditor::putBack(CatalogueField field, const std::string& subject)
{
    Catalogue edited = m_now;
    const auto missing = [&] { return fail(ErrorCode::unknownNode, subject); };
    if (field == CatalogueField::condition) {
        const Condition* was = withId(m_original.conditions, subject);
        if (!was || withId(edited.conditions, subject))
            return missing();
        insertAsIn(m_original.conditions, edited.conditions, *was);
    } else if (field == CatalogueField::scale) {
        const ScaleStep* was = withId(m_original.scales, subject);
        if (!was || withId(edited.scales, subject))
            return missing();
        insertAsIn(m_original.scales, edited.scales, *was);
    } else if (field == CatalogueField::risk) {
        const SuggestedRisk* was = withId(m_original.suggestedRisks, subject);
        if (!was || withId(edited.suggestedRisks, subject))
            return missing();
        insertAsIn(m_original.suggestedRisks, edited.suggestedRisks, *was);
    } else {
        const std::vector<std::string> names = linkNames(m_original.links);
        const auto at = std::ranges::find(names, subject);
        const std::vector<std::string> now = linkNames(edited.links);
        if (at == names.end() || std::ranges::find(now, subject) != now.end())
            return missing();
        insertLink(m_original.links, edited.links, static_cast<std::size_t>(at - names.begin()));
    }
    return commit(std::move(edited));
}

} // namespace trestle
