#include "models/catalogue_edit.h"

#include "models/catalogue_figures.h"
#include "models/id_stem.h"
#include "models/inputs.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <type_traits>
#include <utility>

namespace trestle {

namespace {

/// Shares this close are the same, but for what shrinking and growing again left of them.
constexpr double kSameShare = 1e-12;

/// A figure by its field and subject; of a range the points are figures of their own.
struct FieldOf {
    CatalogueField field{};
    std::string subject;
    Case point = Case::likely;
    friend auto operator<=>(const FieldOf&, const FieldOf&) = default;
};

/// Marks what an edit changed as the user's own.
class Marker {
public:
    explicit Marker(Provenance yours) : m_yours(std::move(yours)) {}

    void mark(const Catalogue& before, Catalogue& after)
    {
        forEachPair(before, after, [&](CatalogueField field, const std::string& subject, const auto& was, auto& now) {
            markOne({field, subject}, was, now);
        });
        for (const std::string& link : m_links)
            for (std::size_t i = 0; i < after.links.size(); ++i)
                if (linkNames(after.links)[i] == link)
                    after.links[i].source = m_yours;
    }

    /// A figure of this edit that says what the original says has its source, too.
    void restore(const Catalogue& original, Catalogue& after)
    {
        forEachPair(original, after, [&](CatalogueField field, const std::string& subject, const auto& was, auto& now) {
            restoreOne({field, subject}, was, now);
        });
        const std::vector<std::string> names = linkNames(after.links);
        const std::vector<std::string> namesBefore = linkNames(original.links);
        for (std::size_t i = 0; i < names.size(); ++i)
            for (std::size_t j = 0; j < namesBefore.size(); ++j)
                if (names[i] == namesBefore[j] && m_links.contains(names[i]))
                    restoreLink(original.links[j], after.links[i]);
    }

private:
    template <class T>
    void markOne(const FieldOf& field, const Sourced<T>& was, Sourced<T>& now)
    {
        if (now.value != was.value)
            now.from = m_yours;
        else if (now.from != was.from)
            now.from.kind = ProvenanceKind::yours;
        note(field, now.value != was.value);
    }

    void markOne(const FieldOf& field, const SourcedRange& was, SourcedRange& now)
    {
        for (const Case c : kCases) {
            const bool isChanged = now.value.at(c) != was.value.at(c);
            if (isChanged)
                now.from.at(c) = m_yours;
            else if (now.from.at(c) != was.from.at(c))
                now.from.at(c).kind = ProvenanceKind::yours;
            note({field.field, field.subject, c}, isChanged);
        }
    }

    void markOne(const FieldOf& field, const std::optional<SourcedRange>& was, std::optional<SourcedRange>& now)
    {
        if (was && now)
            markOne(field, *was, *now);
        else if (now)
            markAll(*now);
    }

    void markOne(const FieldOf&, const std::vector<RunningCost>& was, std::vector<RunningCost>& now)
    {
        for (std::size_t i = 0; i < now.size() && i < was.size(); ++i)
            if (now[i].title == was[i].title)
                markOne({CatalogueField::runningCosts, {}}, was[i].monthly, now[i].monthly);
    }

    void markOne(const FieldOf& field, LinkType was, LinkType now) { markLink(field, was != now); }
    void markOne(const FieldOf& field, Weeks was, Weeks now) { markLink(field, was != now); }

    template <class T>
    void markOne(const FieldOf& field, const T& was, const T& now)
    {
        if (field.field == CatalogueField::linkReason)
            markLink(field, was != now);
    }

    void markLink(const FieldOf& field, bool isChanged)
    {
        if (isChanged)
            m_links.insert(field.subject);
    }

    void markAll(SourcedRange& range)
    {
        for (const Case c : kCases)
            range.from.at(c) = m_yours;
    }

    void note(const FieldOf& field, bool isChanged)
    {
        if (isChanged)
            m_changed.insert(field);
    }

    template <class T>
    void restoreOne(const FieldOf& field, const Sourced<T>& was, Sourced<T>& now) const
    {
        if (now.value == was.value && m_changed.contains(field))
            now.from = was.from;
    }

    void restoreOne(const FieldOf& field, const SourcedRange& was, SourcedRange& now) const
    {
        for (const Case c : kCases)
            if (now.value.at(c) == was.value.at(c) && m_changed.contains({field.field, field.subject, c}))
                now.from.at(c) = was.from.at(c);
    }

    void restoreOne(const FieldOf& field, const std::optional<SourcedRange>& was,
                    std::optional<SourcedRange>& now) const
    {
        if (was && now)
            restoreOne(field, *was, *now);
    }

    template <class T>
    void restoreOne(const FieldOf&, const T&, const T&) const
    {
    }

    static void restoreLink(const Link& was, Link& now)
    {
        if (now.type == was.type && now.lag == was.lag && now.reason == was.reason)
            now.source = was.source;
    }

