#include "data/exchange/audience.h"

namespace trestle {

std::string_view keyOf(Audience audience)
{
    switch (audience) {
    case Audience::internal: return "internal";
    case Audience::client: return "client";
    case Audience::investor: return "investor";
    }
    return {};
}

std::string keysOf(const Audiences& audiences)
{
    std::string keys;
    for (const Audience audience : kAudiences)
        if (audiences.include(audience))
            keys += (keys.empty() ? "" : ", ") + std::string(keyOf(audience));
    return keys;
}

} // namespace trestle
