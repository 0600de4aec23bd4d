#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>

#include "models/typed/typed_figures.h"
// clang-format on
#include "ui/widgets/typed_field.h"

namespace trestle {

/// A part of a full-time week, typed: "full-time", "half-time", "0.6", "60 %", "3 days".
class ShareLine : public TypedField {
    Q_OBJECT
public:
    ShareLine(const QString& name, double share, QWidget* parent);

    /// What the text says; the last sound share where it is not understood.
    [[nodiscard]] double share() const;
    /// "Full-time", "0.6 FTE".
    static QString words(double share);

protected:
    [[nodiscard]] Reading read() const override;
    [[nodiscard]] QString written() const override;
    bool store() override;

private:
    [[nodiscard]] std::expected<double, FigureProblem> typed() const;

    double m_share;
};

} // namespace trestle
