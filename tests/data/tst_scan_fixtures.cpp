#include "data/catalogue_json.h"
#include "data/file_io.h"
#include "data/json.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

using namespace trestle;
namespace fs = std::filesystem;

/// The labels of the prototypes in tests/fixtures/scan: whether every item has one, and whether the places that it
/// names are there.
class TestScanFixtures : public QObject {
    Q_OBJECT

    static nlohmann::json labelsOf(const fs::path& prototype)
    {
        const std::string path = (prototype / "expected.json").string();
        return parseJson(readTextFile(path).value(), path).value().at("items");
    }

private Q_SLOTS:
    void labels_data()
    {
        QTest::addColumn<QString>("folder");
        for (const auto& entry : fs::directory_iterator(TRESTLE_FIXTURES "/scan"))
            if (entry.is_directory())
                QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
    }

    void labels()
    {
        QFETCH(QString, folder);
        const fs::path prototype = folder.toStdString();
        const nlohmann::json labels = labelsOf(prototype);
        const auto catalogue = builtinCatalogue();
        QVERIFY(catalogue);
        std::set<std::string> known;
        for (const Phase& phase : catalogue->catalogue->phases) {
            for (const Item& item : phase.items) {
                QVERIFY2(labels.contains(item.id), item.id.c_str());
                known.insert(item.id);
            }
            for (const Item& addOn : phase.addOns)
                known.insert(addOn.id);
        }
        static const std::set<std::string> states{"done", "partial", "none", "opposite", "elsewhere"};
        for (const auto& [item, label] : labels.items()) {
            const std::string state = label.at("state").get<std::string>();
            QVERIFY2(known.contains(item), item.c_str());
            QVERIFY2(states.contains(state), item.c_str());
            QVERIFY2(state == "none" || !label.at("evidence").empty(), item.c_str());
            for (const nlohmann::json& place : label.at("evidence"))
                QVERIFY2(isThere(prototype / "project", place.get<std::string>()),
                         (item + " " + place.get<std::string>()).c_str());
        }
    }

private:
    /// `path` or `path:line`.
    static bool isThere(const fs::path& project, const std::string& place)
    {
        const std::size_t colon = place.rfind(':');
        const auto text = readTextFile((project / place.substr(0, colon)).string());
        if (!text)
            return false;
        return colon == std::string::npos || std::stol(place.substr(colon + 1)) <= std::ranges::count(*text, '\n');
    }
};

QTEST_APPLESS_MAIN(TestScanFixtures)
#include "tst_scan_fixtures.moc"
