#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace trestle {

/// What a format cannot hold, or holds differently.
enum class LossKind : std::uint8_t {
    rounded,    ///< effort and weeks; count: the decimals kept
    guarded,    ///< texts that a spreadsheet would run as formulas got a leading ' ; count: texts
    characters, ///< control characters and bytes that are no text, replaced by U+FFFD; count: of them
    items,      ///< their dates, people and costs, left out; count: items with work
    links,      ///< left out; count: links
    teamDates,  ///< leave, first days and skills of people, left out; count: people
    rates,      ///< allocations and weekly rates of people, left out; count: people
    goals,      ///< target and budget, left out; count: of them
    profile,    ///< answers on the product, left out; count: answers
    estimates,  ///< which phases have estimates of the user's own, and why, left out; count: phases
    settings,  ///< order, cost mode, months after launch, correlation, confidence, GST, day of replanning; count: those
               ///< set
    daysOff,   ///< left out; count: days
    notes,     ///< on the plan and on phases, left out; count: notes
    price,     ///< terms of a price, bill rates, cash, own time, and what is offered apart, left out; count: of them
    chances,   ///< what a simulation says of the plan, left out; count: phases with work
    skills,    ///< of people and items, left out; count: people
    notNeeded, ///< items that are not needed, left out; count: items
    partly,    ///< items that are partly in place are told by the work that is left; count: items
    finishLinks, ///< links to a phase's finish, put on its last item or left out where they would move it; count: links
    shortened,   ///< names and texts cut to the longest that the format takes; count: them
    glyphs,      ///< characters that no font of the system has, drawn as boxes; count: of them
    renamed,     ///< people called otherwise, as the format forbids signs of their names; count: people
    evidence,    ///< where ticks come from, and proposals, left out; count: of them
};

struct Loss {
    LossKind kind = LossKind::rounded;
    std::size_t count = 0;
    std::string characters = {}; ///< those of glyphs, in UTF-8
    friend bool operator==(const Loss&, const Loss&) = default;
};

} // namespace trestle
