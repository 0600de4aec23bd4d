#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace trestle {

/// Cells of a register: the first with a number in a circle, one with a small bar before its figure, grey where the
/// row is over. The roles are those of RegisterModel.
class RegisterDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
};

/// The same with a list of the states that a risk can have where the status is edited.
class RiskStatusDelegate : public RegisterDelegate {
    Q_OBJECT
public:
    using RegisterDelegate::RegisterDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
};

/// A table that is as high as its rows, for a page that scrolls as a whole.
class RegisterTable : public QTableView {
    Q_OBJECT
public:
    RegisterTable(const QString& name, QAbstractItemModel& model, QWidget* parent = nullptr);

    /// Columns that share the room that the others leave, by name of their index.
    void stretch(std::initializer_list<int> columns);
    /// Columns that go where the table is narrower than `width`.
    void hideBelow(int width, std::initializer_list<int> columns);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void fitHeight();
    void fitColumns();

    int m_narrow = 0;
    std::vector<int> m_hidden;
};

} // namespace trestle
