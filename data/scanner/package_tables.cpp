#include "data/scanner/fact_reader.h"
#include "data/scanner/text_lines.h"

namespace trestle::scanner {

void readPackageTables(std::string_view text, Ecosystem ecosystem, FileFacts& facts)
{
    constexpr std::string_view name = "name = ";
    Dependency package{ecosystem, {}, 0, false};
    bool isOwn = false;
    bool isHead = false; // before the tables of the package
    const auto tell = [&] {
        if (!isOwn)
            addDependency(facts, ecosystem, package.name, package.line, false);
        package.name.clear();
        isOwn = false;
    };
    for (TextLines lines(text); lines.next();) {
        const std::string_view line = lines.line();
        if (line.starts_with('[')) {
            isHead = trimmed(line) == "[[package]]";
            if (isHead) {
                tell();
                isOwn = ecosystem == Ecosystem::cargo; // which tells the source of what is not
            }
        } else if (isHead && line.starts_with(name)) {
            package.name = unquoted(trimmed(line.substr(name.size())));
            package.line = lines.number();
        } else if (isHead && line.starts_with("source = ")) {
            isOwn = line.contains("virtual = ") || line.contains("editable = ");
        }
    }
    tell();
}

} // namespace trestle::scanner
