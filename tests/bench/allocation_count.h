#pragma once

#include <cstddef>

namespace trestle::bench {

/// How often the program has asked for memory so far. A program that links this has its operator new replaced.
std::size_t allocationCount();

/// Bytes of memory that the program has asked for and not given back, and the most of them since the last reset.
std::size_t bytesInUse();
std::size_t peakBytes();
void resetPeakBytes();

} // namespace trestle::bench
