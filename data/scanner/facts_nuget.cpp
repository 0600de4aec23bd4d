#include "data/scanner/fact_reader.h"
#include "data/scanner/text_lines.h"
#include "data/scanner/xml_nodes.h"

namespace trestle::scanner {

void readMsBuild(std::string_view text, FileFacts& facts)
{
    forEachElement(text, [&](pugi::xml_node element, int line) {
        const std::string_view kind = element.name();
        if (kind == "PackageReference" || kind == "PackageVersion" || kind == "GlobalPackageReference" ||
            kind == "FrameworkReference")
            addDependency(facts, Ecosystem::nuget, trimmed(element.attribute("Include").value()), line);
        else if (kind == "Project")
            addDependency(facts, Ecosystem::nuget, trimmed(element.attribute("Sdk").value()), line);
    });
}

void readPackagesConfig(std::string_view text, FileFacts& facts)
{
    forEachElement(text, [&](pugi::xml_node element, int line) {
        if (std::string_view(element.name()) == "package")
            addDependency(facts, Ecosystem::nuget, trimmed(element.attribute("id").value()), line);
    });
}

void readNugetLock(std::string_view text, FileFacts& facts)
{
    walkJson(text, [&](KeyPath path, std::string_view value, int) {
        if (path.size() == 4 && beginsWith(path, {"dependencies", "*", "*", "type"}) && value != "Project")
            addDependency(facts, Ecosystem::nuget, path[2].name, path[2].line, value == "Direct");
        return true;
    });
}

} // namespace trestle::scanner
