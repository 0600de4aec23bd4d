#pragma once

#include <cstddef>

namespace trestle::bench {

/// How often the program has asked for memory so far. A program that links this has its operator new replaced.
std::size_t allocationCount();

} // namespace trestle::bench
