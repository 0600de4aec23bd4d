#include "ui/team/team_model.h"

#include "ui/base/format.h"
#include "ui/base/wording_typed.h"
#include "ui/document/plan_document.h"

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

bool isNumber(int column)
{
    return column == TeamModel::Allocation || column == TeamModel::Rate || column == TeamModel::BillRate ||
           column == TeamModel::Work || column == TeamModel::Cost;
}

QString skillsOf(const Person& person)
{
    QStringList skills;
    for (const std::string& skill : person.skills)
        skills += format::text(skill);
    return skills.join(QStringLiteral(", "));
}

QString none()
{
    return QStringLiteral("–");
}

QString rateIn(Money rate)
{
    return rate.cents % 100 == 0 ? format::amount(rate) : format::exactAmount(rate);
}

QString dayIn(const std::optional<Date>& day)
{
    return day ? format::mediumDate(*day) : none();
}

QString leaveOf(const Person& person)
{
    QStringList ranges;
    for (const DateRange& range : person.leave)
        ranges += format::dateRange(range.first, range.last);
    return ranges.isEmpty() ? none() : ranges.join(QStringLiteral("; "));
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
    if (index.isValid() && index.column() == PaidOut)
        flags |= Qt::ItemIsUserCheckable;
    else if (index.isValid() && index.column() < Leave)
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
        case Name: return tr("A person, or a role without a name yet");
        case Allocation: return tr("Part of a full week: 1 is full time, 0.5 half");
        case Rate: return tr("What a full-time week costs, everything included; own time keeps its rate");
        case BillRate: return tr("What a client pays for a full-time week, if you bill this person");
        case PaidOut: return tr("Own time that is not paid out counts in the cost, and the totals say how much it is");
        case Skills: return tr("Separated by commas; none means able to do anything");
        case FirstDay: return tr("Empty: from the start");
        case LastDay: return tr("Empty: to the end");
        case Leave: return tr("Days on which this person is away");
        case Work: return tr("Weeks on items, in the likely plan");
        case Cost: return tr("In the likely plan, AUD ex GST");
        default: return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Person or role");
    case Allocation: return tr("Time");
    case Rate: return tr("AUD a week");
    case BillRate: return tr("Bill rate");
    case PaidOut: return tr("Paid out");
    case Skills: return tr("Skills");
    case FirstDay: return tr("First day");
    case LastDay: return tr("Last day");
    case Leave: return tr("Leave");
    case Work: return tr("Weeks");
    case Cost: return tr("Cost");
    default: return {};
    }
}

QString TeamModel::shown(int row, int column) const
{
    const Person& who = person(row);
    const PersonPlan& plan = m_document.plan().people[static_cast<std::size_t>(row)];
    switch (column) {
    case Name: return who.isRole ? tr("%1 (no name yet)").arg(format::text(who.name)) : format::text(who.name);
    case Allocation: return format::number(who.allocation, 2);
    case Rate: return rateIn(who.weeklyRate);
    case BillRate: return who.billRate ? rateIn(*who.billRate) : none();
    case PaidOut: return who.paidOut ? tr("yes") : tr("no");
    case Skills: return who.skills.empty() ? tr("anything") : skillsOf(who);
    case FirstDay: return dayIn(who.firstDay);
    case LastDay: return dayIn(who.lastDay);
    case Leave: return leaveOf(who);
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
    case BillRate: return who.billRate ? rateIn(*who.billRate) : QString();
    case FirstDay: return who.firstDay ? format::mediumDate(*who.firstDay) : QString();
    case LastDay: return who.lastDay ? format::mediumDate(*who.lastDay) : QString();
    default: return shown(row, column);
    }
}

/// What stands in a cell, with what its dash stands for.
QString TeamModel::spoken(int row, int column) const
{
    const Person& who = person(row);
    const QString title = headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    const bool empty = shown(row, column) == none();
    const QString value = column == FirstDay && empty  ? tr("from the start")
                          : column == LastDay && empty ? tr("to the end")
                          : empty                      ? tr("none")
                                                       : shown(row, column);
    return column == Name ? tr("%1: %2").arg(who.isRole ? tr("Role") : tr("Person"), format::text(who.name))
                          : tr("%1: %2").arg(title, value);
}

