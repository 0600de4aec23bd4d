#include "tests/bench/allocation_count.h"

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> count{0};
std::atomic<std::size_t> inUse{0};
std::atomic<std::size_t> peak{0};

void took(std::size_t bytes)
{
    count.fetch_add(1, std::memory_order_relaxed);
    const std::size_t now = inUse.fetch_add(bytes, std::memory_order_relaxed) + bytes;
    std::size_t known = peak.load(std::memory_order_relaxed);
    while (now > known && !peak.compare_exchange_weak(known, now, std::memory_order_relaxed)) {
    }
}

void give(void* memory)
{
    inUse.fetch_sub(malloc_usable_size(memory), std::memory_order_relaxed);
    std::free(memory);
}

} // namespace

void* operator new(std::size_t size)
{
    if (void* memory = std::malloc(size == 0 ? 1 : size)) {
        took(malloc_usable_size(memory));
        return memory;
    }
    throw std::bad_alloc();
}

void operator delete(void* memory) noexcept
{
    give(memory);
}

void operator delete(void* memory, std::size_t) noexcept
{
    give(memory);
}

std::size_t trestle::bench::allocationCount()
{
    return count.load(std::memory_order_relaxed);
}

std::size_t trestle::bench::bytesInUse()
{
    return inUse.load(std::memory_order_relaxed);
}

std::size_t trestle::bench::peakBytes()
{
    return peak.load(std::memory_order_relaxed);
}

void trestle::bench::resetPeakBytes()
{
    peak.store(bytesInUse(), std::memory_order_relaxed);
}
