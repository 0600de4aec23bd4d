#pragma once

#include "app/cli/clock.h"
#include "data/formats/export_formats.h"
#include "models/error.h"

#include <functional>
#include <string>
#include <vector>

/// The command line: `trestle new|set|plan|export|pack|import|scan|check`, and what opens the window.
/// Exit codes: 0 done; 1 the input is at fault, with one line on the error stream; 2 the command line makes no sense.
/// A value that cannot be used (a bad date) is bad input; an option that does not exist is bad usage.
namespace trestle::cli {

/// What the two programs that share this command line do differently.
struct Frontend {
    /// Opens the window for the same arguments; gives the exit code.
    std::function<Result<int>()> runWindow;
    /// Formats without a writer are those that only the other program can write …
    std::vector<ExportFormat> formats = exportFormats();
    /// … which this one becomes before anything is read. Returns only if it cannot.
    std::function<Error(const std::string& format)> becomeDrawingProgram;
};

class Console;

/// All that a subcommand may use of the world around it.
struct Environment {
    Console& console;
    const ProgramClock& clock;
    const Frontend& frontend;
};

/// A subcommand with its arguments, ready to run.
using Action = std::function<Result<void>(const Environment&)>;

int runCommandLine(int argc, char** argv, const Frontend& frontend);

/// What a command that ran within another printed.
struct Captured {
    int exitCode = 0;
    std::string output;
    std::string messages; ///< errors and notes, a line each, without the program's name
};
/// Runs a command line (without the program's name) with the clock and the frontend of the command that is running.
Captured runCaptured(std::vector<std::string> arguments, const Environment& environment);

} // namespace trestle::cli
