#include "data/embedded.h"
#include "data/plan_file/plan_file.h"

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

/// From the start of the process to a painted plan, beside a bare Qt window with one label; by turns, so that what
/// else the machine does weighs on both alike. Medians in milliseconds and their ratio (aim: at most 3). Both stop
/// themselves after their first frame (startup/first_paint.cpp). Without a display: QT_QPA_PLATFORM=offscreen, where a
/// bare window costs next to nothing; under X (xvfb-run) is what users have.
namespace trestle::bench {

namespace {

struct Started {
    std::string program;
    std::string argument; ///< may be empty
    std::string widget;
};

std::int64_t now()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

/// Milliseconds from before the fork to after the first frame.
double timed(const Started& started)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        std::abort();
    fcntl(ends[1], F_SETFD, 0); // the program's end goes with it
    setenv("FIRST_PAINT_FD", std::to_string(ends[1]).c_str(), 1);
    setenv("FIRST_PAINT_WIDGET", started.widget.c_str(), 1);
    setenv("LD_PRELOAD", TRESTLE_FIRST_PAINT, 1);
    std::string program = started.program;
    std::string argument = started.argument;
    char* arguments[]{program.data(), argument.empty() ? nullptr : argument.data(), nullptr};
    const std::int64_t before = now();
    pid_t child = 0;
    if (posix_spawn(&child, program.c_str(), nullptr, nullptr, arguments, environ) != 0)
        std::abort();
    unsetenv("LD_PRELOAD");
    close(ends[1]);
    std::int64_t painted = 0;
    if (read(ends[0], &painted, sizeof painted) != static_cast<ssize_t>(sizeof painted))
        std::abort(); // it ended without a frame
    close(ends[0]);
    waitpid(child, nullptr, 0);
    return static_cast<double>(painted - before) / 1e6;
}

double median(std::vector<double>& times)
{
    std::ranges::sort(times);
    return times[times.size() / 2];
}

/// A folder with a plan in it, which is the home of both programs, so that nobody's settings matter.
class Home {
public:
    Home()
    {
        std::string made = std::filesystem::temp_directory_path() / "trestle-startup-XXXXXX";
        if (!mkdtemp(made.data()))
            std::abort();
        m_folder = made;
        setenv("HOME", m_folder.c_str(), 1);
        setenv("XDG_RUNTIME_DIR", m_folder.c_str(), 1);
        for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            unsetenv(name);
        if (!std::getenv("DISPLAY"))
            setenv("QT_QPA_PLATFORM", "offscreen", 0);
        LoadedCatalogue catalogue = *builtinCatalogue();
        Project project;
        project.base = newInputs(*catalogue.catalogue, "Startup", *parseDate("2027-01-04"));
        const auto file = PlanFile::create(plan(), {std::move(project), std::move(catalogue)}, "New plan", systemClock);
        if (!file)
            std::abort();
    }
    ~Home() { std::filesystem::remove_all(m_folder); }
    Home(const Home&) = delete;
    Home& operator=(const Home&) = delete;

    [[nodiscard]] std::string plan() const { return m_folder / "startup.trestle"; }

private:
    std::filesystem::path m_folder;
};

void startup(benchmark::State& state)
{
    const Home home;
    const Started bare{TRESTLE_BARE_WINDOW, {}, "label"};
    const Started plan{TRESTLE_WINDOW, home.plan(), "ganttChart"};
    static_cast<void>(timed(bare)); // what has to come from the disk has
    static_cast<void>(timed(plan));
    std::vector<double> ofBare;
    std::vector<double> ofPlan;
    for ([[maybe_unused]] auto _ : state) {
        ofBare.push_back(timed(bare));
        ofPlan.push_back(timed(plan));
        state.SetIterationTime(ofPlan.back() / 1000);
    }
    state.counters["bare"] = median(ofBare);
    state.counters["plan"] = median(ofPlan);
    state.counters["ratio"] = median(ofPlan) / median(ofBare);
}

BENCHMARK(startup)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(21);

} // namespace

} // namespace trestle::bench

BENCHMARK_MAIN();
