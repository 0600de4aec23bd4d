#pragma once

#include <QApplication>

#include <exception>
#include <mutex>

namespace trestle {

/// The application of the window. What escapes from an event handler, of whatever thread, ends the event loop and not
/// the process, so that the window goes in order and every edit gets to disk; run() then throws it on.
class WindowApplication : public QApplication {
    Q_OBJECT
public:
    using QApplication::QApplication;

    /// The event loop until the window is closed; the exit code.
    int run();
    bool notify(QObject* receiver, QEvent* event) override;

private:
    [[nodiscard]] bool hasEscaped() const;

    mutable std::mutex m_mutex;
    std::exception_ptr m_escaped; // the first; guarded by m_mutex
};

/// Throws on in the event loop of `receiver` what a job escaped from that ran on a thread without one.
void throwOnIn(QObject* receiver, const std::exception_ptr& escaped);

/// Runs a job on such a thread.
template <class Job>
void runFor(QObject* receiver, const Job& job)
{
    try {
        job();
    } catch (...) {
        throwOnIn(receiver, std::current_exception());
    }
}

} // namespace trestle
