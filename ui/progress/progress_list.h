#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "models/typed/typed_progress.h"
#include "ui/progress/progress_list_model.h"
// clang-format on

#include <QTableView>

namespace trestle {

class PlanDocument;
class ProgressField;

/// What is under way, late, due next and done, in one list. Typing on a row opens a field below it; Enter and F2 do so
/// too. Space, or a click on the box: finished today, and back.
class ProgressList : public QTableView {
    Q_OBJECT
public:
    explicit ProgressList(PlanDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] ProgressListModel& rows() const { return *m_rows; }
    void setRows(ProgressRows rows);
    [[nodiscard]] std::string item() const; ///< of the current row; empty: none
    void showItem(const std::string& item);
    /// Opens the field below the current row with what was typed already.
    void openField(const QString& text = {});
    void closeField();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void itemChosen(const QString& item); ///< by the user
    void told(const QString& text);
    void fieldOpened(QWidget* field);

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] const ItemPlan* currentPlan() const;
    [[nodiscard]] ProgressContext contextOf(const ItemPlan& item) const;
    [[nodiscard]] int rowHeightOf(int row) const;
    [[nodiscard]] bool isOnBox(const QPoint& at) const;
    void say(const ItemPlan& item, const TypedProgress& said);
    void clickBox();
    void showMenu(const QPoint& at);
    void takeFont();
    void fitRows();
    void fitColumns();
    void placeField();
    [[nodiscard]] int longestTitle() const;
    [[nodiscard]] int fieldWidth() const;

    PlanDocument& m_document;
    ProgressListModel* m_rows;
    ProgressField* m_field;
    std::string m_open; ///< the item with the field
};

} // namespace trestle
