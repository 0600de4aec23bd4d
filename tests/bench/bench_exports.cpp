#include "data/catalogue_json.h"
#include "data/formats/export_formats.h"
#include "tests/bench/made_up_plan.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>

/// What each format that needs no window takes to write, beside the plan's own JSON, once the plan is simulated. Prints
/// a table.
///
///     bench_exports

namespace trestle::bench {

namespace {

ExportSource sourceOf(std::size_t items)
{
    MadeUpPlan made = realisticPlan(items);
    made.inputs.client = "A client";
    made.inputs.cash.opening = Money::dollars(1'000'000);
    ExportSource source;
    source.document.catalogue.json = catalogueFileText(made.catalogue);
    source.document.catalogue.catalogue = std::make_shared<const Catalogue>(std::move(made.catalogue));
    source.document.project.base = made.inputs;
    auto plan = makePlan(source.document.catalogue.catalogue, made.inputs);
    if (!plan) {
        std::fprintf(stderr, "the plan to measure is refused: %s\n", plan.error().what.c_str());
        std::exit(1);
    }
    source.plan = std::make_shared<const Plan>(std::move(*plan));
    ChangesSince& changes = source.changes.emplace();
    changes.before = source.document;
    changes.before.project.base.items.clear();
    changes.now = source.document.project;
    source.simulation.runs = 1'000;
    SimulationOptions options = source.simulation;
    options.price = options.cash = true;
    source.risk = std::make_shared<const Risk>(simulate(*source.plan, options).value());
    return source;
}

/// The shortest of several times, in milliseconds.
double milliseconds(const ExportFormat& format, const ExportSource& source)
{
    double shortest = 1e9;
    for (int i = 0; i < 5; ++i) {
        const auto before = std::chrono::steady_clock::now();
        if (!format.write(source))
            std::exit(1);
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - before;
        shortest = std::min(shortest, took.count());
    }
    return shortest;
}

void table()
{
    const ExportSource few = sourceOf(40);
    const ExportSource many = sourceOf(500);
    std::printf("| format | 40 items, ms | 500 items, ms | times as long |\n|---|---:|---:|---:|\n");
    for (const ExportFormat& format : exportFormats()) {
        if (!format.write)
            continue;
        const double first = milliseconds(format, few);
        const double second = milliseconds(format, many);
        std::printf("| %s | %.2f | %.2f | %.1f |\n", format.key.data(), first, second, second / first);
    }
}

} // namespace

} // namespace trestle::bench

int main()
{
    trestle::bench::table();
    return 0;
}
