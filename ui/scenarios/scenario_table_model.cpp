#include "ui/scenarios/scenario_table_model.h"

#include "models/scenarios.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/scenarios/scenario_words.h"

#include <cmath>
#include <cstdlib>

namespace trestle {

namespace {

constexpr PersonWeeks kLeastEffort = 0.05; // less reads as nothing

} // namespace

ScenarioTableModel::ScenarioTableModel(ScenarioComparison& comparison, QObject* parent)
    : QAbstractTableModel(parent), m_comparison(comparison)
{
    connect(&comparison, &ScenarioComparison::plansChanged, this, &ScenarioTableModel::takePlans);
    connect(&comparison, &ScenarioComparison::riskChanged, this, &ScenarioTableModel::takeRisk);
    takePlans();
}

int ScenarioTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : RowCount;
}

int ScenarioTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_figures.size());
}

QString ScenarioTableModel::scenario(int column) const
{
    return m_comparison.columns()[static_cast<std::size_t>(column)].scenario;
}

void ScenarioTableModel::takePlans()
{
    const std::vector<ScenarioComparison::Column>& columns = m_comparison.columns();
    const bool sameShape = m_figures.size() == columns.size();
    if (!sameShape)
        beginResetModel();
    m_figures.assign(columns.size(), {});
    for (std::size_t column = 0; column < columns.size(); ++column)
        fill(column);
    if (!sameShape) {
        endResetModel();
    } else if (!columns.empty()) {
        const int last = columnCount() - 1;
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, last);
        Q_EMIT dataChanged(index(0, 0), index(RowCount - 1, last));
    }
}

void ScenarioTableModel::takeRisk(int column)
{
    // The base's figures stand in the differences of all, and it is the first to be filled.
    const int first = column;
    const int last = column == 0 ? columnCount() - 1 : column;
    for (int i = first; i <= last; ++i)
        fill(static_cast<std::size_t>(i));
    Q_EMIT dataChanged(index(0, first), index(RowCount - 1, last));
}

void ScenarioTableModel::fill(std::size_t column)
{
    const ScenarioComparison::Column& source = m_comparison.columns()[column];
    Figures& figures = m_figures[column];
    figures.cells.assign(RowCount, {});
    figures.of.reset();
    if (source.risk)
        figures.of = versionFigures(source.plan, *source.risk, source.plan.inputs.confidence);
    const Plan& base = m_comparison.columns().front().plan;
    for (int row = 0; row < RowCount; ++row) {
        Cell& cell = figures.cells[static_cast<std::size_t>(row)];
        if (source.error)
            cell = {tr("not possible"), row == 0 ? wording::error(*source.error) : QString()};
        else if (row == Sure || row == SureCost || row == Chance)
            cell = simulated(static_cast<Row>(row), column);
        else
            cell = certain(static_cast<Row>(row), source.plan, base, column == 0);
    }
}

ScenarioTableModel::Cell ScenarioTableModel::simulated(Row row, std::size_t column) const
{
    const std::optional<VersionFigures>& own = m_figures[column].of;
    if (row == Chance && !own) {
        const Inputs& inputs = m_comparison.columns()[column].plan.inputs;
        if (!inputs.targetDate && !inputs.budget)
            return {tr("no target"), {}};
    }
    if (!own)
        return {QStringLiteral("…"), tr("being worked out"), true};
    const std::optional<VersionFigures>& base = m_figures.front().of;
    const bool compare = column > 0 && base;
    switch (row) {
    case Sure:
        return {format::mediumDate(own->sureDate),
                compare ? scenariowords::later(base->sureDate, own->sureDate) : format::weeks(own->sureFinish)};
    case SureCost:
        return {format::promise(own->sureTotal),
                compare ? scenariowords::dearer(base->sureTotal, own->sureTotal, MoneyFrom::runs) : QString()};
    default: break;
    }
    if (!own->targetChance)
        return {tr("no target"), {}};
    return {format::chance(*own->targetChance),
            compare && base->targetChance ? scenariowords::points(pointsMore(*base->targetChance, *own->targetChance))
                                          : QString()};
}

