#include "app/cli/wording_scan.h"

namespace trestle::cli {

std::string worded(FoundState state)
{
    switch (state) {
    case FoundState::done: return "in place";
    case FoundState::partial: return "partly";
    case FoundState::none: return "no sign";
    case FoundState::opposite: return "sign of the opposite";
    case FoundState::elsewhere: return "settled elsewhere";
    }
    return {};
}

std::string tickBox(FoundState state)
{
    switch (state) {
    case FoundState::done: return "[x]";
    case FoundState::partial: return "[~]";
    case FoundState::none: return "[ ]";
    case FoundState::opposite: return "[!]";
    case FoundState::elsewhere: return "[?]";
    }
    return {};
}

std::string worded(FoundConfidence confidence)
{
    return confidence == FoundConfidence::confident ? "confident" : "unsure";
}

std::string worded(UnreadReason reason)
{
    switch (reason) {
    case UnreadReason::noAccess: return "no access";
    case UnreadReason::tooLarge: return "too large";
    case UnreadReason::notAFile: return "a device, a pipe or a socket";
    case UnreadReason::linkOutside: return "a link that leaves the folder or leads nowhere";
    case UnreadReason::tooDeep: return "nested too deeply";
    case UnreadReason::tooMany: return "beyond the most files that are read";
    case UnreadReason::damaged: return "it could not be read to its end";
    }
    return {};
}

} // namespace trestle::cli
