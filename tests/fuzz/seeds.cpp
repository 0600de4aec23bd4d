#include "tests/fuzz/seeds.h"

#include "data/plan_file/plan_file.h"
#include "data/scanner/facts.h"
#include "models/inputs.h"
#include "tests/fuzz/scratch.h"
#include "tests/fuzz/target.h"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>

namespace trestle::fuzz {

namespace {

namespace fs = std::filesystem;

const fs::path kSource = TRESTLE_SOURCE;

void addFiles(std::vector<Seed>& seeds, const fs::path& folder)
{
    if (!fs::is_directory(folder))
        return;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (entry.is_regular_file())
            seeds.push_back({entry.path().filename().string(), Scratch::read(entry.path().string())});
}

/// All files below a folder that hold facts of a prototype.
void addFactFiles(std::vector<Seed>& seeds, const fs::path& folder)
{
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        const std::string path = fs::relative(entry.path(), folder).generic_string();
        if (!entry.is_regular_file() || !scanner::mayHoldFacts(path))
            continue;
        std::string name = path;
        std::ranges::replace(name, '/', '-');
        seeds.push_back({std::move(name), Scratch::read(entry.path().string())});
    }
}

void addFile(std::vector<Seed>& seeds, const fs::path& path)
{
    seeds.push_back({path.filename().string(), Scratch::read((kSource / path).string())});
}

/// Files of the prototypes for the scan with their paths, and the index of a repository, which is short.
void addScannedFiles(std::vector<Seed>& seeds)
{
    constexpr std::uintmax_t largest = 8000;
    const fs::path top = kSource / "tests/fixtures/scan";
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(top))
        if (entry.is_regular_file() && entry.file_size() <= largest) {
            std::string name = fs::relative(entry.path(), top).generic_string();
            constexpr std::string_view project = "/project/";
            const std::size_t begin = name.find(project);
            const std::string path = begin == std::string::npos ? name : name.substr(begin + project.size());
            std::ranges::replace(name, '/', '-');
            seeds.push_back({std::move(name), path + '\n' + Scratch::read(entry.path().string())});
        }
    using namespace std::string_literals;
    seeds.push_back({"index", "\nDIRC\0\0\0\2\0\0\0\1"s + std::string(60, '\0') + "\0\1a"s + std::string(29, '\0')});
}

ProjectDocument planDocument(const char* fixture)
{
    const fs::path path = kSource / "tests/fixtures" / fixture;
    auto document = parsePlanJson(Scratch::read(path.string()), path.string());
    require(document.has_value(), "a fixture cannot be read");
    return std::move(*document);
}

// A catalogue of a few items: little to parse, so that most of the time is spent on the file.
ProjectDocument smallDocument()
{
    const fs::path path = kSource / "tests/fixtures/catalogues/small.json";
    auto catalogue = parseCatalogue(Scratch::read(path.string()), path.string());
    require(catalogue.has_value(), "a fixture cannot be read");
    Project project;
    project.base = newInputs(*catalogue->catalogue, "Small", *parseDate("2027-01-04"));
    return {std::move(project), std::move(*catalogue)};
}

void makePlanFile(const std::string& path, const ProjectDocument& document)
{
    std::int64_t now = 1'798'761'600'000; // 2027-01-01
    auto file = PlanFile::create(path, document, "New plan", [&] { return now += 5000; });
    require(file.has_value(), "no plan file for a seed");
    for (const char* notes : {"a", "b", "c"}) {
        Project after = file->document().project;
        after.base.notes = notes;
        require(file->edit(after, notes).has_value(), "no edit in a seed");
    }
    require(file->setTag(2, "Draft") && file->undo(), "no tag in a seed");
}

void run(const std::string& path, const char* statements)
{
    sqlite3* db = nullptr;
    require(sqlite3_open(path.c_str(), &db) == SQLITE_OK, "a seed does not open");
    require(sqlite3_exec(db, statements, nullptr, nullptr, nullptr) == SQLITE_OK, sqlite3_errmsg(db));
    sqlite3_close(db);
}

