#include "ui/report/sheets/source_words.h"

#include "data/exchange/audience_rules.h"
#include "models/effort.h"
#include "models/money/offer_scope.h"
#include "models/risk/outside_factors.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/base/wording_decisions.h"
#include "ui/base/wording_record.h"
#include "ui/report/sheets/text_pieces.h"
#include "ui/risk/layer_words.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace trestle {

namespace {

using enum ProvenanceKind;

/// In brackets, but for a note that has some of its own; without the full stop of a sentence.
QString withNote(const QString& fact, QString note)
{
    if (note.endsWith(u'.'))
        note.chop(1);
    if (note.isEmpty())
        return fact;
    return (note.contains(u'(') ? tr("%1: %2") : tr("%1 (%2)")).arg(fact, note);
}

/// What a note has below its first line is a sum that nobody asks a report for.
QString noteOf(const Provenance& from)
{
    return format::text(from.note).section(u'\n', 0, 0);
}

QString weekRange(const ThreePoint& effort)
{
    return format::range(format::number(effort.low, 2), format::number(effort.high, 2));
}

class FactsOf {
public:
    FactsOf(const Plan& plan, Audience audience) : m_plan(plan), m_catalogue(*plan.catalogue), m_audience(audience)
    {
        addTimeline();
        addEfforts();
        addMoney();
        addTeam();
        addSpread();
        addLinks();
        addTicks();
        addAnswers();
    }

    [[nodiscard]] std::vector<SourcedFacts> take() const
    {
        std::vector<SourcedFacts> all;
        for (const ProvenanceKind kind : {stated, derived, assumed, yours}) {
            for (const QString& facts : inPieces(m_facts.at(static_cast<std::size_t>(kind)), tr("; ")))
                all.push_back({kind, format::capitalised(facts)});
            for (const QString& links : inPieces(m_links.at(static_cast<std::size_t>(kind)), tr("; ")))
                all.push_back({kind, format::capitalised(links)});
        }
        return all;
    }

private:
    QStringList& of(ProvenanceKind kind) { return m_facts.at(static_cast<std::size_t>(kind)); }
    void add(const QString& fact, const Provenance& from) { of(from.kind) << withNote(fact, noteOf(from)); }

    void addTimeline()
    {
        add(tr("a timeline of %1").arg(format::weeks(m_catalogue.timelineWeeks.value)), m_catalogue.timelineWeeks.from);
        add(tr("a prototype is %1 of the way").arg(format::percent(m_catalogue.prototypeShare.value)),
            m_catalogue.prototypeShare.from);
    }

    /// The ranges of the phases by their source, then the user's own.
    void addEfforts()
    {
        std::array<QStringList, 4> ranges;
        bool isLikelyDerived = false;
        for (const Phase& phase : m_catalogue.phases) {
            const QString title = format::text(phase.shortTitle.empty() ? phase.title : phase.shortTitle);
            if (const auto own = m_plan.inputs.estimates.find(phase.id); own != m_plan.inputs.estimates.end()) {
                const QString range =
                    tr("%1 %2, likely %3")
                        .arg(title, weekRange(own->second.effort), format::number(own->second.effort.likely, 2));
                ranges.at(static_cast<std::size_t>(yours)) << withNote(range, format::text(own->second.note));
                continue;
            }
            ranges.at(static_cast<std::size_t>(phase.effort.from.low.kind))
                << tr("%1 %2").arg(title, weekRange(phase.effort.value));
            isLikelyDerived = isLikelyDerived || phase.effort.from.likely.kind == derived;
        }
        for (const ProvenanceKind kind : {stated, derived, assumed, yours})
            for (const QString& some : inPieces(ranges.at(static_cast<std::size_t>(kind)), tr(", ")))
                of(kind) << tr("person-weeks of %1").arg(some);
        if (isLikelyDerived)
            of(derived) << tr("likely effort = weeks of the timeline × %1 engineers")
                               .arg(format::number(m_catalogue.referenceTeam.value, 2));
        of(assumed) << tr("each item's share of its phase");
    }

