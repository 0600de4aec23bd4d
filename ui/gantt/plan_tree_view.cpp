#include "ui/gantt/plan_tree_view.h"

#include "ui/base/wording.h"
#include "ui/gantt/plan_tree_model.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr int kLeft = 16;         ///< from the edge to a phase's arrow
constexpr int kPhaseText = 28;    ///< to its title
constexpr int kItemText = 44;     ///< to an item's
constexpr int kTreeGap = 14;      ///< between columns
constexpr int kLeastTitle = 130;  ///< width below which figures give way to titles
constexpr int kMeasuredRows = 60; ///< enough to know how long titles are
constexpr int kWidest = 460;      ///< that the tree asks for
constexpr int kInset = 4;         ///< of the selected row
constexpr int kTitleFlags = static_cast<int>(Qt::AlignVCenter) | static_cast<int>(Qt::AlignLeft);
constexpr int kFigureFlags = static_cast<int>(Qt::AlignVCenter) | static_cast<int>(Qt::AlignRight);

/// Row heights alone; the view paints its rows itself.
class RowHeights : public QStyledItemDelegate {
public:
    explicit RowHeights(PlanTreeView* view) : QStyledItemDelegate(view), m_view(view) {}
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const override
    {
        const GanttMetrics& metrics = m_view->metrics();
        return {0, static_cast<int>(index.parent().isValid() ? metrics.itemRow : metrics.phaseRow)};
    }

private:
    PlanTreeView* m_view;
};

/// Titles at the foot of a header as high as the chart's.
class TreeHeader : public QHeaderView {
public:
    explicit TreeHeader(PlanTreeView* view) : QHeaderView(Qt::Horizontal, view), m_view(view)
    {
        setObjectName(QStringLiteral("planTreeHeader"));
        setSectionsMovable(false);
        setSectionsClickable(false);
        setHighlightSections(false);
        setMinimumSectionSize(20);
    }

    [[nodiscard]] QSize sizeHint() const override { return {100, static_cast<int>(m_view->metrics().header)}; }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        const bool figures = section != PlanTreeModel::Title;
        painter->save();
        painter->fillRect(rect, roleColor(Role::Surface, palette()));
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), roleColor(Role::Border, palette()));
        painter->setFont(m_view->metrics().headerFont);
        painter->setPen(roleColor(Role::TextMuted, palette()));
        const int line = static_cast<int>(m_view->metrics().headerLine);
        const QRect text(rect.left() + (figures ? 0 : kLeft), rect.bottom() - 2 - line,
                         rect.width() - (figures ? kTreeGap : kLeft), line);
        const QString title = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
        painter->drawText(text, figures ? kFigureFlags : kTitleFlags,
                          painter->fontMetrics().elidedText(title, Qt::ElideRight, text.width()));
        painter->restore();
    }

    void paintEvent(QPaintEvent* event) override
    {
        QHeaderView::paintEvent(event);
        QPainter painter(viewport());
        if (const std::optional<int> year = m_view->year()) {
            const int line = static_cast<int>(m_view->metrics().headerLine);
            painter.setFont(m_view->metrics().weekFont);
            painter.setPen(roleColor(Role::TextMuted, palette()));
            painter.drawText(QRect(0, viewport()->height() - 2 - 2 * line, viewport()->width() - kTreeGap, line),
                             kFigureFlags, QString::number(*year));
        }
        painter.fillRect(QRect(0, viewport()->height() - 1, viewport()->width(), 1),
                         roleColor(Role::Border, palette()));
    }

private:
    PlanTreeView* m_view;
};

} // namespace

PlanTreeView::PlanTreeView(QWidget* parent) : QTreeView(parent), m_metrics(GanttMetrics::of(font()))
{
    setObjectName(QStringLiteral("planTree"));
    setAccessibleName(tr("Phases and items of the plan"));
    setHeader(new TreeHeader(this));
    setItemDelegate(new RowHeights(this));
    setFrameShape(QFrame::NoFrame);
    setIndentation(kPhaseText);
    setRootIsDecorated(true);
    setExpandsOnDoubleClick(true);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the chart's is the one for both
    setContextMenuPolicy(Qt::DefaultContextMenu);
    connect(this, &QTreeView::expanded, this, &PlanTreeView::forgetWidths);
    connect(this, &QTreeView::collapsed, this, &PlanTreeView::forgetWidths);
}

PlanTreeModel* PlanTreeView::planModel() const
{
    return qobject_cast<PlanTreeModel*>(model());
}

