#include "data/embedded.h"
#include "ui/base/settings.h"
#include "ui/document/plan_document.h"
#include "ui/history/history_model.h"
#include "ui/pages/history_page.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

/// How long an edit holds the GUI thread (aim: under 2 ms at the default plan), alone and in the whole window before
/// its next frame; and the History page of a plan with 5,000 revisions: frames while scrolling, the longest turn of the
/// event loop while the list is read, opening the plan beside one with 5. Times are of single calls; p50, p99 and max
/// are in milliseconds on the clock, cpu_p50 and cpu_p99 in milliseconds of the calling thread's processor time.
/// Writing goes on in the file's thread meanwhile. A tenth of a minute goes into making the plan; with TMPDIR on a
/// memory disk, less.
namespace trestle::bench {

namespace {

using SteadyClock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int kManyRevisions = 5'000;
constexpr int kFewRevisions = 5;

double timed(const std::function<void()>& call)
{
    const auto start = SteadyClock::now();
    call();
    return Milliseconds(SteadyClock::now() - start).count();
}

/// What this thread had of a processor: what it would take on a machine that does nothing else, nearly.
double processorTime()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double partOf(std::vector<double>& times, double share)
{
    std::ranges::sort(times);
    return times[std::min(times.size() - 1, static_cast<std::size_t>(share * static_cast<double>(times.size())))];
}

void report(benchmark::State& state, std::vector<double>& times)
{
    state.counters["p50"] = partOf(times, 0.50);
    state.counters["p99"] = partOf(times, 0.99);
    state.counters["max"] = times.back();
}

/// Times `call` again and again; `rest` runs untimed in between.
void timeCalls(benchmark::State& state, const std::function<void()>& call, const std::function<void()>& rest)
{
    std::vector<double> times;
    std::vector<double> processor;
    for ([[maybe_unused]] auto _ : state) {
        const double before = processorTime();
        times.push_back(timed(call));
        processor.push_back(processorTime() - before);
        state.SetIterationTime(times.back() / 1000);
        rest();
    }
    report(state, times);
    state.counters["cpu_p50"] = partOf(processor, 0.50);
    state.counters["cpu_p99"] = partOf(processor, 0.99);
}

void tick(PlanDocument& document)
{
    const bool done = document.plan().findItem("caching")->state == ItemState::done;
    document.setItemState(QStringLiteral("caching"), done ? ItemState::missing : ItemState::done);
}

ProjectDocument defaultProject()
{
    LoadedCatalogue catalogue = *builtinCatalogue();
    Project project;
    project.base = newInputs(*catalogue.catalogue, "Default", *parseDate("2027-01-04"));
    return {std::move(project), std::move(catalogue)};
}

/// A plan with so many revisions, a day apart, so that none is thinned.
std::string makePlan(const QTemporaryDir& folder, int revisions)
{
    const std::string path = folder.filePath(QStringLiteral("%1.trestle").arg(revisions)).toStdString();
    std::int64_t at = 1'000'000'000'000;
    PlanFile file = *PlanFile::create(path, defaultProject(), "New plan", [&at] { return at; });
    Project project = file.document().project;
    for (int i = 1; i < revisions; ++i) {
        at += 86'400'000;
        ItemInput& item = project.base.items["caching"];
        item.progress.state = i % 2 == 0 ? ItemState::done : ItemState::partial;
        if (!file.edit(project, "Caching: edit " + std::to_string(i)))
            qFatal("The plan is not made");
    }
    return path;
}

void editAlone(benchmark::State& state)
{
    const QTemporaryDir folder;
    const auto document = std::move(*PlanDocument::adopt(*PlanFile::open(makePlan(folder, 2))));
    timeCalls(state, [&] { tick(*document); }, [&] { document->waitUntilSaved(); });
}

void editInWindow(benchmark::State& state)
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    MainWindow window(settings, {});
    window.resize(1480, 940);
    window.show();
    window.openPath(QString::fromStdString(makePlan(folder, 2)));
    QApplication::processEvents();
    timeCalls(
        state, [&] { tick(*window.document()); },
        [&] {
            window.document()->waitUntilSaved();
            QApplication::processEvents();
        });
}

void openPlan(benchmark::State& state)
{
    const QTemporaryDir folder;
    const std::string path = makePlan(folder, static_cast<int>(state.range(0)));
    timeCalls(state, [&] { benchmark::DoNotOptimize(PlanFile::open(path)); }, [] {});
}

/// By turns, so that what else the machine does weighs on both alike. Ratio of the medians.
void openRatio(benchmark::State& state)
{
    const QTemporaryDir folder;
    const std::string few = makePlan(folder, kFewRevisions);
    const std::string many = makePlan(folder, kManyRevisions);
    const auto open = [](const std::string& path) {
        return timed([&] { benchmark::DoNotOptimize(PlanFile::open(path)); });
    };
    std::vector<double> ofFew;
    std::vector<double> ofMany;
    for ([[maybe_unused]] auto _ : state) {
        ofFew.push_back(open(few));
        ofMany.push_back(open(many));
        state.SetIterationTime((ofFew.back() + ofMany.back()) / 1000);
    }
    std::ranges::sort(ofFew);
    std::ranges::sort(ofMany);
    state.counters["p50_of_5"] = ofFew[ofFew.size() / 2];
    state.counters["p50_of_5000"] = ofMany[ofMany.size() / 2];
    state.counters["ratio"] = ofMany[ofMany.size() / 2] / ofFew[ofFew.size() / 2];
}

/// What opening leaves to the file's thread.
void checkStructure(benchmark::State& state)
{
    const QTemporaryDir folder;
    const std::string path = makePlan(folder, kManyRevisions);
    std::optional<PlanFile> file;
    const auto open = [&] {
        file.reset();
        file.emplace(*PlanFile::open(path));
    };
    open();
    timeCalls(state, [&] { benchmark::DoNotOptimize(file->checkStructure()); }, open);
}

struct ShownHistory {
    explicit ShownHistory(int revisions)
        : document(std::move(*PlanDocument::adopt(*PlanFile::open(makePlan(folder, revisions)))))
    {
        page = std::make_unique<HistoryPage>(*document);
        page->resize(900, 700);
        QEventLoop loop;
        QObject::connect(&page->model(), &HistoryModel::refreshed, &loop, &QEventLoop::quit);
        page->show();
        loop.exec();
        QApplication::processEvents(); // the table is laid out
        table = page->findChild<QTableView*>(QStringLiteral("historyTable"));
    }

