#pragma once

#include "tests/fuzz/seeds.h"

#include <random>

namespace trestle::fuzz {

/// Changes seeds blindly: flips, cuts, repeats, exchanges, and puts in what parsers trip over. The same sequence each
/// time.
class Mutator {
public:
    /// The seeds outlive this.
    explicit Mutator(const std::vector<Seed>& seeds) : m_seeds(seeds) {}
    std::string next();

private:
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : m_random() % bound; }
    void mutate(std::string& bytes);

    const std::vector<Seed>& m_seeds;
    std::mt19937 m_random{20270104};
};

} // namespace trestle::fuzz
