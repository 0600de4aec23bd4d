#include "models/money_terms.h"

namespace trestle {

bool isApart(const ItemScopes& scopes, std::string_view item)
{
    if (scopes.empty())
        return false; // nearly always, and asked of every item of every plan
    const auto found = scopes.find(std::string(item));
    return found != scopes.end() && found->second != ItemScope::taken;
}

} // namespace trestle
