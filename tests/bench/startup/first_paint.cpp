// Preloaded into a Qt program (LD_PRELOAD): writes the monotonic time in nanoseconds to the descriptor FIRST_PAINT_FD
// once the widget called FIRST_PAINT_WIDGET is painted and flushed for the first time, and ends the program.
#include <QCoreApplication>
#include <QEvent>
#include <QTimer>

#include <time.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace {

void tellAndEnd()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    const std::int64_t nanoseconds = std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
    const bool told = write(qEnvironmentVariableIntValue("FIRST_PAINT_FD"), &nanoseconds, sizeof nanoseconds) ==
                      static_cast<ssize_t>(sizeof nanoseconds);
    _exit(told ? 0 : 1);
}

class FirstPaint : public QObject {
public:
    explicit FirstPaint(QObject* parent) : QObject(parent), m_name(qEnvironmentVariable("FIRST_PAINT_WIDGET")) {}

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        // All of a window is painted and flushed in one go: what is asked for meanwhile comes after it.
        if (event->type() == QEvent::Paint && !m_painted && watched->objectName() == m_name) {
            m_painted = true;
            QTimer::singleShot(0, this, tellAndEnd);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QString m_name;
    bool m_painted = false;
};

void install()
{
    QCoreApplication::instance()->installEventFilter(new FirstPaint(QCoreApplication::instance()));
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(install)
