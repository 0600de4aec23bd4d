#include "ui/history/change_words.h"

#include "ui/format.h"
#include "ui/tr.h"
#include "ui/wording.h"

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
    const auto condition = std::ranges::find(catalogue.conditions, id, &Condition::id);
    return format::text(condition == catalogue.conditions.end() ? id : condition->title);
}

QString scaleTitle(const Catalogue& catalogue, const std::string& id)
{
    const ScaleStep* scale = findScale(catalogue, id);
    return format::text(scale ? scale->title : id);
}

QString personText(const Person& person)
{
    return tr("%1, %2 a week").arg(format::fte(person.allocation), format::shownMoney(person.weeklyRate));
}

/// One line of a note, short enough for a table.
QString shortText(const std::string& utf8)
{
    constexpr qsizetype kLongest = 160;
    const QString text = format::raw(utf8).simplified();
    return quoted(format::isolated(text.size() > kLongest ? text.left(kLongest - 1) + u'…' : text));
}

struct Kind {
    ChangeGroup group;
    const char* what; ///< %1: the subject
    const char* none; ///< where one side is absent
};

Kind kindOf(ChangeKind kind)
{
    using G = ChangeGroup;
    switch (kind) {
    case ChangeKind::name: return {G::Texts, QT_TRANSLATE_NOOP("Trestle", "Name of the plan"), ""};
    case ChangeKind::client:
        return {G::Texts, QT_TRANSLATE_NOOP("Trestle", "Client"), QT_TRANSLATE_NOOP("Trestle", "none")};
    case ChangeKind::notes:
        return {G::Texts, QT_TRANSLATE_NOOP("Trestle", "Notes on the plan"), QT_TRANSLATE_NOOP("Trestle", "none")};
    case ChangeKind::start: return {G::Dates, QT_TRANSLATE_NOOP("Trestle", "Start"), ""};
    case ChangeKind::asOf:
        return {G::Dates, QT_TRANSLATE_NOOP("Trestle", "Replanned from"), QT_TRANSLATE_NOOP("Trestle", "the start")};
    case ChangeKind::targetDate:
        return {G::Dates, QT_TRANSLATE_NOOP("Trestle", "Target date"), QT_TRANSLATE_NOOP("Trestle", "none")};
    case ChangeKind::budget:
        return {G::Money, QT_TRANSLATE_NOOP("Trestle", "Budget"), QT_TRANSLATE_NOOP("Trestle", "none")};
    case ChangeKind::itemState: return {G::Items, "%1", ""};
    case ChangeKind::itemOwner:
        return {G::Items, QT_TRANSLATE_NOOP("Trestle", "Owner of %1"), QT_TRANSLATE_NOOP("Trestle", "none")};
    case ChangeKind::itemNote:
        return {G::Items, QT_TRANSLATE_NOOP("Trestle", "Note on %1"), QT_TRANSLATE_NOOP("Trestle", "none")};
    case ChangeKind::estimate:
        return {G::Estimates, QT_TRANSLATE_NOOP("Trestle", "Estimate of %1"),
                QT_TRANSLATE_NOOP("Trestle", "the catalogue’s")};
    case ChangeKind::estimateNote:
        return {G::Estimates, QT_TRANSLATE_NOOP("Trestle", "Reason for the estimate of %1"),
                QT_TRANSLATE_NOOP("Trestle", "none")};
    case ChangeKind::phaseNote:
        return {G::Items, QT_TRANSLATE_NOOP("Trestle", "Note on %1"), QT_TRANSLATE_NOOP("Trestle", "none")};
    case ChangeKind::condition: return {G::Product, "%1", ""};
    case ChangeKind::scale: return {G::Product, QT_TRANSLATE_NOOP("Trestle", "Expected users"), ""};
    case ChangeKind::validated:
        return {G::Product, QT_TRANSLATE_NOOP("Trestle", "Validated with users"),
                QT_TRANSLATE_NOOP("Trestle", "no answer yet")};
    case ChangeKind::maintainer: return {G::Product, QT_TRANSLATE_NOOP("Trestle", "Who maintains it"), ""};
    case ChangeKind::person: return {G::Team, "%1", QT_TRANSLATE_NOOP("Trestle", "not on the team")};
    case ChangeKind::personName: return {G::Team, QT_TRANSLATE_NOOP("Trestle", "Name of %1"), ""};
    case ChangeKind::allocation: return {G::Team, QT_TRANSLATE_NOOP("Trestle", "Allocation of %1"), ""};
    case ChangeKind::rate: return {G::Team, QT_TRANSLATE_NOOP("Trestle", "Weekly rate of %1"), ""};
    case ChangeKind::skills:
        return {G::Team, QT_TRANSLATE_NOOP("Trestle", "Skills of %1"), QT_TRANSLATE_NOOP("Trestle", "any")};
    case ChangeKind::firstDay:
        return {G::Team, QT_TRANSLATE_NOOP("Trestle", "First day of %1"), QT_TRANSLATE_NOOP("Trestle", "the start")};
    case ChangeKind::leave:
        return {G::Team, QT_TRANSLATE_NOOP("Trestle", "Leave of %1"), QT_TRANSLATE_NOOP("Trestle", "none")};
    case ChangeKind::teamOrder: return {G::Team, QT_TRANSLATE_NOOP("Trestle", "Order of the team"), ""};
    case ChangeKind::dayOff:
        return {G::Dates, QT_TRANSLATE_NOOP("Trestle", "Day off %1"), QT_TRANSLATE_NOOP("Trestle", "a working day")};
    case ChangeKind::costMode: return {G::Money, QT_TRANSLATE_NOOP("Trestle", "Cost of people"), ""};
    case ChangeKind::order: return {G::Settings, QT_TRANSLATE_NOOP("Trestle", "Order of the work"), ""};
    case ChangeKind::monthsAfterLaunch:
        return {G::Money, QT_TRANSLATE_NOOP("Trestle", "Running costs after launch"), ""};
    case ChangeKind::correlation: return {G::Settings, QT_TRANSLATE_NOOP("Trestle", "Correlation of phases"), ""};
    case ChangeKind::confidence: return {G::Settings, QT_TRANSLATE_NOOP("Trestle", "Confidence of the headline"), ""};
    case ChangeKind::gst: return {G::Money, QT_TRANSLATE_NOOP("Trestle", "Shown as a price with GST"), ""};
    case ChangeKind::scenario:
        return {G::Settings, QT_TRANSLATE_NOOP("Trestle", "Scenario “%1”"), QT_TRANSLATE_NOOP("Trestle", "not there")};
    }
    return {G::Texts, "%1", ""};
}

