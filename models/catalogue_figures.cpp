#include "models/catalogue_figures.h"

#include <map>

namespace trestle {

std::vector<std::string> linkNames(const std::vector<Link>& links)
{
    std::map<std::string, int> seen;
    std::vector<std::string> names;
    names.reserve(links.size());
    for (const Link& link : links) {
        std::string name = link.from + " -> " + link.to;
        if (const int number = ++seen[name]; number > 1)
            name += " #" + std::to_string(number);
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace trestle