    QTemporaryDir folder;
    std::unique_ptr<PlanDocument> document;
    std::unique_ptr<HistoryPage> page;
    QTableView* table = nullptr;
};

void historyScroll(benchmark::State& state)
{
    ShownHistory shown(kManyRevisions);
    state.counters["rows"] = shown.page->model().rowCount();
    QScrollBar& scroll = *shown.table->verticalScrollBar();
    if (scroll.maximum() <= 0)
        qFatal("The list does not scroll");
    int frame = 0;
    timeCalls(
        state,
        [&] {
            const int range = scroll.maximum();
            const int step = ++frame % 100 == 0 ? range / 3 : 3;
            scroll.setValue((scroll.value() + step) % range);
            QCoreApplication::sendPostedEvents();
            QEvent request(QEvent::UpdateRequest);
            QCoreApplication::sendEvent(shown.page.get(), &request);
        },
        [] {});
}

/// The longest turn of the event loop from asking for the list to having it, and the details of the rows seen.
void historyRefresh(benchmark::State& state)
{
    ShownHistory shown(kManyRevisions);
    std::vector<double> longest;
    for ([[maybe_unused]] auto _ : state) {
        bool read = false;
        const auto done =
            QObject::connect(&shown.page->model(), &HistoryModel::refreshed, shown.page.get(), [&] { read = true; });
        double worst = timed([&] { tick(*shown.document); });
        while (!read)
            worst = std::max(worst, timed([] { QApplication::processEvents(); }));
        QObject::disconnect(done);
        longest.push_back(worst);
        state.SetIterationTime(worst / 1000);
        shown.document->waitUntilSaved();
        QApplication::processEvents();
    }
    report(state, longest);
}

BENCHMARK(editAlone)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(editInWindow)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(openPlan)->Arg(kFewRevisions)->Arg(kManyRevisions)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(openRatio)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(200);
BENCHMARK(checkStructure)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(100);
BENCHMARK(historyScroll)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(1000);
BENCHMARK(historyRefresh)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(50);

} // namespace

} // namespace trestle::bench

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("trestle-bench"));
    trestle::applyTheme(application, trestle::ThemeChoice::Light);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
