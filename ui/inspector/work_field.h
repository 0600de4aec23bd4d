#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "models/typed/typed_progress.h"
// clang-format on
#include "ui/widgets/typed_field.h"

namespace trestle {

/// Time that was spent on an item, or is left of it: "3 days", "20h", of what is left also "1-3 days" and "1/2/3 days".
/// No text: it was not said.
class WorkField : public TypedField {
    Q_OBJECT
public:
    enum class Kind { Spent, Left };
    WorkField(Kind kind, const QString& name, QWidget* parent);

    [[nodiscard]] std::optional<ThreePoint> work() const { return m_work; }
    /// Leaves what is being typed alone. `hoursPerWeek`: of a full-time week.
    void setWork(const std::optional<ThreePoint>& work, double hoursPerWeek);

protected:
    [[nodiscard]] Reading read() const override;
    [[nodiscard]] QString written() const override;
    bool store() override;

private:
    [[nodiscard]] std::expected<std::optional<ThreePoint>, ProgressProblem> typed() const;

    Kind m_kind;
    std::optional<ThreePoint> m_work;
    double m_hoursPerWeek = 38;
};

} // namespace trestle
