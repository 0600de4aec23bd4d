#include "data/plan_file/kept_forecasts.h"

#include "data/plan_file/revisions.h"
#include "data/plan_file/schema.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace trestle::planfile {

namespace {

std::string forecastHash(const KeptForecast& kept)
{
    const Forecast& forecast = kept.forecast;
    return hashOf({"trestle-forecast-1", kept.scenario, isoDate(forecast.asOf), isoDate(forecast.finishP50),
                   isoDate(forecast.finishP80), std::to_string(forecast.totalP50.cents),
                   std::to_string(forecast.totalP80.cents)});
}

constexpr std::int64_t kMostCents = 100'000'000'000'000'000; // far beyond any plan, and room to round up

bool isAmount(Money amount)
{
    return amount.cents >= -kMostCents && amount.cents <= kMostCents;
}

/// The row, where it verifies.
std::optional<KeptForecast> forecastIn(SQLite::Statement& row)
{
    const auto asOf = parseDate(row.getColumn(1).getString());
    const auto finishP50 = parseDate(row.getColumn(2).getString());
    const auto finishP80 = parseDate(row.getColumn(3).getString());
    if (!asOf || !finishP50 || !finishP80)
        return std::nullopt;
    KeptForecast kept{
        row.getColumn(0).getString(),
        {*asOf, *finishP50, *finishP80, Money{row.getColumn(4).getInt64()}, Money{row.getColumn(5).getInt64()}}};
    const bool isSound = isAmount(kept.forecast.totalP50) && isAmount(kept.forecast.totalP80);
    return isSound && row.getColumn(6).getString() == forecastHash(kept) ? std::optional(std::move(kept))
                                                                         : std::nullopt;
}

constexpr const char* kAllRows =
    "SELECT scenario, as_of_date, finish_p50_date, finish_p80_date, total_p50_cents, "
    "total_p80_cents, sha256 FROM forecast ORDER BY scenario, as_of_date LIMIT 20000"; // pages in a tangle have no end

bool isScenario(const Project& project, const std::string& name)
{
    return std::ranges::find(project.scenarios, name, &Scenario::name) != project.scenarios.end();
}

} // namespace

std::vector<KeptForecast> readForecasts(SQLite::Database& db)
{
    std::vector<KeptForecast> forecasts;
    if (versionOf(db) < 2)
        return forecasts;
    SQLite::Statement rows(db, kAllRows);
    while (rows.executeStep())
        if (auto kept = forecastIn(rows))
            forecasts.push_back(std::move(*kept));
    return forecasts;
}

std::string damagedForecast(SQLite::Database& db)
{
    SQLite::Statement rows(db, kAllRows);
    while (rows.executeStep())
        if (!forecastIn(rows))
            return rows.getColumn(0).getString() + '/' + rows.getColumn(1).getString();
    return {};
}

void writeForecasts(SQLite::Database& db, std::span<const KeptForecast> forecasts)
{
    SQLite::Statement insert(db, "INSERT OR REPLACE INTO forecast(scenario, as_of_date, finish_p50_date, "
                                 "finish_p80_date, total_p50_cents, total_p80_cents, sha256) VALUES(?, ?, ?, ?, ?, ?, "
                                 "?)");
    for (const KeptForecast& kept : forecasts) {
        const Forecast& forecast = kept.forecast;
        insert.reset();
        insert.bind(1, kept.scenario);
        insert.bind(2, isoDate(forecast.asOf));
        insert.bind(3, isoDate(forecast.finishP50));
        insert.bind(4, isoDate(forecast.finishP80));
        insert.bind(5, forecast.totalP50.cents);
        insert.bind(6, forecast.totalP80.cents);
        insert.bind(7, forecastHash(kept));
        insert.exec();
    }
}

void renameForecasts(SQLite::Database& db, const Project& before, const Project& after)
{
    if (before.scenarios.size() != after.scenarios.size())
        return;
    for (std::size_t i = 0; i < before.scenarios.size(); ++i) {
        const std::string& from = before.scenarios[i].name;
        const std::string& to = after.scenarios[i].name;
        if (from == to || isScenario(after, from) || isScenario(before, to))
            continue;
        std::vector<KeptForecast> moved = readForecasts(db);
        std::erase_if(moved, [&](const KeptForecast& kept) { return kept.scenario != from; });
        for (KeptForecast& kept : moved)
            kept.scenario = to;
        writeForecasts(db, moved);
        SQLite::Statement remove(db, "DELETE FROM forecast WHERE scenario = ?");
        remove.bind(1, from);
        remove.exec();
    }
}

} // namespace trestle::planfile
