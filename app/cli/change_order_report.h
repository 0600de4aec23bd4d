#pragma once

#include "app/cli/text.h"
#include "models/money/change_order.h"

#include <string>

namespace trestle::cli {

/// What a change order is between, by name.
struct ChangeOrderTitle {
    std::string plan;
    std::string client; ///< may be empty
    std::string from;
    std::string to;
};

/// A change order as `trestle change-order` prints it, fit to be sent to the client.
std::string changeOrderReport(const ChangeOrder& order, const ChangeOrderTitle& title, const Style& style);

} // namespace trestle::cli
