#pragma once

#include "models/catalogue.h"
#include "models/risk_events.h"
#include "ui/dialogs/form_dialog.h"

#include <array>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;

namespace trestle {

class AmountField;
class EffortField;

/// Fields for the impact of a risk: effort, a wait and money, each as low, likely and high.
class ImpactForm : public FormDialog {
    Q_OBJECT
protected:
    ImpactForm(const QString& name, const QString& title, const QString& explanation, QWidget* parent);

    QDoubleSpinBox* addChance(const QString& label, const QString& name, double p);
    void addImpact(const ThreePoint& effort, const ThreePoint& delay, const ThreePoint& money);
    [[nodiscard]] ThreePoint effort() const;
    [[nodiscard]] ThreePoint delay() const;
    [[nodiscard]] ThreePoint money() const;
    /// The chance of a field as a part of 1, `before` where the field shows just that.
    static double chanceOf(const QDoubleSpinBox& field, double before);
    /// Takes what was typed; false, with a word on it, where it cannot be used.
    bool takeImpact();

private:
    std::array<EffortField*, 3> m_effort{};
    std::array<QDoubleSpinBox*, 3> m_delay{};
    std::array<AmountField*, 3> m_money{};
};

/// What may happen, how likely, and what it does.
class RiskDialog : public ImpactForm {
    Q_OBJECT
public:
    RiskDialog(const Catalogue& catalogue, const RiskEvent& event, const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] RiskEvent event() const;
    void accept() override;

private:
    RiskEvent m_event;
    QLineEdit* m_title;
    QDoubleSpinBox* m_chance;
    QComboBox* m_phase;
    QComboBox* m_skill;
    QLineEdit* m_owner;
};

/// What is done about a risk, what that costs, and what it leaves of it.
class ResponseDialog : public ImpactForm {
    Q_OBJECT
public:
    explicit ResponseDialog(const RiskEvent& event, QWidget* parent = nullptr);

    /// The risk with its response, in the plan or not; without one where that was taken away.
    [[nodiscard]] RiskEvent event() const;
    void accept() override;

private:
    RiskEvent m_event;
    QLineEdit* m_title;
    AmountField* m_cost;
    QDoubleSpinBox* m_chance;
    QCheckBox* m_inPlan;
    bool m_none = false;
};

} // namespace trestle
