#pragma once

#include "data/plan_file/plan_file.h"
#include "ui/report/drawn_writers.h"
#include "ui/report/export_path.h"
#include "ui/report/export_wish.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace trestle {

class ExportMemory;
class ExportProgress;
class PlanDocument;
class PreparedReport;
struct ChartPicture;
struct ComparisonWords;
struct ExportJob;
struct ExportSource;

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
        AskFolder folder = {};
        ExportMemory* memory = nullptr; ///< null: nothing is remembered
    };

    PlanExporter(Needs needs, QWidget* window);
    ~PlanExporter() override; ///< waits for the file being written

    /// Adds an entry for each format: those most used, then tickets and the others in menus of their own. After the
    /// report comes one with the versions that it can tell the changes since.
    void fill(QMenu& menu);
    /// Asks for a path, then writes everything there is to the format, with the letterhead and on the
    /// paper that are remembered.
    void ask(const ExportFormat& format);
    /// The same of what is wished, from which a folder and a wish are remembered. False: cancelled.
    bool ask(const ExportWish& wish, QWidget* parent);
    /// Asks for a path, then writes a comparison of versions there: PDF, web page or text, by the ending.
    void askComparison(const ComparisonWords& words);
    /// What stands above and below a chart of the plan that is made into a picture.
    [[nodiscard]] ChartPicture pictureFrame() const;
    /// Asks for a path, then writes the picture there: PNG or SVG, by the ending. `subject` goes into the file's name.
    void askPicture(const QString& subject, const ChartPicture& picture);
    bool writePicture(const ChartPicture& picture, const QString& path);
    bool writeComparison(const ComparisonWords& words, const QString& path);
    /// The same for a report with what changed since a version of the plan.
    void askReportSince(const Revision& version);
    /// The same for what the client is offered, as PDF; for nothing else where no format has that.
    void askProposal();
    bool writeReportSince(const Revision& version, const QString& path);
    /// The same for any format that tells changes.
    void askSince(const ExportFormat& format, const Revision& version, const QString& addition);
    bool writeSince(const ExportFormat& format, const Revision& version, const QString& path);
    /// Writes the plan as it is now; finished, packed or failed follows. False while another file is being written.
    bool write(const ExportFormat& format, const QString& path);
    bool write(const ExportWish& wish, const QString& path);
    /// Makes the report ready for the printer, for the reader and on the paper of the last export; `then` or failed
    /// follows. False while a file is being written.
    bool prepareReport(std::function<void(const std::shared_ptr<const PreparedReport>& report)> then);
    [[nodiscard]] bool isBusy() const { return m_busy; } ///< a file is being written
    /// Gives up the file being written; failed follows with ErrorCode::cancelled, unless it is too late.
    void cancel();

Q_SIGNALS:
    void busyChanged(); ///< a file is begun, or no more being written
    /// How far the simulation that a format needs is, 0 to 1.
    void progressed(double part);
    /// `note` says in words what the format could not hold; empty for nothing.
    void finished(const QString& path, const QString& note);
    /// So many files of a pack are in the folder.
    void packed(const QString& folder, int files, const QString& note);
    /// `written`: files of a pack that are there already.
    void failed(const trestle::Error& error, const QStringList& written);

private:
    [[nodiscard]] const ExportFormat* report() const; ///< null where no format tells changes
    /// Not in the menu yet, which owns them; with letters other than those taken.
    QList<QAction*> makeEntries(QMenu& menu, const std::vector<const ExportFormat*>& formats, const QString& taken);
    /// What a wish is without one: everything, with the letterhead that is remembered.
    [[nodiscard]] ExportWish usual(const ExportFormat& format) const;
    [[nodiscard]] ExportPlace place() const;
    [[nodiscard]] QString askPath(const ExportFormat& format, QWidget* parent, const QString& addition);
    [[nodiscard]] ExportStamp stamp(const ProjectDocument& project, const QString& scenario) const;
    [[nodiscard]] ExportJob jobOf(const ExportWish& wish, const QString& path) const;
    void start(ExportJob job);
    /// Work on a job in the worker: off the GUI thread, with its progress told.
    void work(ExportJob job, std::function<void(const ExportJob& job)> on);
    /// The same once what its source still lacks has been read from the plan's file.
    void startWith(ExportJob job, const std::function<Result<void>(const PlanFile& file, ExportSource& source)>& read);
    void setBusy(bool busy);
    void showProgress();
    void tell(std::function<void()> what);
    void tellFailed(const Error& error, const std::vector<std::string>& written = {});

    Needs m_needs;
    QWidget* m_window;
    QList<QAction*> m_actions;
    ExportProgress* m_progress = nullptr; ///< while busy, in a window
    bool m_busy = false;
    std::jthread m_worker;
};

} // namespace trestle
