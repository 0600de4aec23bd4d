#include "data/scanner/fact_reader.h"
#include "data/scanner/text_lines.h"

#include <re2/re2.h>

#include <array>
#include <string>

namespace trestle::scanner {

namespace {

/// Without comments; `isComment`: one of several lines is open.
std::string withoutComments(std::string_view line, bool& isComment)
{
    std::string code;
    char quote = '\0';
    for (std::size_t i = 0; i < line.size(); ++i) {
        const std::string_view two = line.substr(i, 2);
        if (isComment) {
            isComment = two != "*/";
            i += isComment ? 0U : 1U;
        } else if (quote == '\0' && two == "//") {
            break;
        } else if (quote == '\0' && two == "/*") {
            isComment = true;
            ++i;
        } else {
            if (quote == line[i])
                quote = '\0';
            else if (quote == '\0' && (line[i] == '"' || line[i] == '\''))
                quote = line[i];
            code += line[i];
        }
    }
    return code;
}

/// A pattern whose groups, joined with ':' behind the prefix, are the name of a dependency.
struct GradleForm {
    RE2 pattern;
    std::string prefix;
    GradleForm(const char* form, const char* before) : pattern(form, RE2::Quiet), prefix(before) {}
};

void readForm(const GradleForm& form, const std::string& code, int line, FileFacts& facts)
{
    re2::StringPiece rest = code;
    std::string first;
    std::string second;
    while (form.pattern.NumberOfCapturingGroups() == 1 ? RE2::FindAndConsume(&rest, form.pattern, &first)
                                                       : RE2::FindAndConsume(&rest, form.pattern, &first, &second))
        addDependency(facts, Ecosystem::maven, form.prefix + first + (second.empty() ? "" : ":" + second), line);
}

const std::array<GradleForm, 5>& forms()
{
    // A word that takes dependencies stands before a name: implementation, testRuntimeOnly, kapt, classpath.
    static const std::array<GradleForm, 5> all{{
        {R"re((?i)\b\w*(?:implementation|api|only|compile|runtime|kapt|ksp|classpath|processor|platform|bom|dependency|develop\w*)\b[\s(]*['"]([\w.\-]+):([\w.\-]+)[:'"@])re",
         ""},
        {R"re(\bgroup\s*[:=]\s*['"]([\w.\-]+)['"]\s*,\s*name\s*[:=]\s*['"]([\w.\-]+)['"])re", ""},
        {R"re((?:^|[{;])\s*id\b[\s(]*['"]([\w.\-]+)['"])re", ""},
        {R"re(^\s*apply\s*\(?\s*plugin\s*[:=]\s*['"]([\w.\-]+)['"])re", ""},
        {R"re((?:^|[{;])\s*kotlin\s*\(\s*"([\w.\-]+)"\s*\))re", "org.jetbrains.kotlin."},
    }};
    return all;
}

constexpr auto kCatalogue = std::to_array<DependencyPlace>({
    {"libraries/*"},
    {"libraries/*/module"},
    {"plugins/*"},
    {"plugins/*/id"},
});

} // namespace

void readGradle(std::string_view text, FileFacts& facts)
{
    bool isComment = false;
    for (TextLines lines(text); lines.next();) {
        const std::string code = withoutComments(lines.line(), isComment);
        if (code.find_first_of("'\"") == std::string::npos)
            continue;
        for (const GradleForm& form : forms())
            readForm(form, code, lines.number(), facts);
    }
}

void readVersionCatalogue(std::string_view text, FileFacts& facts)
{
    std::string group; // of the library that is told in parts
    int groupLine = 0; // of its alias
    walkToml(text, [&](KeyPath path, std::string_view value, int line) {
        if (const NamedDependency named = dependencyAt(kCatalogue, path, value, line); !named.text.empty()) {
            const bool isPlugin = path.front().name == "plugins";
            const std::size_t colon = named.text.find(':');
            const std::size_t end = isPlugin ? colon : named.text.find(':', colon == std::string::npos ? 0 : colon + 1);
            addDependency(facts, Ecosystem::maven, named.text.substr(0, end), named.line);
        } else if (path.size() == 3 && beginsWith(path, {"libraries", "*", "group"})) {
            group = value;
            groupLine = path[1].line;
        } else if (path.size() == 3 && beginsWith(path, {"libraries", "*", "name"}) && groupLine == path[1].line) {
            addDependency(facts, Ecosystem::maven, group + ':' + std::string(value), line);
        }
        return addKey(facts, path, value, line);
    });
}

} // namespace trestle::scanner