void PlanTreeView::setPlanModel(PlanTreeModel* model)
{
    setModel(model);
    static_assert(std::tuple_size_v<decltype(m_figureWidths)> == PlanTreeModel::ColumnCount);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &PlanTreeView::forgetWidths);
    connect(model, &QAbstractItemModel::modelReset, this, &PlanTreeView::forgetWidths);
    forgetWidths();
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setSectionResizeMode(PlanTreeModel::Title, QHeaderView::Stretch);
    fitColumns();
}

void PlanTreeView::setMetrics(const GanttMetrics& metrics)
{
    if (metrics == m_metrics)
        return;
    m_metrics = metrics;
    forgetWidths();
    verticalScrollBar()->setSingleStep(static_cast<int>(metrics.itemRow));
    fitColumns();
    updateGeometries();
    doItemsLayout();
    header()->viewport()->update();
}

void PlanTreeView::setYear(std::optional<int> year)
{
    if (year == m_year)
        return;
    m_year = year;
    header()->viewport()->update();
}

void PlanTreeView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    if (QAccessible::isActive()) {
        QAccessibleTableModelChangeEvent change(this, QAccessibleTableModelChangeEvent::DataChanged);
        change.setFirstRow(topLeft.row());
        change.setFirstColumn(topLeft.column());
        change.setLastRow(bottomRight.row());
        change.setLastColumn(bottomRight.column());
        QAccessible::updateAccessibility(&change);
    }
    if (!roles.isEmpty() && !roles.contains(Qt::DisplayRole))
        return;
    forgetWidths();
    viewport()->update();
}

// Also where all is opened or shut at once: Qt emits no signal for that.
void PlanTreeView::doItemsLayout()
{
    forgetWidths();
    QTreeView::doItemsLayout();
}

void PlanTreeView::forgetWidths()
{
    m_wholeWidth.reset();
    m_figureWidths.fill(std::nullopt);
}

int PlanTreeView::figureWidth(int column) const
{
    std::optional<int>& width = m_figureWidths[static_cast<std::size_t>(column)];
    if (!width)
        width = measureFigures(column);
    return *width;
}

int PlanTreeView::measureFigures(int column) const
{
    const PlanTreeModel* plan = planModel();
    if (!plan)
        return 0;
    const QString title = plan->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    int width = QFontMetrics(m_metrics.headerFont).horizontalAdvance(title);
    // Phases are sums of their items and set in a heavier font, so that theirs are the longest figures …
    const QFontMetrics phases(m_metrics.phaseFont);
    for (int row = 0; row < plan->rowCount(); ++row)
        width = std::max(width, phases.horizontalAdvance(plan->index(row, column).data().toString()));
    // … but for the two decimals of a small effort and for words.
    if (column == PlanTreeModel::Effort)
        for (const QString& sample : {QStringLiteral("0.00 – 0.00"), wording::itemState(ItemState::excluded)})
            width = std::max(width, QFontMetrics(m_metrics.itemFont).horizontalAdvance(sample));
    return width + kTreeGap;
}

void PlanTreeView::fitColumns()
{
    if (!planModel())
        return;
    const int effort = figureWidth(PlanTreeModel::Effort);
    const int cost = figureWidth(PlanTreeModel::Cost);
    const int room = viewport()->width() - kItemText - kLeastTitle;
    header()->resizeSection(PlanTreeModel::Effort, effort);
    header()->resizeSection(PlanTreeModel::Cost, cost);
    setColumnHidden(PlanTreeModel::Cost, room < effort + cost);
    setColumnHidden(PlanTreeModel::Effort, room < effort);
}

int PlanTreeView::wholeWidth() const
{
    if (!m_wholeWidth)
        m_wholeWidth = measureWhole();
    return *m_wholeWidth;
}

int PlanTreeView::measureWhole() const
{
    const PlanTreeModel* plan = planModel();
    if (!plan)
        return 0;
    const int cost = figureWidth(PlanTreeModel::Cost);
    int widest = kItemText + kLeastTitle + figureWidth(PlanTreeModel::Effort) + cost;
    const auto measure = [&](const QModelIndex& index, int left) {
        const QModelIndex effort = index.siblingAtColumn(PlanTreeModel::Effort);
        const int row = left + QFontMetrics(fontOf(index)).horizontalAdvance(index.data().toString()) + kTreeGap +
                        QFontMetrics(fontOf(effort)).horizontalAdvance(effort.data().toString()) + kTreeGap;
        widest = std::max(widest, row + cost + 1);
    };
    for (int phase = 0; phase < std::min(plan->rowCount(), kMeasuredRows); ++phase) {
        const QModelIndex index = plan->index(phase, 0);
        measure(index, kPhaseText);
        for (int item = 0; isExpanded(index) && item < std::min(plan->rowCount(index), kMeasuredRows); ++item)
            measure(plan->index(item, 0, index), kItemText);
    }
    return widest;
}

