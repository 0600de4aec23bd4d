#include "data/exchange/github_script.h"

#include "data/exchange/backlog.h"
#include "data/exchange/export_facts.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace trestle {

namespace {

/// What does the work. Ids are of letters, digits and dashes; texts come as arguments and are never read as a program.
constexpr std::string_view kFunctions = R"sh(
set -eu

if ! command -v gh > /dev/null; then
    echo "This script needs GitHub's program gh: https://cli.github.com" >&2
    exit 1
fi

newline='
'

# The issues of earlier scripts, a line each: the id, then the number.
known=$(gh issue list --state all --label trestle --limit 100000 --json number,body --jq '
    .[] | . as $issue
    | [(.body // "") | scan("<!-- (trestle-[0-9a-f]{16}) -->")] | last | select(. != null)
    | .[0] + " " + ($issue.number | tostring)')

number_of() {
    printf '%s\n' "$known" | awk -v id="$1" '$1 == id { print $2; exit }'
}

# The issues of ids, by their numbers.
issues_of() {
    for one in $1; do
        found=$(number_of "$one")
        printf ' #%s' "${found:-$one}"
    done
}

# issue ID LABEL TITLE TEXT [EPIC] [WAITS FOR] [TICKETS]
issue() {
    text=$4
    if [ -n "${5-}" ]; then text="$text${newline}Part of:$(issues_of "$5")"; fi
    if [ -n "${6-}" ]; then text="$text${newline}Waits for:$(issues_of "$6")"; fi
    for ticket in ${7-}; do text="$text${newline}-$(issues_of "$ticket")"; done
    text="$text$newline$newline<!-- $1 -->"
    number=$(number_of "$1")
    if [ -n "$number" ]; then
        printf '%s\n' "$text" | gh issue edit "$number" --title="$3" --body-file=- > /dev/null
        echo "updated #$number"
    else
        url=$(printf '%s\n' "$text" | gh issue create --label=trestle --label="$2" --title="$3" --body-file=-)
        known="$known$newline$1 ${url##*/}"
        echo "created #${url##*/}"
    fi
}

# An epic whose tickets have no numbers yet: made where it is missing.
epic() {
    if [ -z "$(number_of "$1")" ]; then issue "$1" epic "$2" "$3"; fi
}

gh label create trestle --description 'From a plan in Trestle' > /dev/null 2>&1 || true # there is one already
gh label create epic > /dev/null 2>&1 || true
gh label create ticket > /dev/null 2>&1 || true
)sh";

/// A word of a shell that says just this text.
std::string quotedForShell(std::string_view text)
{
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + '\'';
}

/// Text that Markdown shows as it is.
std::string asMarkdown(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_[]<>&|~#").contains(c))
            out += '\\';
        out += c;
    }
    return out;
}

std::string spaced(const std::vector<std::string>& ids)
{
    std::string out;
    for (const std::string& id : ids)
        out.append(out.empty() ? "" : " ").append(id);
    return out;
}

std::string commandLine(std::initializer_list<std::string_view> texts)
{
    std::string line;
    for (const std::string_view text : texts)
        line.append(line.empty() ? "" : " ").append(text);
    return line + '\n';
}

} // namespace

Result<Exported> writeGithubScript(const ExportSource& source)
{
    const Backlog backlog = backlogOf(source, {.title = 256, .text = 30'000});
    TextCleaner cleaner("");
    std::string script = "#!/bin/sh\n";
    script += "# Makes or updates issues on GitHub. Run it in a clone of the repository, or with GH_REPO=OWNER/NAME.\n";
    std::string facts = factsLine(source);
    std::ranges::replace_if(facts, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    script += "# " + cleaner.clean(facts) + '\n';
    script += kFunctions;
    script += '\n';
    std::vector<std::pair<const Ticket*, const EpicTicket*>> items;
    for (const EpicTicket& epic : backlog.epics) {
        script += commandLine({"epic", epic.id, quotedForShell(epic.title), quotedForShell(asMarkdown(epic.text))});
        for (const Ticket& item : epic.items)
            items.emplace_back(&item, &epic);
    }
    // What an issue waits for has its number before.
    std::ranges::stable_sort(items, {}, [](const auto& item) { return item.first->start; });
    for (const auto& [item, epic] : items)
        script +=
            commandLine({"issue", item->id, "ticket", quotedForShell(item->title),
                         quotedForShell(asMarkdown(item->text)), epic->id, quotedForShell(spaced(item->waitsFor))});
    for (const EpicTicket& epic : backlog.epics) {
        std::vector<std::string> ids;
        for (const Ticket& item : epic.items)
            ids.push_back(item.id);
        script +=
            commandLine({"issue", epic.id, "epic", quotedForShell(epic.title), quotedForShell(asMarkdown(epic.text)),
                         "''", quotedForShell(spaced(epic.waitsFor)), quotedForShell(spaced(ids))});
    }
    return Exported{std::move(script), backlog.losses};
}

} // namespace trestle
