#include "app/cli/man_page.h"

#include "app/cli/help.h"

#include <CLI/CLI.hpp>

namespace trestle::cli {

namespace {

/// Text for roff: hyphens that can be copied, lists of choices that may go over lines, no accidental commands at the
/// start of a line.
std::string roff(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else if (c == '|')
            out += "\\:|";
        else if (c == '\'')
            out += "\\(aq";
        else
            out += c;
    }
    return out.starts_with('.') ? "\\&" + out : out;
}

void addOptions(std::string& page, const CommandHelp& command)
{
    for (const OptionHelp& option : command.options)
        page += ".TP\n.B " + roff(option.form) + '\n' + roff(option.description) + "." +
                (option.repeated ? " May be given again." : "") + '\n';
}

std::string exampleText()
{
    std::string text;
    for (const Example& example : examples())
        text += ".TP\n.B " + roff(example.command) + '\n' + roff(example.meaning) + '\n';
    return text;
}

constexpr const char* kDescription =
    R"(Trestle answers what a working prototype still needs before it can carry real users: what is missing, in which
order, by when and for how much. It schedules what is not in place yet with the people there are, and adds up the cost.
.PP
Without a command it opens its window, with
.I FILE
or with the start page. The commands below need no display.
.I PLAN
is a plan file (.trestle), a plan as JSON as
.B trestle export
writes it, or \- for such JSON from standard input.
.PP
Figures go to standard output, messages to standard error. Dates are ISO 8601, decimals have a point, whatever the
locale. Money is in Australian dollars, ex GST. Weeks are working weeks from the start.
)";

constexpr const char* kExitStatus = R"(.TP
.B 0
Done.
.TP
.B 1
The input is at fault: one line on standard error says what, where and what to do. Nothing was changed.
.TP
.B 2
The command line makes no sense.
)";

constexpr const char* kEnvironment = R"(.TP
.B COLUMNS
The width of what is printed, where it is set; else the terminal's, else 100.
.TP
.B LC_ALL, LC_CTYPE, LANG
Where they name UTF\-8, a terminal gets block glyphs; else, and without a terminal, ASCII.
.TP
.B NO_COLOR
When set, no colours. There are none without a terminal either.
.TP
.B SOURCE_DATE_EPOCH
Seconds since 1970, taken for the present time, so that the same plan gives the same files.
.TP
.B TRESTLE_CATALOGUES
The folder with the catalogues of your own, in place of trestle/catalogues in XDG_DATA_HOME (~/.local/share).
.TP
.B TRESTLE_RECORD
The file with your record of past plans, in place of trestle/record.json in XDG_DATA_HOME.
)";

} // namespace

std::string manPage(const CLI::App& program, const std::string& version)
{
    const std::vector<CommandHelp> commands = describeCommands(program);
    std::string page = ".TH TRESTLE 1 \"\" \"trestle " + roff(version) +
                       "\" \"User Commands\"\n.SH NAME\ntrestle \\- " +
                       "plan the way from a working prototype to production\n.SH SYNOPSIS\n";
    for (const CommandHelp& command : commands)
        if (command.name.empty() || !command.isGroup)
            page += ".br\n.B " + roff(usageOf(command)) + '\n';
    page += std::string(".SH DESCRIPTION\n") + kDescription + ".SH OPTIONS\n";
    addOptions(page, commands.front());
    page += ".SH COMMANDS\n";
    for (const CommandHelp& command : commands) {
        if (command.name.empty() || command.isGroup)
            continue;
        page += ".SS " + roff(usageOf(command)) + '\n' + roff(command.description) + ".\n";
        addOptions(page, command);
    }
    page += std::string(".SH EXIT STATUS\n") + kExitStatus + ".SH ENVIRONMENT\n" + kEnvironment + ".SH EXAMPLES\n" +
            exampleText();
    return page;
}

} // namespace trestle::cli
