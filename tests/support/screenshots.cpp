// trestle_screenshots [OPTIONS] FOLDER: renders pages of the real window to FOLDER/<page>-<theme>.png, without a
// display. By default the sample, every page, light, at 1480 × 940; the clock stands still, so that pictures repeat.
#include "data/record/record_file.h"
#include "models/proposals.h"
#include "tests/ui/support/pseudo_locale.h"
#include "tests/ui/support/sample_scan.h"
#include "ui/base/format.h"
#include "ui/base/selection.h"
#include "ui/base/settings.h"
#include "ui/catalogue/catalogue_edits.h"
#include "ui/catalogue/catalogue_window.h"
#include "ui/dialogs/calendar_dialog.h"
#include "ui/document/best_move_finder.h"
#include "ui/document/forecast_history.h"
#include "ui/document/plan_document.h"
#include "ui/export/export_dialog.h"
#include "ui/gantt/gantt_view.h"
#include "ui/history/history_model.h"
#include "ui/imports/import_dialog.h"
#include "ui/insights/insights_page.h"
#include "ui/inspector/inspector.h"
#include "ui/new_plan/live_headline.h"
#include "ui/new_plan/new_plan_dialog.h"
#include "ui/new_plan/scanned_plan_dialog.h"
#include "ui/pages/cost_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/price_page.h"
#include "ui/pages/scenarios_page.h"
#include "ui/palette/command_palette.h"
#include "ui/progress/baseline_dialog.h"
#include "ui/progress/baseline_panel.h"
#include "ui/progress/books_dialog.h"
#include "ui/progress/progress_list.h"
#include "ui/progress/reasons_dialog.h"
#include "ui/questions/risk_service.h"
#include "ui/report/drawn_writers.h"
#include "ui/scan/scan_review.h"
#include "ui/scenarios/comparison_view.h"
#include "ui/scenarios/cover_panel.h"
#include "ui/scenarios/goal_panel.h"
#include "ui/summary/summary_card.h"
#include "ui/team/rate_card_dialog.h"
#include "ui/theme/theme.h"
#include "ui/times/times_dialog.h"
#include "ui/widgets/toast.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>
#include <QToolTip>
#include <QTreeView>
#include <QTreeWidget>

#include <cstdio>
#include <optional>

using namespace trestle;

namespace {

struct Wanted {
    QSize size{1480, 940};
    QStringList themes{QStringLiteral("light")};
    QStringList pages; ///< none: all there are
    QString plan;      ///< empty: the sample
    bool scenarios = false;
    bool history = false;
    bool order = false;
    bool ticked = false;
    bool finished = false;
    bool scanned = false;
    bool forecasts = false;
    QString typed;
    QString select = QStringLiteral("database");
    QStringList open{QStringLiteral("database")};
    QString folder;
};

int refuse(const QString& text)
{
    QTextStream(stderr) << "trestle_screenshots: " << text << '\n';
    return 2;
}

void addOptions(QCommandLineParser& parser)
{
    parser.addOptions(
        {{"size", "Window in logical pixels.", "WIDTHxHEIGHT", "1480x940"},
         {"scale", "Device pixels to a logical one.", "N", "1"},
         {"text", "Size of the desktop's text, 1 as usual.", "N", "1"},
         {"pseudo", "Texts in brackets and one third longer, as a translation might be."},
         {"theme", "light, dark or both.", "THEME", "light"},
         {"page", "Page to show (start, new-plan-1, plan, item-tip, cost, team, …); may be repeated. Default: all.",
          "PAGE"},
         {"plan", "Plan file or plan JSON; default: the sample.", "FILE"},
         {"scenarios", "Give the plan two scenarios and open the first."},
         {"history", "Edit the plan, name a version and compare it with now, on the History page."},
         {"change-order", "With --history: that comparison as a change order."},
         {"ticked", "Tick an item by key, so that the message and the headline's move show; only with one page."},
         {"finished", "Tick every item."},
         {"scanned", "Give the plan the proposals of two scans, with one that is accepted."},
         {"forecasts", "Give the plan forecasts of the four weeks before its status date."},
         {"typed", "What is typed on the first line of the Progress page.", "TEXT"},
         {"select", "Phase or item to select; empty for none.", "NODE", "database"},
         {"open", "Phases to open in the plan, separated by commas.", "PHASES", "database"},
         {"help", "Say this."}});
    parser.addPositionalArgument("FOLDER", "Where the pictures go.");
}

std::optional<Wanted> read(const QCommandLineParser& parser)
{
    Wanted wanted;
    const auto size = QRegularExpression(QStringLiteral("^(\\d{3,4})x(\\d{3,4})$")).match(parser.value("size"));
    const QString theme = parser.value("theme");
    if (!size.hasMatch() || parser.positionalArguments().size() != 1 ||
        !QStringList{"light", "dark", "both"}.contains(theme))
        return std::nullopt;
    wanted.size = {size.captured(1).toInt(), size.captured(2).toInt()};
    wanted.themes = theme == u"both" ? QStringList{"light", "dark"} : QStringList{theme};
    wanted.pages = parser.values("page");
    wanted.plan = parser.value("plan");
    wanted.scenarios = parser.isSet("scenarios");
    wanted.history = parser.isSet("history");
    wanted.order = parser.isSet("change-order");
    wanted.ticked = parser.isSet("ticked");
    wanted.finished = parser.isSet("finished");
    wanted.scanned = parser.isSet("scanned");
    wanted.forecasts = parser.isSet("forecasts");
    wanted.typed = parser.value("typed");
    wanted.select = parser.value("select");
    wanted.open = parser.value("open").split(u',', Qt::SkipEmptyParts);
    wanted.folder = parser.positionalArguments().first();
    return wanted;
}

/// Lets layouts, timers of the window and the simulation finish, as far as a picture shows them.
void settle(PlanDocument* document)
{
    const auto isUnderWay = [](PlanDocument& shown) {
        return shown.simulation().isUnderWay() || shown.bestMove().state() == BestMoveFinder::State::Working;
    };
    while (document && isUnderWay(*document))
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    constexpr int kQuietMilliseconds = 300;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < kQuietMilliseconds) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
        QThread::msleep(5);
    }
}

