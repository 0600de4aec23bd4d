#pragma once

#include "ui/palette/command_palette.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <vector>

namespace trestle {

/// The entries that answer what was typed, best first; all of them, in their order, where nothing was.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT
public:
    PaletteModel(QList<PaletteEntry> entries, QObject* parent);

    void search(const QString& typed);
    [[nodiscard]] const PaletteEntry& at(int row) const { return m_entries[m_found[static_cast<std::size_t>(row)]]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<PaletteEntry> m_entries;
    std::vector<qsizetype> m_found;
};

/// A row: what it is, where it belongs, and at the right its keys or why it can't be chosen.
class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace trestle