    void addMoney()
    {
        const Sourced<Money>& usual = m_catalogue.personWeekRate;
        const std::vector<Person>& team = m_plan.inputs.team;
        const bool isUsual = usual.value > Money{} &&
                             std::ranges::all_of(team, [&](const Person& p) { return p.weeklyRate == usual.value; });
        if (isUsual)
            add(tr("%1 a person-week").arg(format::shownMoney(usual.value)), usual.from);
        if (!isUsual && showsRates(m_audience) && !team.empty()) {
            const auto [least, most] = std::ranges::minmax(team, {}, &Person::weeklyRate);
            of(yours) << tr("%1 a week, the team's rates").arg(format::shownRange(least.weeklyRate, most.weeklyRate));
        }
        for (const Phase& phase : m_catalogue.phases) {
            if (phase.statedCost && (isUsual || showsRates(m_audience)))
                of(phase.statedCost->from.low.kind)
                    << tr("%1 %2").arg(format::text(phase.shortTitle.empty() ? phase.title : phase.shortTitle),
                                       format::moneyRange(Money::rounded(phase.statedCost->value.low),
                                                          Money::rounded(phase.statedCost->value.high)));
            for (const RunningCost& cost : phase.runningCosts)
                of(cost.monthly.from.low.kind)
                    << tr("%1 %2 a month")
                           .arg(format::text(cost.title), format::moneyRange(Money::rounded(cost.monthly.value.low),
                                                                             Money::rounded(cost.monthly.value.high)));
        }
    }

    void addTeam()
    {
        of(yours) << (m_plan.people.size() == 1 ? tr("the one person on the team")
                                                : tr("the team of %1").arg(m_plan.people.size()));
        of(m_catalogue.itemCrewLimit.from.kind) << tr("at most %1 people on an item, %2 on a phase")
                                                       .arg(m_catalogue.itemCrewLimit.value)
                                                       .arg(m_catalogue.phaseCrewLimit.value);
        if (m_plan.coordination < 1.0 - kEpsilon)
            add(tr("people work %1 of their time, the rest is coordination")
                    .arg(format::percent(m_plan.coordination, 1)),
                m_catalogue.coordination.from);
    }

    void addSpread()
    {
        const OutsideView& view = m_plan.inputs.outsideView;
        const QString name = riskwords::outsideViewName(m_catalogue, view);
        if (const OutsideViewPreset* preset = findOutsideView(m_catalogue, view.preset))
            add(tr("how projects vary as a whole: %1").arg(name), preset->s.from);
        else {
            const OutsideFactors factors = factorsOf(view);
            const QString vary = tr("how projects vary as a whole: usually × %1, 8 of 10 below × %2")
                                     .arg(format::number(factors.usual, 2), format::number(factors.eightOfTen, 2));
            of(yours) << (view.projects > 0 ? withNote(vary, tr("a record of %1").arg(wording::recordBasis(view)))
                                            : vary);
        }
        const Sourced<double>& usual = m_catalogue.correlation;
        const bool isOwn = std::abs(usual.value - m_plan.inputs.correlation) > 1e-9;
        const QString late =
            tr("if one phase runs late, others do too: %1").arg(wording::runLateTogether(m_plan.inputs.correlation));
        if (isOwn)
            of(yours) << withNote(late,
                                  tr("in place of the catalogue's “%1”").arg(wording::runLateTogether(usual.value)));
        else
            add(late, usual.from);
    }

    /// Each by itself for who works on the plan.
    void addLinks()
    {
        if (m_catalogue.links.empty())
            return;
        if (m_audience != Audience::internal) {
            of(m_catalogue.links.front().source.kind) << tr("which work waits for which");
            return;
        }
        for (const Link& link : m_catalogue.links) {
            QStringList& links = m_links.at(static_cast<std::size_t>(link.source.kind));
            const QString lag = link.lag > 0 ? tr(" + %1").arg(format::weeks(link.lag)) : QString();
            const QString wait = tr("%1 %2 %3%4")
                                     .arg(wording::nodeTitle(m_plan, link.to), wording::linkType(link.type),
                                          wording::nodeTitle(m_plan, link.from), lag);
            links << withNote(links.isEmpty() ? tr("what waits for what: %1").arg(wait) : wait,
                              format::text(link.reason));
        }
    }

