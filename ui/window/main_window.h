#pragma once

#include "data/plan_file/plan_file.h"
#include "ui/base/settings.h"
#include "ui/report/drawn_writers.h"
#include "ui/report/export_memory.h"
#include "ui/scan/last_scan.h"
#include "ui/scan/scan_runner.h"
#include "ui/window/ask.h"

#include <QMainWindow>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QAction;
class QLabel;
class QMenu;
class QStackedWidget;
class QUrl;

namespace trestle {

class CatalogueWindow;
class FileGuard;
class HeaderBar;
class Helper;
class PlanDocument;
class PlanExporter;
class StartPage;
class Toast;
class WindowActions;
class Workspace;
struct PaletteEntry;
struct TimesFile;
struct WindowAction;

bool openWithDesktop(const QUrl& url);
/// A program that goes on by itself, without a shell.
bool startDetached(const QString& program, const QStringList& arguments);

/// What the window needs of the world; tests give their own.
struct WindowServices {
    Clock clock = systemClock;
    std::function<Date()> today;                                       ///< empty: the system's
    std::function<std::chrono::minutes()> utcOffset = {};              ///< of the time that exports tell; empty: none
    std::vector<ExportFormat> formats = exportFormats(drawnWriters()); ///< that the plan can be exported in
    Ask ask = Ask::user();
    QString plansFolder;  ///< empty: Documents/Trestle
    QString opening = {}; ///< what is to be opened next, by name: no start page until then
    /// Opens a file or folder in the program that the desktop has for it; false where there is none.
    std::function<bool(const QUrl& url)> openOutside = openWithDesktop;
    std::function<bool(const QString& program, const QStringList& arguments)> startProgram = startDetached;
    ScanFolder scan = scanFolder;
    bool severalWindows = false; ///< what is opened beside a plan gets a window of its own
};

/// A window: the start page, or a plan's workspace, under menus.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Settings& settings, WindowServices services, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a plan file, or imports an exported plan or a project of another program into a new file. What is wrong is
    /// told in the window.
    bool openPath(const QString& path);
    /// With one of the user's own catalogues where its file is given, else with the built-in one.
    bool newPlan(const NewPlan& wanted, const QString& catalogue = {});
    /// A fresh copy of a sample (ui/document/sample_plans.h) in the plans folder.
    bool openSample(const QString& id = QStringLiteral("ledgerly"));
    /// Back to the start page. False if changes could not be written and the user would rather keep the plan open.
    bool closePlan();

    [[nodiscard]] PlanDocument* document() const { return m_document.get(); }
    [[nodiscard]] Workspace* workspace() const { return m_workspace; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // main_window.cpp
    void present(std::unique_ptr<PlanDocument> document);
    void showOpening();
    void endOpening();
    StartPage& startPage();
    void showWorkspace();
    void dropWorkspace();
    void dropDocument();
    void refresh();
    void refreshPlanParts();
    void refreshTitle();
    void refreshUndo();
    void rememberPlan();
    bool settleChanges();
    void tell(const QString& text);
    void tellSaved(const QString& path, const QString& note = {});
    void tellPacked(const QString& folder, int files, const QString& note);
    void tellNotSaved(const Error& error, const QStringList& written);
    void tellCopy(const QString& path);
    void openOutside(const QString& path);
    void removeScenario(const QString& name);
    // main_window_files.cpp
    bool openPlanFile(const QString& path);
    bool openReadOnly(const QString& path, const Error& reason);
    bool rescue(const QString& path, const Error& problem);
    bool repair(const QString& path);
    void tryAgain();
    bool openCopy(const QString& path);
    bool importPlan(const QString& path);
    std::optional<ProjectDocument> documentOf(const QString& file, const std::shared_ptr<const ImportFile>& content);
    bool makeFolder(const QString& path); ///< that a new file at this path is in
    bool create(const QString& path, const ProjectDocument& project, const QString& label);
    bool adopt(Result<PlanFile> file, const std::optional<Error>& readOnly = {});
    QString plansFolder() const;
    Date today() const;
    /// The built-in one, or the user's own in that file. Nothing, and told, where it cannot be read.
    std::optional<LoadedCatalogue> catalogueOfNewPlans(const QString& file = {});
    void askNew(const QString& catalogue = {}); ///< the file of one of the user's own
    void fillSampleMenu(QMenu& menu);
    void askOpen();
    void editCatalogue();
    void saveCopy();
    // main_window_scan.cpp
    void connectScans(); ///< of the workspace
    QString askScanFolder(const QString& start);
    void askScan();
    void scanPrototype(const QString& folder); ///< of the open plan
    void takeScan(const QString& folder, const Scan& scan);
    void scanForNewPlan(const QString& folder);
    void reviewNewPlan(const std::shared_ptr<const Catalogue>& catalogue, LastScan scan);
    void keepScan(const LastScan& scan);
    QString openEvidence(const QString& folder, const Evidence& place);
    void showEvidence(const Evidence& place);
    // main_window_record.cpp
    void connectRecord(); ///< of the workspace
    void exportRecord();
    void mergeRecord();
    // main_window_times.cpp
    void askTimes();
    [[nodiscard]] std::optional<Result<TimesFile>>
    readTimesAt(const QString& path); ///< nothing: the user would not wait
    void showTimes(const QString& path, TimesFile file);
    bool takesTimes(const QString& path); ///< what was dropped on the open plan; false: it is something else
    // main_window_several.cpp
    MainWindow& newWindow();
    MainWindow& forAnotherPlan(); ///< this one, unless a plan is open here and there may be several
    [[nodiscard]] bool shows(const QString& path) const;
    bool raiseWhereOpen(const QString& path);
    void openBeside(const QString& path); ///< the plan that is open
    void quit();
    // main_window_palette.cpp
    void openPalette();
    [[nodiscard]] QList<PaletteEntry> paletteEntries();
    // main_window_actions.cpp
    void makeActions();
    [[nodiscard]] std::function<QString()> withoutPlan() const;  ///< why a command of a plan can't be used
    [[nodiscard]] std::function<QString()> whileWriting() const; ///< the same of one that writes a file
    std::vector<WindowAction> fileActions();
    std::vector<WindowAction> exportActions();
    void askWeeklyReport();
    std::vector<WindowAction> editActions();
    std::vector<WindowAction> viewActions();
    std::vector<WindowAction> planActions();
    std::vector<WindowAction> helpActions();
    QList<QAction*> keys();
    void printPlan();
    void makeExporter();
    void askExport(ExportWish wish);
    void fillRecentMenu();
    void fillCatalogueMenu();

    Settings& m_settings;
    WindowServices m_services;
    std::unique_ptr<PlanDocument> m_document;
    CatalogueWindow* m_catalogue = nullptr; ///< while it is open
    FileGuard* m_guard = nullptr;
    PlanExporter* m_exporter = nullptr;
    ScanRunner* m_scans;
    std::optional<LastScan> m_lastScan; ///< of the open plan
    ExportMemory m_exportMemory{m_settings};
    Workspace* m_workspace = nullptr;
    HeaderBar* m_header;
    QStackedWidget* m_stack;
    StartPage* m_start = nullptr; ///< made when it is first shown
    QLabel* m_opening = nullptr;  ///< until the first plan is open, or is not
    Toast* m_toast;
    WindowActions* m_actions;
    Helper* m_helper;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_sampleMenu = nullptr;
    QMenu* m_catalogueMenu = nullptr;
    QMenu* m_exportMenu = nullptr;
};

} // namespace trestle