    Provenance m_yours;
    std::set<FieldOf> m_changed;
    std::set<std::string> m_links;
};

/// Shares that are the original's but for rounding are the original's.
void settleShares(const Catalogue& original, Catalogue& after)
{
    for (Phase& phase : after.phases) {
        const Phase* was = withId(original.phases, phase.id);
        if (!was || was->items.size() != phase.items.size())
            continue;
        const auto near = [&](const Item& item) {
            const Item* before = withId(was->items, item.id);
            return before && std::abs(before->share.value - item.share.value) <= kSameShare;
        };
        if (!std::ranges::all_of(phase.items, near))
            continue;
        for (Item& item : phase.items)
            if (const Item* before = withId(was->items, item.id); before->share.value != item.share.value)
                item.share = before->share;
    }
}

/// Links that the original has stand in its order: which is first says nothing, but it makes equal catalogues equal.
void settleLinks(const Catalogue& original, Catalogue& after)
{
    const std::vector<std::string> before = linkNames(original.links);
    const std::vector<std::string> names = linkNames(after.links);
    std::vector<std::size_t> places; // in `after`, of links that the original has
    std::vector<std::size_t> known;  // the same, in the original's order
    for (std::size_t i = 0; i < names.size(); ++i)
        if (std::ranges::find(before, names[i]) != before.end())
            places.push_back(i);
    for (const std::string& name : before)
        if (const auto at = std::ranges::find(names, name); at != names.end())
            known.push_back(static_cast<std::size_t>(at - names.begin()));
    const std::vector<Link> links = after.links;
    for (std::size_t i = 0; i < places.size(); ++i)
        after.links[places[i]] = links[known[i]];
}

Result<void> blank(const std::string& where)
{
    return fail(ErrorCode::invalidValue, "", where, DetailKind::textNotEmpty);
}

/// What the reader of catalogues asks for beyond checkCatalogue.
Result<void> checkTitles(const Catalogue& catalogue)
{
    const auto check = [](const auto& list, const std::string& where) -> Result<void> {
        for (std::size_t i = 0; i < list.size(); ++i)
            if (isBlank(list[i].title))
                return blank(where + '/' + std::to_string(i) + "/title");
        return {};
    };
    if (isBlank(catalogue.title))
        return blank("/title");
    if (catalogue.phases.empty())
        return fail(ErrorCode::invalidValue, "0", "/phases", DetailKind::listNotEmpty);
    for (std::size_t p = 0; p < catalogue.phases.size(); ++p) {
        const std::string where = "/phases/" + std::to_string(p);
        const Phase& phase = catalogue.phases[p];
        if (auto ok = check(phase.items, where + "/items"); !ok)
            return ok;
        if (auto ok = check(phase.addOns, where + "/addOns"); !ok)
            return ok;
        if (auto ok = check(phase.runningCosts, where + "/runningCosts"); !ok)
            return ok;
    }
    if (auto ok = check(catalogue.phases, "/phases"); !ok)
        return ok;
    if (auto ok = check(catalogue.conditions, "/conditions"); !ok)
        return ok;
    if (auto ok = check(catalogue.scales, "/scales"); !ok)
        return ok;
    return check(catalogue.suggestedRisks, "/suggestedRisks");
}

} // namespace

CatalogueEditor::CatalogueEditor(Catalogue& now, const Catalogue& original, std::string note)
    : m_now(now), m_original(original), m_note(std::move(note))
{
}

Provenance CatalogueEditor::yours() const
{
    return {ProvenanceKind::yours, m_note};
}

std::string CatalogueEditor::freeNodeId(const std::string& title, const std::string& taken) const
{
    // Not that of something the original has: it would be taken for it.
    return freeId(idStem(title, "item"), [&](const std::string& id) {
        return id == taken || findPhase(m_now, id) || findItem(m_now, id) || findPhase(m_original, id) ||
               findItem(m_original, id);
    });
}

Result<void> CatalogueEditor::commit(Catalogue edited)
{
    if (isBlank(m_note))
        return blank("/note");
    Marker marker(yours());
    marker.mark(m_now, edited);
    marker.restore(m_original, edited);
    settleShares(m_original, edited);
    return accept(std::move(edited));
}

Result<void> CatalogueEditor::accept(Catalogue edited)
{
    settleLinks(m_original, edited);
    if (auto ok = checkTitles(edited); !ok)
        return ok;
    if (auto ok = checkCatalogue(edited); !ok)
        return ok;
    m_now = std::move(edited);
    return {};
}

Result<void> CatalogueEditor::change(const std::function<void(Catalogue&)>& change)
{
    Catalogue edited = m_now;
    change(edited);
    return commit(std::move(edited));
}

Result<void> CatalogueEditor::copyBack(const std::function<void(Catalogue&)>& change)
{
    Catalogue edited = m_now;
    change(edited);
    return accept(std::move(edited));
}

} // namespace trestle
