// What keys and the mouse do in the tree.
#include "ui/gantt/plan_tree_view.h"

#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QKeyEvent>

namespace trestle {

void PlanTreeView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const QModelIndex current = currentIndex();
    const bool item = current.parent().isValid();
    if (plain && event->key() == Qt::Key_Space && current.isValid()) {
        if (item)
            Q_EMIT stateCycleRequested(current);
        else
            setExpanded(current.siblingAtColumn(0), !isExpanded(current.siblingAtColumn(0)));
    } else if (plain && event->key() == Qt::Key_X && item) {
        Q_EMIT excludeRequested(current);
    } else if (plain && item &&
               (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2)) {
        Q_EMIT noteRequested(current);
    } else if (plain && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)) {
        Q_EMIT zoomRequested(1);
    } else if (plain && event->key() == Qt::Key_Minus) {
        Q_EMIT zoomRequested(-1);
    } else if (plain && event->key() == Qt::Key_0) {
        Q_EMIT fitRequested();
    } else {
        QTreeView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void PlanTreeView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = byMouse ? indexAt(event->pos()) : currentIndex();
    const QPoint place = byMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(index).center());
    Q_EMIT menuRequested(index, place);
    event->accept();
}

void PlanTreeView::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void PlanTreeView::focusInEvent(QFocusEvent* event)
{
    QTreeView::focusInEvent(event);
    viewport()->update();
}

void PlanTreeView::focusOutEvent(QFocusEvent* event)
{
    QTreeView::focusOutEvent(event);
    viewport()->update();
}

} // namespace trestle
