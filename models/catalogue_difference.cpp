#include "models/catalogue_difference.h"

#include "models/catalogue_lists.h"

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <utility>

namespace trestle {

namespace {

constexpr double kSameProportion = 1e-9;

template <class T>
CatalogueValue valueIn(const T& value)
{
    if constexpr (std::is_same_v<T, Weeks>)
        return static_cast<double>(value);
    else if constexpr (std::is_same_v<T, std::string>)
        return value.empty() ? CatalogueValue() : CatalogueValue(value);
    else
        return value;
}

template <class T>
CatalogueValue valueIn(const Sourced<T>& figure)
{
    return figure.value;
}

CatalogueValue valueIn(const SourcedRange& range)
{
    return range.value;
}

CatalogueValue valueIn(const std::optional<SourcedRange>& range)
{
    return range ? CatalogueValue(range->value) : CatalogueValue();
}

CatalogueValue valueIn(const Provenance& source)
{
    return valueIn(source.note);
}

CatalogueValue valueIn(const std::vector<OutsideViewPreset>& presets)
{
    std::vector<std::string> titles;
    std::ranges::transform(presets, std::back_inserter(titles), &OutsideViewPreset::title);
    return titles;
}

template <class T>
std::string noteIn(const T&)
{
    return {};
}

template <class T>
std::string noteIn(const Sourced<T>& figure)
{
    return figure.from.note;
}

/// Of the likely case, unless another is the user's own.
std::string noteIn(const SourcedRange& range)
{
    for (const Case c : {Case::likely, Case::low, Case::high})
        if (range.from.at(c).kind == ProvenanceKind::yours)
            return range.from.at(c).note;
    return range.from.likely.note;
}

std::string noteIn(const std::optional<SourcedRange>& range)
{
    return range ? noteIn(*range) : std::string();
}

class Lister {
public:
    Lister(const Catalogue& original, const Catalogue& now) : m_original(original), m_now(now) {}

    std::vector<CatalogueDifference> run() &&
    {
        forEachPair(m_original, m_now,
                    [&](CatalogueField field, const std::string& subject, const auto& was, const auto& is) {
                        if (field != CatalogueField::itemShare && !(was == is))
                            add({field, subject, valueIn(was), valueIn(is), noteIn(is)});
                    });
        compareLists(CatalogueField::condition, m_original.conditions, m_now.conditions);
        compareLists(CatalogueField::scale, m_original.scales, m_now.scales);
        compareLists(CatalogueField::risk, m_original.suggestedRisks, m_now.suggestedRisks);
        compareLists(CatalogueField::phase, m_original.phases, m_now.phases);
        compareOrder(CatalogueField::phaseOrder, {}, m_original.phases, m_now.phases);
        for (const Phase& phase : m_now.phases)
            if (const Phase* was = withId(m_original.phases, phase.id))
                comparePhase(*was, phase);
        compareLinks();
        std::ranges::stable_sort(m_found, {}, &CatalogueDifference::field);
        return std::move(m_found);
    }

private:
    void add(CatalogueDifference difference) { m_found.push_back(std::move(difference)); }

    template <class List>
    void compareLists(CatalogueField field, const List& before, const List& after)
    {
        for (const auto& was : before)
            if (!withId(after, was.id))
                add({field, was.id, was.title, {}, {}});
        for (const auto& is : after)
            if (!withId(before, is.id))
                add({field, is.id, {}, is.title, {}});
    }

    template <class List>
    void compareOrder(CatalogueField field, const std::string& subject, const List& before, const List& after)
    {
        std::vector<std::string> idsBefore;
        std::vector<std::string> ids;
        std::vector<std::string> titlesBefore;
        std::vector<std::string> titles;
        for (const auto& was : before)
            if (withId(after, was.id)) {
                idsBefore.push_back(was.id);
                titlesBefore.push_back(was.title);
            }
        for (const auto& is : after)
            if (withId(before, is.id)) {
                ids.push_back(is.id);
                titles.push_back(is.title);
            }
        if (ids != idsBefore)
            add({field, subject, titlesBefore, titles, {}});
    }

