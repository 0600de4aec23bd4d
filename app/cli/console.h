#pragma once

#include "app/cli/text.h"
#include "models/error.h"

#include <string>
#include <string_view>

namespace trestle::cli {

/// The two streams of the command line: figures to standard output, messages to standard error. Written to without a
/// buffer of ours, so that a full disk or a closed pipe is noticed where it happens.
class Console {
public:
    /// Looks at the environment (COLUMNS, LC_ALL, NO_COLOR, TERM) and at what standard output is.
    Console();
    /// Keeps in `output` and `messages` what would be written; they outlive this. For commands that run within another.
    Console(std::string& output, std::string& messages);

    [[nodiscard]] const Style& style() const { return m_style; }
    [[nodiscard]] bool outputIsTerminal() const { return m_terminal; }

    /// Errors: diskFull, fileUnwritable; cancelled when the reader has closed the pipe, which is no failure.
    Result<void> print(std::string_view text);
    /// One line each: `trestle: …`. Nothing can be done about a message that cannot be written.
    void error(std::string_view line);
    void note(std::string_view line);

    [[nodiscard]] bool errorsAreTerminal() const { return m_errorTerminal; }
    /// A line on the terminal behind the error stream that the next one takes the place of; an empty one wipes it.
    void showStatus(std::string_view line);

private:
    Style m_style;
    std::string* m_output = nullptr; ///< in place of the streams
    std::string* m_messages = nullptr;
    bool m_terminal = false;
    bool m_errorTerminal = false; ///< that understands how to go back in a line
    bool m_unicodeErrors = false;
};

} // namespace trestle::cli
