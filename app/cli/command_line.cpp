#include "app/cli/command_line.h"

#include "app/cli/completions.h"
#include "app/cli/console.h"
#include "app/cli/help.h"
#include "app/cli/man_page.h"
#include "app/cli/options.h"
#include "app/cli/wording.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace trestle::cli {

namespace {

constexpr int kDone = 0;
constexpr int kBadInput = 1;
constexpr int kBadUsage = 2;

struct Program {
    CLI::App app{"Plans the way from a working prototype to production: weeks, dates and AUD", "trestle"};
    Action chosen;
    std::string file;
    bool sample = false;
    bool version = false;
    bool man = false;
    std::string completion;
};

void define(Program& program)
{
    CLI::App& app = program.app;
    app.set_help_flag("-h,--help", "Say what can be done, and how");
    app.require_subcommand(0, 1);
    CLI::Option* file = app.add_option("FILE", program.file, "A plan file to open in the window");
    app.add_flag("--sample", program.sample, "Open the window with a copy of the sample plan")->excludes(file);
    app.add_flag("--version", program.version, "Say which version this is");
    app.add_flag("--man", program.man, "Print the manual page, as roff")->group("");
    app.add_option("--completion", program.completion, "Print what a shell completes trestle with")
        ->check(CLI::IsMember({"bash", "zsh", "fish"}))
        ->group("");
    for (const auto add :
         {addNew,    addSet,   addScenario, addPlan,   addRisk,      addProgress,    addBaseline, addPrice,
          addCash,   addGoal,  addCover,    addAdvise, addCompare,   addChangeOrder, addExport,   addPack,
          addImport, addTimes, addScan,     addMcp,    addCatalogue, addRecord,      addCheck})
        add(app, program.chosen);
}

/// The arguments, last first as the parser takes them. It has no `--target=` without a value, which here clears.
std::vector<std::string> argumentsOf(int argc, char** argv)
{
    std::vector<std::string> arguments;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        const bool clears = argument.starts_with("--") && argument.find('=') == argument.size() - 1;
        arguments.emplace_back(argument.substr(0, argument.size() - (clears ? 1 : 0)));
        if (clears)
            arguments.emplace_back();
    }
    std::ranges::reverse(arguments);
    return arguments;
}

int report(const Error& error, Console& console)
{
    // A reader that has gone away has seen what it wanted.
    if (error.code != ErrorCode::cancelled)
        console.error(worded(error));
    return kBadInput;
}

int finish(const Result<void>& result, Console& console)
{
    return result ? kDone : report(result.error(), console);
}

/// The commands of which the chosen one wants one and got none; empty where it has none or has one.
std::string commandsWithin(const CLI::App& app)
{
    const auto chosen = app.get_subcommands();
    if (chosen.empty() || !chosen.front()->get_subcommands().empty())
        return {};
    std::string commands;
    for (const CLI::App* command : chosen.front()->get_subcommands([](const CLI::App*) { return true; }))
        commands += (commands.empty() ? "" : ", ") + command->get_name();
    return commands;
}

/// That there is no file of this name. Where that cannot be found out, `unknown` says why.
bool isNoFile(const std::string& path, std::error_code& unknown)
{
    const bool found = std::filesystem::exists(path, unknown);
    if (unknown == std::errc::filename_too_long)
        unknown.clear(); // nothing can have such a name
    return !found && !unknown;
}

int refuse(const Program& program, const CLI::ParseError& error, const std::string& first, Console& console)
{
    // A mistyped subcommand looks like the name of a file.
    const bool plain = !first.empty() && !first.starts_with('-');
    if (std::error_code unknown; plain && program.app.get_subcommands().empty() && isNoFile(first, unknown)) {
        console.error("there is no command or file '" + first + "'; 'trestle --help' lists the commands");
        return kBadUsage;
    }
    const std::string command = chosenCommand(program.app);
    if (const std::string commands = commandsWithin(program.app); !commands.empty()) {
        console.error("'trestle " + command + "' wants one of " + commands + "; see 'trestle " + command + " --help'");
        return kBadUsage;
    }
    console.error(std::string(error.what()) + "; see 'trestle " + command + (command.empty() ? "" : " ") + "--help'");
    return kBadUsage;
}

int openWindow(const Program& program, const Frontend& frontend, Console& console)
{
    std::error_code unknown;
    if (!program.file.empty() && isNoFile(program.file, unknown)) {
        const bool word = program.file.find_first_of("./") == std::string::npos;
        console.error("there is no " + std::string(word ? "command or " : "") + "file '" + program.file +
                      "'; 'trestle --help' lists the commands");
        return word ? kBadUsage : kBadInput;
    }
    if (unknown)
        return report({ErrorCode::fileUnreadable, program.file, {}, unknown.message()}, console);
    const auto code = frontend.runWindow();
    return code ? *code : report(code.error(), console);
}

int run(Program& program, const Frontend& frontend, Console& console)
{
    if (program.version)
        return finish(console.print("trestle " TRESTLE_VERSION "\n"), console);
    if (program.man)
        return finish(console.print(manPage(program.app, TRESTLE_VERSION)), console);
    if (!program.completion.empty())
        return finish(console.print(completions(program.app, program.completion)), console);
    if (!program.chosen)
        return openWindow(program, frontend, console);
    const auto clock = ProgramClock::fromEnvironment();
    if (!clock)
        return report(clock.error(), console);
    return finish(program.chosen({console, *clock, frontend}), console);
}

} // namespace

CLI::Option* addText(CLI::App& command, const std::string& name, std::optional<std::string>& target,
                     const std::string& form, const std::string& description)
{
    // Not bound to the optional itself: the parser would take an empty text for none.
    return command
        .add_option_function<std::string>(
            name, [&target](const std::string& text) { target = text; }, description)
        ->type_name(form);
}

CLI::Option* addTexts(CLI::App& command, const std::string& name, std::vector<std::string>& target,
                      const std::string& form, const std::string& description)
{
    return command.add_option(name, target, description)->type_name(form)->allow_extra_args(false);
}

int runCommandLine(int argc, char** argv, const Frontend& frontend)
{
    Console console;
    Program program;
    try {
        define(program);
        program.app.parse(argumentsOf(argc, argv));
    } catch (const CLI::CallForHelp&) {
        return finish(console.print(helpText(program.app, console.style().width)), console);
    } catch (const CLI::ParseError& error) {
        return refuse(program, error, argc > 1 ? argv[1] : "", console);
    }
    return run(program, frontend, console);
}

Captured runCaptured(std::vector<std::string> arguments, const Environment& environment)
{
    Captured captured;
    Console console(captured.output, captured.messages);
    Program program;
    const std::string first = arguments.empty() ? "" : arguments.front();
    std::ranges::reverse(arguments);
    try {
        define(program);
        program.app.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        captured.exitCode = refuse(program, error, first, console);
        return captured;
    }
    if (program.chosen)
        captured.exitCode = finish(program.chosen({console, environment.clock, environment.frontend}), console);
    return captured;
}

} // namespace trestle::cli
