#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace CLI {
class App;
}

/// What the command line says of itself. `--help` and the manual page are written from the same definitions: those the
/// parser works with.
namespace trestle::cli {

struct OptionHelp {
    std::string form; ///< "--start DATE", or the name of an argument
    std::string description;
    bool argument = false; ///< stands in its place, without a name
    bool required = false;
    bool repeated = false;
};

struct CommandHelp {
    std::string name; ///< "new", "scenario add"; empty for the program itself
    std::string description;
    bool isGroup = false;            ///< has commands of its own and does nothing without
    std::vector<OptionHelp> options; ///< in order of definition
};

/// The program first, then its commands, each group before its own.
std::vector<CommandHelp> describeCommands(const CLI::App& program);

/// The name of the command that stands on the command line: "scenario add"; empty for the program.
std::string chosenCommand(const CLI::App& program);

/// "trestle new PLAN --name NAME [options]".
std::string usageOf(const CommandHelp& command);

struct Example {
    std::string command;
    std::string meaning;
};
std::vector<Example> examples();

/// The help of the command on the command line, or of the program.
std::string helpText(const CLI::App& program, std::size_t width);

} // namespace trestle::cli
