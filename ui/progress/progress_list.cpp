#include "ui/progress/progress_list.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/progress/progress_delegate.h"
#include "ui/progress/progress_field.h"
#include "ui/progress/progress_words.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <array>
#include <utility>

namespace trestle {

namespace {

constexpr int kLeastTitle = 24; // digits
constexpr int kFieldLeft = ProgressDelegate::kPad + ProgressDelegate::kBox + ProgressDelegate::kGap;
constexpr double kMostWho = 0.22; // of the list's width

} // namespace

ProgressList::ProgressList(PlanDocument& document, QWidget* parent)
    : QTableView(parent), m_document(document), m_rows(new ProgressListModel(this)),
      m_field(new ProgressField(viewport()))
{
    setObjectName(QStringLiteral("progressList"));
    setAccessibleName(tr("What happened"));
    setAccessibleDescription(tr("Type on any line: %1").arg(progresswords::examples()));
    setModel(m_rows);
    setItemDelegate(new ProgressDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // all rows, no more
    setShowGrid(false);
    setWordWrap(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves the list, arrows move in it
    setCornerButtonEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->hide();
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    connect(m_field, &ProgressField::left, this, [this] {
        closeField();
        setFocus();
    });
    connect(m_field, &ProgressField::wordsChanged, this, &ProgressList::fitRows);
    connect(m_field, &ProgressField::saved, this, [this](const TypedProgress& said) {
        if (const ItemPlan* item = m_document.plan().findItem(m_open))
            say(*item, said);
    });
    takeFont();
}

void ProgressList::setRows(ProgressRows rows)
{
    const std::string current = item();
    const QString typed = m_field->isVisible() ? m_field->text() : QString();
    const bool wasTyping = m_field->isVisible() && isAncestorOf(QApplication::focusWidget());
    m_rows->setRows(std::move(rows));
    fitRows();
    fitColumns();
    if (currentIndex().isValid())
        return;
    showItem(m_rows->rowOf(current) >= 0 ? current : m_rows->rowCount() > 1 ? m_rows->at(1).item : std::string());
    if (wasTyping && item() == m_open)
        openField(typed); // an edit elsewhere does not take what is being typed
    else
        closeField();
}

std::string ProgressList::item() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? m_rows->at(current.row()).item : std::string();
}

void ProgressList::showItem(const std::string& item)
{
    if (const int row = m_rows->rowOf(item); row >= 0)
        setCurrentIndex(m_rows->index(row, ProgressListModel::What));
}

const ItemPlan* ProgressList::currentPlan() const
{
    return m_document.plan().findItem(item());
}

ProgressContext ProgressList::contextOf(const ItemPlan& item) const
{
    const Inputs& inputs = m_document.inputs();
    return {std::max(m_document.today(), statusDate(inputs)), inputs.start, inputs.hoursPerWeek, item.state};
}

void ProgressList::openField(const QString& text)
{
    const ItemPlan* plan = currentPlan();
    if (!plan)
        return;
    m_open = plan->id;
    fitRows();
    placeField();
    m_field->open(format::text(plan->title), text, [this](const QString& typed) -> ProgressField::Reading {
        const ItemPlan* item = m_document.plan().findItem(m_open);
        if (!item)
            return {};
        const ProgressContext context = contextOf(*item);
        const auto said = readTypedProgress(format::utf8(typed), context);
        if (!said)
            return {progresswords::problem(said.error(), context), std::nullopt};
        return {progresswords::meaning(m_document.plan(), *item, *said, context, m_document.today()), *said};
    });
    Q_EMIT fieldOpened(m_field);
}

void ProgressList::closeField()
{
    if (m_open.empty())
        return;
    m_open.clear();
    m_field->hide();
    fitRows();
}

/// Enters what was said and goes on to the next row.
void ProgressList::say(const ItemPlan& item, const TypedProgress& said)
{
    const std::string id = item.id;
    const std::string next = m_rows->neighbourOf(id);
    const Date today = contextOf(item).today;
    const Date before = statusDate(m_document.inputs());
    const auto enter = [&](Inputs& inputs) {
        recordProgress(inputs, id, said, today);
        inputs.items[id].changed = m_document.today();
    };
    Inputs after = m_document.inputs();
    enter(after);
    if (after != m_document.inputs() &&
        !m_document.edit(progresswords::editLabel(m_document.plan(), item, said), enter))
        return; // refused: what was typed stays
    closeField();
    showItem(next);
    setFocus();
    if (const Date now = statusDate(m_document.inputs()); now != before)
        Q_EMIT told(tr("The status date is %1 now.").arg(format::date(now)));
}

void ProgressList::clickBox()
{
    const ItemPlan* item = currentPlan();
    if (!item)
        return;
    TypedProgress said;
    said.state = item->state == ItemState::done ? ItemState::underWay : ItemState::done;
    if (said.state == ItemState::done)
        said.finished = contextOf(*item).today;
    say(*item, said);
}

void ProgressList::showMenu(const QPoint& at)
{
    const ItemPlan* item = currentPlan();
    if (!item)
        return;
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("progressMenu"));
    menu.addAction(tr("Say what happened"), this, [this] { openField(); });
    menu.addSeparator();
    for (const ItemState state : {ItemState::underWay, ItemState::done, ItemState::missing}) {
        QAction* action = menu.addAction(format::capitalised(wording::itemState(state)));
        action->setCheckable(true);
        action->setChecked(state == item->state);
        connect(action, &QAction::triggered, this, [this, state] {
            const ItemPlan* chosen = currentPlan();
            if (!chosen)
                return;
            TypedProgress said;
            said.state = state;
            if (state == ItemState::done)
                said.finished = contextOf(*chosen).today;
            say(*chosen, said);
        });
    }
    menu.exec(at);
}

int ProgressList::rowHeightOf(int row) const
{
    const ProgressRow& entry = m_rows->at(row);
    if (entry.isHeading)
        return ProgressDelegate::headingHeight(font());
    const int line = ProgressDelegate::lineHeight(font());
    return !m_open.empty() && entry.item == m_open ? line + m_field->heightFor(fieldWidth()) + kRhythm : line;
}

void ProgressList::fitRows()
{
    for (int row = 0; row < m_rows->rowCount(); ++row)
        if (rowHeight(row) != rowHeightOf(row))
            setRowHeight(row, rowHeightOf(row));
    updateGeometry();
    placeField();
}

/// Titles take what the others leave.
void ProgressList::fitColumns()
{
    const QFont small = scaledFont(font(), TextSize::Small);
    std::array<int, ProgressListModel::ColumnCount> widths{};
    for (int row = 0; row < m_rows->rowCount(); ++row)
        for (const int column : {ProgressListModel::Who, ProgressListModel::When, ProgressListModel::Aside}) {
            const QString text = m_rows->index(row, column).data().toString();
            auto& width = widths[static_cast<std::size_t>(column)];
            width = std::max(width, ProgressDelegate::widthOf(small, text));
        }
    int& who = widths[ProgressListModel::Who];
    who = std::min(who, static_cast<int>(kMostWho * viewport()->width()));
    widths[ProgressListModel::Aside] += ProgressDelegate::kPad;
    int title = viewport()->width();
    for (const int width : widths)
        title -= width;
    // Where there is little room, who it is and when are left to the tip of the row.
    const int least = std::min(kLeastTitle * fontMetrics().horizontalAdvance(u'0'), viewport()->width() / 2);
    for (const int column : {ProgressListModel::Who, ProgressListModel::When}) {
        const bool isHidden = title < least;
        setColumnHidden(column, isHidden);
        if (isHidden)
            title += std::exchange(widths[static_cast<std::size_t>(column)], 0);
    }
    // What the longest title leaves is shared, so that the columns stand apart.
    constexpr double kShare = 0.3;
    if (const int spare = title - longestTitle(); spare > 0)
        for (const int column : {ProgressListModel::Who, ProgressListModel::When}) {
            const int part = static_cast<int>(kShare * spare);
            widths[static_cast<std::size_t>(column)] += part;
            title -= part;
        }
    widths[ProgressListModel::What] = std::max(title, 1);
    for (int column = 0; column < ProgressListModel::ColumnCount; ++column)
        if (!isColumnHidden(column))
            setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
}

int ProgressList::longestTitle() const
{
    int longest = 0;
    for (int row = 0; row < m_rows->rowCount(); ++row)
        longest = std::max(longest, ProgressDelegate::widthOf(font(), m_rows->at(row).title));
    return longest + kFieldLeft;
}

void ProgressList::placeField()
{
    const int row = m_rows->rowOf(m_open);
    if (row < 0)
        return;
    const int top = rowViewportPosition(row) + ProgressDelegate::lineHeight(font()) - 2;
    m_field->fitTo(fieldWidth());
    m_field->setGeometry(kFieldLeft, top, fieldWidth(), m_field->heightFor(fieldWidth()));
}

int ProgressList::fieldWidth() const
{
    return viewport()->width() - kFieldLeft - ProgressDelegate::kPad;
}

void ProgressList::takeFont()
{
    setFont(scaledFont(QApplication::font(), TextSize::Body));
    fitRows();
    fitColumns();
}

QSize ProgressList::sizeHint() const
{
    return {600, verticalHeader()->length() + 2 * frameWidth()};
}

QSize ProgressList::minimumSizeHint() const
{
    return {280, sizeHint().height()};
}

void ProgressList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() && current.isValid() && m_rows->at(current.row()).item != m_open)
        closeField();
    viewport()->update();
    if (current.isValid() && hasFocus())
        Q_EMIT itemChosen(format::raw(m_rows->at(current.row()).item));
}

