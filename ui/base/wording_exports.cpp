#include "ui/base/wording_exports.h"

#include "data/exchange/clean_text.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"

#include <utility>

namespace trestle::wording {

namespace {

QString exportEntry(ExportContent content)
{
    switch (content) {
    case ExportContent::report: return tr("Report as %1…");
    case ExportContent::chart: return tr("Gantt chart as %1…");
    case ExportContent::table: return tr("Table as %1…");
    case ExportContent::slides: return tr("Slides for %1…");
    case ExportContent::workbook: return tr("Workbook for %1…");
    case ExportContent::plan: return tr("Plan as %1…");
    case ExportContent::cashFlow: return tr("Cash flow as %1…");
    case ExportContent::people: return tr("People by week as %1…");
    case ExportContent::page: return tr("Web page as %1…");
    case ExportContent::tickets: return tr("Tickets for %1…");
    case ExportContent::dates: return tr("Dates as %1…");
    case ExportContent::proposal: return tr("Proposal as %1…");
    case ExportContent::changeOrder: return tr("Change order as %1 since");
    case ExportContent::tasks: return tr("Tasks as %1…");
    }
    return {};
}

/// Marks the first letter of the entry's name, else of the whole entry, that is not taken yet.
QString withKey(QString entry, const QString& name, QString& taken)
{
    const auto mark = [&](qsizetype from, qsizetype to) {
        for (qsizetype at = from; at < to; ++at) {
            if (!entry[at].isLetter() || taken.contains(entry[at], Qt::CaseInsensitive))
                continue;
            taken += entry[at];
            entry.insert(at, u'&');
            return true;
        }
        return false;
    };
    const qsizetype start = entry.lastIndexOf(name);
    if (!mark(start, start + name.size()))
        mark(0, entry.size());
    return entry;
}

} // namespace

QStringList exportEntries(std::span<const ExportFormat* const> formats, QString taken)
{
    QStringList entries;
    for (const ExportFormat* format : formats) {
        const QString name = QString::fromUtf8(format->name);
        entries << withKey(exportEntry(format->content).arg(name), name, taken);
    }
    return entries;
}

QString exportTitle(const ExportFormat& format)
{
    if (format.takesChart)
        return tr("Chart as %1").arg(QString::fromUtf8(format.name));
    QString title = exportEntry(format.content).arg(QString::fromUtf8(format.name));
    return title.remove(u'…');
}

QString exportGroup(ExportContent content)
{
    switch (content) {
    case ExportContent::report:
    case ExportContent::proposal:
    case ExportContent::changeOrder:
    case ExportContent::slides:
    case ExportContent::page: return tr("Documents");
    case ExportContent::chart: return tr("Pictures");
    case ExportContent::workbook:
    case ExportContent::table:
    case ExportContent::cashFlow:
    case ExportContent::people: return tr("Tables");
    case ExportContent::tickets:
    case ExportContent::dates: return tr("Tickets and dates");
    case ExportContent::tasks:
    case ExportContent::plan: return tr("Plans");
    }
    return {};
}

QString packTitle(Audience audience)
{
    switch (audience) {
    case Audience::internal: return tr("Everything for your team, as a folder");
    case Audience::client: return tr("Everything for the client, as a folder");
    case Audience::investor: return tr("Everything for investors, as a folder");
    }
    return {};
}

QString audience(Audience audience)
{
    switch (audience) {
    case Audience::internal: return tr("Your team");
    case Audience::client: return tr("The client");
    case Audience::investor: return tr("Investors");
    }
    return {};
}

QString audienceLine(Audience audience)
{
    switch (audience) {
    case Audience::internal: return tr("Everything, with rates, margins and private notes.");
    case Audience::client: return tr("Scope, dates and price. No costs, rates, margins, chances or private notes.");
    case Audience::investor:
        return tr("Costs, dates, risks and sources. No rates of people, margins or private notes.");
    }
    return {};
}

QString reportPart(ReportPart part)
{
    switch (part) {
    case ReportPart::summary: return tr("Summary");
    case ReportPart::progress: return tr("Progress");
    case ReportPart::plan: return tr("Plan");
    case ReportPart::money: return tr("Money");
    case ReportPart::risk: return tr("Risk");
    case ReportPart::scenarios: return tr("Scenarios");
    case ReportPart::changes: return tr("What changed");
    case ReportPart::sources: return tr("Sources");
    }
    return {};
}

QString paperSize(PaperSize paper)
{
    switch (paper) {
    case PaperSize::a4: return tr("A4");
    case PaperSize::a3: return tr("A3");
    case PaperSize::letter: return tr("Letter");
    }
    return {};
}

QString chart(ChartKind chart)
{
    switch (chart) {
    case ChartKind::plan: return tr("Gantt chart of the phases");
    case ChartKind::items: return tr("Gantt chart of the items");
    case ChartKind::finish: return tr("How sure the finish is");
    case ChartKind::cost: return tr("Cost by month");
    case ChartKind::cash: return tr("Cash by month");
    case ChartKind::margin: return tr("What the price leaves");
    }
    return {};
}

QString fileAddition(Audience audience)
{
    switch (audience) {
    case Audience::internal: return {};
    case Audience::client: return tr(" for the client");
    case Audience::investor: return tr(" for investors");
    }
    return {};
}

QString fileFilter(const ExportFormat& format)
{
    return tr("%1 (*.%2)").arg(QString::fromUtf8(format.name), QString::fromUtf8(format.ending));
}

QString loss(const Loss& loss)
{
    const QString count = format::number(static_cast<double>(loss.count), 0);
    switch (loss.kind) {
    case LossKind::rounded: return tr("effort and weeks are rounded to %1 decimals").arg(count);
    case LossKind::guarded: return tr("%1 texts that look like formulas begin with an apostrophe").arg(count);
    case LossKind::characters: return tr("%1 characters that are no text became �").arg(count);
    case LossKind::items: return tr("%1 items with their people and costs are left out").arg(count);
    case LossKind::links: return tr("%1 links are left out").arg(count);
    case LossKind::teamDates: return tr("leave, first days and skills are left out");
    case LossKind::rates: return tr("allocations and weekly rates are left out");
    case LossKind::goals: return tr("target and budget are left out");
    case LossKind::profile: return tr("the answers on the product are left out");
    case LossKind::estimates: return tr("which estimates are your own is left out");
    case LossKind::settings: return tr("settings such as the order and the confidence are left out");
    case LossKind::daysOff: return tr("%1 days off are left out").arg(count);
    case LossKind::price: return tr("price, cash and what is offered apart are left out");
    case LossKind::chances: return tr("the simulation is left out");
    case LossKind::notes: return tr("notes on the plan and on phases are left out");
    case LossKind::skills: return tr("skills are left out");
    case LossKind::notNeeded: return tr("%1 items that are not needed are left out").arg(count);
    case LossKind::partly: return tr("%1 items partly in place are told by the work that is left").arg(count);
    case LossKind::finishLinks:
        return tr("%1 links to a phase's finish go to its last item, or are left out where they would move it")
            .arg(count);
    case LossKind::shortened: return tr("%1 names and texts are cut to the longest that it takes").arg(count);
    case LossKind::glyphs:
        return tr("boxes or gaps stand for %1 characters that no font here has (%2)")
            .arg(count, QString::fromStdString(characterNames(loss.characters)));
    case LossKind::evidence: return tr("where ticks come from is left out, and proposals");
    case LossKind::renamed: return tr("%1 people's names are changed to what it takes").arg(count);
    }
    return {};
}

QString losses(const std::vector<Loss>& losses)
{
    QStringList words;
    for (const Loss& one : losses)
        words << loss(one);
    return words.join(QStringLiteral("; "));
}

QString losses(const Pack& pack)
{
    QStringList words;
    for (const PackFile& file : pack.files)
        if (const QString lost = losses(file.exported.losses); !lost.isEmpty())
            words << tr("%1: %2").arg(format::raw(file.name), lost);
    return words.join(u'\n');
}

} // namespace trestle::wording
