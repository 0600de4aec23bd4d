#include "data/embedded.h"
#include "ui/history/history_model.h"
#include "ui/main_window.h"
#include "ui/pages/history_page.h"
#include "ui/plan_document.h"
#include "ui/settings.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

/// How long an edit holds the GUI thread (aim: under 2 ms at the default plan), alone and in the whole window before
/// its next frame; and the History page of a plan with 5,000 revisions: frames while scrolling, the longest turn of the
/// event loop while the list is read, opening the plan beside one with 5. Times are of single calls; p50, p99 and max
/// are in milliseconds. Writing goes on in the file's thread meanwhile. A tenth of a minute goes into making the plan;
/// with TMPDIR on a memory disk, less.
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

void report(benchmark::State& state, std::vector<double>& times)
{
    std::ranges::sort(times);
    const auto part = [&](double share) {
        return times[std::min(times.size() - 1, static_cast<std::size_t>(share * static_cast<double>(times.size())))];
    };
    state.counters["p50"] = part(0.50);
    state.counters["p99"] = part(0.99);
    state.counters["max"] = times.back();
}

/// Times `call` again and again; `rest` runs untimed in between.
void timeCalls(benchmark::State& state, const std::function<void()>& call, const std::function<void()>& rest)
{
    std::vector<double> times;
    for ([[maybe_unused]] auto _ : state) {
        times.push_back(timed(call));
        state.SetIterationTime(times.back() / 1000);
        rest();
    }
    report(state, times);
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
        item.state = i % 2 == 0 ? ItemState::done : ItemState::partial;
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
