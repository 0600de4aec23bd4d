#include "app/cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>

namespace trestle::cli {

namespace {

constexpr std::size_t kNarrowest = 60; // where dates and figures still fit
constexpr std::size_t kWidest = 400;

std::string_view variable(const char* name)
{
    const char* value = std::getenv(name);
    return value ? std::string_view(value) : std::string_view();
}

/// The character set of the user's locale, by the order POSIX gives to the variables.
bool localeIsUtf8()
{
    std::string locale;
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"})
        if (locale = variable(name); !locale.empty())
            break;
    std::ranges::transform(locale, locale.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
}

std::size_t columns(bool terminal)
{
    const std::string_view text = variable("COLUMNS");
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    if (value == 0 && terminal)
        if (winsize size{}; ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
            value = size.ws_col;
    return value == 0 ? Style{}.width : std::clamp(value, kNarrowest, kWidest);
}

/// Writes everything; the system's error number, 0 for none.
int writeAll(int descriptor, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno != EINTR)
            return errno;
        if (written > 0)
            text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

} // namespace

Console::Console() : m_terminal(isatty(STDOUT_FILENO) == 1)
{
    // A reader that goes away must not end the program in the middle of writing a plan.
    std::signal(SIGPIPE, SIG_IGN);
    const bool utf8 = localeIsUtf8();
    m_style.width = columns(m_terminal);
    m_style.glyphs = m_terminal && utf8;
    m_style.utf8 = !m_terminal || utf8;
    m_style.colour = m_terminal && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
    m_errorTerminal = isatty(STDERR_FILENO) == 1 && variable("TERM") != "dumb";
    m_unicodeErrors = utf8 || isatty(STDERR_FILENO) != 1;
}

Console::Console(std::string& output, std::string& messages) : m_output(&output), m_messages(&messages) {}

Result<void> Console::print(std::string_view text)
{
    if (m_output) {
        m_output->append(text);
        return {};
    }
    switch (const int error = writeAll(STDOUT_FILENO, text)) {
    case 0: return {};
    case EPIPE: return fail(ErrorCode::cancelled);
    case ENOSPC:
    case EDQUOT: return fail(ErrorCode::diskFull, "standard output");
    default: return fail(ErrorCode::fileUnwritable, "standard output", {}, std::strerror(error));
    }
}

void Console::error(std::string_view line)
{
    if (m_messages)
        m_messages->append(printable(line)).append(1, '\n');
    else
        writeAll(STDERR_FILENO, "trestle: " + printable(line, m_unicodeErrors) + '\n');
}

void Console::showStatus(std::string_view line)
{
    constexpr std::string_view wipe = "\r\x1b[K";
    writeAll(STDERR_FILENO, std::string(wipe).append(line.empty() ? "" : "trestle: ").append(line));
}

void Console::note(std::string_view line)
{
    error("note: " + std::string(line));
}

} // namespace trestle::cli
