#include "tests/fuzz/target.h"

#include <cstdlib>
#include <iostream>

namespace trestle::fuzz {

Tally& tally()
{
    static Tally sum;
    return sum;
}

void require(bool condition, std::string_view message)
{
    if (condition)
        return;
    std::cerr << "fuzz: " << message << std::endl;
    std::abort();
}

} // namespace trestle::fuzz
