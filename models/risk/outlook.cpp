#include "models/risk/outlook.h"

namespace trestle {

double atConfidence(const Percentiles& percentiles, int confidence)
{
    return confidence <= 50 ? percentiles.p50 : confidence <= 80 ? percentiles.p80 : percentiles.p90;
}

} // namespace trestle
