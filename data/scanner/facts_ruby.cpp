#include "data/scanner/fact_reader.h"
#include "data/scanner/text_lines.h"

#include <re2/re2.h>

namespace trestle::scanner {

namespace {

/// What the pattern's group is in lines that it fits.
void readCalls(std::string_view text, const RE2& pattern, FileFacts& facts)
{
    bool isComment = false; // between =begin and =end
    for (TextLines lines(text); lines.next();) {
        if (lines.line().starts_with("=begin"))
            isComment = true;
        if (lines.line().starts_with("=end"))
            isComment = false;
        if (lines.line() == "__END__")
            return;
        re2::StringPiece name;
        if (!isComment && RE2::PartialMatch(lines.line(), pattern, &name))
            addDependency(facts, Ecosystem::ruby, {name.data(), name.size()}, lines.number());
    }
}

} // namespace

void readGemfile(std::string_view text, FileFacts& facts)
{
    static const RE2 gem(R"re(^\s*gem[\s(]\s*['"]([^'"\s]+)['"])re", RE2::Quiet);
    readCalls(text, gem, facts);
}

void readGemspec(std::string_view text, FileFacts& facts)
{
    static const RE2 added(
        R"re(^\s*\w+\.add_(?:runtime_|development_)?dependency[\s(]\s*(?:['"]|%q<)([^'"\s>]+)['">])re", RE2::Quiet);
    readCalls(text, added, facts);
}

void readGemfileLock(std::string_view text, FileFacts& facts)
{
    std::string_view section;
    for (TextLines lines(text); lines.next();) {
        const std::string_view line = lines.line();
        const std::size_t depth = indentation(line);
        if (depth == 0)
            section = line;
        std::string_view name = trimmed(line);
        name = name.substr(0, name.find_first_of(" !"));
        if (section == "DEPENDENCIES" && depth == 2)
            addDependency(facts, Ecosystem::ruby, name, lines.number());
        else if ((section == "GEM" || section == "GIT") && depth == 4)
            addDependency(facts, Ecosystem::ruby, name, lines.number(), false);
    }
}

} // namespace trestle::scanner
