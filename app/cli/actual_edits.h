#pragma once

#include "models/catalogue.h"
#include "models/inputs.h"

#include <string>
#include <vector>

namespace trestle::cli {

/// What `trestle set` says of work that has begun, as given. Of an item an empty value clears.
struct ActualEdits {
    std::vector<std::string> started;  ///< ITEM:DATE
    std::vector<std::string> finished; ///< ITEM:DATE
    std::vector<std::string> spent;    ///< ITEM:EFFORT
    std::vector<std::string> left;     ///< ITEM:EFFORT or ITEM:LOW/LIKELY/HIGH
    std::vector<std::string> costs;    ///< YYYY-MM:AUD[:LABEL]
    friend bool operator==(const ActualEdits&, const ActualEdits&) = default;
};

/// Puts them into the inputs. A day of start makes an item that is missing or partly in place one under way, a day of
/// finish makes it done, unless `states` (ITEM=STATE) say what it is; time spent alone makes it neither.
Result<void> changeActuals(Inputs& inputs, const Catalogue& catalogue, const ActualEdits& changes,
                           const std::vector<std::string>& states, Date today);
/// An error of the inputs in terms of the option that the figure was set by, if it was.
Error inActuals(Error error, const ActualEdits& changes);

} // namespace trestle::cli
