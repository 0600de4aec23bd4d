#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "models/typed/typed_figures.h"
// clang-format on
#include "ui/widgets/typed_field.h"

namespace trestle {

/// An amount in AUD, typed as people write it: "120,000", "1.5k", "AUD 90 000". Arrows step by an amount.
class AmountField : public TypedField {
    Q_OBJECT
public:
    AmountField(const QString& name, Money amount, QWidget* parent);

    /// What the text says, to the cent; the last sound amount where it is not understood, 0 for no text.
    [[nodiscard]] Money amount() const;
    /// Leaves what is being typed alone.
    void setAmount(Money amount);
    /// By how much arrows change it; page keys by ten times that.
    void setStep(Money step) { m_step = step; }
    /// No text is an answer as well, and `placeholder` says which.
    void setOptional(const QString& placeholder);
    /// Nothing where no text is the answer.
    [[nodiscard]] std::optional<Money> amountIfAny() const;
    void setAmountIfAny(std::optional<Money> amount);
    /// An amount may be below nothing: "-5,000".
    void setSigned() { m_signed = true; }
    /// Shows "5,000" instead of "AUD 5,000", where what stands around the field says what it is.
    void setPlain(const QString& widest);

protected:
    [[nodiscard]] Reading read() const override;
    [[nodiscard]] QString written() const override;
    bool store() override;
    void step(int steps, bool larger) override;

private:
    [[nodiscard]] std::expected<std::optional<Money>, FigureProblem> typed() const;
    [[nodiscard]] QString inField(Money amount) const;

    std::optional<Money> m_amount;
    Money m_step = Money::dollars(5'000);
    bool m_plain = false;
    bool m_optional = false;
    bool m_signed = false;
};

/// A plain number in a range: 12, 44, 4.5.
class NumberField : public TypedField {
    Q_OBJECT
public:
    NumberField(const QString& name, double least, double most, QWidget* parent);

    /// What the text says; the last sound number where it is not understood.
    [[nodiscard]] double number() const;
    void setNumber(double number);
    void setRange(double least, double most);

protected:
    [[nodiscard]] Reading read() const override;
    [[nodiscard]] QString written() const override;
    bool store() override;
    void step(int steps, bool larger) override;

private:
    [[nodiscard]] std::optional<double> typed() const; ///< nothing where it is no number in the range

    double m_least;
    double m_most;
    double m_number;
};

/// Effort in person-weeks, typed as "3 w", "2 d" or "4 h".
class EffortField : public TypedField {
    Q_OBJECT
public:
    EffortField(const QString& name, QWidget* parent);

    /// What the text says; the last sound effort where it is not understood.
    [[nodiscard]] PersonWeeks effort() const;
    void setEffort(PersonWeeks effort);
    /// Of a full-time week, for what is typed in hours.
    void setHoursPerWeek(double hours);

protected:
    [[nodiscard]] Reading read() const override;
    [[nodiscard]] QString written() const override;
    bool store() override;
    void step(int steps, bool larger) override;

private:
    [[nodiscard]] std::expected<PersonWeeks, FigureProblem> typed() const;

    PersonWeeks m_effort = 0;
    double m_hoursPerWeek = kHoursPerWeek;
};

} // namespace trestle