QSize PlanTreeView::sizeHint() const
{
    return {std::min(wholeWidth(), kWidest), 300};
}

QSize PlanTreeView::minimumSizeHint() const
{
    return {kItemText + kLeastTitle, 120};
}

void PlanTreeView::drawRow(QPainter* painter, const QStyleOptionViewItem& options, const QModelIndex& index) const
{
    const QRect row(0, options.rect.top(), viewport()->width(), options.rect.height());
    const bool selected = selectionModel()->isSelected(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected) {
        // Round at this end only: the row goes on in the chart.
        painter->setClipRect(row);
        painter->setPen(Qt::NoPen);
        painter->setBrush(roleColor(Role::Selection, palette()));
        painter->drawRoundedRect(QRectF(row).adjusted(kInset, 0, 2 * kRowCorner, 0), kRowCorner, kRowCorner);
    }
    if (selected && hasFocus() && currentIndex().isValid() && currentIndex().row() == index.row() &&
        currentIndex().parent() == index.parent()) {
        painter->setPen(QPen(roleColor(Role::Accent, palette()), 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(kInset + 0.75, 0.75, 2 * kRowCorner, -0.75), kRowCorner,
                                 kRowCorner);
    }
    if (!index.parent().isValid())
        drawArrow(painter, row, index);
    drawTitle(painter, row, index);
    for (const int column : {PlanTreeModel::Effort, PlanTreeModel::Cost})
        if (!isColumnHidden(column))
            drawFigures(painter, row, index.siblingAtColumn(column));
    painter->restore();
}

void PlanTreeView::drawArrow(QPainter* painter, const QRect& row, const QModelIndex& index) const
{
    if (!model()->hasChildren(index))
        return;
    const double half = m_metrics.phaseRow / 9;
    const QPointF middle(kLeft + half, QRectF(row).center().y() + 0.5);
    QPolygonF arrow{{-half * 0.6, -half}, {half * 0.6, 0}, {-half * 0.6, half}};
    if (isExpanded(index))
        arrow = QPolygonF{{-half, -half * 0.6}, {half, -half * 0.6}, {0, half * 0.6}};
    painter->setPen(Qt::NoPen);
    painter->setBrush(roleColor(Role::Text, palette()));
    painter->drawPolygon(arrow.translated(middle));
}

QFont PlanTreeView::fontOf(const QModelIndex& index) const
{
    if (!index.data(PlanTreeModel::IsPhaseRole).toBool())
        return m_metrics.itemFont;
    QFont font = m_metrics.phaseFont;
    if (index.column() != PlanTreeModel::Title)
        font.setWeight(QFont::Medium);
    return font;
}

int PlanTreeView::titleRoom(const QModelIndex& index, int left) const
{
    // A title may use what its row's effort leaves free of the next column.
    const QModelIndex effort = index.siblingAtColumn(PlanTreeModel::Effort);
    int right = header()->sectionViewportPosition(PlanTreeModel::Title) + header()->sectionSize(PlanTreeModel::Title);
    if (!isColumnHidden(PlanTreeModel::Effort))
        right += header()->sectionSize(PlanTreeModel::Effort) - kTreeGap -
                 QFontMetrics(fontOf(effort)).horizontalAdvance(effort.data().toString());
    return right - kTreeGap - left;
}

void PlanTreeView::drawTitle(QPainter* painter, const QRect& row, const QModelIndex& index) const
{
    const int left = index.parent().isValid() ? kItemText : kPhaseText;
    const QRect text(left, row.top(), titleRoom(index, left), row.height());
    painter->setFont(fontOf(index));
    painter->setPen(
        roleColor(index.data(PlanTreeModel::HasWorkRole).toBool() ? Role::Text : Role::TextMuted, palette()));
    painter->drawText(text, kTitleFlags,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
}

void PlanTreeView::drawFigures(QPainter* painter, const QRect& row, const QModelIndex& index) const
{
    const bool strong =
        index.data(PlanTreeModel::IsPhaseRole).toBool() && index.data(PlanTreeModel::HasWorkRole).toBool();
    const QRect text(header()->sectionViewportPosition(index.column()), row.top(),
                     header()->sectionSize(index.column()) - kTreeGap, row.height());
    painter->setFont(fontOf(index));
    painter->setPen(roleColor(strong ? Role::Text : Role::TextMuted, palette()));
    painter->drawText(text, kFigureFlags, index.data().toString());
}

} // namespace trestle
