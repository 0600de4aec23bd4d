#pragma once

#include "models/item_progress.h"

#include <QTreeView>

namespace trestle {

/// The tree of the checklist with its keys: Space cycles an item, P sets it under way, X marks it as not needed, Return opens its note and
/// owner, arrows walk.
class ChecklistView : public QTreeView {
    Q_OBJECT
public:
    explicit ChecklistView(QWidget* parent = nullptr);

Q_SIGNALS:
    void noteWanted(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void drawBranches(QPainter*, const QRect&, const QModelIndex&) const override {}
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void showMenu(const QModelIndex& index, const QPoint& at);
    bool setState(const QModelIndex& index, int state);
    void toggleState(const QModelIndex& index, ItemState state);
};

} // namespace trestle
