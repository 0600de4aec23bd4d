#include "app/cli/help.h"

#include "app/cli/text.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace trestle::cli {

namespace {

constexpr std::size_t kFormWidth = 26;

OptionHelp describe(const CLI::Option& option)
{
    OptionHelp help;
    help.argument = option.get_positional();
    help.required = option.get_required();
    help.repeated = option.get_expected_max() >= CLI::detail::expected_max_vector_size;
    help.description = option.get_description();
    if (help.argument) {
        help.form = option.get_option_text().empty() ? option.get_name() : option.get_option_text();
        return help;
    }
    help.form = option.get_name(false, true);
    std::ranges::replace(help.form, ',', ' ');
    if (option.get_type_size() != 0)
        help.form += " " + option.get_type_name();
    return help;
}

CommandHelp describe(const CLI::App& command, const std::string& name)
{
    CommandHelp help{name, command.get_description(), !command.get_subcommands({}).empty(), {}};
    for (const CLI::Option* option : command.get_options())
        if (!option->get_group().empty()) // hidden ones have no group
            help.options.push_back(describe(*option));
    // Arguments first: they are what a command is about.
    std::ranges::stable_partition(help.options, &OptionHelp::argument);
    return help;
}

void describeAll(std::vector<CommandHelp>& commands, const CLI::App& command, const std::string& name)
{
    commands.push_back(describe(command, name));
    for (const CLI::App* inner : command.get_subcommands({}))
        describeAll(commands, *inner, (name.empty() ? "" : name + " ") + inner->get_name());
}

void addEntry(std::string& text, const std::string& form, const std::string& description, std::size_t width)
{
    std::string line = "  " + form;
    if (displayWidth(line) + 2 > kFormWidth) {
        text += line + '\n';
        line.clear();
    }
    for (const std::string& part : wrapped(description, width - kFormWidth)) {
        text += leftAligned(line, kFormWidth, false) + part + '\n';
        line.clear();
    }
}

/// The commands that may stand right behind a group's name, the program being the outermost group.
void addCommands(std::string& text, const std::vector<CommandHelp>& commands, const std::string& group,
                 std::size_t width)
{
    text += "\nCommands:\n";
    const std::string before = group.empty() ? "" : group + " ";
    for (const CommandHelp& other : commands) {
        if (other.name.size() <= before.size() || !other.name.starts_with(before))
            continue;
        if (const std::string inner = other.name.substr(before.size()); inner.find(' ') == std::string::npos)
            addEntry(text, inner, other.description, width);
    }
}

void addOptions(std::string& text, const CommandHelp& command, bool arguments, std::size_t width)
{
    bool first = true;
    for (const OptionHelp& option : command.options) {
        if (option.argument != arguments)
            continue;
        if (first)
            text += arguments ? "\nArguments:\n" : "\nOptions:\n";
        first = false;
        addEntry(text, option.form, option.description, width);
    }
}

} // namespace

std::vector<CommandHelp> describeCommands(const CLI::App& program)
{
    std::vector<CommandHelp> commands;
    describeAll(commands, program, "");
    return commands;
}

std::string chosenCommand(const CLI::App& program)
{
    std::string name;
    const CLI::App* command = &program;
    for (auto chosen = command->get_subcommands(); !chosen.empty(); chosen = command->get_subcommands()) {
        command = chosen.front();
        name += (name.empty() ? "" : " ") + command->get_name();
    }
    return name;
}

std::string usageOf(const CommandHelp& command)
{
    std::string usage = "trestle" + (command.name.empty() ? "" : " " + command.name);
    if (command.isGroup && !command.name.empty())
        usage += " COMMAND ...";
    bool optional = false;
    for (const OptionHelp& option : command.options) {
        if (option.argument)
            usage += (option.required ? " " + option.form : " [" + option.form + "]") + (option.repeated ? "..." : "");
        else if (option.required)
            usage += " " + option.form;
        else
            optional = true;
    }
    return usage + (optional ? " [options]" : "");
}

std::vector<Example> examples()
{
    return {{"trestle new ledger.trestle --name Ledger --start 2027-01-04", "a plan with nothing in place yet"},
            {"trestle set ledger.trestle sessions=done unit-tests=partial", "what is already in place"},
            {"trestle set ledger.trestle --person 'Ana:1.0:5500' --target 2027-06-25", "who works on it, and by when"},
            {"trestle plan ledger.trestle", "weeks, dates, AUD and a Gantt chart"},
            {"trestle plan ledger.trestle --json | jq .finish.likely", "figures for other programs"},
            {"trestle risk ledger.trestle", "how sure, and what moves it"},
            {"trestle goal ledger.trestle --by 2027-05-28 --within 190000", "what would have to change for that"},
            {"trestle scenario add ledger.trestle --name Lean --remove-person Ana", "a variant beside the base"},
            {"trestle compare ledger.trestle", "base and variants side by side"},
            {"trestle export ledger.trestle ledger.pdf", "one page for the meeting"},
            {"trestle pack ledger.trestle investors --audience investor", "all that an investor is sent, in a folder"}};
}

std::string helpText(const CLI::App& program, std::size_t width)
{
    width = std::min<std::size_t>(width, 100);
    const std::vector<CommandHelp> commands = describeCommands(program);
    const std::string name = chosenCommand(program);
    const CommandHelp& command = *std::ranges::find(commands, name, &CommandHelp::name);

    std::string text = command.description + ".\n\nUsage: " + usageOf(command) + '\n';
    if (name.empty())
        text += "       trestle COMMAND ...\n";
    if (command.isGroup)
        addCommands(text, commands, name, width);
    addOptions(text, command, true, width);
    addOptions(text, command, false, width);
    if (name.empty()) {
        text += "\nExamples:\n";
        for (const Example& example : examples())
            text += "  " + example.command + '\n';
        text += "\n'trestle COMMAND --help' tells more.\n"
                "Exit codes: 0 done, 1 the input is at fault, 2 wrong usage.\n";
    }
    return text;
}

} // namespace trestle::cli
