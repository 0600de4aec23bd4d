#include "app/cli/command_line.h"
#include "app/graphics.h"
#include "app/window_main.h"

/// `trestle-window`: the same command line as `trestle`, in the program that has Qt.
int main(int argc, char** argv)
{
    trestle::cli::Frontend frontend;
    frontend.runWindow = [=]() -> trestle::Result<int> { return trestle::runWindow(argc, argv); };
    frontend.draw = trestle::exportGraphics;
    return trestle::cli::runCommandLine(argc, argv, frontend);
}
