#pragma once

#include "app/cli/command_line.h"

#include <CLI/CLI.hpp>

#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// The options of the subcommands, defined once: the parser, `--help` and the manual page all read them from here.
namespace trestle::cli {

/// An option with one text, which may be empty.
CLI::Option* addText(CLI::App& command, const std::string& name, std::optional<std::string>& target,
                     const std::string& form, const std::string& description);
/// An option that may be given again and again, each time with one text.
CLI::Option* addTexts(CLI::App& command, const std::string& name, std::vector<std::string>& target,
                      const std::string& form, const std::string& description);

/// Runs `run` with the options when the command is on the command line.
template <class Options, std::invocable<const Options&, const Environment&> Run>
void onChosen(CLI::App& command, const std::shared_ptr<Options>& options, Action& chosen, Run run)
{
    command.callback([options, run, &chosen] {
        chosen = [options, run](const Environment& environment) { return run(*options, environment); };
    });
}

/// Each adds its subcommand, and when that is on the command line puts its work into `chosen`.
void addNew(CLI::App& program, Action& chosen);
void addSet(CLI::App& program, Action& chosen);
void addScenario(CLI::App& program, Action& chosen);
void addPlan(CLI::App& program, Action& chosen);
void addRisk(CLI::App& program, Action& chosen);
void addBaseline(CLI::App& program, Action& chosen);
void addProgress(CLI::App& program, Action& chosen);
void addPrice(CLI::App& program, Action& chosen);
void addCash(CLI::App& program, Action& chosen);
void addGoal(CLI::App& program, Action& chosen);
void addCover(CLI::App& program, Action& chosen);
void addAdvise(CLI::App& program, Action& chosen);
void addCompare(CLI::App& program, Action& chosen);
void addChangeOrder(CLI::App& program, Action& chosen);
void addExport(CLI::App& program, Action& chosen);
void addPack(CLI::App& program, Action& chosen);
void addImport(CLI::App& program, Action& chosen);
void addTimes(CLI::App& program, Action& chosen);
void addScan(CLI::App& program, Action& chosen);
void addMcp(CLI::App& program, Action& chosen);
void addCatalogue(CLI::App& program, Action& chosen);
void addRecord(CLI::App& program, Action& chosen);
void addCheck(CLI::App& program, Action& chosen);

} // namespace trestle::cli
