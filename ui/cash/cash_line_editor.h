#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "models/money_terms.h"
#include "ui/cash/cash_rows.h"
// clang-format on

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace trestle {

class AmountField;
class CrossButton;
class DateField;
class PlanDocument;

/// One of the user's own lines of cash, edited in place: what it is, in or out, how much, when, a note. What breaks a
/// rule is said below the fields and not taken.
class CashLineEditor : public QWidget {
    Q_OBJECT
public:
    CashLineEditor(PlanDocument& document, OwnLine line, QWidget* parent);

    void refresh();
    void focusLabel();
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void removeWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* addCaptioned(const QString& caption, QWidget* field);
    void makeFields();
    void store(const QWidget* field);
    void complain(const QString& problem);
    void apply(CashPlan& cash) const;
    void applyColours();
    [[nodiscard]] bool isThere() const;

    PlanDocument& m_document;
    OwnLine m_line;
    QLineEdit* m_label;
    QComboBox* m_direction;
    AmountField* m_amount;
    DateField* m_from; ///< of a line that comes once: its day
    DateField* m_to = nullptr;
    QLineEdit* m_note;
    CrossButton* m_remove;
    QLabel* m_problem;
};

} // namespace trestle
