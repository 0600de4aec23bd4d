#include "ui/history/change_words.h"

#include "ui/base/field_words.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/base/wording_catalogue.h"
#include "ui/base/wording_decisions.h"
#include "ui/base/wording_record.h"
#include "ui/base/wording_scan.h"

#include <QStringList>

#include <algorithm>

namespace trestle {

namespace {

QString quoted(const QString& text)
{
    return tr("“%1”").arg(text);
}

QString titleOf(const Catalogue& catalogue, const std::string& id)
{
    if (const Item* item = findItem(catalogue, id))
        return format::text(item->title);
    if (const Phase* phase = findPhase(catalogue, id))
        return format::text(phase->shortTitle.empty() ? phase->title : phase->shortTitle);
    const auto risk = std::ranges::find(catalogue.suggestedRisks, id, &SuggestedRisk::id);
    if (risk != catalogue.suggestedRisks.end())
        return quoted(format::text(risk->title));
    const auto condition = std::ranges::find(catalogue.conditions, id, &Condition::id);
    return format::text(condition == catalogue.conditions.end() ? id : condition->title);
}

QString scaleTitle(const Catalogue& catalogue, const std::string& id)
{
    const ScaleStep* scale = findScale(catalogue, id);
    return format::text(scale ? scale->title : id);
}

/// Without a rate where there is none, or the reader sees none.
QString personText(const Person& person)
{
    if (person.weeklyRate == Money{})
        return format::allocation(person.allocation);
    return tr("%1, %2 a week").arg(format::allocation(person.allocation), format::shownMoney(person.weeklyRate));
}

/// One line of a note, short enough for a table.
QString shortText(const std::string& utf8)
{
    constexpr qsizetype kLongest = 160;
    const QString text = format::raw(utf8).simplified();
    return quoted(format::isolated(text.size() > kLongest ? text.left(kLongest - 1) + u'…' : text));
}

QString subjectOf(const Change& change, const Catalogue& catalogue)
{
    switch (change.field) {
    case FieldId::itemState:
    case FieldId::scopes:
    case FieldId::itemOwner:
    case FieldId::itemNote:
    case FieldId::itemEvidence:
    case FieldId::proposals:
    case FieldId::estimateEffort:
    case FieldId::estimateNote:
    case FieldId::phaseNotes:
    case FieldId::risks:
    case FieldId::riskTitle:
    case FieldId::riskChance:
    case FieldId::riskPhase:
    case FieldId::riskSkill:
    case FieldId::riskOwner:
    case FieldId::riskEffort:
    case FieldId::riskDelay:
    case FieldId::riskMoney:
    case FieldId::riskStatus:
    case FieldId::riskResponse:
    case FieldId::conditions: return titleOf(catalogue, change.subject);
    case FieldId::workedHolidays:
    case FieldId::daysOff: {
        const std::optional<Date> date = parseDate(change.subject);
        return date ? format::mediumDate(*date) : format::text(change.subject);
    }
    default: return format::text(change.subject);
    }
}

class ValueWords {
public:
    ValueWords(const Change& change, const Catalogue& catalogue) : m_change(change), m_catalogue(catalogue) {}

