#include "ui/base/wording_exports.h"

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
    case ExportContent::plan: return tr("Plan as %1…");
    }
    return {};
}

/// Marks the first letter that is not taken yet.
QString withKey(QString name, QString& taken)
{
    for (qsizetype at = 0; at < name.size(); ++at) {
        if (taken.contains(name[at], Qt::CaseInsensitive))
            continue;
        taken += name[at];
        return name.insert(at, u'&');
    }
    return name;
}

} // namespace

QStringList exportEntries(std::span<const ExportFormat> formats)
{
    QStringList entries;
    QString taken;
    for (const ExportFormat& format : formats)
        entries << exportEntry(format.content).arg(withKey(QString::fromUtf8(format.name), taken));
    return entries;
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

} // namespace trestle::wording
