#pragma once

#include "data/exchange/export_format.h"
#include "models/decisions/item_value.h"
#include "models/money/change_order.h"
#include "models/money/item_price.h"
#include "models/plan/plan.h"

#include <string>

/// The command line's one table of wording: what the kinds that `models/` and `data/` return are called in a terminal.
namespace trestle::cli {

/// One line: what is wrong, where, and what to do about it.
std::string worded(const Error& error);

/// What `check` found, without the file's name: "revision 2 is not as it was saved: its hash does not match".
std::string explained(const Error& damage);

/// "in place", "partly", "to build", "not needed".
std::string worded(ItemState state);
/// The box in front of an item: "[x]", "[~]", "[ ]", "[-]".
std::string tickBox(ItemState state);
/// Why an item starts when it does: "database", "sessions (Ana)" for Ana on sessions, "sessions (for a place)",
/// "Ana to be there". Empty for an item that starts with the plan.
std::string worded(const WaitReason& reason);

/// Why having an item in place would save no time: "other work drives the finish".
std::string worded(NoSaving why);

/// Why an item that is offered apart has no price: "in place already".
std::string worded(NoItemPrice why);

/// Where an item stands to what a client gets: "to build", "phase 2", "no part of it".
std::string worded(OrderStanding standing);

/// What a format holds, for the list of formats: "CSV", "a PDF report".
std::string worded(const ExportFormat& format);
/// What a file of the format does not hold, in one line: "CSV has no place for target and budget (2); plan JSON has".
std::string worded(const Loss& loss, const ExportFormat& format);

} // namespace trestle::cli
