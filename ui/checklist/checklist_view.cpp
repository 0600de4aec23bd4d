#include "ui/checklist/checklist_view.h"

#include "models/inputs.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/checklist/checklist_delegate.h"
#include "ui/checklist/checklist_model.h"
#include "ui/checklist/scope_menu.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

namespace trestle {

namespace {

bool isItem(const QModelIndex& index)
{
    return index.isValid() && index.parent().isValid();
}

} // namespace

ChecklistView::ChecklistView(QWidget* parent) : QTreeView(parent)
{
    setItemDelegate(new ChecklistDelegate(this));
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setIndentation(0);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    header()->setStretchLastSection(true);
    header()->setMinimumSectionSize(0);
}

void ChecklistView::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    // Rows are painted by the delegate alone; the style's own row background would show beside its round corners.
    QStyleOptionViewItem row(option);
    row.rect = option.rect;
    row.state.setFlag(QStyle::State_Open, isExpanded(index));
    row.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    row.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
    row.state.setFlag(QStyle::State_MouseOver,
                      viewport()->underMouse() && row.rect.contains(viewport()->mapFromGlobal(QCursor::pos())));
    row.widget = this;
    itemDelegate()->paint(painter, row, index);
}

bool ChecklistView::setState(const QModelIndex& index, int state)
{
    return isItem(index) && model()->setData(index, state, ChecklistModel::StateRole);
}

/// The state, or to build where it has that already.
void ChecklistView::toggleState(const QModelIndex& index, ItemState state)
{
    const auto wanted = static_cast<int>(state);
    const bool already =
        index.data(ChecklistModel::StateRole).toInt() == wanted && !ChecklistModel::isOfferedApart(index);
    setState(index, already ? static_cast<int>(ItemState::missing) : wanted);
}

void ChecklistView::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex current = currentIndex();
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (plain && current.isValid()) {
        switch (event->key()) {
        case Qt::Key_Space:
            if (isItem(current))
                edit(current, AllEditTriggers, event);
            else
                setExpanded(current, !isExpanded(current));
            return;
        case Qt::Key_X: toggleState(current, ItemState::excluded); return;
        case Qt::Key_P: toggleState(current, ItemState::underWay); return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_F2:
            if (isItem(current))
                Q_EMIT noteWanted(current);
            else
                setExpanded(current, !isExpanded(current));
            return;
        case Qt::Key_Menu: showMenu(current, viewport()->mapToGlobal(visualRect(current).bottomLeft())); return;
        default: break;
        }
    }
    QTreeView::keyPressEvent(event);
}

void ChecklistView::mouseReleaseEvent(QMouseEvent* event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && at.isValid() && !isItem(at))
        setExpanded(at, !isExpanded(at));
    QTreeView::mouseReleaseEvent(event);
}

void ChecklistView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    if (!isItem(at)) {
        // The base class would open the phase once more than the two releases do.
        QTreeView::mousePressEvent(event);
        return;
    }
    QTreeView::mouseDoubleClickEvent(event);
}

void ChecklistView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = keyboard ? currentIndex() : indexAt(event->pos());
    showMenu(index, keyboard ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void ChecklistView::showMenu(const QModelIndex& index, const QPoint& at)
{
    if (!isItem(index))
        return;
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("checklistMenu"));
    const QPersistentModelIndex item(index);
    const auto state = static_cast<ItemState>(index.data(ChecklistModel::StateRole).toInt());
    for (const ItemState choice :
         {ItemState::missing, ItemState::underWay, ItemState::partial, ItemState::done, ItemState::excluded}) {
        QAction* action = menu.addAction(format::capitalised(wording::itemState(choice)));
        action->setCheckable(true);
        action->setChecked(choice == state && !ChecklistModel::isOfferedApart(index));
        connect(action, &QAction::triggered, this, [this, item, choice] { setState(item, static_cast<int>(choice)); });
    }
    menu.addSeparator();
    const int scope = index.data(ChecklistModel::ScopeRole).toInt();
    addScopeMenu(menu, scope == ChecklistModel::kInScope ? std::nullopt : std::optional(static_cast<ItemScope>(scope)),
                 [this, item](std::optional<ItemScope> wanted) {
                     model()->setData(item, wanted ? static_cast<int>(*wanted) : ChecklistModel::kInScope,
                                      ChecklistModel::ScopeRole);
                 });
    menu.addAction(tr("Note and owner…"), this, [this, item] { Q_EMIT noteWanted(item); });
    menu.exec(at);
}

} // namespace trestle
