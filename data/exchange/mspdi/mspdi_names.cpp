#include "data/exchange/mspdi/mspdi_names.h"

#include "data/unicode.h"

#include <algorithm>

namespace trestle {

std::string MspdiNames::name(std::string_view text)
{
    std::string clean = m_names.clean(text);
    std::size_t end = 0;
    for (std::size_t count = 0; end < clean.size() && count < longest; ++count)
        end += characterLength(std::string_view(clean).substr(end));
    if (end < clean.size()) {
        ++m_shortened;
        clean.resize(end);
    }
    return clean;
}

std::vector<std::string> MspdiNames::people(const std::vector<Person>& team)
{
    std::vector<std::string> names;
    for (const Person& person : team) {
        const std::string given = name(person.name);
        std::string plain = given;
        std::ranges::replace_if(plain, [](char c) { return c == ',' || c == '[' || c == ']'; }, ' ');
        std::string free = plain;
        for (int copy = 2; std::ranges::find(names, free) != names.end(); ++copy)
            free = plain + ' ' + std::to_string(copy);
        if (free != given)
            ++m_renamed;
        names.push_back(std::move(free));
    }
    return names;
}

} // namespace trestle
