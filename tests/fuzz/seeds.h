#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trestle::fuzz {

struct Seed {
    std::string name;
    std::string bytes;
};

/// What mutation starts from, made anew from the product and the fixtures. Kinds: plan-file, plan-json,
/// catalogue-json, mspdi, tasks, facts, scan-file. With each come the inputs that once went wrong
/// (tests/fixtures/fuzz/KIND).
std::vector<Seed> seedsOf(std::string_view kind);

} // namespace trestle::fuzz
