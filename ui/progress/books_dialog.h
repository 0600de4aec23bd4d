#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "models/item_actual.h"
// clang-format on
#include "ui/dialogs/form_dialog.h"

#include <vector>

class QLineEdit;
class QTableWidget;

namespace trestle {

class AmountField;
class PlanDocument;

/// Money from the books by month, in place of what would be worked out. Rows are typed below the table or pasted into
/// it; Delete takes one away. All of it is one edit.
class BooksDialog : public FormDialog {
    Q_OBJECT
public:
    BooksDialog(PlanDocument& document, QWidget* parent = nullptr);

    void accept() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addTyped();
    void paste();
    void removeSelected();
    void showRows();
    void sortRows();

    PlanDocument& m_document;
    std::vector<ActualCost> m_costs;
    QTableWidget* m_table;
    QLineEdit* m_month;
    AmountField* m_amount;
    QLineEdit* m_label;
};

} // namespace trestle
