#pragma once

#include <cstdint>

namespace trestle {

/// A share of the simulated runs. It is certain only where it could not come out otherwise: because nothing that it
/// rests on varies, or because no run could. All of 10,000 runs alone do not prove an "always".
struct Chance {
    double share = 0; ///< 0 to 1
    bool certain = false;
    friend bool operator==(const Chance&, const Chance&) = default;
};

enum class ChanceKind : std::uint8_t {
    never,        ///< certainly not: 0 %
    rarely,       ///< under 1 %
    percent,      ///< the whole per cent
    nearlyAlways, ///< over 99 %
    always,       ///< certainly: 100 %
};

/// How a chance is told, wherever people read it: in whole per cent, and 0 or 100 only where that is certain.
struct ToldChance {
    ChanceKind kind = ChanceKind::never;
    int percent = 0; ///< what it rounds to, 0 to 100
    friend bool operator==(const ToldChance&, const ToldChance&) = default;
};

ToldChance told(Chance chance);
/// A share that was counted and not drawn: none and all of it are certain.
ToldChance toldShare(double share);
/// A part of 100 per cent that was rounded with others so that they add up.
ToldChance told(Chance part, int percent);

/// The share of plans that a confidence in per cent asks for: 0.8 of 80.
constexpr double probability(int confidence)
{
    return confidence / 100.0;
}

/// By how many points the chance `to` is more than `from`, as both are told.
int pointsMore(Chance from, Chance to);

} // namespace trestle
