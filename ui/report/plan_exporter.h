#pragma once

#include "data/plan_file/plan_file.h"
#include "ui/report/drawn_writers.h"
#include "ui/report/export_path.h"

#include <QList>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <thread>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace trestle {

class ExportProgress;
class PlanDocument;
struct ComparisonWords;
struct ExportJob;

/// Writes the plan in the window to files for others, off the GUI thread, one at a time. Some formats need the plan
/// simulated; where that is still to be done it is part of the work. Files are whole or not there.
class PlanExporter : public QObject {
    Q_OBJECT
public:
    /// What it needs of the window around it.
    struct Needs {
        std::function<PlanDocument*()> document; ///< null while no plan is open
        AskFileToWrite fileToWrite;
        Clock clock = systemClock;
        std::function<std::chrono::minutes()> utcOffset = {}; ///< of the time that exports tell; empty: none
        std::vector<ExportFormat> formats = exportFormats(drawnWriters());
    };

    PlanExporter(Needs needs, QWidget* window);
    ~PlanExporter() override; ///< waits for the file being written

    /// Adds an entry for each format, and after the report one with the versions that it can tell the changes since.
    void fill(QMenu& menu);
    /// Asks for a path, then writes.
    void ask(const ExportFormat& format);
    /// Asks for a path, then writes a comparison of versions there: PDF, web page or text, by the ending.
    void askComparison(const ComparisonWords& words);
    bool writeComparison(const ComparisonWords& words, const QString& path);
    /// The same for a report with what changed since a version of the plan.
    void askReportSince(const Revision& version);
    bool writeReportSince(const Revision& version, const QString& path);
    /// Writes the plan as it is now; finished or failed follows. False while another file is being written.
    bool write(const ExportFormat& format, const QString& path);
    /// Gives up the file being written; failed follows with ErrorCode::cancelled, unless it is too late.
    void cancel();

Q_SIGNALS:
    /// How far the simulation that a format needs is, 0 to 1.
    void progressed(double part);
    /// `note` says in words what the format could not hold; empty for nothing.
    void finished(const QString& path, const QString& note);
    void failed(const trestle::Error& error);

private:
    [[nodiscard]] const ExportFormat* report() const; ///< null where no format tells changes
    [[nodiscard]] QString askPath(const ExportFormat& format, const QString& addition = {});
    [[nodiscard]] ExportStamp stamp(const ProjectDocument& project) const;
    [[nodiscard]] ExportJob jobOf(const ExportFormat& format, const QString& path) const;
    void start(ExportJob job);
    void setBusy(bool busy);
    void showProgress();
    void tellWritten(const QString& path, const Result<QString>& note);

    Needs m_needs;
    QWidget* m_window;
    QList<QAction*> m_actions;
    ExportProgress* m_progress = nullptr; ///< while busy, in a window
    bool m_busy = false;
    std::jthread m_worker;
};

} // namespace trestle
