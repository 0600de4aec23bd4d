#include "ui/risk/register_model.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/base/wording_typed.h"
#include "ui/document/plan_document.h"

#include <algorithm>

namespace trestle {

namespace {

bool isRightAligned(int column)
{
    return column == RegisterModel::ChanceOf || column == RegisterModel::Adds || column == RegisterModel::Amount;
}

bool isEditedInPlace(int column)
{
    return column == RegisterModel::Title || column == RegisterModel::ChanceOf || column == RegisterModel::Owner ||
           column == RegisterModel::Status;
}

std::vector<std::string> idsOf(const std::vector<RegisterRow>& rows)
{
    std::vector<std::string> ids;
    for (const RegisterRow& row : rows)
        ids.push_back(row.id);
    return ids;
}

/// "35", "35 %" and "0.35" are one chance.
std::optional<double> typedChance(const QString& text)
{
    const auto share = readTypedShare(format::utf8(text));
    if (!share || *share < 0)
        return std::nullopt;
    const double chance = *share > 1 && !text.contains(u'%') ? *share / 100 : *share;
    return chance > 1 ? std::nullopt : std::optional(chance);
}

} // namespace

RegisterModel::RegisterModel(PlanDocument& document, QObject* parent)
    : QAbstractTableModel(parent), m_document(document), m_rows(registerwords::rows(document.plan(), nullptr))
{
    connect(&document, &PlanDocument::planChanged, this, [this] { setWorth(nullptr); });
}

std::string RegisterModel::idAt(int row) const
{
    return row < 0 || row >= rowCount() ? std::string() : m_rows[static_cast<std::size_t>(row)].id;
}

int RegisterModel::rowOf(const std::string& id) const
{
    const auto found = std::ranges::find(m_rows, id, &RegisterRow::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void RegisterModel::setWorth(const RegisterWorth* worth)
{
    show(registerwords::rows(m_document.plan(), worth, idsOf(m_rows)));
}

/// Rows go and come one by one and then change places, so that the current one stays current and an open editor open.
void RegisterModel::show(std::vector<RegisterRow> rows)
{
    const std::vector<std::string> ids = idsOf(rows);
    for (int row = rowCount() - 1; row >= 0; --row)
        if (std::ranges::find(ids, idAt(row)) == ids.end()) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    for (const RegisterRow& row : rows)
        if (rowOf(row.id) < 0) {
            beginInsertRows({}, rowCount(), rowCount());
            m_rows.push_back(row);
            endInsertRows();
        }
    const bool isMoved = idsOf(m_rows) != ids;
    if (isMoved) {
        Q_EMIT layoutAboutToBeChanged();
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex& old : before) {
            const auto place = std::ranges::find(ids, idAt(old.row())) - ids.begin();
            after += index(static_cast<int>(place), old.column());
        }
        m_rows = std::move(rows);
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged();
    } else {
        m_rows = std::move(rows);
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RegisterModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RegisterModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags RegisterModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && isEditedInPlace(index.column()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant RegisterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isRightAligned(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const QString sure = wording::sure(m_document.inputs().confidence);
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Adds: return tr("By how much %1 would be sooner without it, on the same simulated plans").arg(sure);
        case Amount: return tr("By how much less %1 would cost without it, ex GST").arg(sure);
        default: return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title: return tr("What may happen");
    case ChanceOf: return tr("Chance");
    case Impact: return tr("If it does");
    case Response: return tr("Response");
    case Owner: return tr("Owner");
    case Status: return tr("Status");
    case Adds: return tr("Adds at %1").arg(sure);
    case Amount: return tr("AUD");
    default: return {};
    }
}

QString RegisterModel::shown(const RegisterRow& row, int column) const
{
    switch (column) {
    case Title: return row.title;
    case ChanceOf: return row.chance;
    case Impact: return row.impact;
    case Response: return row.response;
    case Owner: return row.owner;
    case Status: return row.status;
    case Adds: return row.time.isEmpty() ? QStringLiteral("…") : row.time;
    case Amount: return row.money.isEmpty() ? QStringLiteral("…") : row.money;
    default: return {};
    }
}

QVariant RegisterModel::typed(const RegisterRow& row, int column) const
{
    const RiskEvent* event = findRisk(m_document.inputs().risks, row.id);
    if (!event)
        return {};
    switch (column) {
    case Title: return format::raw(event->title);
    case ChanceOf: return format::percent(event->p, 1);
    case Owner: return format::raw(event->owner);
    case Status: return static_cast<int>(event->status);
    default: return shown(row, column);
    }
}

QVariant RegisterModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const RegisterRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return shown(row, index.column());
    case Qt::EditRole: return typed(row, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>((isRightAligned(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole: {
        if (index.column() == Title)
            return tr("%1, %2").arg(row.number).arg(row.title);
        const QString text =
            row.time.isEmpty() && index.column() >= Adds ? tr("being worked out") : shown(row, index.column());
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), text);
    }
    case NumberRole: return index.column() == Title ? QVariant(row.number) : QVariant();
    case BarRole: return index.column() == Adds ? QVariant(row.bar) : QVariant();
    case OverRole: return row.over;
    case StatesRole: return statesOf(row.id);
    default: return {};
    }
}

/// That a risk can have: responded only with a response.
QVariantList RegisterModel::statesOf(const std::string& id) const
{
    const RiskEvent* event = findRisk(m_document.inputs().risks, id);
    QVariantList states;
    for (const RiskStatus status :
         {RiskStatus::open, RiskStatus::responded, RiskStatus::happened, RiskStatus::notHappened})
        if (status != RiskStatus::responded || (event && event->response))
            states += static_cast<int>(status);
    return states;
}

bool RegisterModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || index.row() >= rowCount() || role != Qt::EditRole || !isEditedInPlace(index.column()))
        return false;
    const std::string id = idAt(index.row());
    if (index.column() == Status)
        return setStatus(id, static_cast<RiskStatus>(value.toInt()));
    const QString text = value.toString().trimmed();
    if (text == typed(m_rows[static_cast<std::size_t>(index.row())], index.column()).toString())
        return false;
    return setText(id, index.column(), text);
}

bool RegisterModel::setText(const std::string& id, int column, const QString& text)
{
    const RiskEvent* event = findRisk(m_document.inputs().risks, id);
    if (!event)
        return false;
    const QString title = registerwords::titleOf(*event);
    const auto refuse = [&](const QString& expected) {
        Q_EMIT refused({ErrorCode::invalidValue, format::utf8(text), "risks", format::utf8(expected)});
        return false;
    };
    switch (column) {
    case Title:
        if (text.isEmpty())
            return refuse(tr("what may happen, in a few words"));
        return change(id, tr("Title of %1").arg(title), [&](RiskEvent& to) { to.title = format::utf8(text); });
    case ChanceOf: {
        const std::optional<double> chance = typedChance(text);
        if (!chance)
            return refuse(tr("a chance from 0 to 100 %"));
        return change(id, tr("Chance of %1").arg(title), [&](RiskEvent& to) { to.p = *chance; });
    }
    case Owner: return change(id, tr("Owner of %1").arg(title), [&](RiskEvent& to) { to.owner = format::utf8(text); });
    default: return false;
    }
}

bool RegisterModel::setStatus(const std::string& id, RiskStatus status)
{
    const RiskEvent* event = findRisk(m_document.inputs().risks, id);
    if (!event || event->status == status)
        return false;
    const QString title = registerwords::titleOf(*event);
    QString label = tr("%1: %2").arg(title, wording::riskStatus(status));
    if (status == RiskStatus::happened)
        label = event->effort.high > kEpsilon ? tr("%1 happened: it is an item of the plan now").arg(title)
                                              : tr("%1 happened: it counts for certain now").arg(title);
    return change(id, label, [status](RiskEvent& to) { to.status = status; });
}

bool RegisterModel::change(const std::string& id, const QString& label, const std::function<void(RiskEvent&)>& edit)
{
    return m_document.edit(label, [&](Inputs& inputs) {
        if (RiskEvent* event = findRisk(inputs.risks, id))
            edit(*event);
    });
}

} // namespace trestle
