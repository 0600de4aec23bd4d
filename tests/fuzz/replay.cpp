#include "tests/fuzz/mutator.h"
#include "tests/fuzz/scratch.h"
#include "tests/fuzz/seeds.h"
#include "tests/fuzz/target.h"

#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <iostream>

using namespace trestle::fuzz;

/// fuzz_replay_... MUTATIONS [FILE...]: a fuzz target without libFuzzer. Runs every seed and every input that once went
/// wrong, then as many mutations of them (in a full proof 20 times as many), the same ones each time; or the given
/// files alone. An input that takes over five seconds of processor time is a hang. What goes wrong is left behind as a
/// file.
namespace {

constexpr int kLongest = 5; // seconds
std::string_view g_current; // of the signal handler

extern "C" void keepAndEnd(int signal)
{
    constexpr std::string_view kept = "fuzz: the input was kept as fuzz-failure.bin\n";
    constexpr std::string_view hang = "fuzz: a hang\n";
    if (signal == SIGPROF)
        static_cast<void>(!write(STDERR_FILENO, hang.data(), hang.size()));
    if (FILE* file = std::fopen("fuzz-failure.bin", "wb")) {
        std::fwrite(g_current.data(), 1, g_current.size(), file);
        std::fclose(file);
        static_cast<void>(!write(STDERR_FILENO, kept.data(), kept.size()));
    }
    _exit(1);
}

void runOne(const std::string& bytes)
{
    g_current = bytes;
    const itimerval limit{{0, 0}, {kLongest, 0}};
    setitimer(ITIMER_PROF, &limit, nullptr);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    const itimerval none{};
    setitimer(ITIMER_PROF, &none, nullptr);
}

} // namespace

int main(int argc, char** argv)
{
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGPROF})
        std::signal(signal, keepAndEnd);
    if (argc > 2) {
        for (int i = 2; i < argc; ++i)
            runOne(Scratch::read(argv[i]));
        return 0;
    }
    constexpr long kFullForm = 20; // times the short one
    const char* proof = std::getenv("TRESTLE_PROOF");
    const bool isFull = proof != nullptr && std::string_view(proof) == "full";
    const long mutations = (argc > 1 ? std::atol(argv[1]) : 0) * (isFull ? kFullForm : 1);
    const std::vector<Seed> seeds = seedsOf(TRESTLE_FUZZ_KIND);
    for (const Seed& seed : seeds)
        runOne(seed.bytes);
    Mutator mutator(seeds);
    for (long i = 0; i < mutations; ++i)
        runOne(mutator.next());
    const Tally& sum = tally();
    std::cout << "proof|" TRESTLE_FUZZ_KIND ", " << seeds.size() << " seeds and changes of them|"
              << static_cast<long>(seeds.size()) + mutations << '|' << sum.exact << '|' << sum.repaired << '|'
              << sum.refused << "|0|0|0\n"; // whatever else there is ended the process
    return 0;
}
