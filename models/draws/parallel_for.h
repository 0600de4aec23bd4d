#pragma once

#include <cstddef>
#include <functional>

namespace trestle {

/// Calls `body(thread, first, last)` for blocks that together cover [0, count), on up to `threads` threads (0: as many
/// as the machine has); `thread` numbers the caller from 0. Blocks are handed out as threads become free, so results
/// must depend on the index alone. Returns when all are done; what a body throws stops the rest and is thrown on.
void parallelFor(std::size_t count, std::size_t blockSize, unsigned threads,
                 const std::function<void(std::size_t thread, std::size_t first, std::size_t last)>& body);

/// The number of threads that parallelFor would use.
unsigned threadCount(std::size_t count, std::size_t blockSize, unsigned threads);

} // namespace trestle
