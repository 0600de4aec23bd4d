#include "tests/fuzz/scratch.h"
#include "tests/fuzz/seeds.h"

#include <filesystem>
#include <iostream>

/// write_seeds KIND FOLDER: the seeds as files, for libFuzzer.
int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: write_seeds plan-file|plan-json|catalogue-json|mspdi|tasks|times|facts|scan-file FOLDER\n";
        return 2;
    }
    const std::filesystem::path folder = argv[2];
    std::filesystem::create_directories(folder);
    for (const trestle::fuzz::Seed& seed : trestle::fuzz::seedsOf(argv[1]))
        trestle::fuzz::Scratch::write((folder / seed.name).string(), seed.bytes);
    return 0;
}