    QString operator()(std::monostate) const
    {
        return m_change.field == FieldId::scale ? scaleTitle(m_catalogue, {}) : fieldwords::none(m_change.field);
    }
    QString operator()(bool yes) const
    {
        if (m_change.field == FieldId::scenarios)
            return yes ? tr("there") : tr("not there");
        return yes ? tr("yes") : tr("no");
    }
    QString operator()(int number) const
    {
        if (m_change.field == FieldId::confidence || m_change.field == FieldId::priceConfidence)
            return format::wholePercent(number);
        if (m_change.field == FieldId::proposals)
            return (number == 1 ? tr("%1 item") : tr("%1 items")).arg(number);
        if (m_change.field == FieldId::paymentTerms || m_change.field == FieldId::validity)
            return (number == 1 ? tr("%1 day") : tr("%1 days")).arg(number);
        return (number == 1 ? tr("%1 month") : tr("%1 months")).arg(number);
    }
    QString operator()(double number) const
    {
        if (m_change.field == FieldId::riskChance)
            return format::percent(number);
        return m_change.field == FieldId::allocation    ? format::allocation(number)
               : m_change.field == FieldId::correlation ? wording::runLateTogether(number)
                                                        : format::number(number, 2);
    }
    QString operator()(const std::string& text) const
    {
        switch (m_change.field) {
        case FieldId::scale: return scaleTitle(m_catalogue, text);
        case FieldId::region: return text.size() <= 3 ? format::raw(text).toUpper() : format::text(text);
        case FieldId::closures: return text.empty() ? tr("closed") : quoted(format::text(text));
        case FieldId::daysOff: return text.empty() ? tr("day off") : quoted(format::text(text));
        case FieldId::riskPhase: return titleOf(m_catalogue, text);
        case FieldId::personName:
        case FieldId::riskSkill:
        case FieldId::riskOwner:
        case FieldId::itemOwner: return format::text(text);
        default: return shortText(text);
        }
    }
    QString operator()(Date date) const { return format::mediumDate(date); }
    QString operator()(Money amount) const { return format::shownMoney(amount); }
    QString operator()(const ThreePoint& effort) const
    {
        if (m_change.field == FieldId::riskMoney)
            return tr("%1, likely %2")
                .arg(format::shownMoney(Money::rounded(effort.low)) + QStringLiteral(" – ") +
                         format::shownMoney(Money::rounded(effort.high)),
                     format::shownMoney(Money::rounded(effort.likely)));
        if (m_change.field == FieldId::riskDelay)
            return tr("%1 to %2 weeks, likely %3")
                .arg(format::number(effort.low, 1), format::number(effort.high, 1), format::number(effort.likely, 1));
        return tr("%1, likely %2").arg(format::personWeeks(effort.low, effort.high), format::effort(effort.likely));
    }
    QString operator()(ItemState state) const { return wording::itemState(state); }
    QString operator()(Maintainer maintainer) const { return wording::maintainer(maintainer); }
    QString operator()(CostMode mode) const
    {
        return mode == CostMode::worked ? tr("for hours worked") : tr("from first day to finish");
    }
    QString operator()(OrderKind order) const
    {
        return order == OrderKind::catalogue ? tr("the catalogue’s") : tr("optimised");
    }
    QString operator()(GstBasis gst) const { return gst == GstBasis::price ? tr("yes") : tr("no"); }
    QString operator()(const OutsideView& view) const
    {
        const OutsideViewPreset* preset = findOutsideView(m_catalogue, view.preset);
        if (preset)
            return format::text(preset->title);
        const QString figures = tr("m %1, s %2").arg(format::number(view.m, 2), format::number(view.s, 2));
        return view.projects > 0 ? tr("your record of %1, %2").arg(wording::recordBasis(view), figures)
                                 : tr("your own, %1").arg(figures);
    }
    QString operator()(const RiskEvent& event) const
    {
        const QString title = event.title.empty() ? QString() : tr("%1, ").arg(format::text(event.title));
        return tr("%1%2 in %3").arg(title, format::percent(event.p), titleOf(m_catalogue, event.phase));
    }
    QString operator()(RiskStatus status) const { return wording::riskStatus(status); }
    QString operator()(const RiskResponse& response) const
    {
        const QString title = response.title.empty() ? QString() : tr("%1, ").arg(format::text(response.title));
        return tr("%1%2, then %3").arg(title, format::shownMoney(response.cost), format::percent(response.p));
    }
    QString operator()(PriceKind kind) const { return wording::priceKind(kind); }
    QString operator()(ItemScope scope) const { return wording::itemScope(scope); }
    QString operator()(const std::vector<PaymentPart>& parts) const
    {
        QStringList texts;
        for (const PaymentPart& part : parts)
            texts += tr("%1 %: %2").arg(format::number(part.percent, 2), wording::paymentWhen(m_catalogue, part));
        return texts.isEmpty() ? (*this)(std::monostate()) : texts.join(tr(", "));
    }
    QString operator()(const MonthlyLine& line) const
    {
        const QString amount = format::shownMoney(line.amount);
        return line.to ? tr("%1 a month from %2 to %3")
                             .arg(amount, format::mediumDate(line.from), format::mediumDate(*line.to))
                       : tr("%1 a month from %2").arg(amount, format::mediumDate(line.from));
    }
    QString operator()(const OneOff& line) const
    {
        return tr("%1 on %2").arg(format::shownMoney(line.amount), format::mediumDate(line.date));
    }
    QString operator()(const RateBasis& basis) const
    {
        const QString amount = format::shownMoney(basis.amount);
        switch (basis.kind) {
        case RateKind::employee: return tr("from a salary of %1").arg(amount);
        case RateKind::contractorPerDay: return tr("from %1 a day").arg(amount);
        case RateKind::contractorPerHour: return tr("from %1 an hour").arg(amount);
        }
        return amount;
    }
    QString operator()(const Person& person) const { return personText(person); }
    QString operator()(const Proposal& proposal) const
    {
        const QString state = wording::foundState(proposal.state);
        return proposal.answer == ProposalAnswer::open
                   ? state
                   : tr("%1, %2").arg(state, wording::proposalAnswer(proposal.answer));
    }
    QString operator()(const std::vector<std::string>& list) const
    {
        QStringList texts;
        for (const std::string& entry : list)
            texts += format::text(entry);
        return texts.isEmpty() ? (*this)(std::monostate()) : texts.join(tr(", "));
    }
    QString operator()(const std::vector<DateRange>& ranges) const
    {
        QStringList texts;
        for (const DateRange& range : ranges)
            texts += format::dateRange(range.first, range.last);
        return texts.isEmpty() ? (*this)(std::monostate()) : texts.join(tr(", "));
    }

private:
    const Change& m_change;
    const Catalogue& m_catalogue;
};

QString whatOf(const Change& change, const Catalogue& catalogue)
{
    if (change.subject.empty() && change.field == FieldId::team)
        return tr("Order of the team");
    if (change.subject.empty() && change.field == FieldId::proposals)
        return tr("Proposals");
    return fieldwords::label(change.field, subjectOf(change, catalogue));
}

} // namespace

ChangeWords changeWords(const Change& change, const Catalogue& catalogue)
{
    ChangeWords words;
    words.group = fieldwords::group(change.field);
    words.scenario = format::text(change.scenario);
    words.what = whatOf(change, catalogue);
    const ValueWords valueWords(change, catalogue);
    words.before = std::visit(valueWords, change.before);
    words.after = std::visit(valueWords, change.after);
    const bool tellsHow = change.field != FieldId::scenarios && change.field != FieldId::proposals;
    if (!tellsHow && change.before == change.after)
        words.after = tr("changed");
    return words;
}

QString groupTitle(ChangeGroup group)
{
    switch (group) {
    case ChangeGroup::Items: return tr("Checklist");
    case ChangeGroup::Estimates: return tr("Estimates");
    case ChangeGroup::Product: return tr("Product");
    case ChangeGroup::Team: return tr("Team");
    case ChangeGroup::Risks: return tr("Risks");
    case ChangeGroup::Dates: return tr("Dates");
    case ChangeGroup::Money: return tr("Money");
    case ChangeGroup::Texts: return tr("Names and notes");
    case ChangeGroup::Settings: return tr("Settings and scenarios");
    }
    return {};
}

QString changeLine(const ChangeWords& words)
{
    const QString line = tr("%1: %2 → %3").arg(words.what, words.before, words.after);
    return words.scenario.isEmpty() ? line : tr("%1 (scenario %2)").arg(line, words.scenario);
}

std::vector<ChangeWords> catalogueChangeWords(const std::vector<CatalogueDifference>& changes, const Catalogue& before,
                                              const Catalogue& after)
{
    std::vector<ChangeWords> all;
    for (const CatalogueDifference& change : changes) {
        wording::CatalogueDifferenceWords words = wording::catalogueDifference(change, before, after);
        all.push_back({ChangeGroup::Settings, {}, words.what, words.before, words.after});
    }
    return all;
}

QString changesSummary(const std::vector<ChangeWords>& changes)
{
    if (changes.empty())
        return tr("no change");
    const QString first = changeLine(changes.front());
    return changes.size() == 1 ? first : tr("%1, and %2 more").arg(first).arg(changes.size() - 1);
}

QString changesSummary(const std::vector<Change>& changes, const Catalogue& catalogue)
{
    std::vector<ChangeWords> all;
    for (const Change& change : changes)
        all.push_back(changeWords(change, catalogue));
    return changesSummary(all);
}

} // namespace trestle
