#include "data/exchange/tasks_table/heading_words.h"

#include "data/exchange/tasks_table/cell_values.h"

#include <array>

namespace trestle {

namespace {

using enum ColumnMeaning;

constexpr auto kHeadings = std::to_array<HeadingWord>({
    {name, "task name"},
    {name, "issue title"},
    {name, "card name"},
    {name, "summary"},
    {name, "title"},
    {name, "name"},
    {name, "task"},
    {name, "item"},
    {name, "activity"},
    {name, "activity name"},
    {name, "work item"},
    {name, "feature"},
    {name, "story"},
    {name, "user story"},
    {name, "deliverable"},
    {name, "subject"},
    {name, "issue"},
    {name, "primary"},
    {id, "id"},
    {id, "issue key"},
    {id, "key"},
    {id, "issue id"},
    {id, "task id"},
    {id, "card id"},
    {id, "number"},
    {id, "row number"},
    {id, "row"},
    {id, "#"},
    {id, "no"},
    {id, "ref"},
    {id, "unique id"},
    {id, "uid"},
    {level, "outline level"},
    {level, "level"},
    {level, "indent"},
    {level, "hierarchy level"},
    {outline, "outline number"},
    {outline, "wbs"},
    {outline, "wbs code"},
    {parent, "parent task"},
    {parent, "parent"},
    {parent, "parent id"},
    {parent, "parent key"},
    {parent, "parent issue"},
    {parent, "parent name"},
    {parent, "parent card"},
    {parent, "epic link"},
    {parent, "summary task"},
    {phase, "phase"},
    {phase, "section/column"},
    {phase, "section"},
    {phase, "bucket name"},
    {phase, "bucket"},
    {phase, "project milestone"},
    {phase, "milestone"},
    {phase, "epic name"},
    {phase, "epic"},
    {phase, "list name"},
    {phase, "list"},
    {phase, "group"},
    {phase, "stage"},
    {phase, "column"},
    {phase, "project"},
    {phase, "category"},
    {work, "work"},
    {work, "effort"},
    {work, "estimated effort"},
    {work, "estimated work"},
    {work, "remaining estimate"},
    {work, "original estimate"},
    {work, "estimated time"},
    {work, "estimated hours"},
    {work, "estimated days"},
    {work, "estimate"},
    {work, "estimation"},
    {work, "est"},
    {work, "est work"},
    {work, "est effort"},
    {work, "est hours"},
    {work, "est days"},
    {work, "story points"},
    {work, "story point estimate"},
    {work, "points"},
    {work, "size"},
    {work, "hours"},
    {work, "person days"},
    {work, "man days"},
    {duration, "duration"},
    {duration, "planned duration"},
    {duration, "days"},
    {duration, "length"},
    {start, "start"},
    {start, "start date"},
    {start, "begin date"},
    {start, "begin"},
    {start, "planned start"},
    {start, "scheduled start"},
    {start, "start on"},
    {finish, "finish"},
    {finish, "finish date"},
    {finish, "end"},
    {finish, "end date"},
    {finish, "planned finish"},
    {finish, "planned end"},
    {finish, "due date"},
    {finish, "due"},
    {finish, "due on"},
    {finish, "target date"},
    {predecessors, "predecessors"},
    {predecessors, "predecessor"},
    {predecessors, "blocked by"},
    {predecessors, "is blocked by"},
    {predecessors, "depends on"},
    {predecessors, "dependencies"},
    {predecessors, "inward issue link (blocks)"},
    {predecessors, "after"},
    {people, "resource names"},
    {people, "resources"},
    {people, "assigned to"},
    {people, "assignee"},
    {people, "assignees"},
    {people, "assignee name"},
    {people, "members"},
    {people, "owner"},
    {people, "responsible"},
    {people, "who"},
    {done, "% complete"},
    {done, "percent complete"},
    {done, "complete %"},
    {done, "% done"},
    {done, "percent done"},
    {done, "done %"},
    {done, "done"},
    {done, "progress"},
    {done, "completion"},
    {done, "complete"},
    {done, "completed"},
    {done, "completed at"},
    {done, "completed date"},
    {done, "status"},
    {done, "state"},
    {done, "issue status"},
    {notes, "notes"},
    {notes, "description"},
    {notes, "details"},
    {notes, "body"},
    {notes, "card description"},
});

/// "custom field (story points)" is "story points".
std::string_view withoutWrap(std::string_view words)
{
    constexpr std::string_view wrap = "custom field (";
    if (words.starts_with(wrap) && words.ends_with(')'))
        return words.substr(wrap.size(), words.size() - wrap.size() - 1);
    return words;
}

/// Small letters, single spaces, and nothing of what is put around headings.
std::string plainHeading(std::string_view text)
{
    std::string words;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (text.substr(i).starts_with("\xC2\xA0")) { // a space that does not break
            c = ' ';
            ++i;
        }
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
        const bool isSpace = c == ' ' || c == '_' || c == '\t' || c == '\n' || c == '\r';
        if (c == '*' || c == ':' || c == '.' || c == '"')
            continue;
        if (!isSpace)
            words += c;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    while (words.ends_with(' '))
        words.pop_back();
    return words;
}

} // namespace

std::span<const HeadingWord> headingWords()
{
    return kHeadings;
}

Heading headingFrom(std::string_view text)
{
    constexpr std::size_t longest = 200;
    if (text.size() > longest)
        return {};
    const std::string whole = plainHeading(text);
    std::string_view words = withoutWrap(whole);
    Heading heading;
    const std::size_t open = words.find_last_of("([");
    if (open != std::string_view::npos && open > 0 && (words.back() == ')' || words.back() == ']')) {
        const std::string_view inside = words.substr(open + 1, words.size() - open - 2);
        heading.unit = unitFrom(inside);
        if (heading.unit || inside == "dependencies") {
            words = words.substr(0, open);
            while (words.ends_with(' '))
                words.remove_suffix(1);
        }
    }
    for (const std::string_view in : {" in ", " "}) // "work in hours", "estimated hours"
        if (const std::size_t last = words.rfind(in); !heading.unit && last != std::string_view::npos) {
            heading.unit = unitFrom(words.substr(last + in.size()));
            if (heading.unit && in == " in ")
                words = words.substr(0, last);
        }
    if (!heading.unit)
        heading.unit = unitFrom(words);
    heading.words = words;
    return heading;
}

} // namespace trestle
