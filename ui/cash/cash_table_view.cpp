#include "ui/cash/cash_table_view.h"

#include "ui/base/format.h"
#include "ui/cash/cash_words.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <set>

namespace trestle {

namespace {

constexpr int kCellPadding = 6;
constexpr int kCashRowAir = 10;

const CashRow& cashRowAt(const CashTableModel& model, int row)
{
    return model.rows().rows[static_cast<std::size_t>(row)];
}

/// Balances below zero in red, the last line bold and set off; a line between rows.
class CashDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem cell(option);
        initStyleOption(&cell, index);
        const QString text = std::exchange(cell.text, QString());
        cell.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
        const CashRow& row = cashRowAt(static_cast<const CashTableModel&>(*index.model()), index.row());
        painter->save();
        painter->fillRect(QRect(cell.rect.left(), cell.rect.top(), cell.rect.width(), 1),
                          roleColor(row.kind == CashRow::Kind::Last ? Role::Track : Role::Border, cell.palette));
        painter->setFont(index.data(Qt::FontRole).isValid() ? index.data(Qt::FontRole).value<QFont>() : cell.font);
        const bool isBelow =
            row.kind != CashRow::Kind::Line && row.amounts[static_cast<std::size_t>(index.column())] < Money{};
        painter->setPen(roleColor(isBelow                            ? Role::Error
                                  : row.kind == CashRow::Kind::First ? Role::TextMuted
                                                                     : Role::Text,
                                  cell.palette));
        painter->drawText(cell.rect.adjusted(0, 0, -kCellPadding, 0), Qt::AlignRight | Qt::AlignVCenter, text);
        painter->restore();
    }
};

} // namespace

CashTitles::CashTitles(const CashTableModel& model, QWidget* parent) : QHeaderView(Qt::Vertical, parent), m_rows(model)
{
    setObjectName(QStringLiteral("cashTitles"));
    setAccessibleName(tr("Lines of cash"));
    setSectionsClickable(true);
}

QFont CashTitles::titleFont(const CashRow& row) const
{
    return scaledFont(QApplication::font(), TextSize::Small,
                      row.kind == CashRow::Kind::Last ? QFont::DemiBold : QFont::Normal);
}

QSize CashTitles::sectionSizeFromContents(int row) const
{
    const CashRow& line = cashRowAt(m_rows, row);
    const QFontMetrics metrics(titleFont(line));
    const QString text = m_rows.headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
    return {metrics.horizontalAdvance(text) + kCellPadding + 2, metrics.height() + kCashRowAir};
}

void CashTitles::paintSection(QPainter* painter, const QRect& rect, int row) const
{
    const CashRow& line = cashRowAt(m_rows, row);
    painter->save();
    painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1),
                      roleColor(line.kind == CashRow::Kind::Last ? Role::Track : Role::Border, palette()));
    painter->setFont(titleFont(line));
    const QFontMetrics metrics(titleFont(line));
    const int room = rect.width() - kCellPadding;
    const QString title = metrics.elidedText(line.title, Qt::ElideRight, room);
    painter->setPen(roleColor(line.kind == CashRow::Kind::First ? Role::TextMuted : Role::Text, palette()));
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, title);
    const int after = metrics.horizontalAdvance(title);
    if (!line.rule.isEmpty() && after < room) {
        painter->setPen(roleColor(Role::TextMuted, palette()));
        painter->drawText(rect.adjusted(after, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(tr(" · %1").arg(line.rule), Qt::ElideRight, room - after));
    }
    painter->restore();
}

