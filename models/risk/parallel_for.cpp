#include "models/risk/parallel_for.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace trestle {

unsigned threadCount(std::size_t count, std::size_t blockSize, unsigned threads)
{
    const unsigned wanted = threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : threads;
    const std::size_t blocks = (count + blockSize - 1) / blockSize;
    return static_cast<unsigned>(std::clamp<std::size_t>(blocks, 1, wanted));
}

void parallelFor(std::size_t count, std::size_t blockSize, unsigned threads,
                 const std::function<void(std::size_t, std::size_t, std::size_t)>& body)
{
    std::atomic<std::size_t> next{0};
    const auto work = [&](std::size_t thread) {
        while (true) {
            const std::size_t first = next.fetch_add(blockSize);
            if (first >= count)
                return;
            body(thread, first, std::min(first + blockSize, count));
        }
    };
    std::vector<std::jthread> helpers;
    for (unsigned t = 1; t < threadCount(count, blockSize, threads); ++t)
        helpers.emplace_back(work, t);
    work(0);
}

} // namespace trestle
