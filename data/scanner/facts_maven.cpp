#include "data/scanner/fact_reader.h"
#include "data/scanner/text_lines.h"
#include "data/scanner/xml_nodes.h"

#include <string>

namespace trestle::scanner {

void readPom(std::string_view text, FileFacts& facts)
{
    forEachElement(text, [&](pugi::xml_node element, int line) {
        const std::string_view kind = element.name();
        if (kind != "dependency" && kind != "plugin" && kind != "parent" && kind != "extension")
            return;
        const std::string_view artifact = trimmed(element.child_value("artifactId"));
        std::string_view group = trimmed(element.child_value("groupId"));
        if (group.empty() && kind == "plugin")
            group = "org.apache.maven.plugins";
        if (!artifact.empty() && !group.empty())
            addDependency(facts, Ecosystem::maven, std::string(group) + ':' + std::string(artifact), line);
    });
}

} // namespace trestle::scanner
