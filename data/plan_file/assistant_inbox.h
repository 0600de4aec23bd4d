#pragma once

#include "data/plan_file/plan_file.h"

#include <string>
#include <vector>

/// What assistants leave for a plan that somebody else has open to write, as a founder has who looks on: a line each in
/// `.NAME.inbox` beside it. Who holds the plan's lock takes them in. What others may have written there is believed no
/// more than any file.
namespace trestle {

/// A call that was made, or a proposal for an item.
struct InboxEntry {
    std::optional<AssistantCall> call;
    std::string item; ///< empty: nothing is proposed
    Proposal proposal;
};

/// Larger inboxes take nothing more: nobody empties them.
inline constexpr std::size_t kLargestInbox = std::size_t{4} << 20;

/// Errors: fileUnwritable, diskFull; fileTooLarge.
Result<void> leaveInInbox(const std::string& planPath, const InboxEntry& entry, const LoadedCatalogue& catalogue);
/// Whether there is anything to take.
bool hasInbox(const std::string& planPath);
/// What lies in the inbox, to be dropped once it is kept elsewhere: a crash in between loses nothing.
struct Inbox {
    std::vector<InboxEntry> entries; ///< oldest first, those whose item the catalogue knows and that break no rule
    std::size_t bytes = 0;           ///< that they, and what is none, took
};
Inbox readInbox(const std::string& planPath, const LoadedCatalogue& catalogue);
/// Takes out what was read; what came meanwhile stays.
void dropFromInbox(const std::string& planPath, std::size_t bytes);
/// Both at once.
std::vector<InboxEntry> takeInbox(const std::string& planPath, const LoadedCatalogue& catalogue);

} // namespace trestle
