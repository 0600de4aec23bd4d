#include "models/draws/parallel_for.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
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
    // What a body throws ends the whole, and is thrown on where the caller can catch it.
    std::exception_ptr thrown;
    std::mutex mutex;
    const auto guarded = [&](std::size_t thread) {
        try {
            work(thread);
        } catch (...) {
            next = count;
            const std::lock_guard lock(mutex);
            thrown = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> helpers;
        try {
            for (unsigned t = 1; t < threadCount(count, blockSize, threads); ++t)
                helpers.emplace_back(guarded, t);
        } catch (const std::exception&) {
            // The system gives no further thread: those that there are do the work.
        }
        guarded(0);
    }
    if (thrown)
        std::rethrow_exception(thrown);
}

} // namespace trestle
