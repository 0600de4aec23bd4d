#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <array>
#include <expected>

#include "models/team.h"
// clang-format on

#include <QFrame>

class QComboBox;
class QLabel;

namespace trestle {

class AmountField;
class NumberField;
class Segments;

/// A full-time week from a salary or from a contractor's rate, as a formula in which every figure can be changed. What
/// it comes to follows each key.
class SalaryPanel : public QFrame {
    Q_OBJECT
public:
    explicit SalaryPanel(QWidget* parent = nullptr);

    /// As the fields say, worked out on no day: who keeps it knows which.
    [[nodiscard]] RateBasis basis() const;
    void setBasis(const RateBasis& basis);
    /// The part of full time that the person works: the week's cost of it is told beside the result. Full time:
    /// nothing.
    void setTime(double allocation);
    /// What the formula comes to.
    [[nodiscard]] Money rate() const;
    /// What is wrong with a figure, in a sentence; empty where all are understood.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    /// The user has changed a figure, and it is understood.
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] RateKind kind() const;
    void fill(const RateBasis& basis);
    void fieldChanged();
    void kindChanged();
    void refresh();

    std::array<RateBasis, 3> m_bases; ///< by kind: what was entered stays while another kind is looked at
    double m_time = 1;
    Segments* m_kinds;
    QWidget* m_employee;
    QWidget* m_divisor;
    QWidget* m_contractor;
    AmountField* m_salary;
    NumberField* m_super;
    AmountField* m_onCosts;
    NumberField* m_weeks;
    AmountField* m_fee;
    QComboBox* m_unit;
    NumberField* m_units;
    QLabel* m_superAmount;
    QLabel* m_yearly;
    QLabel* m_unitsWord;
    QLabel* m_result;
    QLabel* m_part;
    QLabel* m_note;
    bool m_showing = false;
};

} // namespace trestle