// The file and its journal as a crash in the middle of a write leaves them.
std::string crashed(const std::string& path)
{
    sqlite3* db = nullptr;
    require(sqlite3_open(path.c_str(), &db) == SQLITE_OK, "a seed does not open");
    require(sqlite3_exec(db, "PRAGMA cache_size=1; BEGIN; UPDATE revision SET label = 'half'; DELETE FROM tag", nullptr,
                         nullptr, nullptr) == SQLITE_OK,
            sqlite3_errmsg(db));
    std::string bytes = Scratch::read(path) + "JOURNAL:" + Scratch::read(path + "-journal");
    sqlite3_close(db);
    return bytes;
}

// Small pages and nothing computed: few bytes, so that a mutation hits what counts.
constexpr const char* kShrink =
    "PRAGMA writable_schema=ON; DELETE FROM sqlite_schema WHERE name LIKE 'plan\\_%' ESCAPE "
    "'\\'; PRAGMA writable_schema=RESET; PRAGMA page_size=512; VACUUM;";
constexpr const char* kStrangers =
    "CREATE TABLE mine(x REFERENCES revision(id), y AS (x + 1)); INSERT INTO mine VALUES(1);"
    "CREATE VIEW v AS WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n;"
    "CREATE TRIGGER t AFTER INSERT ON revision BEGIN DELETE FROM head; END;"
    "CREATE INDEX i ON revision(label); CREATE VIRTUAL TABLE f USING fts5(x);";

std::vector<Seed> planFileSeeds()
{
    const Scratch scratch;
    std::vector<Seed> seeds;
    const std::string path = scratch.plan();
    makePlanFile(path, planDocument("plans-json/least.json"));
    seeds.push_back({"whole", Scratch::read(path)});
    scratch.clear();
    makePlanFile(path, smallDocument());
    run(path, kShrink);
    seeds.push_back({"small", Scratch::read(path)});
    seeds.push_back({"crashed", crashed(path)});
    run(path, kStrangers);
    seeds.push_back({"strangers", Scratch::read(path)});
    run(path, "PRAGMA journal_mode=WAL");
    seeds.push_back({"wal", Scratch::read(path)});
    scratch.clear();
    makePlanFile(path, planDocument("plans-json/full.json"));
    run(path, kShrink);
    seeds.push_back({"full", Scratch::read(path)});
    return seeds;
}

} // namespace

std::vector<Seed> seedsOf(std::string_view kind)
{
    std::vector<Seed> seeds;
    if (kind == "plan-file") {
        seeds = planFileSeeds();
    } else if (kind == "plan-json") {
        addFiles(seeds, kSource / "tests/fixtures/plans-json");
        addFile(seeds, "tests/fixtures/cli/tiny.json");
        addFile(seeds, "resources/samples/ledgerly.json");
    } else if (kind == "catalogue-json") {
        addFiles(seeds, kSource / "tests/fixtures/catalogues");
        addFile(seeds, "resources/catalogue/prototype-to-production.json");
    } else if (kind == "mspdi") {
        addFiles(seeds, kSource / "tests/fixtures/mspdi");
    } else if (kind == "tasks") {
        addFiles(seeds, kSource / "tests/fixtures/gan");
        addFiles(seeds, kSource / "tests/fixtures/tables");
    } else if (kind == "times") {
        addFiles(seeds, kSource / "tests/fixtures/times");
    } else if (kind == "facts") {
        addFactFiles(seeds, kSource / "tests/fixtures/scan");
    } else if (kind == "scan-file") {
        addScannedFiles(seeds);
    }
    addFiles(seeds, kSource / "tests/fixtures/fuzz" / kind);
    require(!seeds.empty(), "no seeds");
    std::ranges::sort(seeds, {}, &Seed::name);
    return seeds;
}

} // namespace trestle::fuzz