void ProgressList::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (isPlain && currentPlan()) {
        const int key = event->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F2) {
            openField();
            return;
        }
        if (key == Qt::Key_Space) {
            clickBox();
            return;
        }
        if (key == Qt::Key_Menu) {
            showMenu(viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
            return;
        }
        const QString typed = event->text();
        if (!typed.isEmpty() && typed.front().isPrint()) {
            openField(typed);
            return;
        }
    }
    QTableView::keyPressEvent(event);
}

bool ProgressList::isOnBox(const QPoint& at) const
{
    const QModelIndex index = indexAt(at);
    if (!index.isValid() || m_rows->at(index.row()).isHeading)
        return false;
    const QRect row = visualRect(m_rows->index(index.row(), ProgressListModel::What));
    return ProgressDelegate::boxIn(row, font()).adjusted(-4, -4, 4, 4).contains(at);
}

void ProgressList::mousePressEvent(QMouseEvent* event)
{
    QTableView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && isOnBox(event->position().toPoint()))
        clickBox();
}

void ProgressList::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    if (index.isValid() && !m_rows->at(index.row()).isHeading && !isOnBox(at))
        openField();
}

void ProgressList::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    showMenu(isKeyboard ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

void ProgressList::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::StyleChange)
        takeFont();
}

void ProgressList::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    placeField();
}

/// Rows are all in sight: the wheel is the page's.
void ProgressList::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

} // namespace trestle
