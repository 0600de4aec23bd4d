#include "ui/pages/cost_table_view.h"

#include "ui/base/format.h"
#include "ui/pages/cost_table_model.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace trestle {

namespace {

constexpr int kPadding = 10;
constexpr int kSmallestBars = 90;
constexpr int kRowAir = 8; // above and below a line of text together

/// Sums in bold over a line; the bar column as bars.
class CostDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        paintCell(*painter, option, index);
        const auto kind = static_cast<CostRow::Kind>(index.data(CostTableModel::KindRole).toInt());
        if (kind == CostRow::Kind::Total || kind == CostRow::Kind::Subtotal)
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1),
                              roleColor(kind == CostRow::Kind::Total ? Role::Track : Role::Border, option.palette));
        const QVariantList bar = index.data(CostTableModel::BarRole).toList();
        if (bar.size() == 3)
            paintBar(*painter, option, bar[0].toDouble(), bar[1].toDouble(), bar[2].toDouble());
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width() + 2 * kPadding, size.height()};
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto kind = static_cast<CostRow::Kind>(index.data(CostTableModel::KindRole).toInt());
        if (kind == CostRow::Kind::Total || kind == CostRow::Kind::Subtotal)
            option->font.setWeight(QFont::DemiBold);
        if (kind == CostRow::Kind::Note)
            option->palette.setColor(QPalette::Text, roleColor(Role::TextMuted, option->palette));
        option->fontMetrics = QFontMetrics(option->font);
    }

private:
    /// Text stands as far from the cell's edge as a heading does, so that figures end below theirs.
    void paintCell(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
    {
        QStyleOptionViewItem cell(option);
        initStyleOption(&cell, index);
        const QString text = std::exchange(cell.text, QString());
        const QStyle& style = *cell.widget->style();
        style.drawControl(QStyle::CE_ItemViewItem, &cell, &painter, cell.widget);
        const int margin = style.pixelMetric(QStyle::PM_HeaderMargin, nullptr, cell.widget);
        const QRect room = cell.rect.adjusted(margin, 0, -margin, 0);
        painter.save();
        painter.setFont(cell.font);
        painter.setPen(cell.palette.color(QPalette::Text));
        painter.drawText(room, static_cast<int>(cell.displayAlignment.toInt()),
                         cell.fontMetrics.elidedText(text, cell.textElideMode, room.width()));
        painter.restore();
    }

    static void paintBar(QPainter& painter, const QStyleOptionViewItem& option, double low, double likely, double high)
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF room = QRectF(option.rect).adjusted(kPadding, 0, -kPadding, 0);
        const double tall = 10;
        const auto span = [&](double from, double to) {
            return QRectF(room.left() + room.width() * from, room.center().y() - tall / 2, room.width() * (to - from),
                          tall);
        };
        if (high > likely) {
            painter.setPen(QPen(roleColor(Role::BarPaleBorder, option.palette), 1));
            painter.setBrush(roleColor(Role::BarPale, option.palette));
            painter.drawRoundedRect(span(std::min(low, likely), high).adjusted(0, 0.5, -0.5, -0.5), 3, 3);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(roleColor(Role::Bar, option.palette));
        painter.drawRoundedRect(span(0, likely), 3, 3);
        constexpr double kNotchRoom = 6;
        if (low < likely && span(0, low).width() > kNotchRoom) { // a notch where the low case ends
            painter.setBrush(roleColor(Role::Surface, option.palette));
            painter.drawRect(QRectF(span(0, low).right() - 0.75, room.center().y() - tall / 2, 1.5, tall));
        }
        painter.restore();
    }
};

} // namespace

CostTableView::CostTableView(CostTableModel& model, QWidget* parent) : QTableView(parent), m_costs(model)
{
    auto* sorted = new CostSortModel(this);
    sorted->setSourceModel(&model);
    setModel(sorted);
    setItemDelegate(new CostDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves the table, arrows move in it
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSortIndicatorClearable(true);
    header->setMinimumSectionSize(40);
    takeFont();
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &CostTableView::fitColumns);
    connect(&model, &QAbstractItemModel::modelReset, this, &CostTableView::fitColumns);
    connect(&model, &QAbstractItemModel::dataChanged, this, &CostTableView::fitColumns);
}

