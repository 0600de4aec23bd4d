#pragma once

#include <exception>
#include <functional>

namespace trestle {

/// Runs the whole of a program. What escapes from it ends it with one line on standard error and exit code 1, no memory
/// left included.
int runToTheEnd(const std::function<int()>& program) noexcept;

/// That line, for an exception which was caught elsewhere.
void tellWhatEscaped(const std::exception_ptr& escaped) noexcept;

} // namespace trestle