/// A larger team with one item out of scope, and a later start with a later target.
void addScenarios(PlanDocument& document)
{
    Scenario larger;
    larger.name = "Third engineer";
    larger.team = document.inputs().team;
    larger.team->push_back({"Third engineer", 1, Money::dollars(5000), {}, {}, {}});
    larger.items["replication-failover"] = {ItemState::excluded};
    std::erase_if(larger.items, [&](const auto& entry) { return !document.plan().findItem(entry.first); });
    Scenario later;
    later.name = "Start in February";
    later.start = parseDate("2027-02-01");
    later.targetDate = parseDate("2027-07-30");
    document.editProject(
        QStringLiteral("Scenarios"), [&](Project& project) { project.scenarios = {larger, later}; },
        QStringLiteral("Third engineer"));
}

/// Four weeks of forecasts, each a little later than the one before.
void addForecasts(PlanDocument& document)
{
    settle(&document);
    const std::optional<Forecast> now = document.forecasts().now();
    if (!now)
        return;
    std::vector<KeptForecast> kept;
    constexpr int kWeeks = 4;
    for (int week = 1; week <= kWeeks; ++week) {
        Forecast before = *now;
        before.asOf -= std::chrono::days(7 * week);
        before.finishP50 -= std::chrono::days(5 * week);
        before.finishP80 -= std::chrono::days(week);
        kept.push_back({{}, before});
    }
    document.withFile(&document, [kept](PlanFile& file) -> std::function<void()> {
        static_cast<void>(file.keepForecasts(kept));
        return {};
    });
    document.forecasts().load();
    document.waitUntilSaved();
}

/// Edits over two days with a named version and one that was undone, and the comparison of that version with now.
void addHistory(PlanDocument& document, HistoryPage& page)
{
    document.setItemState(QStringLiteral("schema-for-scale"), ItemState::partial);
    document.setItemState(QStringLiteral("indexes"), ItemState::missing);
    document.setItemState(QStringLiteral("metrics"), ItemState::done);
    document.waitUntilSaved();
    bool named = false;
    document.withFile(&page, [&named](PlanFile& file) -> std::function<void()> {
        static_cast<void>(file.setTag(file.head().id, "Sent to investors"));
        return [&named] { named = true; };
    });
    while (!named)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    document.setItemState(QStringLiteral("audit-log"), ItemState::done);
    document.undo();
    document.edit(QStringLiteral("Add Third engineer"), [](Inputs& inputs) {
        inputs.team.push_back({"Third engineer", 1, Money::dollars(5000), {}, {}, {}});
    });
    document.setItemState(QStringLiteral("schema-for-scale"), ItemState::done);
    document.waitUntilSaved();
}

