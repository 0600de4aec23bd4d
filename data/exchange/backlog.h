#pragma once

#include "data/exchange/clean_text.h"
#include "data/exchange/export_source.h"
#include "data/exchange/loss.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace trestle {

/// What the tickets of one program hold of a text, in UTF-16 units.
struct TicketLimits {
    std::size_t title = 255;
    std::size_t text = 30'000;
};

/// A phase with work or an item with work, as a ticket. Texts are clean, and no longer than the limits.
struct Ticket {
    std::string id;                   ///< "trestle-" and 16 hexadecimal digits, the same on each export (stableId)
    std::string title;                ///< on one line, never empty
    std::string text;                 ///< what "in place" means, when it is, estimate, dates, people, note: in lines
    std::string goal;                 ///< what "in place" means
    std::string inPlaceWhen;          ///< of an item: how to tell that it is done; may be empty
    std::optional<ThreePoint> effort; ///< person-weeks; absent where the audience may not read them
    Weeks start = 0;                  ///< in the likely plan
    Date first{};
    Date last{};
    bool drivesFinish = false; ///< of an audience that may read it
    bool isPartial = false;    ///< partly in place
    std::vector<std::string> people;
    std::string owner;
    std::string note;
    std::vector<std::string> waitsFor; ///< ids of what has to be finished before
};

struct EpicTicket : Ticket {
    std::vector<Ticket> items; ///< by start
};

/// All that is left to build in the likely plan.
struct Backlog {
    std::vector<EpicTicket> epics; ///< in the order of the plan
    std::vector<Loss> losses;
    /// By id: the number of the epic, and that of the item in it; of an epic itself how many items it has.
    std::map<std::string, std::pair<std::size_t, std::size_t>> places;

    /// The ticket of an id; null for none.
    [[nodiscard]] const Ticket* find(const std::string& id) const;
    [[nodiscard]] bool isEpic(const std::string& id) const;
};

Backlog backlogOf(const ExportSource& source, const TicketLimits& limits);

} // namespace trestle
