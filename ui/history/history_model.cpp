#include "ui/history/history_model.h"

#include "ui/base/format.h"
#include "ui/base/format_time.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/history/change_words.h"

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

/// So many rows are read at a time: few enough that an edit never waits long for its turn in the file's thread …
constexpr std::size_t kBatch = 8;
/// … and so many are waited for at most: those of rows scrolled past are forgotten.
constexpr std::size_t kMostWanted = 80;

} // namespace

QString standingText(Standing standing)
{
    switch (standing) {
    case Standing::head: return tr("now");
    case Standing::past: return {};
    case Standing::undone:
    case Standing::aside: return tr("undone");
    }
    return {};
}

HistoryModel::HistoryModel(PlanDocument& document, QObject* parent) : QAbstractTableModel(parent), m_document(document)
{
    setObjectName(QStringLiteral("historyModel"));
}

void HistoryModel::refresh()
{
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    m_document.withFile(this, [this](PlanFile& file) -> std::function<void()> {
        const Result<std::vector<Revision>> history = file.history();
        if (!history)
            return [this, error = history.error()] {
                m_reading = false;
                Q_EMIT failed(error);
            };
        return [this, rows = layOutHistory(*history, file.head().id)]() mutable { take(std::move(rows)); };
    });
}

void HistoryModel::take(std::vector<HistoryRow> rows)
{
    m_reading = false;
    m_all = std::move(rows);
    show(chosen());
    Q_EMIT refreshed();
    if (std::exchange(m_readAgain, false))
        refresh();
}

std::vector<HistoryRow> HistoryModel::chosen() const
{
    if (!m_namedOnly)
        return m_all;
    std::vector<HistoryRow> named;
    for (const HistoryRow& row : m_all) {
        if (row.revision.tag.empty())
            continue;
        named.push_back(row);
        // A line between rows that stand far apart shows nothing.
        named.back().lane = 0;
        named.back().lineUp = named.back().lineDown = false;
        named.back().branches.clear();
        named.back().passing.clear();
    }
    return named;
}

void HistoryModel::setNamedOnly(bool named)
{
    if (m_namedOnly == named)
        return;
    m_namedOnly = named;
    show(chosen());
}