    void comparePhase(const Phase& was, const Phase& is)
    {
        compareLists(CatalogueField::item, was.items, is.items);
        compareLists(CatalogueField::item, was.addOns, is.addOns);
        compareOrder(CatalogueField::itemOrder, is.id, was.items, is.items);
        compareOrder(CatalogueField::itemOrder, is.id, was.addOns, is.addOns);
        // Where items came or went the others keep their proportions, which is no difference of its own.
        double sumBefore = 0;
        double sum = 0;
        std::size_t known = 0;
        for (const Item& item : is.items)
            if (const Item* before = withId(was.items, item.id)) {
                sumBefore += before->share.value;
                sum += item.share.value;
                ++known;
            }
        const bool sameItems = known == was.items.size() && known == is.items.size();
        const auto differs = [&](const Item& item) {
            const Item* before = withId(was.items, item.id);
            if (!before || sameItems)
                return before && before->share != item.share;
            return std::abs(item.share.value * sumBefore - before->share.value * sum) > kSameProportion;
        };
        const auto other = std::ranges::find_if(is.items, differs);
        if (other != is.items.end())
            add({CatalogueField::shares, is.id, sharesOf(was), sharesOf(is), other->share.from.note});
    }

    static std::vector<double> sharesOf(const Phase& phase)
    {
        std::vector<double> shares;
        for (const Item& item : phase.items)
            shares.push_back(item.share.value);
        return shares;
    }

    void compareLinks()
    {
        const std::vector<std::string> before = linkNames(m_original.links);
        const std::vector<std::string> now = linkNames(m_now.links);
        for (std::size_t i = 0; i < before.size(); ++i)
            if (std::ranges::find(now, before[i]) == now.end())
                add({CatalogueField::link, before[i], m_original.links[i].type, {}, {}});
        for (std::size_t i = 0; i < now.size(); ++i)
            if (std::ranges::find(before, now[i]) == before.end())
                add({CatalogueField::link, now[i], {}, m_now.links[i].type, m_now.links[i].source.note});
    }

    const Catalogue& m_original;
    const Catalogue& m_now;
    std::vector<CatalogueDifference> m_found;
};

/// What both have stands as in the original; what was added keeps its place behind the same neighbour.
template <class List>
void orderAsIn(const List& original, List& list)
{
    List known;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < list.size(); ++i)
        if (withId(original, list[i].id)) {
            known.push_back(list[i]);
            places.push_back(i);
        }
    std::ranges::sort(known, {}, [&](const auto& entry) { return findIn(original, entry.id) - original.begin(); });
    for (std::size_t i = 0; i < places.size(); ++i)
        list[places[i]] = known[i];
}

bool isAbsent(const CatalogueValue& value)
{
    return std::holds_alternative<std::monostate>(value);
}

} // namespace

std::vector<CatalogueDifference> catalogueDifferences(const Catalogue& original, const Catalogue& now)
{
    return Lister(original, now).run();
}

Result<void> takeBack(CatalogueEditor& editor, const Catalogue& original, const CatalogueDifference& difference)
{
    const std::string& subject = difference.subject;
    const bool isGone = isAbsent(difference.after);
    switch (difference.field) {
    case CatalogueField::phase:
    case CatalogueField::item: return isGone ? editor.putBackNode(subject) : editor.removeNode(subject);
    case CatalogueField::condition:
        return isGone ? editor.putBack(difference.field, subject) : editor.removeCondition(subject);
    case CatalogueField::scale: return isGone ? editor.putBack(difference.field, subject) : editor.removeScale(subject);
    case CatalogueField::risk: return isGone ? editor.putBack(difference.field, subject) : editor.removeRisk(subject);
    case CatalogueField::link: return isGone ? editor.putBack(difference.field, subject) : editor.removeLink(subject);
    case CatalogueField::shares: return editor.putBackShares(subject);
    case CatalogueField::phaseOrder:
        return editor.change([&](Catalogue& now) { orderAsIn(original.phases, now.phases); });
    case CatalogueField::itemOrder:
        return editor.change([&](Catalogue& now) {
            const Phase* was = withId(original.phases, subject);
            Phase* phase = withId(now.phases, subject);
            if (!was || !phase)
                return;
            orderAsIn(was->items, phase->items);
            orderAsIn(was->addOns, phase->addOns);
        });
    default: break;
    }
    return editor.copyBack([&](Catalogue& now) {
        forEachPair(original, now, [&](CatalogueField field, const std::string& of, const auto& was, auto& is) {
            if (field == difference.field && of == subject)
                is = was;
        });
    });
}

} // namespace trestle
