#include "ui/base/window_application.h"

#include <QMetaObject>

#include <utility>

namespace trestle {

int WindowApplication::run()
{
    // Opening a file has an event loop of its own, before this one.
    const int code = hasEscaped() ? 1 : exec();
    if (hasEscaped())
        std::rethrow_exception(std::exchange(m_escaped, nullptr));
    return code;
}

bool WindowApplication::notify(QObject* receiver, QEvent* event)
{
    try {
        return QApplication::notify(receiver, event);
    } catch (...) {
        const std::lock_guard lock(m_mutex);
        if (!m_escaped)
            m_escaped = std::current_exception();
    }
    // Threads that work on files have event loops too; exit() belongs to the window's.
    QMetaObject::invokeMethod(this, [] { exit(1); }, Qt::QueuedConnection);
    return false;
}

bool WindowApplication::hasEscaped() const
{
    const std::lock_guard lock(m_mutex);
    return m_escaped != nullptr;
}

void throwOnIn(QObject* receiver, const std::exception_ptr& escaped)
{
    QMetaObject::invokeMethod(receiver, [escaped] { std::rethrow_exception(escaped); }, Qt::QueuedConnection);
}

} // namespace trestle
