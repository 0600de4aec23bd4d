#include "app/last_resort.h"

#include <unistd.h>

#include <array>
#include <new>
#include <string_view>

namespace trestle {

namespace {

/// A line of a fixed size: there may be no memory left to make another.
class Line {
public:
    void add(std::string_view text)
    {
        // A reason may hold the name of a file, and that anything: it must not steer a terminal or break the line.
        for (const char c : text)
            if (m_length < m_text.size() - 1)
                m_text[m_length++] = static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    }
    void write()
    {
        m_text[m_length] = '\n';
        // Nothing can be done about a message that cannot be written.
        [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, m_text.data(), m_length + 1);
    }

private:
    std::array<char, 512> m_text{};
    std::size_t m_length = 0;
};

} // namespace

void tellWhatEscaped(const std::exception_ptr& escaped) noexcept
{
    Line line;
    line.add("trestle: ");
    try {
        std::rethrow_exception(escaped);
    } catch (const std::bad_alloc&) {
        line.add("there is not enough memory for this; close other programs and try again");
    } catch (const std::exception& error) {
        line.add("something went wrong inside Trestle: ");
        line.add(error.what());
    } catch (...) {
        line.add("something went wrong inside Trestle");
    }
    line.write();
}

int runToTheEnd(const std::function<int()>& program) noexcept
{
    try {
        return program();
    } catch (...) {
        tellWhatEscaped(std::current_exception());
        return 1;
    }
}

} // namespace trestle
