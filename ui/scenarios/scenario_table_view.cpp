#include "ui/scenarios/scenario_table_view.h"

#include "ui/scenarios/scenario_table_model.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr int kAir = 12;    ///< above and below the two lines of a cell together
constexpr int kPadding = 8; ///< as a heading has it
constexpr int kNarrowest = 132;
constexpr int kWidest = 260;
constexpr TextSize kDetail = TextSize::Small;

/// A figure with a smaller, quieter line below it.
class ScenarioDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem cell(option);
        initStyleOption(&cell, index);
        const QString text = std::exchange(cell.text, QString());
        const QString detail = index.data(ScenarioTableModel::DetailRole).toString();
        cell.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
        painter->save();
        painter->fillRect(QRect(cell.rect.left(), cell.rect.bottom(), cell.rect.width(), 1),
                          roleColor(Role::Border, cell.palette));
        const QFont figure = figureFont(cell.font, index);
        const QFont small = scaledFont(cell.font, kDetail);
        const int high = QFontMetrics(figure).height();
        const int low = detail.isEmpty() ? 0 : QFontMetrics(small).height();
        QRect room = cell.rect.adjusted(kPadding, 0, -kPadding / 2, 0);
        room.setTop(room.top() + (room.height() - high - low) / 2);
        paintLine(*painter, room, high, figure, roleColor(Role::Text, cell.palette), text);
        room.setTop(room.top() + high);
        paintLine(*painter, room, low, small, roleColor(Role::TextMuted, cell.palette), detail);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QFontMetrics figure(figureFont(option.font, index));
        const QFontMetrics small(scaledFont(option.font, kDetail));
        const int width = std::max(figure.horizontalAdvance(index.data().toString()),
                                   small.horizontalAdvance(index.data(ScenarioTableModel::DetailRole).toString()));
        return {width + 2 * kPadding, figure.height() + small.height() + kAir};
    }

private:
    static QFont figureFont(const QFont& font, const QModelIndex& index)
    {
        const bool headline = index.row() <= ScenarioTableModel::Chance;
        return headline ? scaledFont(font, TextSize::Body, QFont::DemiBold) : font;
    }

    static void paintLine(QPainter& painter, const QRect& room, int height, const QFont& font, const QColor& color,
                          const QString& text)
    {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QRect(room.left(), room.top(), room.width(), height),
                         static_cast<int>(Qt::AlignLeft) | static_cast<int>(Qt::AlignVCenter),
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
    }
};

} // namespace

ScenarioTableView::ScenarioTableView(ScenarioTableModel& model, QWidget* parent)
    : QTableView(parent), m_scenarios(model)
{
    setModel(&model);
    setItemDelegate(new ScenarioDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectColumns);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (QHeaderView* header : {horizontalHeader(), verticalHeader()}) {
        header->setHighlightSections(false);
        header->setSectionResizeMode(QHeaderView::Fixed);
    }
    horizontalHeader()->setSectionsClickable(true);
    takeFont();
    connect(&model, &QAbstractItemModel::modelReset, this, &ScenarioTableView::fitColumns);
    connect(&model, &QAbstractItemModel::dataChanged, this, &ScenarioTableView::fitColumns);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current, const QModelIndex& previous) {
                if (current.isValid() && current.column() != previous.column())
                    Q_EMIT columnChosen(current.column());
            });
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT openWanted(index.column()); });
    connect(horizontalHeader(), &QHeaderView::sectionDoubleClicked, this, &ScenarioTableView::openWanted);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &ScenarioTableView::chooseColumn);
}

int ScenarioTableView::chosenColumn() const
{
    return currentIndex().isValid() ? currentIndex().column() : -1;
}

void ScenarioTableView::chooseColumn(int column)
{
    if (column < 0 || column >= m_scenarios.columnCount())
        return;
    setCurrentIndex(m_scenarios.index(std::max(currentIndex().row(), 0), column));
}

void ScenarioTableView::takeFont()
{
    const QFont small = scaledFont(font(), kDetail, QFont::DemiBold);
    horizontalHeader()->setFont(small);
    verticalHeader()->setFont(scaledFont(font(), kDetail));
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(QFontMetrics(font()).height() +
                                            QFontMetrics(scaledFont(font(), kDetail)).height() + kAir);
}

void ScenarioTableView::fitColumns()
{
    const int columns = m_scenarios.columnCount();
    if (columns == 0)
        return;
    int needed = kNarrowest;
    for (int column = 0; column < columns; ++column)
        needed = std::max(needed, sizeHintForColumn(column));
    const int fair = viewport()->width() / columns;
    const int width = std::clamp(fair, std::min(needed, kWidest), kWidest);
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, width);
    updateGeometry();
}

QSize ScenarioTableView::sizeHint() const
{
    const int bar = horizontalHeader()->length() > viewport()->width() ? horizontalScrollBar()->sizeHint().height() : 0;
    return {600, horizontalHeader()->sizeHint().height() + verticalHeader()->length() + bar + 2 * frameWidth()};
}

QSize ScenarioTableView::minimumSizeHint() const
{
    return {300, sizeHint().height()};
}

void ScenarioTableView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        takeFont();
        fitColumns();
    }
}

void ScenarioTableView::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && chosenColumn() >= 0) {
        Q_EMIT openWanted(chosenColumn());
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void ScenarioTableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

} // namespace trestle
