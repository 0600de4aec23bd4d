#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "models/progress/forecast.h"
// clang-format on

#include <QObject>
#include <QString>

namespace trestle {

class PlanDocument;

/// How the promise of the open scenario moved: the forecast of each status date, kept in the plan's file. Once a plan
/// is followed (work has begun, or there is a baseline), each simulation of it is its status date's forecast.
class ForecastHistory : public QObject {
    Q_OBJECT
public:
    explicit ForecastHistory(PlanDocument& document);

    /// Up to the plan's status date, the oldest first; with that of now, where it is known.
    [[nodiscard]] Forecasts forecasts() const;
    /// Of the plan as it stands; nothing while its simulation is under way.
    [[nodiscard]] std::optional<Forecast> now() const;
    /// The status date before this one that a forecast is kept of.
    [[nodiscard]] std::optional<Date> before() const;

    /// Reads them again, where something else has written them.
    void load();

Q_SIGNALS:
    void changed();

private:
    void follow();

    PlanDocument& m_document;
    std::optional<QString> m_scenario; ///< whose forecasts were asked for
    Forecasts m_kept;
};

} // namespace trestle
