#include "data/plan_file/plan_file.h"
#include "data/plan_file/revisions.h"
#include "models/inputs.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

/// bench_plan_file [FOLDER]: the time to open a plan, whose history is short or long, and the time of one edit in it,
/// on the disk that FOLDER is on (the system's temporary one if not said). Medians; the two histories are opened in
/// turns.
namespace {

using namespace trestle;
namespace fs = std::filesystem;

constexpr std::int64_t kDay = 86'400'000;

template <class T>
T must(Result<T> result)
{
    if (!result) {
        std::cerr << "bench_plan_file: " << result.error().what << ' ' << result.error().where << ' '
                  << result.error().fix << '\n';
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

double milliseconds(const std::function<void()>& body)
{
    const auto start = std::chrono::steady_clock::now();
    body();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

ProjectDocument defaultDocument()
{
    LoadedCatalogue catalogue = must(builtinCatalogue());
    const Date start = std::chrono::sys_days{std::chrono::year{2027} / 1 / 4};
    return {{newInputs(*catalogue.catalogue, "Default", start), {}}, catalogue};
}

/// A plan that was edited once a day, so that thinning has left everything.
std::string makePlan(const fs::path& folder, std::int64_t revisions)
{
    const std::string path = (folder / (std::to_string(revisions) + ".trestle")).string();
    const ProjectDocument document = defaultDocument();
    must(PlanFile::create(path, document, "New plan", [] { return std::int64_t{0}; }));
    SQLite::Database db(path, SQLite::OPEN_READWRITE);
    SQLite::Transaction transaction(db);
    Project project = document.project;
    planfile::StoredRevision revision;
    for (revision.id = 2; revision.id <= revisions; ++revision.id) {
        project.base.notes = "Day " + std::to_string(revision.id);
        revision.parent = revision.id - 1;
        revision.at = revision.id * kDay;
        revision.label = project.base.notes;
        revision.document = writeProject(project, document.catalogue.sha256);
        revision.sha256 = revision.hash();
        planfile::insertRevision(db, revision);
        planfile::writeHead(db, {revision.id, revision.sha256, revision.id});
    }
    transaction.commit();
    return path;
}

void compareOpening(const std::string& shorter, const std::string& longer, OpenMode mode, const char* what)
{
    constexpr int kTurns = 101;
    std::vector<double> a;
    std::vector<double> b;
    for (int i = 0; i < kTurns; ++i) {
        a.push_back(milliseconds([&] { must(PlanFile::open(shorter, mode)); }));
        b.push_back(milliseconds([&] { must(PlanFile::open(longer, mode)); }));
    }
    std::cout << what << ": 5 revisions " << median(a) << " ms, 5,000 revisions " << median(b) << " ms, ratio "
              << median(b) / median(a) << '\n';
}

void timeEdits(const std::string& path, const char* what)
{
    constexpr int kEdits = 149; // some of them thin
    PlanFile file = must(PlanFile::open(path));
    std::vector<double> edits;
    double slowest = 0;
    double first = 0;
    for (int i = 0; i < kEdits; ++i) {
        Project after = file.document().project;
        after.base.notes = "Edit " + std::to_string(i);
        const double taken = milliseconds([&] { must(file.edit(after, "Edit")); });
        if (i == 0)
            first = taken;
        else
            slowest = std::max(slowest, taken);
        edits.push_back(taken);
    }
    std::vector<double> undos;
    for (int i = 0; i < 50; ++i)
        undos.push_back(milliseconds([&] { must(file.undo()); }));
    std::cout << what << ": an edit " << median(edits) << " ms (the first, which checks the file, " << first
              << " ms; the slowest of the others " << slowest << " ms), undo " << median(undos) << " ms\n";
}

} // namespace

int main(int argc, char** argv)
{
    std::string folder =
        (fs::path(argc > 1 ? argv[1] : fs::temp_directory_path().string()) / "trestle-bench-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) {
        std::cerr << "bench_plan_file: no folder " << folder << '\n';
        return 1;
    }
    const std::string shorter = makePlan(folder, 5);
    const std::string longer = makePlan(folder, 5000);
    std::cout << "5,000 revisions: " << fs::file_size(longer) / 1000 << " kB\n";
    compareOpening(shorter, longer, OpenMode::readWrite, "open to write");
    compareOpening(shorter, longer, OpenMode::readOnly, "open to read");
    timeEdits(shorter, "5 revisions");
    timeEdits(longer, "5,000 revisions");
    fs::remove_all(folder);
    return 0;
}
