#include "models/units.h"

#include <cmath>

namespace trestle {

Money Money::rounded(double dollars)
{
    return {std::llround(dollars * 100.0)};
}

} // namespace trestle
