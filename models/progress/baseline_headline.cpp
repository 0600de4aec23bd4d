#include "models/progress/baseline_headline.h"

namespace trestle {

Headline headlineOf(const Baseline& baseline, int confidence)
{
    constexpr int kHalf = 50;
    constexpr int kUsual = 80;
    if (confidence <= kHalf)
        return {0, baseline.finishP50, baseline.totalP50};
    if (confidence <= kUsual)
        return {0, baseline.finishP80, baseline.totalP80};
    return {0, baseline.finishP90, baseline.totalP90};
}

} // namespace trestle
