#include "tests/bench/export_table.h"

#include "data/catalogue_json.h"
#include "tests/bench/made_up_plan.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <utility>

namespace trestle::bench {

namespace {

/// `changed`: with a version of before, in which nothing was ticked.
ExportSource sourceOf(std::size_t items, bool changed)
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
    if (changed) {
        ChangesSince& changes = source.changes.emplace();
        changes.before = source.document;
        changes.before.project.base.items.clear();
        changes.now = source.document.project;
    }
    source.simulation.runs = 1'000;
    SimulationOptions options = source.simulation;
    options.price = options.cash = true;
    source.risk = std::make_shared<const Risk>(simulate(*source.plan, options).value());
    return source;
}

/// The shortest of several times, in milliseconds.
double milliseconds(const std::function<bool()>& write)
{
    double shortest = 1e9;
    for (int i = 0; i < 5; ++i) {
        const auto before = std::chrono::steady_clock::now();
        if (!write())
            std::exit(1);
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - before;
        shortest = std::min(shortest, took.count());
    }
    return shortest;
}

} // namespace

void printExportTable(std::span<const ExportFormat> formats)
{
    std::printf("| format | 40 items, ms | 500 items, ms | times as long | 500 items with the simulation, ms |\n"
                "|---|---:|---:|---:|---:|\n");
    for (const ExportFormat& format : formats) {
        if (!format.write)
            continue;
        const ExportSource few = sourceOf(40, format.needsChanges);
        const ExportSource many = sourceOf(500, format.needsChanges);
        ExportSource whole = many; // as it is asked for, with nothing simulated before
        whole.risk = nullptr;
        whole.simulation = {};
        const double first = milliseconds([&] { return format.write(few).has_value(); });
        const double second = milliseconds([&] { return format.write(many).has_value(); });
        const double third = milliseconds([&] { return exportAs(format, whole).has_value(); });
        std::printf("| %s | %.2f | %.2f | %.1f | %.0f |\n", format.key.data(), first, second, second / first, third);
    }
}

} // namespace trestle::bench
