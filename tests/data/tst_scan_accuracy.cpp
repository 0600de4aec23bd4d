#include "data/catalogue_json.h"
#include "data/file_io.h"
#include "data/json.h"
#include "data/scanner/scan.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>

using namespace trestle;

/// How often a scan is right, over prototypes whose states were labelled by hand: tests/fixtures/scan/NAME/ holds the
/// prototype in project/ and the labels in expected.json.
///
/// Precision: of the verdicts that the scan is sure of, those that are what the label says. Recall: of the labels in
/// place, partly and opposite, those that the scan found, sure or not.
///
/// Other labelled prototypes are tried by TRESTLE_LABELS=FILE, with a list `repositories` of `repo` (its name behind
/// the last '/' is its folder's), `labels` by item with `state`, and TRESTLE_LABELLED=FOLDER that their folders are in.
namespace {

constexpr double kPrecision = 0.9;
constexpr double kRecall = 0.75;

using Labels = std::map<std::string, FoundState>;

struct Labelled {
    std::string name;
    std::string folder;
    Labels labels;
};

std::optional<FoundState> stateOf(const std::string& word)
{
    static const std::map<std::string, FoundState> states{
        {"done", FoundState::done},
        {"in_place", FoundState::done},
        {"partial", FoundState::partial},
        {"partly", FoundState::partial},
        {"none", FoundState::none},
        {"absent", FoundState::none},
        {"opposite", FoundState::opposite},
        {"elsewhere", FoundState::elsewhere},
        {"undecidable", FoundState::elsewhere},
    };
    const auto found = states.find(word);
    return found == states.end() ? std::nullopt : std::optional(found->second);
}

/// An unknown word becomes no label, which the number of labels shows.
Labels labelsOf(const nlohmann::json& from)
{
    Labels labels;
    for (const auto& [item, label] : from.items())
        if (const auto state = stateOf(label.at("state").get<std::string>()))
            labels.emplace(item, *state);
    return labels;
}

nlohmann::json jsonOf(const std::string& path)
{
    return parseJson(readTextFile(path).value(), path).value();
}

std::vector<Labelled> fixtures()
{
    std::vector<Labelled> all;
    for (const auto& entry : std::filesystem::directory_iterator(TRESTLE_FIXTURES "/scan"))
        if (std::filesystem::exists(entry.path() / "expected.json"))
            all.push_back({entry.path().filename().string(), (entry.path() / "project").string(),
                           labelsOf(jsonOf((entry.path() / "expected.json").string()).at("items"))});
    std::ranges::sort(all, {}, &Labelled::name);
    return all;
}

std::vector<Labelled> others(const std::string& labels, const std::string& folder)
{
    std::vector<Labelled> all;
    const nlohmann::json document = jsonOf(labels);
    for (const nlohmann::json& repository : document.at("repositories")) {
        const std::string repo = repository.at("repo").get<std::string>();
        const std::string name = repo.substr(repo.rfind('/') + 1);
        if (std::filesystem::is_directory(folder + "/" + name))
            all.push_back({name, folder + "/" + name, labelsOf(repository.at("labels"))});
    }
    return all;
}

struct Score {
    int sure = 0;
    int sureAndRight = 0;
    int labelled = 0; ///< in place, partly or opposite
    int found = 0;    ///< of those

    void add(const ScanItem& item, FoundState label)
    {
        const bool isRight = item.state == label;
        if (item.confidence == FoundConfidence::confident) {
            ++sure;
            sureAndRight += isRight ? 1 : 0;
        }
        if (label != FoundState::none && label != FoundState::elsewhere) {
            ++labelled;
            found += isRight ? 1 : 0;
        }
    }
    [[nodiscard]] double precision() const { return sure ? static_cast<double>(sureAndRight) / sure : 1; }
    [[nodiscard]] double recall() const { return labelled ? static_cast<double>(found) / labelled : 1; }
};

void print(const std::string& name, const Score& score)
{
    std::printf("%-32.32s %5d of %-5d %5.2f   %5d of %-5d %5.2f\n", name.c_str(), score.sureAndRight, score.sure,
                score.precision(), score.found, score.labelled, score.recall());
}

class Accuracy {
public:
    void add(const Labelled& prototype, const Scan& scan)
    {
        for (const ScanItem& item : scan.items)
            if (const auto label = prototype.labels.find(item.id); label != prototype.labels.end()) {
                m_all.add(item, label->second);
                m_byPrototype[prototype.name].add(item, label->second);
                m_byItem[item.id].add(item, label->second);
                if (item.state != label->second && item.confidence == FoundConfidence::confident)
                    m_wrong.push_back(prototype.name + " " + item.id);
            }
    }
    void printAll() const
    {
        std::printf("%-32s %14s %5s   %14s %5s\n", "", "sure and right", "prec.", "found", "rec.");
        for (const auto& [item, score] : m_byItem)
            print(item, score);
        std::printf("\n");
        for (const auto& [prototype, score] : m_byPrototype)
            print(prototype, score);
        std::printf("\n");
        print("all", m_all);
        for (const std::string& wrong : m_wrong)
            std::printf("  sure and wrong: %s\n", wrong.c_str());
        std::fflush(stdout);
    }
    [[nodiscard]] const Score& all() const { return m_all; }

private:
    Score m_all;
    std::map<std::string, Score> m_byItem;
    std::map<std::string, Score> m_byPrototype;
    std::vector<std::string> m_wrong;
};

} // namespace

class TestScanAccuracy : public QObject {
    Q_OBJECT

    void check(const std::vector<Labelled>& prototypes)
    {
        const auto catalogue = builtinCatalogue();
        QVERIFY(catalogue);
        Accuracy accuracy;
        for (const Labelled& prototype : prototypes) {
            QVERIFY2(prototype.labels.size() > 30, prototype.name.c_str());
            const Result<Scan> scan = scanFolder(prototype.folder, *catalogue->catalogue);
            QVERIFY2(scan, prototype.folder.c_str());
            QVERIFY2(scan->filesRead > 0, prototype.folder.c_str());
            accuracy.add(prototype, *scan);
        }
        accuracy.printAll();
        QVERIFY(accuracy.all().precision() >= kPrecision);
        QVERIFY(accuracy.all().recall() >= kRecall);
        // A scan that is never sure would be right whenever it is.
        QVERIFY(2 * accuracy.all().sure > accuracy.all().labelled);
    }

private Q_SLOTS:
    void fixturesAreJudgedRight()
    {
        const std::vector<Labelled> prototypes = fixtures();
        QVERIFY(prototypes.size() >= 12);
        check(prototypes);
    }

    void othersAreJudgedRight()
    {
        const std::string labels = qEnvironmentVariable("TRESTLE_LABELS").toStdString();
        const std::string folder = qEnvironmentVariable("TRESTLE_LABELLED").toStdString();
        if (labels.empty() || folder.empty())
            QSKIP("TRESTLE_LABELS and TRESTLE_LABELLED name no other labelled prototypes");
        const std::vector<Labelled> prototypes = others(labels, folder);
        QVERIFY(!prototypes.empty());
        check(prototypes);
    }
};

QTEST_APPLESS_MAIN(TestScanAccuracy)
#include "tst_scan_accuracy.moc"
