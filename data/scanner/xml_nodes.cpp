#include "data/scanner/xml_nodes.h"

#include <algorithm>
#include <cstddef>

namespace trestle::scanner {

void forEachElement(std::string_view text, const std::function<void(pugi::xml_node element, int line)>& visit)
{
    constexpr std::ptrdiff_t mostTags = 200'000; // each becomes many times as long in memory
    if (std::ranges::count(text, '<') > mostTags)
        return;
    pugi::xml_document document;
    static_cast<void>(document.load_buffer(text.data(), text.size()));
    std::size_t counted = 0;
    int line = 1;
    // In the order of the file, without a call for each level.
    for (pugi::xml_node node = document.first_child(); node;) {
        if (node.type() == pugi::node_element) {
            const std::size_t offset = std::min(static_cast<std::size_t>(node.offset_debug()), text.size());
            for (; counted < offset; ++counted)
                line += text[counted] == '\n' ? 1 : 0;
            visit(node, line);
        }
        if (node.first_child()) {
            node = node.first_child();
            continue;
        }
        while (node && !node.next_sibling())
            node = node.parent();
        node = node.next_sibling();
    }
}

} // namespace trestle::scanner
