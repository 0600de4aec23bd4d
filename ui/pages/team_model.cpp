#include "ui/pages/team_model.h"

#include "ui/base/format.h"
#include "ui/base/wording_typed.h"
#include "ui/document/plan_document.h"

#include <algorithm>

namespace trestle {

namespace {

bool isNumber(int column)
{
    return column == TeamModel::Allocation || column == TeamModel::Rate || column == TeamModel::Work ||
           column == TeamModel::Cost;
}

QString skillsOf(const Person& person)
{
    QStringList skills;
    for (const std::string& skill : person.skills)
        skills += format::text(skill);
    return skills.join(QStringLiteral(", "));
}

std::vector<std::string> readSkills(const QString& text)
{
    std::vector<std::string> skills;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        const std::string skill = format::utf8(part.trimmed());
        if (!skill.empty() && std::find(skills.begin(), skills.end(), skill) == skills.end())
            skills.push_back(skill);
    }
    return skills;
}

} // namespace

TeamModel::TeamModel(PlanDocument& document, QObject* parent)
    : QAbstractTableModel(parent), m_document(document), m_rows(static_cast<int>(document.inputs().team.size()))
{
    connect(&document, &PlanDocument::planChanged, this, &TeamModel::follow);
}

const Person& TeamModel::person(int row) const
{
    return m_document.inputs().team[static_cast<std::size_t>(row)];
}

int TeamModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int TeamModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags TeamModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() < Away)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant TeamModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Allocation: return tr("Part of a full week: 1 is full time, 0.5 half");
        case Rate: return tr("For a full-time week, everything included; 0 for a founder's own time");
        case Skills: return tr("Separated by commas; none means able to do anything");
        case Away: return tr("First day and leave");
        case Work: return tr("Weeks on items, in the likely plan");
        case Cost: return tr("In the likely plan, ex GST");
        default: return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Allocation: return tr("FTE");
    case Rate: return tr("AUD a week");
    case Skills: return tr("Skills");
    case Away: return tr("Away");
    case Work: return tr("Weeks at work");
    case Cost: return tr("Cost, AUD");
    default: return {};
    }
}

QString TeamModel::shown(int row, int column) const
{
    const Person& who = person(row);
    const PersonPlan& plan = m_document.plan().people[static_cast<std::size_t>(row)];
    switch (column) {
    case Name: return format::text(who.name);
    case Allocation: return format::number(who.allocation, 2);
    case Rate:
        return who.weeklyRate.cents % 100 == 0 ? format::amount(who.weeklyRate) : format::exactAmount(who.weeklyRate);
    case Skills: return who.skills.empty() ? tr("anything") : skillsOf(who);
    case Away: {
        QStringList parts;
        if (who.firstDay)
            parts += tr("joins %1").arg(format::mediumDate(*who.firstDay));
        for (const DateRange& range : who.leave)
            parts += format::dateRange(range.first, range.last);
        return parts.isEmpty() ? tr("never") : parts.join(QStringLiteral("; "));
    }
    case Work: return format::number(plan.worked.likely, 1);
    case Cost: return format::shownAmount(plan.shownCost.likely);
    default: return {};
    }
}

QString TeamModel::typed(int row, int column) const
{
    const Person& who = person(row);
    switch (column) {
    case Allocation: return format::number(who.allocation, 6);
    case Name: return format::raw(who.name);
    case Skills: return skillsOf(who);
    default: return shown(row, column);
    }
}

QVariant TeamModel::data(const QModelIndex& index, int role) const
{
    // The table may be asked between an edit and the removal of its row.
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= m_document.inputs().team.size())
        return {};
    switch (role) {
    case Qt::DisplayRole: return shown(index.row(), index.column());
    case Qt::EditRole: return typed(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return QString(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + QStringLiteral(": ") +
                       shown(index.row(), index.column()));
    case Qt::ToolTipRole: return headerData(index.column(), Qt::Horizontal, Qt::ToolTipRole);
    default: return {};
    }
}

bool TeamModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || index.column() >= Away)
        return false;
    const QString text = value.toString().trimmed();
    if (text == typed(index.row(), index.column()))
        return false;
    return setText(index.row(), index.column(), text);
}

bool TeamModel::setText(int row, int column, const QString& text)
{
    const QString name = format::text(person(row).name);
    const auto refuse = [&](const QString& expected) {
        Q_EMIT refused({ErrorCode::invalidValue, format::utf8(text), "team", format::utf8(expected)});
        return false;
    };
    switch (column) {
    case Name:
        if (text.isEmpty())
            return refuse(tr("a name"));
        return change(row, tr("Name of %1").arg(name), [&](Person& who) { who.name = format::utf8(text); });
    case Allocation: {
        const auto value = readTypedShare(format::utf8(text));
        if (!value)
            return refuse(wording::shareExpected(value.error()));
        return change(row, tr("Allocation of %1").arg(name), [&](Person& who) { who.allocation = *value; });
    }
    case Rate: {
        const auto value = readTypedAmount(format::utf8(text));
        if (!value)
            return refuse(wording::amountExpected(value.error()));
        return change(row, tr("Rate of %1").arg(name), [&](Person& who) { who.weeklyRate = *value; });
    }
    case Skills: return change(row, tr("Skills of %1").arg(name), [&](Person& who) { who.skills = readSkills(text); });
    default: return false;
    }
}

bool TeamModel::change(int row, const QString& what, const std::function<void(Person&)>& edit)
{
    return m_document.edit(what, [&](Inputs& inputs) { edit(inputs.team[static_cast<std::size_t>(row)]); });
}

int TeamModel::addPerson()
{
    const auto taken = [this](const std::string& name) {
        const auto& team = m_document.inputs().team;
        return std::any_of(team.begin(), team.end(), [&](const Person& who) { return who.name == name; });
    };
    Person person;
    int number = static_cast<int>(m_document.inputs().team.size()) + 1;
    do {
        person.name = format::utf8(tr("Person %1").arg(number++));
    } while (taken(person.name));
    person.weeklyRate = m_document.catalogue().personWeekRate.value;
    const bool added = m_document.edit(tr("Add %1").arg(format::text(person.name)),
                                       [&](Inputs& inputs) { inputs.team.push_back(person); });
    return added ? m_rows - 1 : -1;
}

bool TeamModel::removePerson(int row)
{
    if (row < 0 || row >= m_rows)
        return false;
    return m_document.edit(tr("Remove %1").arg(format::text(person(row).name)),
                           [&](Inputs& inputs) { inputs.team.erase(inputs.team.begin() + row); });
}

void TeamModel::follow()
{
    // Which rows came or went does not matter to a short table; how many does.
    const int now = static_cast<int>(m_document.inputs().team.size());
    if (now < m_rows) {
        beginRemoveRows({}, now, m_rows - 1);
        m_rows = now;
        endRemoveRows();
    } else if (now > m_rows) {
        beginInsertRows({}, m_rows, now - 1);
        m_rows = now;
        endInsertRows();
    }
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

} // namespace trestle