    void addTicks()
    {
        const Readiness& ready = m_plan.readiness;
        const OfferScope scope = offerScope(m_plan);
        const auto count = [](std::size_t n, const QString& one, const QString& many) {
            return n == 1 ? one : many.arg(n);
        };
        QString ticked;
        if (ready.done > 0)
            ticked = count(static_cast<std::size_t>(ready.done), tr("1 item in place"), tr("%1 items in place"));
        if (ready.partial > 0) {
            const QString partly =
                count(static_cast<std::size_t>(ready.partial), tr("1 item partly"), tr("%1 items partly"));
            ticked = ticked.isEmpty() ? partly : tr("%1, %2").arg(ticked, partly);
            add(tr("%1 left of what is partly in place").arg(format::percent(m_catalogue.partialFactor.value)),
                m_catalogue.partialFactor.from);
        }
        std::optional<Date> last;
        for (const auto& [id, item] : m_plan.inputs.items)
            if (item.changed)
                last = std::max(last.value_or(*item.changed), *item.changed);
        if (!ticked.isEmpty())
            of(yours) << (last ? tr("%1, last ticked on %2").arg(ticked, format::date(*last)) : ticked);
        if (!scope.excluded.empty())
            of(yours) << count(scope.excluded.size(), tr("1 item not needed"), tr("%1 items not needed"));
        if (const std::size_t apart = scope.phase2.size() + scope.options.size(); apart > 0)
            of(yours) << count(apart, tr("1 item offered apart, in no total"),
                               tr("%1 items offered apart, in no total"));
    }

    void addAnswers()
    {
        const Profile& profile = m_plan.inputs.profile;
        if (const ScaleStep* scale = findScale(m_catalogue, profile.scale)) {
            of(yours) << tr("planned for %1").arg(format::text(scale->title));
            if (std::abs(scale->factor.value - 1.0) > kEpsilon)
                add(tr("effort that grows with users × %1").arg(format::number(scale->factor.value, 2)),
                    scale->factor.from);
        }
        if (profile.validated)
            of(yours) << (*profile.validated ? tr("demand confirmed with users")
                                             : tr("demand not yet confirmed with users"));
        if (profile.maintainer != Maintainer::unanswered)
            of(yours) << (profile.maintainer == Maintainer::onePerson ? tr("run by one person") : tr("run by a team"));
    }

    const Plan& m_plan;
    const Catalogue& m_catalogue;
    Audience m_audience;
    std::array<QStringList, 4> m_facts;
    std::array<QStringList, 4> m_links; ///< by themselves: there may be many
};

/// "Schema designed for scale 25 %", "Single sign-on, 1 – 3 person-weeks".
QString withShare(const Plan& plan, const ItemPlan& item)
{
    const QString title = format::text(item.title);
    const Item* known = findItem(*plan.catalogue, item.id);
    if (!known)
        return title;
    return known->effort
               ? tr("%1, %2").arg(title, format::personWeeks(known->effort->value.low, known->effort->value.high))
               : tr("%1 %2").arg(title, format::percent(known->share.value, 0));
}

QStringList titlesOf(const Plan& plan, const std::vector<std::size_t>& items)
{
    QStringList titles;
    for (const std::size_t item : items)
        titles << format::text(plan.items[item].title);
    return inPieces(titles, tr("; "));
}

} // namespace

std::vector<SourcedFacts> sourcedFacts(const Plan& plan, Audience audience)
{
    return FactsOf(plan, audience).take();
}

ItemShares itemShares(const Plan& plan)
{
    ItemShares shares;
    const OfferScope scope = offerScope(plan);
    for (std::size_t p = 0; p < plan.phases.size(); ++p) {
        QStringList inPlace;
        QStringList toBuild;
        for (const std::size_t i : scope.inPlace)
            if (plan.items[i].phase == p)
                inPlace << withShare(plan, plan.items[i]);
        for (const std::size_t i : scope.included)
            if (plan.items[i].phase == p) {
                const QString item = withShare(plan, plan.items[i]);
                toBuild << (plan.items[i].state == ItemState::partial ? tr("%1 (partly in place)").arg(item) : item);
            }
        const QStringList left = inPieces(inPlace, tr("; "));
        const QStringList right = inPieces(toBuild, tr("; "));
        for (qsizetype row = 0; row < std::max(left.size(), right.size()); ++row)
            shares.phases.push_back({format::text(plan.phases[p].title), left.value(row), right.value(row)});
    }
    shares.notNeeded = titlesOf(plan, scope.excluded);
    shares.phase2 = titlesOf(plan, scope.phase2);
    shares.options = titlesOf(plan, scope.options);
    return shares;
}

} // namespace trestle
