#include "ui/record/record_words.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/base/wording_record.h"

#include <QStringList>

#include <cmath>

namespace trestle::recordwords {

namespace {

constexpr std::array kPromisedAt{50, 80, 90};

QString countedProjects(int projects)
{
    return projects == 1 ? tr("1 past project") : tr("%1 past projects").arg(format::number(projects, 0));
}

} // namespace

QString headline(const RecordFigures& figures)
{
    if (figures.projects == 0)
        return tr("No past projects yet");
    const RecordRange range = rangeOf(figures);
    return tr("Your projects usually take %1; 8 of 10 end between %2 and %3.")
        .arg(wording::againstPlanned(std::log(range.usual)), wording::longerOrShorter(std::log(range.low)),
             wording::longerOrShorter(std::log(range.high)));
}

QString basis(const RecordFigures& figures)
{
    if (figures.projects == 0)
        return tr("Record how a plan came out once it is finished: how long its work took against what was planned. "
                  "Your next plans can then expect what yours usually do, and you see whether their promises hold. "
                  "No names are kept.");
    return tr("From %1, which took %2 on the whole, and from what other projects tell, which counts like 5 of yours.")
        .arg(countedProjects(figures.projects), wording::againstPlanned(figures.mean));
}

QString promise(std::size_t which)
{
    return wording::sure(kPromisedAt.at(which));
}

QString hits(const HitRate& rate, int projects)
{
    return tr("%1 of %2, %3 should")
        .arg(format::number(rate.hits, 0), format::number(projects, 0), format::number(rate.share * projects, 1));
}

QString verdict(const HitRate& rate, int projects)
{
    if (rate.isRefuted())
        return tr("Too few to be chance: such promises are too tight for your projects.");
    if (!rate.refutedBy)
        return tr("Says nothing yet: that takes %1 projects.").arg(format::number(rate.speaksFrom, 0));
    const QString all = format::number(projects, 0);
    return *rate.refutedBy == 0 ? tr("Says nothing against it: that would take 0 of %1.").arg(all)
                                : tr("Says nothing against it: that would take %1 of %2, or fewer.")
                                      .arg(format::number(*rate.refutedBy, 0), all);
}

QString kept(const RecordedProject& project)
{
    const auto isKept = promisesKept(project);
    QStringList shares;
    for (std::size_t i = 0; i < isKept.size(); ++i)
        if (isKept.at(i))
            shares += format::wholePercent(kPromisedAt.at(i));
    return shares.isEmpty() ? tr("none") : shares.join(tr(", "));
}

QString project(const RecordedProject& project)
{
    return tr("%1: %2; promises kept: %3")
        .arg(format::mediumDate(project.date), wording::againstPlanned(project.y), kept(project));
}

QString description(const Record& record, const RecordFigures& figures)
{
    QStringList sentences{headline(figures)};
    for (const RecordedProject& one : record)
        sentences += project(one) + u'.';
    return sentences.join(u' ');
}

QString table(const Record& record)
{
    const auto row = [](const QStringList& cells) { return cells.join(u'\t') + u'\n'; };
    QString text =
        row({tr("Recorded"), tr("Actual ÷ planned"), tr("Part of the work"), tr("Promises kept"), tr("Catalogue")});
    for (const RecordedProject& one : record)
        text += row({QString::fromStdString(isoDate(one.date)), format::number(std::exp(one.y), 4),
                     format::number(one.weight, 4), kept(one), format::text(one.catalogue)});
    return text;
}

QString whyNothing(const Plan& plan)
{
    if (!plan.inputs.baseline)
        return tr(
            "This plan can be recorded once it has a baseline, what was promised, and finished items with the time "
            "spent on them.");
    if (!recordedProject(plan))
        return tr("This plan can be recorded once items of its baseline are finished, with the time spent on them.");
    return {};
}

QString whatIsKept(const RecordedProject& project)
{
    return tr("Kept are the date %1, the catalogue's id (%2), that %3 of the work took %4, and what the baseline "
              "promised "
              "at 50, 80 and 90 %. No names, no amounts. Record a plan once, when it is finished: each time counts as "
              "a "
              "project.")
        .arg(format::mediumDate(project.date), format::text(project.catalogue), format::percent(project.weight),
             wording::againstPlanned(project.y));
}

} // namespace trestle::recordwords
