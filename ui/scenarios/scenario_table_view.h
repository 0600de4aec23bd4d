#pragma once

#include <QTableView>

namespace trestle {

class ScenarioTableModel;

/// The scenarios side by side; a column is chosen as a whole. Enter or a double click asks to open it. All rows show:
/// the page scrolls, not the table, which scrolls to the side alone.
class ScenarioTableView : public QTableView {
    Q_OBJECT
public:
    explicit ScenarioTableView(ScenarioTableModel& model, QWidget* parent = nullptr);

    /// The chosen column, 0 for the base; -1 while there is none.
    [[nodiscard]] int chosenColumn() const;
    void chooseColumn(int column);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void columnChosen(int column);
    void openWanted(int column);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void takeFont();
    void fitColumns();

    ScenarioTableModel& m_scenarios;
};

} // namespace trestle