ScenarioTableModel::Cell ScenarioTableModel::certain(Row row, const Plan& plan, const Plan& base, bool isBase) const
{
    switch (row) {
    case Likely:
        return {format::mediumDate(plan.finishDate.likely),
                isBase ? format::weeks(plan.finish.likely)
                       : scenariowords::later(base.finishDate.likely, plan.finishDate.likely)};
    case LikelyCost:
        return {format::shownMoney(plan.shown.total.likely),
                isBase ? QString() : scenariowords::dearer(base.total.likely, plan.total.likely, MoneyFrom::plan)};
    case Readiness: {
        const std::optional<double>& own = plan.readiness.fraction;
        const std::optional<double>& theirs = base.readiness.fraction;
        return {format::percentIfAny(own),
                isBase || !own || !theirs ? QString() : scenariowords::points(pointsMore({*theirs}, {*own}))};
    }
    case Work: {
        const double more = plan.effort.likely - base.effort.likely;
        const QString size = format::effort(std::abs(more));
        return {format::personWeeks(plan.effort.likely, plan.effort.likely), isBase ? QString()
                                                                             : std::abs(more) < kLeastEffort
                                                                                 ? tr("the same")
                                                                             : more < 0 ? tr("%1 less").arg(size)
                                                                                        : tr("%1 more").arg(size)};
    }
    case Team: {
        const auto people = static_cast<int>(plan.people.size());
        return {format::fte(fullTimeEquivalents(plan.inputs.team)),
                people == 1 ? tr("1 person") : tr("%1 people").arg(people)};
    }
    case Start:
        return {format::mediumDate(plan.startDate),
                isBase ? QString() : scenariowords::later(base.startDate, plan.startDate)};
    default: break;
    }
    return {};
}

QVariant ScenarioTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto column = static_cast<std::size_t>(index.column());
    const Cell& cell = m_figures[column].cells[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return cell.text;
    case DetailRole: return cell.detail;
    case PendingRole: return cell.pending;
    case OpenRole: return m_comparison.columns()[column].open;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString text = QStringLiteral("%1, %2: %3")
                                 .arg(scenariowords::name(scenario(index.column())),
                                      headerData(index.row(), Qt::Vertical).toString(), cell.text);
        return cell.detail.isEmpty() ? text : QStringLiteral("%1, %2").arg(text, cell.detail);
    }
    case Qt::TextAlignmentRole: return int{Qt::AlignLeft | Qt::AlignVCenter};
    default: return {};
    }
}

QVariant ScenarioTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal) {
        if (section < 0 || section >= columnCount())
            return {};
        if (role == Qt::TextAlignmentRole)
            return int{Qt::AlignLeft | Qt::AlignVCenter};
        if (role == OpenRole)
            return m_comparison.columns()[static_cast<std::size_t>(section)].open;
        if (role == Qt::ToolTipRole || role == Qt::DisplayRole)
            return scenariowords::name(scenario(section));
        return {};
    }
    if (role != Qt::DisplayRole)
        return role == Qt::TextAlignmentRole ? QVariant(int{Qt::AlignLeft | Qt::AlignVCenter}) : QVariant();
    const int confidence = m_figures.empty() ? 80 : m_comparison.columns().front().plan.inputs.confidence;
    switch (section) {
    case Sure: return tr("%1 sure by").arg(format::wholePercent(confidence));
    case SureCost: return tr("%1 sure within").arg(format::wholePercent(confidence));
    case Chance: return tr("Chance of the target");
    case Likely: return tr("Likely finish");
    case LikelyCost: return tr("Likely cost");
    case Readiness: return tr("Readiness");
    case Work: return tr("Work left, likely");
    case Team: return tr("Team");
    case Start: return tr("Start");
    default: return {};
    }
}

QString ScenarioTableModel::sentence(int column) const
{
    if (column <= 0 || column >= columnCount())
        return {};
    const std::optional<VersionFigures>& base = m_figures.front().of;
    const std::optional<VersionFigures>& own = m_figures[static_cast<std::size_t>(column)].of;
    if (!base || !own)
        return {};
    const QString later = scenariowords::later(base->sureDate, own->sureDate);
    const QString dearer = scenariowords::dearer(base->sureTotal, own->sureTotal, MoneyFrom::runs);
    const bool chances = base->targetChance && own->targetChance;
    const QString before = chances ? format::chance(*base->targetChance) : QString();
    const QString after = chances ? format::chance(*own->targetChance) : QString();
    if (later == scenariowords::later(base->sureDate, base->sureDate) &&
        dearer == scenariowords::dearer(base->sureTotal, base->sureTotal, MoneyFrom::runs) && before == after)
        return tr("%1: no different from the base yet.").arg(scenario(column));
    const int confidence = m_comparison.columns().front().plan.inputs.confidence;
    QString text = tr("%1 against the base, %2 sure: %3, %4")
                       .arg(scenario(column), format::wholePercent(confidence), later, dearer);
    if (before != after)
        text += tr("; chance of the target %1 instead of %2").arg(after, before);
    text += u'.';
    return text;
}

} // namespace trestle
