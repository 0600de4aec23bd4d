#include "app/cli/command_line.h"
#include "app/last_resort.h"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace {

using trestle::Error;
using trestle::ErrorCode;

/// Becomes the program that has Qt, which lies beside this one in a build and in libexec when installed. Arguments,
/// streams and process id stay. Returns only if there is none.
Error becomeWindowProgram(char** argv, const std::string& wanted)
{
    std::error_code error;
    const std::filesystem::path here = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (const std::filesystem::path& folder : {here, here.parent_path() / TRESTLE_LIBEXEC})
        execv((folder / TRESTLE_WINDOW_PROGRAM).c_str(), argv);
    return {ErrorCode::needsDisplaySupport, wanted, {}, {}};
}

bool hasDisplay()
{
    constexpr std::array variables{"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
    for (const char* variable : variables)
        if (const char* value = std::getenv(variable); value && *value != '\0')
            return true;
    return false;
}

} // namespace

/// `trestle`: the command line. Nothing of Qt is loaded until a window or a drawing is asked for.
int main(int argc, char** argv)
{
    return trestle::runToTheEnd([=] {
        trestle::cli::Frontend frontend;
        frontend.runWindow = [=]() -> trestle::Result<int> {
            if (!hasDisplay())
                return trestle::fail(ErrorCode::needsDisplaySupport, "the window", "display");
            return std::unexpected(becomeWindowProgram(argv, "the window"));
        };
        frontend.becomeDrawingProgram = [=](const std::string& format) { return becomeWindowProgram(argv, format); };
        return trestle::cli::runCommandLine(argc, argv, frontend);
    });
}
