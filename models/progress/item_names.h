#pragma once

#include "models/inputs.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace trestle {

/// Names of things as people write them twice: small letters, one space for each run of white space, none at the ends.
std::string plainName(std::string_view name);

/// The items of a plan by what files call them: an id exactly, or a title but for case and spaces.
class ItemNames {
public:
    ItemNames(const Catalogue& catalogue, const Inputs& inputs);

    /// The id; empty where no item is called that, or more than one.
    [[nodiscard]] std::string find(std::string_view name) const;
    /// The item that a name may mean, for the user to say so; empty when none is near. Compares it with every item.
    [[nodiscard]] std::string suggest(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view id) const { return m_ids.contains(id); }
    [[nodiscard]] const std::vector<const Item*>& items() const { return m_items; } ///< in catalogue order

private:
    std::vector<const Item*> m_items;                         ///< into the catalogue
    std::vector<std::string> m_texts;                         ///< two for each item: its plain title, its id as words
    std::map<std::string, std::string, std::less<>> m_ids;    ///< by id
    std::map<std::string, std::string, std::less<>> m_titles; ///< by plain title; an empty id: of several items
};

} // namespace trestle
