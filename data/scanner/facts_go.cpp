#include "data/scanner/fact_reader.h"
#include "data/scanner/text_lines.h"

namespace trestle::scanner {

void readGoMod(std::string_view text, FileFacts& facts)
{
    constexpr std::string_view kRequire = "require";
    bool isBlock = false;
    for (TextLines lines(text); lines.next();) {
        const std::size_t slashes = lines.line().find("//");
        const std::string_view comment = slashes == std::string_view::npos ? "" : lines.line().substr(slashes + 2);
        std::string_view line = trimmed(lines.line().substr(0, slashes));
        if (line == ")") {
            isBlock = false;
            continue;
        }
        if (!isBlock) {
            if (!line.starts_with(kRequire) || line.find_first_of(" \t(") != kRequire.size())
                continue;
            line = trimmed(line.substr(kRequire.size()));
            if (line.starts_with('(')) {
                isBlock = true;
                line = trimmed(line.substr(1));
            }
        }
        const std::string_view name = line.substr(0, line.find_first_of(" \t"));
        addDependency(facts, Ecosystem::go, unquoted(name), lines.number(), !trimmed(comment).starts_with("indirect"));
    }
}

} // namespace trestle::scanner