QVariant TeamModel::data(const QModelIndex& index, int role) const
{
    // The table may be asked between an edit and the removal of its row.
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= m_document.inputs().team.size())
        return {};
    switch (role) {
    case Qt::DisplayRole: return shown(index.row(), index.column());
    case Qt::EditRole: return typed(index.row(), index.column());
    case Qt::CheckStateRole:
        return index.column() == PaidOut ? QVariant(person(index.row()).paidOut ? Qt::Checked : Qt::Unchecked)
                                         : QVariant();
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole: return spoken(index.row(), index.column());
    case Qt::ToolTipRole:
        return index.column() == Leave && !person(index.row()).leave.empty()
                   ? QVariant(leaveOf(person(index.row())))
                   : headerData(index.column(), Qt::Horizontal, Qt::ToolTipRole);
    default: return {};
    }
}

bool TeamModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || index.column() >= Leave)
        return false;
    const QString name = format::text(person(index.row()).name);
    if (index.column() == PaidOut && role == Qt::CheckStateRole) {
        const bool paidOut = value.toInt() == Qt::Checked;
        return change(index.row(), paidOut ? tr("%1 is paid out").arg(name) : tr("%1: own time").arg(name),
                      [paidOut](Person& who) { who.paidOut = paidOut; });
    }
    if (role != Qt::EditRole || index.column() == PaidOut)
        return false;
    const QString text = value.toString().trimmed();
    if (text == typed(index.row(), index.column()))
        return false;
    return setText(index.row(), index.column(), text);
}

bool TeamModel::refuse(const QString& text, const QString& expected)
{
    Q_EMIT refused({ErrorCode::invalidValue, format::utf8(text), "team", format::utf8(expected)});
    return false;
}

bool TeamModel::setText(int row, int column, const QString& text)
{
    const QString name = format::text(person(row).name);
    switch (column) {
    case Name:
        if (text.isEmpty())
            return refuse(text, tr("a name"));
        return change(row, tr("Name of %1").arg(name), [&](Person& who) { who.name = format::utf8(text); });
    case Allocation: {
        const auto value = readTypedShare(format::utf8(text));
        if (!value)
            return refuse(text, wording::shareExpected(value.error()));
        return change(row, tr("Allocation of %1").arg(name), [&](Person& who) { who.allocation = *value; });
    }
    case Rate:
    case BillRate: return setAmount(row, column, text);
    case Skills: return change(row, tr("Skills of %1").arg(name), [&](Person& who) { who.skills = readSkills(text); });
    case FirstDay:
    case LastDay: return setDay(row, column, text);
    default: return false;
    }
}

bool TeamModel::setAmount(int row, int column, const QString& text)
{
    const QString name = format::text(person(row).name);
    if (column == BillRate && (text.isEmpty() || text == none()))
        return change(row, tr("Bill rate of %1").arg(name), [](Person& who) { who.billRate.reset(); });
    const auto value = readTypedAmount(format::utf8(text));
    if (!value)
        return refuse(text, wording::amountExpected(value.error()));
    if (column == BillRate)
        return change(row, tr("Bill rate of %1").arg(name), [&](Person& who) { who.billRate = *value; });
    return change(row, tr("Rate of %1").arg(name), [&](Person& who) {
        who.weeklyRate = *value;
        who.rateBasis.reset(); // entered as it is
    });
}

bool TeamModel::setDay(int row, int column, const QString& text)
{
    const QString name = format::text(person(row).name);
    const bool first = column == FirstDay;
    std::optional<Date> day;
    if (!text.isEmpty() && text != none()) {
        const auto read = readTypedDate(format::utf8(text), {m_document.today(), m_document.plan().startDate});
        if (!read)
            return refuse(text, wording::dateExpected());
        day = *read;
    }
    return change(row, first ? tr("First day of %1").arg(name) : tr("Last day of %1").arg(name),
                  [&](Person& who) { (first ? who.firstDay : who.lastDay) = day; });
}

bool TeamModel::change(int row, const QString& what, const std::function<void(Person&)>& edit)
{
    return m_document.edit(what, [&](Inputs& inputs) { edit(inputs.team[static_cast<std::size_t>(row)]); });
}

int TeamModel::addPerson()
{
    Person person;
    person.name = format::utf8(tr("Person %1").arg(m_rows + 1));
    person.weeklyRate = m_document.catalogue().personWeekRate.value;
    return add(std::move(person));
}

int TeamModel::add(Person person)
{
    person.name = freeName(m_document.inputs().team, person.name);
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
