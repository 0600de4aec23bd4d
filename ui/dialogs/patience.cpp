#include "ui/dialogs/patience.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QProgressDialog>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include <chrono>

namespace trestle {

bool waitForJob(QWidget* parent, const QString& text, std::function<void()> job)
{
    constexpr std::chrono::milliseconds kPatience{500};
    const auto promise = std::make_shared<QPromise<void>>();
    QFutureWatcher<void> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcher<void>::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, job = std::move(job)] {
        promise->start();
        job();
        promise->finish();
    });
    QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
    if (!watcher.isFinished())
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    if (watcher.isFinished())
        return true;

    QProgressDialog dialog(text, QCoreApplication::translate("Patience", "Stop waiting"), 0, 0, parent);
    dialog.setObjectName(QStringLiteral("patienceDialog"));
    dialog.setWindowModality(Qt::ApplicationModal);
    dialog.setMinimumDuration(0);
    dialog.show();
    QObject::connect(&dialog, &QProgressDialog::canceled, &loop, &QEventLoop::quit);
    if (!watcher.isFinished())
        loop.exec();
    return watcher.isFinished();
}

} // namespace trestle
