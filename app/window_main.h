#pragma once

namespace trestle {

/// Opens the window and runs it until it is closed. `argv` is that of the program: nothing, the path of a plan file, or
/// `--sample` for a copy of the sample; anything else has been refused before. Returns the exit code.
int runWindow(int argc, char** argv);

} // namespace trestle
