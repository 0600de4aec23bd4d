#include "ui/palette/palette_model.h"

#include "ui/palette/word_match.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <numeric>
#include <utility>

namespace trestle {

namespace {

constexpr int kRowPadding = 8;
constexpr int kGap = 12;
constexpr int kRadius = 6;

} // namespace

PaletteModel::PaletteModel(QList<PaletteEntry> entries, QObject* parent)
    : QAbstractListModel(parent), m_entries(std::move(entries))
{
    search({});
}

void PaletteModel::search(const QString& typed)
{
    beginResetModel();
    std::vector<std::pair<int, qsizetype>> found;
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        if (const std::optional<int> distance = wordDistance(typed, m_entries[i].text))
            found.emplace_back(*distance, i);
    std::ranges::stable_sort(found, {}, &std::pair<int, qsizetype>::first);
    m_found.clear();
    for (const auto& [distance, entry] : found)
        m_found.push_back(entry);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    const PaletteEntry& entry = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return entry.text;
    case Qt::ToolTipRole: return entry.blocked;
    case Qt::AccessibleTextRole: {
        QStringList parts{entry.text, entry.where, entry.keys};
        if (!entry.blocked.isEmpty())
            parts += tr("not now: %1").arg(entry.blocked);
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const PaletteEntry& entry = static_cast<const PaletteModel*>(index.model())->at(index.row());
    const QPalette& colors = option.palette;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(roleColor(Role::Selection, colors));
        painter->drawRoundedRect(option.rect, kRadius, kRadius);
    }
    const QFontMetrics metrics = option.fontMetrics;
    QRect room = option.rect.adjusted(kRowPadding, 0, -kRowPadding, 0);
    painter->setFont(option.font);
    const bool blocked = !entry.blocked.isEmpty();
    const QString right = metrics.elidedText(blocked ? entry.blocked : entry.keys, Qt::ElideRight, room.width() / 2);
    painter->setPen(roleColor(Role::TextMuted, colors));
    painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, right);
    room.setRight(room.right() - metrics.horizontalAdvance(right) - kGap);
    const QString text = metrics.elidedText(entry.text, Qt::ElideRight, room.width());
    painter->setPen(roleColor(blocked ? Role::TextMuted : Role::Text, colors));
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    room.setLeft(room.left() + metrics.horizontalAdvance(text) + kGap);
    painter->setPen(roleColor(Role::TextMuted, colors));
    if (room.width() > 3 * kGap)
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          metrics.elidedText(entry.where, Qt::ElideRight, room.width()));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    return {0, option.fontMetrics.height() + 12};
}

} // namespace trestle
