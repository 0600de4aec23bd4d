#include "ui/document/forecast_history.h"

#include "models/learning.h"
#include "models/progress/progress_report.h"
#include "ui/base/format.h"
#include "ui/document/plan_document.h"

#include <algorithm>
#include <array>

namespace trestle {

ForecastHistory::ForecastHistory(PlanDocument& document) : m_document(document)
{
    connect(&document, &PlanDocument::riskChanged, this, &ForecastHistory::follow);
    connect(&document, &PlanDocument::reloaded, this, &ForecastHistory::load);
    follow();
}

std::optional<Forecast> ForecastHistory::now() const
{
    const std::shared_ptr<const Risk> risk = m_document.risk();
    return risk ? std::optional(forecastOf(m_document.plan(), *risk)) : std::nullopt;
}

Forecasts ForecastHistory::forecasts() const
{
    Forecasts all = m_kept;
    if (const auto current = now())
        keepForecast(all, *current);
    const Date status = statusDate(m_document.inputs());
    std::erase_if(all, [status](const Forecast& forecast) { return forecast.asOf > status; });
    return all;
}

std::optional<Date> ForecastHistory::before() const
{
    const Date status = statusDate(m_document.inputs());
    const auto place = std::ranges::lower_bound(m_kept, status, {}, &Forecast::asOf);
    return place == m_kept.begin() ? std::nullopt : std::optional(std::prev(place)->asOf);
}

void ForecastHistory::follow()
{
    if (m_scenario != m_document.activeScenario()) {
        load();
        return; // its forecast is kept once the others are there
    }
    const auto current = now();
    if (!current || m_document.readOnlyReason() || !isFollowed(m_document.inputs()))
        return;
    Forecasts after = m_kept;
    keepForecast(after, *current);
    if (after == m_kept)
        return;
    m_kept = std::move(after);
    const KeptForecast kept{format::utf8(m_document.activeScenario()), *current};
    m_document.withFile(this, [this, kept](PlanFile& file) -> std::function<void()> {
        if (file.keepForecasts(std::array{kept}))
            return {};
        // The next simulation tries again.
        return [this, kept] { std::erase(m_kept, kept.forecast); };
    });
    Q_EMIT changed();
}

void ForecastHistory::load()
{
    m_scenario = m_document.activeScenario();
    m_kept.clear();
    m_document.withFile(this, [this, scenario = *m_scenario](PlanFile& file) -> std::function<void()> {
        Result<Forecasts> read = file.forecasts(format::utf8(scenario));
        return [this, scenario, read = std::move(read)] {
            if (m_scenario != scenario)
                return;
            if (read)
                m_kept = *read;
            Q_EMIT changed();
            follow();
        };
    });
}

} // namespace trestle
