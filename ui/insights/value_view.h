#pragma once

#include <QListView>
#include <QStyledItemDelegate>

namespace trestle {

/// Paints an item's value: a box to tick, title and weeks, below them what remains to be said and the money. Texts wrap
/// rather than being cut.
class ValueDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
};

/// The item values at full length: the page around it scrolls. Space or Return ticks.
class ValueView : public QListView {
    Q_OBJECT
public:
    explicit ValueView(QWidget* parent = nullptr);
    void setModel(QAbstractItemModel* model) override;

Q_SIGNALS:
    void lookedAt(const QModelIndex& index); ///< by the keys

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void fitHeight();
};

} // namespace trestle
