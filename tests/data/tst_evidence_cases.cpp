#include "data/json.h"
#include "data/scanner/rule_set.h"
#include "data/scanner/rules.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace trestle;
using namespace trestle::scanner;
using nlohmann::json;

namespace {

/// A folder of a few files: path and text.
using Folder = std::map<std::string, std::string>;

struct Cases {
    std::vector<Folder> given; ///< must give the signal
    std::vector<Folder> near;  ///< look like it, and must not
};

std::map<std::string, Cases> readCases()
{
    std::map<std::string, Cases> all;
    for (const auto& file : std::filesystem::directory_iterator(TRESTLE_FIXTURES "/scan-cases")) {
        std::ifstream stream(file.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator(stream), {}};
        const json read = parseJson(text, file.path().string()).value_or(json());
        for (const auto& [signal, cases] : read.items())
            all[signal] = {cases.at("given").get<std::vector<Folder>>(), cases.at("near").get<std::vector<Folder>>()};
    }
    return all;
}

const std::map<std::string, Cases>& cases()
{
    static const std::map<std::string, Cases> all = readCases();
    return all;
}

std::set<std::string> signalsOf(const RuleMatcher& matcher, const Folder& folder)
{
    std::vector<Hit> hits;
    std::vector<FoundFile> files;
    for (const auto& [path, text] : folder) {
        matcher.match(path, text, hits);
        files.push_back({path, text.size()});
    }
    matcher.matchFolder(files, hits);
    std::set<std::string> ids;
    for (const std::size_t signal : countingSignals(builtInRules(), hits))
        ids.insert(builtInRules().allSignals[signal].id);
    return ids;
}

std::string shown(const Folder& folder)
{
    return json(folder).dump();
}

} // namespace

/// Each signal of resources/catalogue/evidence.json has cases in tests/fixtures/scan-cases that give it, and near
/// misses that do not.
class TestEvidenceCases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachSignalHasCases()
    {
        std::string missing;
        for (const Signal& signal : builtInRules().allSignals) {
            const auto own = cases().find(signal.id);
            if (own == cases().end() || own->second.given.empty() || own->second.near.empty())
                missing += signal.id + ' ';
        }
        QCOMPARE(QString::fromStdString(missing), QString());
    }

    void eachCaseIsOfASignal()
    {
        for (const auto& [signal, own] : cases())
            QVERIFY2(builtInRules().signalById.contains(signal), signal.c_str());
    }

    void casesGiveTheirSignals()
    {
        const RuleMatcher matcher;
        std::string wrong;
        for (const auto& [signal, own] : cases())
            for (const Folder& folder : own.given)
                if (!signalsOf(matcher, folder).contains(signal))
                    wrong += signal + ' ' + shown(folder) + '\n';
        QCOMPARE(QString::fromStdString(wrong), QString());
    }

    void nearMissesDoNot()
    {
        const RuleMatcher matcher;
        std::string wrong;
        for (const auto& [signal, own] : cases())
            for (const Folder& folder : own.near)
                if (signalsOf(matcher, folder).contains(signal))
                    wrong += signal + ' ' + shown(folder) + '\n';
        QCOMPARE(QString::fromStdString(wrong), QString());
    }
};

QTEST_APPLESS_MAIN(TestEvidenceCases)
#include "tst_evidence_cases.moc"
