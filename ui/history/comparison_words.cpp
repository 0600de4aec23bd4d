#include "ui/history/comparison_words.h"

#include "ui/base/format_difference.h"
#include "ui/base/format_time.h"
#include "ui/base/tr.h"
#include "ui/theme/theme.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

namespace trestle {

namespace {

/// Weeks that read as 0 are none.
bool isNone(double weeks)
{
    return std::abs(weeks) < 0.05;
}

QString weeksApart(double weeks)
{
    if (isNone(weeks))
        return tr("same");
    return weeks > 0 ? tr("%1 later").arg(format::weeks(weeks)) : tr("%1 earlier").arg(format::weeks(-weeks));
}

QString moneyApart(Money amount, MoneyFrom from)
{
    const QString size = format::sizeOf(amount, from);
    if (size.isEmpty())
        return tr("same");
    return (amount > Money() ? tr("%1 more") : tr("%1 less")).arg(size);
}

QString pointsApart(int points)
{
    if (points == 0)
        return tr("same");
    return (points > 0 ? tr("%1 points up") : tr("%1 points down")).arg(std::abs(points));
}

QString effortApart(PersonWeeks effort)
{
    if (std::abs(effort) < 0.05)
        return tr("same");
    const QString size = format::personWeeks(std::abs(effort), std::abs(effort));
    return effort > 0 ? tr("%1 more").arg(size) : tr("%1 less").arg(size);
}

QString finishText(Weeks weeks, Date date)
{
    return tr("%1 (%2)").arg(format::mediumDate(date), format::weeks(weeks));
}

std::vector<ComparedFigure> figuresOf(const VersionComparison& comparison)
{
    const VersionFigures& a = comparison.before;
    const VersionFigures& b = comparison.after;
    const QString sure = format::wholePercent(comparison.confidence);
    std::vector<ComparedFigure> figures{{tr("Finish, %1 sure").arg(sure), finishText(a.sureFinish, a.sureDate),
                                         finishText(b.sureFinish, b.sureDate), weeksApart(b.sureFinish - a.sureFinish)},
                                        {tr("Cost, %1 sure").arg(sure), format::promise(a.sureTotal),
                                         format::promise(b.sureTotal),
                                         moneyApart(b.sureTotal - a.sureTotal, MoneyFrom::runs)}};
    const auto add = [&](const QString& finish, const QString& cost, Case which) {
        figures.push_back({finish, finishText(a.finish.at(which), a.finishDate.at(which)),
                           finishText(b.finish.at(which), b.finishDate.at(which)),
                           weeksApart(b.finish.at(which) - a.finish.at(which))});
        figures.push_back({cost, format::money(a.total.at(which)), format::money(b.total.at(which)),
                           moneyApart(b.total.at(which) - a.total.at(which), MoneyFrom::plan)});
    };
    add(tr("Finish, likely"), tr("Cost, likely"), Case::likely);
    add(tr("Finish, low"), tr("Cost, low"), Case::low);
    add(tr("Finish, high"), tr("Cost, high"), Case::high);
    figures.push_back({tr("Work left, likely"), format::personWeeks(a.effort, a.effort),
                       format::personWeeks(b.effort, b.effort), effortApart(b.effort - a.effort)});
    figures.push_back(
        {tr("Readiness"), format::percentIfAny(a.readiness), format::percentIfAny(b.readiness),
         a.readiness && b.readiness ? pointsApart(pointsMore({*a.readiness}, {*b.readiness})) : QString()});
    if (a.targetChance || b.targetChance) {
        const auto chance = [](const std::optional<Chance>& value) {
            return value ? format::chance(*value) : tr("no target");
        };
        figures.push_back(
            {tr("Chance of the target"), chance(a.targetChance), chance(b.targetChance),
             a.targetChance && b.targetChance ? pointsApart(pointsMore(*a.targetChance, *b.targetChance)) : QString()});
    }
    return figures;
}

QString summaryOf(const VersionComparison& comparison)
{
    const double weeks = comparison.after.sureFinish - comparison.before.sureFinish;
    const QString dollars = moneyApart(comparison.after.sureTotal - comparison.before.sureTotal, MoneyFrom::runs);
    const bool sameCost = dollars == tr("same");
    const QString sure = format::wholePercent(comparison.confidence);
    if (comparison.changes.empty() && comparison.catalogueChanges.empty())
        return tr("Nothing that the plan is made from differs.");
    if (isNone(weeks) && sameCost)
        return tr("Finish and cost at %1 stay what they were.").arg(sure);
    const QString cost = sameCost ? tr("costs the same") : tr("costs %1").arg(dollars);
    const QString finish = isNone(weeks) ? tr("finishes at the same time") : tr("finishes %1").arg(weeksApart(weeks));
    return tr("At %1, the plan %2 and %3.").arg(sure, finish, cost);
}

std::vector<ChangeSection> sectionsOf(const std::vector<Change>& changes, const Catalogue& catalogue)
{
    // The base's groups first, then each scenario's in the order given.
    std::vector<ChangeSection> sections;
    std::map<ChangeGroup, std::vector<ChangeWords>> groups;
    for (const Change& change : changes) {
        ChangeWords words = changeWords(change, catalogue);
        if (words.scenario.isEmpty()) {
            groups[words.group].push_back(std::move(words));
            continue;
        }
        const QString title = tr("Scenario “%1”").arg(words.scenario);
        if (sections.empty() || sections.back().title != title)
            sections.push_back({title, {}});
        sections.back().changes.push_back(std::move(words));
    }
    std::vector<ChangeSection> all;
    for (auto& [group, words] : groups)
        all.push_back({groupTitle(group), std::move(words)});
    std::ranges::move(sections, std::back_inserter(all));
    return all;
}

/// Cells of one row, each with its own style.
QString htmlRow(const QStringList& cells, const QString& style, const QString& firstStyle)
{
    QString row = QStringLiteral("<tr>");
    for (qsizetype i = 0; i < cells.size(); ++i)
        row += QStringLiteral("<td style=\"%1\">%2</td>").arg(i == 0 ? firstStyle : style, cells[i].toHtmlEscaped());
    return row + QStringLiteral("</tr>");
}

} // namespace

VersionName versionName(const Revision& version)
{
    const QString time = format::dateTime(version.at);
    if (version.tag.empty())
        return {time, time};
    const QString tag = tr("“%1”").arg(format::text(version.tag));
    return {tr("%1, %2").arg(tag, time), tag};
}

VersionName nameOfNow(Date today)
{
    return {tr("Now, %1").arg(format::mediumDate(today)), tr("now")};
}

ComparisonWords comparisonWords(const VersionComparison& comparison, const Catalogue& catalogue, const Inputs& newer,
                                const VersionName& before, const VersionName& after)
{
    ComparisonWords words;
    const QString name = format::text(newer.name);
    words.plan = newer.client.empty() ? name : tr("%1 · %2").arg(name, format::text(newer.client));
    words.title = tr("What changed since %1").arg(before.since);
    words.before = before.name;
    words.after = after.name;
    words.summary = summaryOf(comparison);
    words.figures = figuresOf(comparison);
    words.sections = sectionsOf(comparison.changes, catalogue);
    if (!comparison.catalogueChanges.empty())
        words.sections.push_back({tr("Catalogue"), catalogueChangeWords(comparison.catalogueChanges,
                                                                        *comparison.catalogueBefore, catalogue)});
    return words;
}

QString comparisonText(const ComparisonWords& words)
{
    QStringList lines{words.plan, words.title, words.summary, {}};
    lines += tr("Before: %1").arg(words.before);
    lines += tr("After: %1").arg(words.after);
    lines += QString();
    for (const ComparedFigure& figure : words.figures) {
        const QString line = tr("%1: %2 → %3").arg(figure.caption, figure.before, figure.after);
        lines += figure.difference.isEmpty() ? line : tr("%1 (%2)").arg(line, figure.difference);
    }
    for (const ChangeSection& section : words.sections) {
        lines += QString();
        lines += section.title;
        for (const ChangeWords& change : section.changes)
            lines += tr("- %1: %2 → %3").arg(change.what, change.before, change.after);
    }
    // It leaves the window: names stand in it as they are.
    return format::raw(format::utf8(lines.join(u'\n') + u'\n'));
}

QString comparisonHtml(const ComparisonWords& words, const QPalette& palette, bool whole)
{
    const QString muted = roleColor(Role::TextMuted, palette).name();
    const QString text = roleColor(Role::Text, palette).name();
    const QString line = roleColor(Role::Border, palette).name();
    const QString cell =
        QStringLiteral("padding: 4px 24px 4px 0; border-top: 1px solid %1; color: %2;").arg(line, text);
    const QString first = cell + QStringLiteral(" font-weight: 600;");
    const QString head = QStringLiteral("padding: 4px 24px 4px 0; color: %1;").arg(muted);
    const auto paragraph = [](const QString& style, const QString& content) {
        return QStringLiteral("<p style=\"margin: 0 0 8px 0; %1\">%2</p>").arg(style, content.toHtmlEscaped());
    };
    const auto heading = [&](const QString& content) {
        return QStringLiteral("<h3 style=\"margin: 16px 0 4px 0; color: %1;\">%2</h3>")
            .arg(text, content.toHtmlEscaped());
    };
    const QString table = QStringLiteral("<table cellspacing=\"0\" cellpadding=\"0\" style=\"border-collapse: "
                                         "collapse;\">");
    QString html;
    if (whole) {
        html += QStringLiteral("<h2 style=\"margin: 0 0 4px 0;\">%1</h2>").arg(words.title.toHtmlEscaped());
        html += paragraph(QStringLiteral("color: %1;").arg(muted), words.plan);
    }
    html += paragraph(QStringLiteral("color: %1;").arg(text), words.summary);
    html += table + htmlRow({QString(), words.before, words.after, tr("Difference")}, head, head);
    for (const ComparedFigure& figure : words.figures)
        html += htmlRow({figure.caption, figure.before, figure.after, figure.difference}, cell, first);
    html += QStringLiteral("</table>");
    for (const ChangeSection& section : words.sections) {
        html += heading(section.title) + table;
        for (const ChangeWords& change : section.changes)
            html += htmlRow({change.what, change.before, QStringLiteral("→"), change.after}, cell, first);
        html += QStringLiteral("</table>");
    }
    if (!whole)
        return html;
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"en-AU\"><head><meta charset=\"utf-8\"><title>%1</title></head>"
                          "<body style=\"font-family: Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; "
                          "margin: 32px; color: %2;\">\n%3\n</body></html>\n")
        .arg(words.title.toHtmlEscaped(), text, html);
}

} // namespace trestle
