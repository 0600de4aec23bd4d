#include "ui/dialogs/patience.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QProgressDialog>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <exception>

namespace trestle {

bool waitForJob(QWidget* parent, const QString& text, std::function<void()> job)
{
    constexpr std::chrono::milliseconds kPatience{500};
    const auto promise = std::make_shared<QPromise<void>>();
    const auto escaped = std::make_shared<std::exception_ptr>(); // from the job; thrown on here
    const auto ended = [&] {
        if (*escaped)
            std::rethrow_exception(*escaped);
        return true;
    };
    QFutureWatcher<void> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcher<void>::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, escaped, job = std::move(job)] {
        promise->start();
        try {
            job();
        } catch (...) {
            *escaped = std::current_exception();
        }
        promise->finish();
    });
    QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
    if (!watcher.isFinished())
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    if (watcher.isFinished())
        return ended();

    QProgressDialog dialog(text, QCoreApplication::translate("Patience", "Stop waiting"), 0, 0, parent);
    dialog.setObjectName(QStringLiteral("patienceDialog"));
    dialog.setWindowModality(Qt::ApplicationModal);
    dialog.setMinimumDuration(0);
    dialog.show();
    QObject::connect(&dialog, &QProgressDialog::canceled, &loop, &QEventLoop::quit);
    if (!watcher.isFinished())
        loop.exec();
    return watcher.isFinished() && ended();
}

} // namespace trestle
