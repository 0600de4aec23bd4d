#include "tests/data/support/imported_plans.h"

#include <QStringList>

namespace trestle::test {

Result<ImportedPlan> importPlan(const std::string& path)
{
    const auto file = readImportFile(path, path);
    if (!file)
        return std::unexpected(file.error());
    const TaskTable* const table = file->table();
    return planOfImport(*file, table ? guessMapping(*table) : TableMapping{}, {});
}

Losses lossesOf(const ImportedPlan& imported)
{
    Losses losses;
    for (const ImportLoss& loss : imported.losses)
        losses[loss.kind] = loss.count;
    return losses;
}

Plan planOf(const ImportedPlan& imported)
{
    auto plan = makePlan(imported.document.catalogue.catalogue, imported.document.project.base);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    return std::move(*plan);
}

QString outlineWords(const Plan& plan)
{
    QStringList phases;
    for (const PhasePlan& phase : plan.phases) {
        QStringList items;
        for (std::size_t i = phase.firstItem; i < phase.firstItem + phase.itemCount; ++i)
            items += QString::fromStdString(plan.items[i].title) + ' ' + QString::number(plan.items[i].effort.likely);
        phases += QString::fromStdString(phase.title) + ": " + items.join(", ");
    }
    return phases.join("; ");
}

QString linkWords(const Plan& plan)
{
    const std::map<LinkType, QString> types{{LinkType::finishToStart, "FS"},
                                            {LinkType::startToStart, "SS"},
                                            {LinkType::finishToFinish, "FF"},
                                            {LinkType::startToFinish, "SF"}};
    QStringList links;
    for (const LinkPlan& link : plan.links)
        links += QString("%1 %2 %3 %4")
                     .arg(QString::fromStdString(link.from), types.at(link.type), QString::fromStdString(link.to),
                          QString::number(link.lag));
    return links.join("; ");
}

QString teamWords(const ImportedPlan& imported)
{
    QStringList team;
    for (const Person& person : imported.document.project.base.team)
        team += QString("%1 %2 %3")
                    .arg(QString::fromStdString(person.name), QString::number(person.allocation),
                         QString::number(person.weeklyRate.inDollars()));
    return team.join(", ");
}

} // namespace trestle::test