CashTableView::CashTableView(CashTableModel& model, QWidget* parent) : QTableView(parent), m_rows(model)
{
    setObjectName(QStringLiteral("cashTable"));
    setAccessibleName(tr("Cash by month, AUD, likely plan"));
    setModel(&model);
    setVerticalHeader(new CashTitles(model, this));
    setItemDelegate(new CashDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // all rows, no more
    setShowGrid(false);
    setWordWrap(false);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves the table, arrows move in it
    setCornerButtonEnabled(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    takeFont();
    connect(this, &QTableView::doubleClicked, this, &CashTableView::askEdit);
    connect(verticalHeader(), &QHeaderView::sectionDoubleClicked, this,
            [this](int row) { askEdit(m_rows.index(row, 0)); });
    connect(&model, &QAbstractItemModel::modelReset, this, &QTableView::updateGeometry);
}

void CashTableView::takeFont()
{
    const QFont small = scaledFont(QApplication::font(), TextSize::Small);
    setFont(small);
    horizontalHeader()->setFont(scaledFont(QApplication::font(), TextSize::Small, QFont::DemiBold));
    verticalHeader()->setFont(small);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(QFontMetrics(small).height() + kCashRowAir);
}

void CashTableView::askEdit(const QModelIndex& index)
{
    if (index.isValid())
        if (const auto& own = cashRowAt(m_rows, index.row()).own)
            Q_EMIT editWanted(*own);
}

int CashTableView::titleWidthWanted() const
{
    return verticalHeader()->sizeHint().width() + kCellPadding;
}

void CashTableView::setTitleWidth(int width)
{
    if (width == verticalHeader()->width())
        return;
    verticalHeader()->setFixedWidth(width);
    updateGeometries(); // the months begin behind it
}

int CashTableView::narrowestMonth() const
{
    const QFontMetrics bold(scaledFont(QApplication::font(), TextSize::Small, QFont::DemiBold));
    int widest = 0;
    for (int column = 0; column < m_rows.columnCount(); ++column) {
        widest = std::max(
            widest, bold.horizontalAdvance(m_rows.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
        for (int row = 0; row < m_rows.rowCount(); ++row)
            widest = std::max(widest, bold.horizontalAdvance(m_rows.index(row, column).data().toString()));
    }
    return widest + 2 * kCellPadding + 2;
}

std::optional<int> CashTableView::fitMonths(int shared, int width)
{
    const int columns = m_rows.columnCount();
    if (columns == 0)
        return std::nullopt;
    const int room = width - verticalHeader()->width() - kRightPad;
    const int needed = narrowestMonth();
    const bool sharedFit = room / std::max(shared, columns) >= needed;
    const int month = std::max(needed, room / (sharedFit ? std::max(shared, columns) : columns));
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, month);
    setHorizontalScrollBarPolicy(month * columns > room ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    updateGeometry();
    return sharedFit ? std::optional(month) : std::nullopt;
}

QSize CashTableView::sizeHint() const
{
    const int bar = horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOn
                        ? style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this)
                        : 0;
    return {600, horizontalHeader()->sizeHint().height() + verticalHeader()->length() + bar + 2 * frameWidth()};
}

QSize CashTableView::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

QString CashTableView::selectedText() const
{
    std::set<int> rows;
    std::set<int> columns;
    for (const QModelIndex& index : selectionModel()->selectedIndexes()) {
        rows.insert(index.row());
        columns.insert(index.column());
    }
    QStringList heads{tr("AUD, likely plan")};
    for (const int column : columns)
        heads += cashwords::monthName(m_rows.rows().months[static_cast<std::size_t>(column)]);
    QStringList lines{heads.join(u'\t')};
    for (const int row : rows) {
        QStringList cells{m_rows.headerData(row, Qt::Vertical, Qt::DisplayRole).toString()};
        for (const int column : columns)
            cells += m_rows.index(row, column).data().toString();
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n').replace(QChar(0x00A0), u' ');
}

void CashTableView::copySelection()
{
    if (selectionModel()->hasSelection())
        QApplication::clipboard()->setText(format::raw(format::utf8(selectedText())));
}

void CashTableView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::StyleChange)
        takeFont();
}

void CashTableView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("Edit the line"), this, [this] { askEdit(currentIndex()); })
        ->setEnabled(currentIndex().isValid() && cashRowAt(m_rows, currentIndex().row()).own.has_value());
    menu.addAction(tr("Copy with headings"), this, &CashTableView::copySelection)
        ->setEnabled(selectionModel()->hasSelection());
    menu.addAction(tr("Select all"), this, &QTableView::selectAll);
    menu.exec(event->globalPos());
}

void CashTableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2) {
        askEdit(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

/// Rows are all in sight: the wheel is the page's, unless it goes sideways.
void CashTableView::wheelEvent(QWheelEvent* event)
{
    if (event->angleDelta().x() != 0)
        QTableView::wheelEvent(event);
    else
        event->ignore();
}

} // namespace trestle
