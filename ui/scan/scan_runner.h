#pragma once

#include "data/scanner/scan.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

class QDialog;
class QLabel;
class QProgressBar;

namespace trestle {

class QuestionRunner;

using ScanFolder =
    std::function<Result<Scan>(const std::string& folder, const Catalogue& catalogue, const ScanOptions& options)>;

/// Scans a folder off the GUI thread. What takes longer than half a second shows how far it is, and can be stopped at
/// once; the window goes on meanwhile. One scan at a time: another takes its place.
class ScanRunner : public QObject {
    Q_OBJECT
public:
    ScanRunner(ScanFolder scan, QWidget& window);
    ~ScanRunner() override; ///< stops the scan

    /// `done` gets the scan, or why there is none, unless it was cancelled.
    void start(const QString& folder, std::shared_ptr<const Catalogue> catalogue,
               std::function<void(Result<Scan>)> done);
    void cancel();
    [[nodiscard]] bool isBusy() const;

private:
    struct Counts {
        std::atomic<std::size_t> found{0};
        std::atomic<std::size_t> read{0};
    };
    void showProgress();
    void followCounts();
    void end();

    ScanFolder m_scan;
    QWidget& m_window;
    QString m_name; ///< of the folder
    std::shared_ptr<Counts> m_counts;
    QDialog* m_dialog = nullptr; ///< while it shows
    QLabel* m_label = nullptr;
    QProgressBar* m_bar = nullptr;
    QTimer m_patience;
    QTimer m_tick;
    QuestionRunner* m_runner;
};

} // namespace trestle
