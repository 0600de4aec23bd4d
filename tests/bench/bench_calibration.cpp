#include "data/catalogue_json.h"
#include "data/reference_json.h"

#include <cstdio>
#include <cstdlib>

/// How well the percentages of each outside view hold on the public records: of 100 promises at 50, 80 and 90 %, how
/// many were kept; how many projects lie in the band from P10 to P90; and the mean CRPS of actual ÷ estimate. Prints
/// the table of resources/docs/how-sure.md and the aims beside it; ends with 1 where they are missed.

namespace trestle::bench {

namespace {

void show(const std::string& preset, const std::string& set, int projects, const HitRates& rates)
{
    std::printf("| %-11s | %-62s | %8d | %4.1f | %4.1f | %4.1f | %4.1f | %.3f |\n", preset.c_str(), set.c_str(),
                projects, 100 * rates.atP50, 100 * rates.atP80, 100 * rates.atP90, 100 * rates.inBand, rates.crps);
}

// The sets of effort alone, or all of them.
HitRates showMean(const OutsideViewPreset& preset, const std::vector<ReferenceSet>& sets, bool effortAlone)
{
    const OutsideView view{preset.id, preset.m.value, preset.s.value};
    std::vector<HitRates> rates;
    int projects = 0;
    for (const ReferenceSet& set : sets)
        if (set.isEffort || !effortAlone) {
            rates.push_back(hitRates(set, view));
            projects += set.projects;
            if (!effortAlone)
                show(preset.id, set.title, set.projects, rates.back());
        }
    const HitRates mean = meanOf(rates);
    show(preset.id, effortAlone ? "the sets of effort, each weighing the same" : "all sets, each weighing the same",
         projects, mean);
    return mean;
}

int run()
{
    const auto catalogue = builtinCatalogue();
    const auto sets = referenceSets();
    if (!catalogue || !sets)
        return 1;
    std::printf("| %-11s | %-62s | %8s | %4s | %4s | %4s | %4s | %5s |\n", "preset", "set", "projects", "P50", "P80",
                "P90", "band", "CRPS");
    HitRates usual;
    for (const OutsideViewPreset& preset : catalogue->catalogue->outsideViews) {
        showMean(preset, *sets, false);
        const HitRates mean = showMean(preset, *sets, true);
        if (preset.id == kUsualOutsideView)
            usual = mean;
    }
    const CalibrationAim aim;
    const auto range = [](const char* what, const CalibrationAim::Range& wanted, double found) {
        std::printf("%-4s %2.0f-%2.0f  found %.1f\n", what, 100 * wanted.from, 100 * wanted.to, 100 * found);
    };
    std::printf("\nAims for %s, on the sets of effort:\n", std::string(kUsualOutsideView).c_str());
    range("P50", aim.atP50, usual.atP50);
    range("P80", aim.atP80, usual.atP80);
    range("P90", aim.atP90, usual.atP90);
    range("band", aim.inBand, usual.inBand);
    std::printf("CRPS up to %.2f  found %.3f\n", aim.mostCrps, usual.crps);
    return aim.isMet(usual) ? 0 : 1;
}

} // namespace

} // namespace trestle::bench

int main()
{
    return trestle::bench::run();
}
