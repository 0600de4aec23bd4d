#pragma once

#include "models/catalogue.h"
#include "models/inputs.h"

#include <string>
#include <vector>

namespace trestle::cli {

/// What `trestle set` says of price, scope and cash in lists, as given. An empty text clears the list.
struct MoneyEdits {
    std::vector<std::string> payments; ///< PERCENT:signing|launch|monthly|PHASE
    std::vector<std::string> phase2;   ///< items
    std::vector<std::string> options;  ///< items
    std::vector<std::string> taken;    ///< items, options that the client has ticked
    std::vector<std::string> monthly;  ///< LABEL:AUD:FROM[..TO]
    std::vector<std::string> once;     ///< LABEL:AUD:DATE
    friend bool operator==(const MoneyEdits&, const MoneyEdits&) = default;
};

/// Puts them into the inputs. What is said again of the same label, item or moment replaces.
Result<void> changeMoney(Inputs& inputs, const Catalogue& catalogue, const MoneyEdits& changes);
/// An error of the inputs in terms of the option that its list was set by, if it was.
Error inMoney(Error error, const MoneyEdits& changes);

} // namespace trestle::cli
