#include "data/scanner/fact_reader.h"
#include "data/scanner/text_lines.h"

#include <re2/re2.h>

namespace trestle::scanner {

void readMixExs(std::string_view text, FileFacts& facts)
{
    static const RE2 head(R"re(^\s*defp?\s+\w*deps\w*(?:\(.*\))?(?:\s+do\b|\s*,\s*do:))re", RE2::Quiet);
    static const RE2 entry(R"re(\{\s*:([a-z0-9_]+)\s*,)re", RE2::Quiet);
    std::size_t block = std::string_view::npos; // the indentation of the function that lists them
    for (TextLines lines(text); lines.next();) {
        const std::string_view line = lines.line();
        if (trimmed(line).starts_with('#'))
            continue;
        if (RE2::PartialMatch(line, head))
            block = indentation(line);
        else if (block != std::string_view::npos && !trimmed(line).empty() && indentation(line) <= block)
            block = std::string_view::npos;
        if (block == std::string_view::npos)
            continue;
        re2::StringPiece rest = line;
        for (re2::StringPiece name; RE2::FindAndConsume(&rest, entry, &name);)
            addDependency(facts, Ecosystem::mix, {name.data(), name.size()}, lines.number());
    }
}

void readMixLock(std::string_view text, FileFacts& facts)
{
    for (TextLines lines(text); lines.next();) {
        const std::string_view line = trimmed(lines.line());
        if (const std::size_t end = line.find("\": {:"); line.starts_with('"') && end != std::string_view::npos)
            addDependency(facts, Ecosystem::mix, line.substr(1, end - 1), lines.number(), false);
    }
}

} // namespace trestle::scanner