/// The rows below stay what they are, so that selection and place in the view do too.
void HistoryModel::show(std::vector<HistoryRow> rows)
{
    const auto id = [](const HistoryRow& row) { return row.revision.id; };
    const auto [oldEnd, newEnd] = std::mismatch(m_shown.rbegin(), m_shown.rend(), rows.rbegin(), rows.rend(),
                                                [&](const auto& a, const auto& b) { return id(a) == id(b); });
    const auto gone = static_cast<int>(m_shown.rend() - oldEnd);
    const auto added = static_cast<int>(rows.rend() - newEnd);
    if (gone > 0) {
        beginRemoveRows({}, 0, gone - 1);
        m_shown.erase(m_shown.begin(), m_shown.begin() + gone);
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, 0, added - 1);
        m_shown.insert(m_shown.begin(), rows.begin(), rows.begin() + added);
        endInsertRows();
    }
    const std::vector<HistoryRow> before = std::exchange(m_shown, std::move(rows));
    // Where the head is and which branches pass by may have changed on a few rows.
    int first = -1;
    int last = -1;
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        if (m_shown[i] == before[i])
            continue;
        first = first < 0 ? static_cast<int>(i) : first;
        last = static_cast<int>(i);
    }
    if (first >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

namespace {

/// Ids fall from row to row.
std::vector<HistoryRow>::const_iterator findRow(const std::vector<HistoryRow>& rows, std::int64_t revision)
{
    const auto found = std::ranges::lower_bound(rows, revision, std::ranges::greater(),
                                                [](const HistoryRow& row) { return row.revision.id; });
    return found != rows.end() && found->revision.id == revision ? found : rows.end();
}

} // namespace

int HistoryModel::rowOf(std::int64_t revision) const
{
    const auto found = findRow(m_shown, revision);
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

const Revision* HistoryModel::find(std::int64_t revision) const
{
    const auto found = findRow(m_all, revision);
    return found == m_all.end() ? nullptr : &found->revision;
}

HistoryModel::Detail HistoryModel::readDetail(PlanFile& file, const Wanted& wanted)
{
    Detail detail;
    detail.parent = wanted.parent;
    const Result<ProjectDocument> document = file.documentAt(wanted.revision);
    const Result<Plan> plan =
        document ? makePlan(document->catalogue.catalogue, document->project.base) : std::unexpected(document.error());
    if (!plan) {
        detail.summary = HistoryModel::tr("cannot be read");
        return detail;
    }
    detail.finish = format::mediumDate(plan->finishDate.likely);
    detail.cost = format::money(plan->total.likely);
    if (!wanted.parent)
        return detail;
    const Result<ProjectDocument> parent = file.documentAt(*wanted.parent);
    if (parent) {
        const Catalogue& before = *parent->catalogue.catalogue;
        const Catalogue& after = *document->catalogue.catalogue;
        std::vector<ChangeWords> changes;
        if (parent->catalogue.sha256 != document->catalogue.sha256)
            changes = catalogueChangeWords(catalogueDifferences(before, after), before, after);
        const std::vector<trestle::Change> differ = differences(parent->project, document->project);
        for (const trestle::Change& change : differ)
            changes.push_back(changeWords(change, after));
        detail.summary = changesSummary(changes);
        // How many proposals there are says less than the label of the scan that made them.
        const bool isCount =
            !differ.empty() && differ.front().field == FieldId::proposals && differ.front().subject.empty();
        detail.isOne = changes.size() == 1 && !isCount;
    }
    return detail;
}

const HistoryModel::Detail* HistoryModel::detail(const Revision& revision) const
{
    const auto found = m_details.find(revision.id);
    const bool known = found != m_details.end();
    if (known && found->second.parent == revision.parent)
        return &found->second;
    std::erase_if(m_wanted, [&](const Wanted& wanted) { return wanted.revision == revision.id; });
    m_wanted.push_back({revision.id, revision.parent});
    if (m_wanted.size() > kMostWanted)
        m_wanted.pop_front();
    if (!m_fetchPosted && !m_fetching) {
        m_fetchPosted = true;
        QMetaObject::invokeMethod(const_cast<HistoryModel*>(this), &HistoryModel::fetch, Qt::QueuedConnection);
    }
    return known ? &found->second : nullptr;
}

void HistoryModel::fetch()
{
    m_fetchPosted = false;
    if (m_fetching || m_wanted.empty())
        return;
    m_fetching = true;
    std::vector<Wanted> batch;
    while (batch.size() < kBatch && !m_wanted.empty()) {
        batch.push_back(m_wanted.back());
        m_wanted.pop_back();
    }
    m_document.withFile(this, [this, batch](PlanFile& file) -> std::function<void()> {
        std::vector<std::pair<std::int64_t, Detail>> details;
        details.reserve(batch.size());
        for (const Wanted& wanted : batch)
            details.emplace_back(wanted.revision, readDetail(file, wanted));
        return [this, details = std::move(details)] { takeDetails(details); };
    });
}

void HistoryModel::takeDetails(const std::vector<std::pair<std::int64_t, Detail>>& details)
{
    m_fetching = false;
    for (const auto& [revision, detail] : details) {
        m_details[revision] = detail;
        if (const int row = rowOf(revision); row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    fetch();
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::text(const HistoryRow& row, int column) const
{
    switch (column) {
    case Change: return changeText(row);
    case When: return format::moment(row.revision.at, m_document.today());
    default: break;
    }
    const Detail* known = detail(row.revision);
    if (!known)
        return QString(QChar(u'…'));
    return column == Finish ? known->finish : known->cost;
}

QString HistoryModel::changeText(const HistoryRow& row) const
{
    const QString label = format::text(row.revision.label);
    const Detail* known = detail(row.revision);
    if (!known || known->summary.isEmpty())
        return label;
    return known->isOne ? known->summary : tr("%1 (%2)").arg(label, known->summary);
}

QString HistoryModel::spoken(const HistoryRow& row) const
{
    QStringList parts{changeText(row)};
    if (const QString label = format::text(row.revision.label); !parts.first().startsWith(label))
        parts += label;
    if (!row.revision.tag.empty())
        parts += tr("version “%1”").arg(format::text(row.revision.tag));
    if (const QString standing = standingText(row.standing); !standing.isEmpty())
        parts += standing;
    return parts.join(QStringLiteral(", "));
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryRow& row = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == When)
            return format::dateTime(row.revision.at);
        return index.column() == Change ? QVariant(spoken(row)) : text(row, index.column());
    case LabelRole: return format::text(row.revision.label);
    case Qt::AccessibleTextRole: return index.column() == Change ? QVariant(spoken(row)) : text(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() == Cost ? Qt::AlignRight | Qt::AlignVCenter
                                                          : Qt::AlignLeft | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(section == Cost ? Qt::AlignRight | Qt::AlignVCenter
                                                   : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Change: return tr("What changed");
    case Finish: return tr("Likely finish");
    case Cost: return tr("Likely cost");
    case When: return tr("When");
    default: return {};
    }
}

} // namespace trestle
