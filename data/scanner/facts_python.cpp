#include "data/scanner/fact_reader.h"
#include "data/scanner/text_lines.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace trestle::scanner {

namespace {

constexpr auto kPyproject = std::to_array<DependencyPlace>({
    {"project/dependencies/[]"},
    {"project/optional-dependencies/*/[]"},
    {"dependency-groups/*/[]"},
    {"tool/pdm/dev-dependencies/*/[]"},
    {"tool/uv/dev-dependencies/[]"},
    {"tool/rye/dev-dependencies/[]"},
    {"tool/hatch/envs/*/dependencies/[]"},
    {"tool/poetry/dependencies/#"},
    {"tool/poetry/dev-dependencies/#"},
    {"tool/poetry/group/*/dependencies/#"},
});
constexpr auto kPipfile = std::to_array<DependencyPlace>({{"packages/#"}, {"dev-packages/#"}});
constexpr auto kPipfileLock = std::to_array<DependencyPlace>({{"default/#", false}, {"develop/#", false}});
constexpr auto kConda = std::to_array<DependencyPlace>({{"dependencies/[]"}, {"dependencies/[]/pip/[]"}});

bool isNameCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
}

/// Without the comment, which begins the line or follows a blank.
std::string_view withoutComment(std::string_view line)
{
    for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1))
        if (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t')
            return line.substr(0, at);
    return line;
}

/// The name that an address of a repository tells: "…#egg=NAME", else its last part.
std::string_view nameInAddress(std::string_view address)
{
    constexpr std::string_view kEgg = "egg=";
    if (const std::size_t egg = address.find(kEgg); egg != std::string_view::npos)
        return requirementName(address.substr(egg + kEgg.size()));
    address = address.substr(0, address.find('#'));
    const std::size_t last = address.rfind('/');
    if (!address.starts_with("git+") || last == std::string_view::npos)
        return {};
    return address.substr(last + 1, address.find_first_of("@.", last + 1) - last - 1);
}

std::string_view requiredIn(std::string_view line)
{
    line = trimmed(line);
    constexpr auto kEditable = std::to_array<std::string_view>({"-e ", "--editable ", "--editable="});
    for (const std::string_view option : kEditable)
        if (line.starts_with(option))
            return nameInAddress(trimmed(line.substr(option.size())));
    if (line.starts_with('-'))
        return {};
    return line.substr(0, line.find_first_of(" @[")).contains("://") ? nameInAddress(line) : requirementName(line);
}

void readLines(std::string_view text, FileFacts& facts, bool isDirect)
{
    bool continues = false;
    for (TextLines lines(text); lines.next();) {
        const std::string_view line = trimmed(withoutComment(lines.line()));
        if (!continues)
            addDependency(facts, Ecosystem::python, requiredIn(line), lines.number(), isDirect);
        continues = line.ends_with('\\');
    }
}

} // namespace

std::string_view requirementName(std::string_view requirement)
{
    requirement = trimmed(requirement);
    const auto end = std::ranges::find_if_not(requirement, isNameCharacter);
    const std::string_view name = requirement.substr(0, static_cast<std::size_t>(end - requirement.begin()));
    const std::string_view rest = trimmed(requirement.substr(name.size()));
    // Behind a name stand extras, a version, a marker or an address; else it is a path, or no requirement at all.
    constexpr std::string_view kBehind = "[(<>=!~;@,\\";
    if (name.empty() || !std::isalnum(static_cast<unsigned char>(name.front())))
        return {};
    return rest.empty() || kBehind.contains(rest.front()) || rest.starts_with("--") ? name : std::string_view{};
}

void readRequirements(std::string_view text, FileFacts& facts)
{
    readLines(text, facts, true);
}

void readConstraints(std::string_view text, FileFacts& facts)
{
    readLines(text, facts, false);
}

void readPyproject(std::string_view text, FileFacts& facts)
{
    walkToml(text, [&](KeyPath path, std::string_view value, int line) {
        if (const NamedDependency named = dependencyAt(kPyproject, path, value, line); named.text != "python")
            addDependency(facts, Ecosystem::python, requirementName(named.text), named.line);
        return addKey(facts, path, value, line);
    });
}

void readPythonLock(std::string_view text, FileFacts& facts)
{
    readPackageTables(text, Ecosystem::python, facts);
}

void readPipfile(std::string_view text, FileFacts& facts)
{
    walkToml(text, [&](KeyPath path, std::string_view value, int line) {
        const NamedDependency named = dependencyAt(kPipfile, path, value, line);
        addDependency(facts, Ecosystem::python, named.text, named.line);
        return addKey(facts, path, value, line);
    });
}

void readPipfileLock(std::string_view text, FileFacts& facts)
{
    walkJson(text, [&](KeyPath path, std::string_view value, int line) {
        const NamedDependency named = dependencyAt(kPipfileLock, path, value, line);
        addDependency(facts, Ecosystem::python, named.text, named.line, named.isDirect);
        return true;
    });
}

void readCondaEnvironment(std::string_view text, FileFacts& facts)
{
    walkYaml(text, [&](KeyPath path, std::string_view value, int line) {
        std::string_view name = dependencyAt(kConda, path, value, line).text;
        if (const std::size_t channel = name.find("::"); channel != std::string_view::npos)
            name.remove_prefix(channel + 2);
        if (name = requirementName(name); name != "python")
            addDependency(facts, Ecosystem::python, name, line);
        return addKey(facts, path, value, line);
    });
}

} // namespace trestle::scanner