/// The proposals of a scan, of another after it, and of an assistant; one is accepted.
void addProposals(MainWindow& window)
{
    PlanDocument& document = *window.document();
    const Date day = document.today();
    const auto take = [&](const Scan& scan) {
        document.edit(QStringLiteral("Scan"), [&](Inputs& inputs) { proposeScan(scan, day, inputs); });
    };
    LastScan last{QStringLiteral("/home/mia/src/paddock"), trestle::testing::sampleScan(), {}};
    take(last.scan);
    document.edit(QStringLiteral("Accept"), [&](Inputs& inputs) {
        acceptProposal(inputs, "password-hashing", day);
        Proposal proposal;
        proposal.state = FoundState::partial;
        proposal.by = "Aster";
        proposal.on = day;
        proposal.evidence = {{"src/cache.py", 3, "cache = Redis.from_url(os.environ[\"REDIS_URL\"])",
                              "The list of invoices is kept for a minute"}};
        propose(inputs, "caching", proposal);
    });
    const Inputs before = document.inputs();
    last.scan.items.front().state = FoundState::partial;
    last.scan.items.front().evidence = {{"migrations/0007_indexes.sql", 3,
                                         "CREATE INDEX invoice_customer ON invoice (customer_id);",
                                         "indexes.declared"}};
    take(last.scan);
    last.changes = proposalChanges(document.catalogue(), before, document.inputs());
    window.workspace()->setLastScan(last);
    window.workspace()->showScan();
    if (auto* review = window.findChild<ScanReview*>())
        review->showItem("sessions");
}

/// The newest that has a name, once the list is read.
void compareNamedVersion(HistoryPage& page)
{
    auto* table = page.findChild<QTableView*>(QStringLiteral("historyTable"));
    int row = 0;
    while (row < page.model().rowCount() && page.model().at(row).revision.tag.empty())
        ++row;
    table->selectRow(row);
    page.compareSelected();
}

/// Six past projects.
void addRecord()
{
    struct Past {
        const char* date;
        double y;
        double weight;
    };
    Record record;
    for (const Past& past : {Past{"2024-03-15", .1, 1}, Past{"2024-09-30", .25, 1}, Past{"2025-02-14", -.05, 1},
                             Past{"2025-08-01", .4, 1}, Past{"2026-03-06", .2, 1}, Past{"2026-10-16", .15, .5}})
        record.push_back({"prototype-to-production", *parseDate(past.date), past.y, past.weight, 1.05, 1.35, 1.55});
    static_cast<void>(addToUserRecord(record));
}

/// "plan", whatever the language does to it.
QString pageName(QString title)
{
    static const QRegularExpression around(QStringLiteral("[&⟦⟧·]"));
    return title.toLower().remove(around).replace(u' ', u'-');
}

class Photographer {
public:
    explicit Photographer(const Wanted& wanted) : m_wanted(wanted), m_settings(m_scratch.filePath("settings.ini"))
    {
        const Date day = *parseDate("2026-11-23");
        m_services.clock = [at = std::int64_t{1'795'392'000'000}]() mutable { return at += 1000; };
        m_services.today = [day] { return day; };
        m_services.plansFolder = m_scratch.path();
        m_settings.setFlag(keys::sampleHintClosed, true); // in the picture that is of it alone
        // Never the record of who takes the pictures.
        qputenv("TRESTLE_RECORD", m_scratch.filePath(QStringLiteral("record.json")).toUtf8());
        if (wanted.pages.contains(QStringLiteral("record")))
            addRecord();
    }

    /// The names of the pages that were taken; nothing if the plan does not open.
    std::optional<QStringList> take(const QString& theme)
    {
        MainWindow window(m_settings, m_services);
        window.resize(m_wanted.size);
        window.show();
        QStringList taken;
        if (wants(QStringLiteral("start")) && shoot(window, QStringLiteral("start"), theme))
            taken << QStringLiteral("start");
        takeNewPlan(theme, taken);
        if (m_wanted.pages.contains(QStringLiteral("scanned-plan")) && shootScannedPlan(theme))
            taken << QStringLiteral("scanned-plan");
        const bool opened = m_wanted.plan.isEmpty() ? window.openSample() : window.openPath(m_wanted.plan);
        if (!opened || !window.document())
            return std::nullopt;
        window.resize(m_wanted.size);
        if (m_wanted.scanned)
            addProposals(window);
        arrange(window);
        const auto* tabs = window.workspace()->findChild<QTabBar*>(QStringLiteral("pageTabs"));
        for (int page = 0; tabs && page < tabs->count(); ++page) {
            const QString name = pageName(tabs->tabText(page));
            if (!wants(name) || (page == Workspace::ScanTab && !m_wanted.scanned))
                continue;
            window.workspace()->showPage(static_cast<Workspace::Page>(page));
            if (m_wanted.history && page == Workspace::HistoryTab)
                showHistory(window, m_wanted.order);
            if (m_wanted.ticked)
                tick(window);
            if (page == Workspace::ProgressTab && !m_wanted.typed.isEmpty()) {
                settle(window.document());
                window.findChild<ProgressList*>()->openField(m_wanted.typed);
            }
            if (shoot(window, name, theme))
                taken << name;
        }
        takeMonths(window, theme, taken);
        takeClientView(window, theme, taken);
        takeQuestions(window, theme, taken);
        takeCatalogue(window, theme, taken);
        if (wants(QStringLiteral("insights")) && shootInsights(window, theme))
            taken << QStringLiteral("insights");
        if (m_wanted.pages.contains(QStringLiteral("calendar")) && shootCalendar(*window.document(), theme))
            taken << QStringLiteral("calendar");
        takeProgressDialogs(*window.document(), theme, taken);
        if (m_wanted.pages.contains(QStringLiteral("rate-cards")) && shootRateCards(theme))
            taken << QStringLiteral("rate-cards");
        if (m_wanted.pages.contains(QStringLiteral("export")) && shootExport(*window.document(), theme))
            taken << QStringLiteral("export");
        if (m_wanted.pages.contains(QStringLiteral("import")) && shootImport(theme))
            taken << QStringLiteral("import");
        if (m_wanted.pages.contains(QStringLiteral("times")))
            takeTimes(*window.document(), theme, taken);
        if (m_wanted.pages.contains(QStringLiteral("palette")) && shootPalette(window, theme))
            taken << QStringLiteral("palette");
        if (m_wanted.pages.contains(QStringLiteral("item-tip")) && shootItemTip(window, theme))
            taken << QStringLiteral("item-tip");
        takeSampleHint(window, theme, taken);
        window.document()->waitUntilSaved();
        return taken;
    }

private:
    [[nodiscard]] bool wants(const QString& page) const
    {
        return m_wanted.pages.isEmpty() || m_wanted.pages.contains(page);
    }

