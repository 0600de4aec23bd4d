#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// Folder → folders that its sources include from, each with one example.
using Arrows = std::map<std::string, std::map<std::string, std::string>>;

const std::vector<std::string> kFloors{"models", "data", "ui", "app"};

Arrows arrows()
{
    const fs::path top = TRESTLE_SOURCE;
    const std::regex include("^#include \"((models|data|ui|app)/[^\"]+)\"");
    Arrows found;
    for (const std::string& floor : kFloors)
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(top / floor)) {
            if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp")
                continue;
            const fs::path file = fs::relative(entry.path(), top);
            const std::string folder = file.parent_path().generic_string();
            std::ifstream text(entry.path());
            std::smatch match;
            for (std::string line; std::getline(text, line);)
                if (std::regex_search(line, match, include))
                    if (const std::string to = fs::path(match[1].str()).parent_path().generic_string(); to != folder)
                        found[folder].try_emplace(to, file.generic_string() + " includes " + match[1].str());
        }
    return found;
}

/// A way along the arrows from `at` back to `start`, as the includes that make it; empty where there is none.
std::string wayBack(const Arrows& arrows, const std::string& start, const std::string& at, std::set<std::string>& seen)
{
    const auto from = arrows.find(at);
    if (from == arrows.end())
        return {};
    for (const auto& [to, example] : from->second) {
        if (to == start)
            return example;
        if (!seen.insert(to).second)
            continue;
        if (const std::string rest = wayBack(arrows, start, to, seen); !rest.empty())
            return example + "; " + rest;
    }
    return {};
}

} // namespace

/// Folders stand on each other: no circle among them, no arrow upwards.
class TestFolders : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noArrowRunsUpwards();
    void noCircle();
};

void TestFolders::noArrowRunsUpwards()
{
    const auto floorOf = [](const std::string& folder) {
        return std::ranges::find(kFloors, folder.substr(0, folder.find('/')));
    };
    const Arrows found = arrows();
    QVERIFY(found.size() > 20);
    for (const auto& [from, targets] : found)
        for (const auto& [to, example] : targets)
            QVERIFY2(floorOf(to) <= floorOf(from), example.c_str());
}

void TestFolders::noCircle()
{
    const Arrows found = arrows();
    for (const auto& [folder, targets] : found) {
        std::set<std::string> seen;
        const std::string circle = wayBack(found, folder, folder, seen);
        QVERIFY2(circle.empty(), circle.c_str());
    }
}

QTEST_APPLESS_MAIN(TestFolders)
#include "tst_folders.moc"