QString subjectOf(const Change& change, const Catalogue& catalogue)
{
    switch (change.kind) {
    case ChangeKind::itemState:
    case ChangeKind::itemOwner:
    case ChangeKind::itemNote:
    case ChangeKind::estimate:
    case ChangeKind::estimateNote:
    case ChangeKind::phaseNote:
    case ChangeKind::condition: return titleOf(catalogue, change.subject);
    case ChangeKind::dayOff: {
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
        if (m_change.kind == ChangeKind::scale)
            return scaleTitle(m_catalogue, {});
        const char* none = kindOf(m_change.kind).none;
        return *none == '\0' ? tr("empty") : tr(none);
    }
    QString operator()(bool yes) const
    {
        if (m_change.kind == ChangeKind::scenario)
            return yes ? tr("there") : tr("not there");
        return yes ? tr("yes") : tr("no");
    }
    QString operator()(int number) const
    {
        if (m_change.kind == ChangeKind::confidence)
            return format::percent(number / 100.0);
        return (number == 1 ? tr("%1 month") : tr("%1 months")).arg(number);
    }
    QString operator()(double number) const
    {
        return m_change.kind == ChangeKind::allocation ? format::fte(number) : format::number(number, 2);
    }
    QString operator()(const std::string& text) const
    {
        switch (m_change.kind) {
        case ChangeKind::scale: return scaleTitle(m_catalogue, text);
        case ChangeKind::dayOff: return text.empty() ? tr("day off") : quoted(format::text(text));
        case ChangeKind::personName:
        case ChangeKind::itemOwner: return format::text(text);
        default: return shortText(text);
        }
    }
    QString operator()(Date date) const { return format::mediumDate(date); }
    QString operator()(Money amount) const { return format::shownMoney(amount); }
    QString operator()(const ThreePoint& effort) const
    {
        return tr("%1, likely %2").arg(format::personWeeks(effort.low, effort.high), format::effort(effort.likely));
    }
    QString operator()(ItemState state) const { return wording::itemState(state); }
    QString operator()(Maintainer maintainer) const { return wording::maintainer(maintainer); }
    QString operator()(CostMode mode) const
    {
        return mode == CostMode::worked ? tr("what they work") : tr("first day to finish");
    }
    QString operator()(OrderKind order) const
    {
        return order == OrderKind::catalogue ? tr("the catalogue’s") : tr("optimised");
    }
    QString operator()(GstBasis gst) const { return gst == GstBasis::price ? tr("yes") : tr("no"); }
    QString operator()(const Person& person) const { return personText(person); }
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

} // namespace

ChangeWords changeWords(const Change& change, const Catalogue& catalogue)
{
    const Kind kind = kindOf(change.kind);
    ChangeWords words;
    words.group = kind.group;
    words.scenario = format::text(change.scenario);
    words.what = tr(kind.what);
    if (words.what.contains(QStringLiteral("%1")))
        words.what = words.what.arg(subjectOf(change, catalogue));
    const ValueWords valueWords(change, catalogue);
    words.before = std::visit(valueWords, change.before);
    words.after = std::visit(valueWords, change.after);
    if (change.kind == ChangeKind::scenario && change.before == change.after)
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

QString changesSummary(const std::vector<Change>& changes, const Catalogue& catalogue)
{
    if (changes.empty())
        return tr("no change");
    const QString first = changeLine(changeWords(changes.front(), catalogue));
    return changes.size() == 1 ? first : tr("%1, and %2 more").arg(first).arg(changes.size() - 1);
}

} // namespace trestle