    void arrange(MainWindow& window) const
    {
        if (m_wanted.scenarios)
            addScenarios(*window.document());
        if (m_wanted.forecasts)
            addForecasts(*window.document());
        if (m_wanted.finished)
            window.document()->edit(QStringLiteral("All"), [&](Inputs& inputs) {
                for (const ItemPlan& item : window.document()->plan().items)
                    inputs.items[item.id].progress.state = ItemState::done;
            });
        if (auto* gantt = window.workspace()->findChild<GanttView*>())
            gantt->setOpenPhases(m_wanted.open);
        window.workspace()->selection().select(m_wanted.select);
        window.document()->waitUntilSaved();
    }

    /// A key in the checklist, once the plan before it is simulated.
    static void tick(MainWindow& window)
    {
        settle(window.document());
        auto* list = window.workspace()->findChild<QTreeView*>(QStringLiteral("checklistView"));
        window.workspace()->selection().select(QStringLiteral("caching"));
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier);
        QCoreApplication::sendEvent(list, &press);
    }

    static void showHistory(MainWindow& window, bool order)
    {
        HistoryPage& page = window.workspace()->history();
        addHistory(*window.document(), page);
        settle(window.document());
        if (order) // the second of the two views
            page.findChild<QAbstractButton*>(QStringLiteral("comparisonViews1"))->click();
        compareNamedVersion(page);
        constexpr int kPatience = 10'000;
        QElapsedTimer timer;
        timer.start();
        while (!page.comparison() && timer.elapsed() < kPatience)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }

    /// Figures of scenarios are simulated while the page is looked at.
    static void waitForScenarios(const MainWindow& window)
    {
        constexpr int kPatience = 10'000;
        auto* view = window.findChild<ComparisonView*>();
        QElapsedTimer timer;
        timer.start();
        while (view && view->isVisible() && view->comparison().isUnderWay() && timer.elapsed() < kPatience)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }

    static void waitForWhatMoved(const MainWindow& window)
    {
        constexpr int kPatience = 10'000;
        const auto* panel = window.findChild<BaselinePanel*>();
        QElapsedTimer timer;
        timer.start();
        while (panel && panel->isVisible() && panel->isBusy() && timer.elapsed() < kPatience)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }

    /// The command palette over the window, with something typed.
    [[nodiscard]] bool shootPalette(MainWindow& window, const QString& theme) const
    {
        window.findChild<QAction*>(QStringLiteral("actionPalette"))->trigger();
        auto* palette = window.findChild<CommandPalette*>();
        palette->findChild<QLineEdit*>(QStringLiteral("paletteField"))->setText(QStringLiteral("re"));
        settle(window.document());
        QPixmap picture = window.grab();
        QPainter(&picture).drawPixmap(window.mapFromGlobal(palette->pos()), palette->grab());
        palette->close();
        return picture.save(QDir(m_wanted.folder).filePath(QStringLiteral("palette-%1.png").arg(theme)));
    }

    /// What the checklist tells of the selected item when the mouse rests on it.
    [[nodiscard]] bool shootItemTip(MainWindow& window, const QString& theme) const
    {
        settle(window.document());
        auto* list = window.findChild<QTreeView*>(QStringLiteral("checklistView"));
        const QRect row = list->visualRect(list->currentIndex());
        const QPoint place(row.left() + row.width() / 2, row.center().y());
        QHelpEvent help(QEvent::ToolTip, place, list->viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(list->viewport(), &help);
        QPixmap picture = window.grab();
        for (QWidget* tip : QApplication::topLevelWidgets())
            if (tip->inherits("QTipLabel") && tip->isVisible())
                QPainter(&picture).drawPixmap(window.mapFromGlobal(tip->pos()), tip->grab());
        QToolTip::hideText();
        return picture.save(QDir(m_wanted.folder).filePath(QStringLiteral("item-tip-%1.png").arg(theme)));
    }

    /// The dialog, once the price of its days is worked out.
    [[nodiscard]] bool shootCalendar(PlanDocument& document, const QString& theme) const
    {
        CalendarDialog dialog(document);
        dialog.show();
        constexpr int kPatience = 10'000;
        QElapsedTimer timer;
        timer.start();
        const auto* price = dialog.findChild<QLabel*>(QStringLiteral("calendarPrice"));
        while (price->text().endsWith(u'…') && timer.elapsed() < kPatience)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        settle(&document);
        return dialog.grab().save(QDir(m_wanted.folder).filePath(QStringLiteral("calendar-%1.png").arg(theme)));
    }

    template <class Dialog>
    void takeDialog(const QString& name, PlanDocument& document, Dialog& dialog, const QString& theme,
                    QStringList& taken) const
    {
        if (!m_wanted.pages.contains(name))
            return;
        dialog.show();
        settle(&document);
        if (save(dialog, name, theme))
            taken << name;
    }

    void takeProgressDialogs(PlanDocument& document, const QString& theme, QStringList& taken) const
    {
        BaselineDialog baseline(document);
        takeDialog(QStringLiteral("baseline"), document, baseline, theme, taken);
        BooksDialog books(document);
        takeDialog(QStringLiteral("books"), document, books, theme, taken);
        ReasonsDialog reasons(document.plan(), progressReport(document.plan()), nullptr);
        takeDialog(QStringLiteral("reasons"), document, reasons, theme, taken);
    }

    /// A plan from a scan, before it opens.
    [[nodiscard]] bool shootScannedPlan(const QString& theme) const
    {
        const Result<LoadedCatalogue> catalogue = builtinCatalogue();
        if (!catalogue)
            return false;
        ScannedPlanDialog dialog(catalogue->catalogue, m_services.today(),
                                 {QStringLiteral("/home/mia/src/paddock"), trestle::testing::sampleScan(), {}});
        dialog.review().showItem("password-hashing");
        dialog.show();
        settle(nullptr);
        return save(dialog, QStringLiteral("scanned-plan"), theme);
    }

    /// The dialog for investors' report, with a letterhead.
    [[nodiscard]] bool shootExport(PlanDocument& document, const QString& theme) const
    {
        const std::vector<ExportFormat> formats = exportFormats(drawnWriters());
        ExportWish wish{.format = QStringLiteral("pdf"), .audience = Audience::investor};
        wish.look.letterhead = {"Harrow Software", "Jo Harrow", "Thank you for your time on Tuesday.", logoBytes()};
        ExportDialog dialog({document, formats, {}, {}}, wish);
        dialog.show();
        constexpr int kPatience = 5'000;
        QElapsedTimer timer;
        timer.start();
        while (dialog.wish().look.letterhead.logo.empty() && timer.elapsed() < kPatience)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        settle(&document);
        return dialog.grab().save(QDir(m_wanted.folder).filePath(QStringLiteral("export-%1.png").arg(theme)));
    }

    /// The dialog for a time sheet: what it changes, what matches nothing, what is left out, what columns mean.
    void takeTimes(PlanDocument& document, const QString& theme, QStringList& taken) const
    {
        const Date first = document.contents().base.asOf.value_or(document.contents().base.start);
        const auto day = [&](int later) { return isoDate(first + std::chrono::days{later}); };
        const std::string table = "Date,User,Project,Task,Duration\n" + day(-12) +
                                  ",Ana,Web,Sessions that expire and renew,7:30\n" + day(-11) +
                                  ",Ana,Web,sessions,19\n" + day(-10) + ",Bo,Web,indexes,11.4\n" + day(-9) +
                                  ",Bo,Web,Password hashing,7.6\n" + day(-9) + ",Bo,Web,Board meeting,1.5\n" + day(-8) +
                                  ",Bo,Web,Roles and permissions,26\n" + day(-8) + ",Ana,Web,access-control,-2\n" +
                                  day(3) + ",Ana,Web,backups,4\n31/2/2027,Ana,Web,sessions,4\n";
        auto file = timesFileOf(table, "January.csv");
        if (!file)
            return;
        TimesDialog dialog(document,
                           {QStringLiteral("January.csv"), std::make_shared<const TimesFile>(std::move(*file))});
        dialog.show();
        while (dialog.isBusy())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        settle(&document);
        auto* tabs = dialog.findChild<QTabBar*>(QStringLiteral("timesTabs"));
        for (const auto& [page, name] : {std::pair{0, "times"}, std::pair{1, "times-names"}, std::pair{2, "times-rows"},
                                         std::pair{3, "times-columns"}}) {
            tabs->setCurrentIndex(page);
            settle(nullptr);
            if (save(dialog, QLatin1StringView(name), theme))
                taken << QLatin1StringView(name);
        }
    }

    /// The dialog for a table of tasks, once what becomes of it is worked out.
    [[nodiscard]] bool shootImport(const QString& theme) const
    {
        constexpr std::string_view table =
            "ID,Task name,Section,Work (h),Predecessors,Assigned to,Start,% complete,Priority\n"
            "1,Sketch the counter,Design,16,,Ana,2027-01-04,100%,High\n"
            "2,Draw the counter,Design,40,1FS+2d,Ana[50%],2027-01-11,20%,\n"
            "3,Pour the floor,Build,80,2,\"Bo, Cy\",2027-02-01,,\n"
            "4,Raise the walls,Build,120,3SS+5d,Bo,2027-02-08,,Low\n"
            "5,Open,,0,4;9,,2027-03-15,,\n";
        auto file = importFileOf(table, "Corner shop.csv", "Corner shop.csv");
        if (!file)
            return false;
        ImportDialog dialog({QStringLiteral("Corner shop.csv"), std::make_shared<const ImportFile>(std::move(*file)),
                             parseDate("2027-01-04").value()});
        dialog.show();
        settle(nullptr);
        return dialog.grab().save(QDir(m_wanted.folder).filePath(QStringLiteral("import-%1.png").arg(theme)));
    }

    /// A picture to stand for a logo.
    static std::string logoBytes()
    {
        QImage image(240, 72, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(QColor(0x1f, 0x6f, 0x5c));
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(QRectF(0, 0, 240, 72), 12, 12);
        painter.end();
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return bytes.toStdString();
    }

    /// The card of a client, with the default beside it.
    [[nodiscard]] bool shootRateCards(const QString& theme)
    {
        RateCard card;
        const auto add = [&card](const char* title, int cost, int bill) {
            static_cast<void>(card.add({title, Money::dollars(cost), Money::dollars(bill), true}));
        };
        add("Senior engineer", 5'400, 8'200);
        add("Designer", 4'100, 6'000);
        RateCards cards(card);
        add("Project lead", 5'900, 9'000);
        static_cast<void>(cards.add("Harrow Farm Supplies", card));
        m_settings.setRateCards(cards);
        RateCardDialog dialog(m_settings, "Harrow Farm Supplies");
        dialog.show();
        settle(nullptr);
        return dialog.grab().save(QDir(m_wanted.folder).filePath(QStringLiteral("rate-cards-%1.png").arg(theme)));
    }

    /// The inspector's second page beside the plan, once all of it is worked out.
    bool shootInsights(MainWindow& window, const QString& theme) const
    {
        auto* inspector = window.workspace()->findChild<Inspector*>();
        if (!inspector)
            return false;
        window.workspace()->showPage(Workspace::PlanTab);
        window.workspace()->setInspectorShown(true);
        inspector->showPage(Inspector::InsightsTab);
        const Insights& insights = inspector->insights().insights();
        while (insights.state(Insights::Values) == Insights::State::Waiting ||
               insights.state(Insights::Values) == Insights::State::Working)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        const bool taken = shoot(window, QStringLiteral("insights"), theme);
        inspector->showPage(Inspector::SelectionPage);
        return taken;
    }

    /// What a sample opens with, until that is closed.
    void takeSampleHint(MainWindow& window, const QString& theme, QStringList& taken)
    {
        if (!wants(QStringLiteral("sample-hint")))
            return;
        window.document()->waitUntilSaved();
        m_settings.setFlag(keys::sampleHintClosed, false);
        if (window.openSample(QStringLiteral("start-up")) && shoot(window, QStringLiteral("sample-hint"), theme))
            taken << QStringLiteral("sample-hint");
        m_settings.setFlag(keys::sampleHintClosed, true);
    }

    /// The three steps of a new plan, as someone would answer them.
    void takeNewPlan(const QString& theme, QStringList& taken) const
    {
        const auto pageOf = [](int step) { return QStringLiteral("new-plan-%1").arg(step + 1); };
        const Result<LoadedCatalogue> catalogue = builtinCatalogue();
        if (!catalogue || !(wants(pageOf(0)) || wants(pageOf(1)) || wants(pageOf(2))))
            return;
        NewPlanDialog dialog(
            {catalogue->catalogue, QStringLiteral("/home/mia/Documents/Trestle"), m_services.today(), {}});
        dialog.show();
        const auto enter = [&dialog](const char* field, const char* text) {
            if (auto* line = dialog.findChild<QLineEdit*>(QLatin1StringView(field))) {
                line->setText(QString::fromUtf8(text));
                Q_EMIT line->editingFinished();
            }
        };
        enter("newPlanName", "Paddock");
        enter("newPlanClient", "Harrow Farm Supplies");
        dialog.findChild<QPushButton*>(QStringLiteral("condition_payments"))->click();
        for (int step = 0; step < NewPlanDialog::kSteps; ++step) {
            if (step == 1) {
                dialog.findChild<QRadioButton*>(QStringLiteral("newPlanMeAnd"))->click();
                enter("newPlanPerson1", "Mia Chen");
                enter("newPlanPerson2", "Senior engineer");
                enter("newPlanTime2Line", "Half-time");
                dialog.findChild<QWidget*>(QStringLiteral("newPlanRate2"))->setFocus();
            } else if (step == 2) {
                enter("newPlanTarget", "31 Aug 2027");
                enter("newPlanBudget", "250,000");
            }
            settle(nullptr);
            while (!dialog.headline().isUpToDate())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            settle(nullptr);
            if (wants(pageOf(step)) && save(dialog, pageOf(step), theme))
                taken << pageOf(step);
            if (step + 1 < NewPlanDialog::kSteps)
                dialog.accept();
        }
    }

    /// A price as the client sees it, with the menu of its offer: an option and an item of phase 2.
    void takeClientView(MainWindow& window, const QString& theme, QStringList& taken) const
    {
        const QString offer = QStringLiteral("price-offer");
        const QString client = QStringLiteral("price-client");
        if (!wants(offer) && !wants(client))
            return;
        window.document()->edit(QStringLiteral("Offer"), [&](Inputs& inputs) {
            const auto& items = window.document()->plan().items;
            setScope(inputs, items[1].id, ItemScope::phase2);
            setScope(inputs, items.back().id, ItemScope::option);
            setScope(inputs, items[items.size() / 2].id, ItemScope::option);
            inputs.price.payments = {{20, PaymentWhen::signing, {}}, {80, PaymentWhen::launch, {}}};
        });
        window.workspace()->showPage(Workspace::PriceTab);
        auto* page = window.workspace()->findChild<PricePage*>();
        page->findChild<QPushButton*>(QStringLiteral("paymentChange"))->click();
        if (auto* scroll = page->findChild<QScrollArea*>(); wants(offer)) {
            settle(window.document());
            scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
            if (shoot(window, offer, theme))
                taken << offer;
        }
        page->setView(PricePage::View::Client);
        if (wants(client) && shoot(window, client, theme))
            taken << client;
        page->setView(PricePage::View::Internal);
        window.document()->undo();
    }

    void takeMonths(MainWindow& window, const QString& theme, QStringList& taken) const
    {
        if (!wants(QStringLiteral("months")))
            return;
        window.workspace()->showPage(Workspace::CostTab); // made when it is first shown
        auto* page = window.workspace()->findChild<CostPage*>();
        if (!page)
            return;
        page->setView(CostPage::View::ByMonth);
        if (shoot(window, QStringLiteral("months"), theme))
            taken << QStringLiteral("months");
        page->setView(CostPage::View::ByPhase);
    }

    /// The questions of the Scenarios page with their answers: ways to a date, none to a budget, what a budget covers.
    /// The window of the catalogue with a few edits made: a phase, an item, the links, and what was changed.
    void takeCatalogue(MainWindow& window, const QString& theme, QStringList& taken) const
    {
        if (!wants(QStringLiteral("catalogue")))
            return;
        window.findChild<QAction*>(QStringLiteral("actionCatalogue"))->trigger();
        auto* shown = window.findChild<CatalogueWindow*>();
        shown->resize(m_wanted.size.boundedTo(QSize(1080, 720)));
        shown->edits().setNote(QStringLiteral("Measured in our last two projects"));
        shown->edits().apply(QStringLiteral("Share"),
                             [](CatalogueEditor& editor) { return editor.setShare("schema-for-scale", 0.4); });
        shown->edits().apply(QStringLiteral("Effort"), [](CatalogueEditor& editor) {
            return editor.change([](Catalogue& now) { now.phases[0].effort.value = {3, 4, 9}; });
        });
        auto* tree = shown->findChild<QTreeWidget*>(QStringLiteral("catalogueTree"));
        const auto take = [&](const QString& name) {
            settle(window.document());
            const QString page = QStringLiteral("catalogue-") + name;
            if (save(*shown, page, theme))
                taken << page;
        };
        take(QStringLiteral("whole"));
        shown->choose("database");
        take(QStringLiteral("phase"));
        shown->choose("schema-for-scale");
        take(QStringLiteral("item"));
        const int count = tree->topLevelItemCount();
        for (const auto& [row, name] : {std::pair(count - 5, "links"), std::pair(count - 4, "questions"),
                                        std::pair(count - 2, "risks"), std::pair(count - 1, "changes")}) {
            tree->setCurrentItem(tree->topLevelItem(row));
            take(QString::fromLatin1(name));
        }
        shown->close();
    }

    void takeQuestions(MainWindow& window, const QString& theme, QStringList& taken) const
    {
        auto* page = window.workspace()->findChild<ScenariosPage*>();
        if (!page)
            return;
        const Goal goal{*parseDate("2027-05-14"), Money::dollars(170'000), 80, *parseDate("2026-11-23"), {}};
        const Goal cheap{*parseDate("2027-05-14"), Money::dollars(60'000), 80, *parseDate("2027-01-04"), {}};
        const auto shootGoal = [&](const QString& name, const Goal& asked) {
            if (!wants(name))
                return;
            page->setView(ScenariosPage::View::Goal);
            page->goal().setGoal(asked);
            takeQuestion(window, page->goal(), name, theme, taken);
        };
        shootGoal(QStringLiteral("goal"), goal);
        shootGoal(QStringLiteral("goal-none"), cheap);
        if (m_wanted.pages.contains(QStringLiteral("goal-money"))) { // of a plan with cash and a client
            Goal money = goal;
            money.cashLasts = true;
            money.marginPercent = 20;
            shootGoal(QStringLiteral("goal-money"), money);
        }
        if (!wants(QStringLiteral("cover")))
            return;
        page->setView(ScenariosPage::View::Cover);
        page->cover().setBudget(cheap.budget);
        takeQuestion(window, page->cover(), QStringLiteral("cover"), theme, taken);
    }

    void takeQuestion(MainWindow& window, QuestionPanel& panel, const QString& name, const QString& theme,
                      QStringList& taken) const
    {
        window.workspace()->showPage(Workspace::ScenariosTab);
        panel.ask();
        while (panel.isBusy())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (shoot(window, name, theme))
            taken << name;
    }

    /// What is told of an edit for some seconds would be in some pictures and not in others.
    static void quieten(const MainWindow& window)
    {
        window.findChild<Toast*>()->dismiss();
        if (auto* headline = window.findChild<SummaryCard*>(QStringLiteral("summaryHeadline")))
            headline->setMoved({});
    }

    bool shoot(MainWindow& window, const QString& page, const QString& theme) const
    {
        settle(window.document());
        if (!m_wanted.ticked)
            quieten(window);
        waitForScenarios(window);
        waitForWhatMoved(window);
        if (QWidget* focus = window.focusWidget())
            focus->clearFocus();
        settle(window.document());
        return save(window, page, theme);
    }

    bool save(QWidget& window, const QString& page, const QString& theme) const
    {
        const QString path = QStringLiteral("%1/%2-%3.png").arg(m_wanted.folder, page, theme);
        const bool saved = window.grab().save(path);
        QTextStream(saved ? stdout : stderr) << (saved ? "" : "cannot write ") << path << '\n';
        return saved;
    }

    const Wanted& m_wanted;
    QTemporaryDir m_scratch;
    Settings m_settings;
    WindowServices m_services;
};

} // namespace

int main(int argc, char** argv)
{
    // The scale belongs to the display that the application is made for, so it is read before.
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.isSet("help")) {
        QTextStream(stdout) << parser.helpText();
        return 0;
    }
    const std::optional<Wanted> wanted = read(parser);
    bool isNumber = false;
    const double scale = parser.value("scale").toDouble(&isNumber);
    bool isTextNumber = false;
    const double text = parser.value("text").toDouble(&isTextNumber);
    if (!wanted || !isNumber || scale < 0.5 || scale > 4 || !isTextNumber || text < 0.5 || text > 4)
        return refuse(QStringLiteral("expected FOLDER and sound options; --help tells them"));
    qputenv("QT_SCALE_FACTOR", QByteArray::number(scale));
    qputenv("QT_QPA_PLATFORM", "offscreen");

    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("trestle"));
    trestle::testing::PseudoLocale pseudo;
    if (parser.isSet("pseudo"))
        QCoreApplication::installTranslator(&pseudo);
    if (!QDir().mkpath(wanted->folder))
        return refuse(QStringLiteral("cannot make %1").arg(wanted->folder));
    applyTheme(application, ThemeChoice::Light);
    const QFont font = QApplication::font();
    for (const QString& theme : wanted->themes) {
        applyTheme(application, theme == u"dark" ? ThemeChoice::Dark : ThemeChoice::Light);
        if (text != 1)
            QApplication::setFont(scaledFont(font, text));
        Photographer photographer(*wanted);
        const std::optional<QStringList> taken = photographer.take(theme);
        if (!taken)
            return refuse(QStringLiteral("the plan does not open"));
        if (taken->isEmpty())
            return refuse(QStringLiteral("no such page"));
    }
    return 0;
}