QString CostTableView::selectedText(bool withHeadings) const
{
    std::map<int, std::map<int, QString>> rows;
    for (const QModelIndex& index : selectionModel()->selectedIndexes())
        rows[index.row()][index.column()] = index.data().toString();
    QStringList lines;
    const auto join = [](const std::map<int, QString>& cells) {
        QStringList texts;
        for (const auto& [column, text] : cells)
            texts << QString(text).replace(QChar(0x00A0), u' ').replace(u'\t', u' ').replace(u'\n', u' ');
        return texts.join(u'\t');
    };
    if (withHeadings && !rows.empty()) {
        std::map<int, QString> headings;
        for (const auto& [column, text] : rows.begin()->second)
            headings[column] = model()->headerData(column, Qt::Horizontal).toString();
        lines << join(headings);
    }
    for (const auto& [row, cells] : rows)
        lines << join(cells);
    return lines.join(u'\n');
}

void CostTableView::copySelection(bool withHeadings)
{
    if (const QString text = selectedText(withHeadings); !text.isEmpty())
        QApplication::clipboard()->setText(format::raw(format::utf8(text)));
}

void CostTableView::takeFont()
{
    horizontalHeader()->setFont(scaledFont(font(), TextSize::Small, QFont::DemiBold));
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + kRowAir);
}

void CostTableView::fitColumns()
{
    const CostGrid& grid = m_costs.grid();
    const int columns = grid.columnCount();
    if (columns == 0)
        return;
    std::vector<int> widths;
    const auto need = [&](bool tight) {
        widths.clear();
        for (int column = 0; column < columns; ++column) {
            const int heading = tight ? narrowestHeading(column) : horizontalHeader()->sectionSizeHint(column);
            const bool bars = column == grid.barColumn();
            widths.push_back(std::max(heading, bars ? kSmallestBars : sizeHintForColumn(column)));
        }
        return std::accumulate(widths.begin(), widths.end(), 0);
    };
    int needed = need(false);
    if (needed > viewport()->width())
        needed = need(true);
    const int spare = viewport()->width() - needed;
    if (spare < 0) // long titles give way first: they can be elided, figures cannot
        widths[0] = std::max(120, widths[0] + spare);
    else if (grid.hasBar)
        widths[static_cast<std::size_t>(grid.barColumn())] += spare;
    else
        for (int column = 0; column < columns; ++column)
            widths[static_cast<std::size_t>(column)] += spare * (column + 1) / columns - spare * column / columns;
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    updateGeometry();
}

int CostTableView::narrowestHeading(int column) const
{
    const QHeaderView& header = *horizontalHeader();
    const int margin = style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, &header);
    const int text = header.fontMetrics().horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString());
    const bool isSorted = header.isSortIndicatorShown() && header.sortIndicatorSection() == column;
    const int mark = isSorted ? style()->pixelMetric(QStyle::PM_HeaderMarkSize, nullptr, &header) + margin : 0;
    return text + mark + 2 * margin + 2; // bold figures are measured to a fraction of a pixel
}

QSize CostTableView::sizeHint() const
{
    return {600, horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2 * frameWidth() + 2};
}

QSize CostTableView::minimumSizeHint() const
{
    constexpr int kFewestRows = 4;
    return {300, horizontalHeader()->sizeHint().height() + kFewestRows * verticalHeader()->defaultSectionSize()};
}

void CostTableView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        takeFont();
        fitColumns();
    }
}

void CostTableView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    QAction* copy = menu.addAction(tr("Copy"), this, [this] { copySelection(false); });
    copy->setShortcut(QKeySequence::Copy);
    QAction* headed = menu.addAction(tr("Copy with headings"), this, [this] { copySelection(true); });
    for (QAction* action : {copy, headed})
        action->setEnabled(selectionModel()->hasSelection());
    menu.addSeparator();
    menu.addAction(tr("Select all"), this, &QTableView::selectAll)->setShortcut(QKeySequence::SelectAll);
    menu.exec(event->globalPos());
}

void CostTableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection(false);
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void CostTableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

} // namespace trestle
