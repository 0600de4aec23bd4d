#include "data/plan_file/plan_file.h"
#include "tests/data/support/plan_files.h"
#include "tests/proof/support/proof.h"

#include <QTest>

#include <ctime>
#include <map>
#include <random>

using namespace trestle;
using namespace trestle::test;

/// Cut-off files and flipped bits. Whatever is left opens exactly as it was, is repaired to a revision that verifies,
/// or is refused with an error that says so; nothing in between.
class TestPlanFileDamage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cutOff();
    void bitFlips();
    void lostPages();
    void computedView();
    void aLongHistoryIsCheckedAfterOpening();

private:
    enum class Outcome { exact, repaired, refused, wrong, hang };
    struct Tally {
        std::map<Outcome, int> count;
        std::string firstWrong;
    };

    void tryFile(const std::string& bytes, const std::string& what, Tally& tally);
    Outcome outcomeOf(const std::string& path, std::string& why);
    Outcome outcomeOfRepair(const std::string& path, std::string& why);
    bool isExact(const PlanFile& file, std::string& why) const;
    static bool isClear(const Error& error);
    static void report(const char* what, const Tally& tally);

    std::string m_bytes;                     ///< a sound file with six revisions, one undone, one tagged
    std::map<std::int64_t, Project> m_plans; ///< what each revision holds
    std::int64_t m_head = 0;
};

void TestPlanFileDamage::initTestCase()
{
    const Folder folder;
    FakeClock clock;
    const std::string path = folder.path("plan.trestle");
    {
        auto file = PlanFile::create(path, smallDocument(), "New plan", clock.shared());
        VERIFY_OK(file);
        for (const char* item : {"schema-for-scale", "indexes", "sessions", "audit-log", "two-factor"}) {
            clock.advance(5000);
            VERIFY_OK(file->edit(withState(file->document().project, item, ItemState::done), item));
        }
        VERIFY_OK(file->setTag(3, "Draft"));
        QCOMPARE(file->undo(), Result<bool>(true));
        m_head = file->head().id;
        const auto history = file->history();
        VERIFY_OK(history);
        for (const Revision& revision : *history)
            m_plans[revision.id] = file->documentAt(revision.id)->project;
    }
    QCOMPARE(m_plans.size(), 6U);
    m_bytes = readBytes(path);
}

bool TestPlanFileDamage::isClear(const Error& error)
{
    switch (error.code) {
    case ErrorCode::notAPlan:
    case ErrorCode::newerPlan:
    case ErrorCode::damagedPlan:
    case ErrorCode::fileUnreadable:
    case ErrorCode::fileTooLarge: return !error.what.empty();
    default: return false;
    }
}

bool TestPlanFileDamage::isExact(const PlanFile& file, std::string& why) const
{
    const auto plan = m_plans.find(file.head().id);
    if (plan == m_plans.end() || !(plan->second == file.document().project))
        why = "wrong plan in revision " + std::to_string(file.head().id);
    else if (file.document().catalogue.json != smallCatalogue().json)
        why = "wrong catalogue";
    return why.empty();
}

TestPlanFileDamage::Outcome TestPlanFileDamage::outcomeOfRepair(const std::string& path, std::string& why)
{
    const auto report = checkPlanFile(path);
    if (!report) {
        if (!isClear(report.error()))
            why = "check: " + describe(report);
        return why.empty() ? Outcome::refused : Outcome::wrong;
    }
    const std::string target = path + ".repaired";
    const auto repaired = repairPlanFile(path, target);
    if (report->repairable.has_value() != repaired.has_value()) {
        why = "repair is not as the check said: " + describe(repaired);
        return Outcome::wrong;
    }
    if (!repaired)
        return Outcome::refused;
    const auto file = PlanFile::open(target);
    if (!file)
        why = "repaired file: " + describe(file);
    else if (file->head().id != *report->repairable)
        why = "repaired to another revision than the check said";
    else if (isExact(*file, why))
        return Outcome::repaired;
    return Outcome::wrong;
}

TestPlanFileDamage::Outcome TestPlanFileDamage::outcomeOf(const std::string& path, std::string& why)
{
    const std::string before = readBytes(path);
    auto file = PlanFile::open(path);
    if (!file) {
        if (!isClear(file.error())) {
            why = describe(file);
            return Outcome::wrong;
        }
        const Outcome outcome = outcomeOfRepair(path, why);
        if (!why.empty())
            why = "opening: " + describe(file) + ", " + why;
        if (readBytes(path) != before)
            why = "a damaged file was changed";
        return why.empty() ? outcome : Outcome::wrong;
    }
    if (file->head().id != m_head)
        why = "opened at another head";
    if (!isExact(*file, why))
        return Outcome::wrong;
    // Writing on top of what was not noticed must be as safe: it succeeds and reads back, or is refused.
    const Project after = withNotes(file->document().project, "more");
    const auto edited = file->edit(after, "More");
    const auto reader = PlanFile::open(path, OpenMode::readOnly);
    const bool readsBack = reader && reader->document().project == file->document().project;
    if (edited ? !(readsBack && reader->document().project == after) : !isClear(edited.error()))
        why = "edit on top: " + describe(edited) + ", read back: " + describe(reader);
    return why.empty() ? Outcome::exact : Outcome::wrong;
}

void TestPlanFileDamage::tryFile(const std::string& bytes, const std::string& what, Tally& tally)
{
    const Folder folder;
    const std::string path = folder.path("plan.trestle");
    writeBytes(path, bytes);
    std::string why;
    constexpr double kLongest = 5; // seconds of the processor
    const std::clock_t start = std::clock();
    Outcome outcome = outcomeOf(path, why);
    if (static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC > kLongest) {
        outcome = Outcome::hang;
        why = "it hangs";
    }
    ++tally.count[outcome];
    if (!why.empty() && tally.firstWrong.empty())
        tally.firstWrong = what + ": " + why;
}

void TestPlanFileDamage::report(const char* what, const Tally& tally)
{
    ProofCounts counts;
    for (const auto& [outcome, count] : tally.count) {
        counts.attempts += count;
        switch (outcome) {
        case Outcome::exact: counts.exact = count; break;
        case Outcome::repaired: counts.repaired = count; break;
        case Outcome::refused: counts.refused = count; break;
        case Outcome::wrong: counts.wrong = count; break;
        case Outcome::hang: counts.hangs = count; break;
        }
    }
    reportProof(what, counts);
    QVERIFY2(tally.firstWrong.empty(), tally.firstWrong.c_str());
    QVERIFY(counts.attempts > 0);
}

void TestPlanFileDamage::cutOff()
{
    Tally tally;
    const std::size_t step = isFullProof() ? 1 : 1021; // prime: all parts of a page
    for (std::size_t length = 0; length < m_bytes.size(); length += step)
        tryFile(m_bytes.substr(0, length), "cut to " + std::to_string(length), tally);
    for (std::size_t length = 4096; !isFullProof() && length < m_bytes.size(); length += 4096)
        tryFile(m_bytes.substr(0, length), "cut to " + std::to_string(length), tally);
    report("cut off at a length", tally);
    QVERIFY(tally.count[Outcome::repaired] > 0);
}

void TestPlanFileDamage::bitFlips()
{
    Tally tally;
    std::mt19937 random(20270104);
    const int flips = attempts(300, 20'000);
    for (int i = 0; i < flips; ++i) {
        const std::size_t byte = random() % m_bytes.size();
        const auto bit = static_cast<unsigned>(random() % 8);
        std::string bytes = m_bytes;
        bytes[byte] = static_cast<char>(static_cast<unsigned char>(bytes[byte]) ^ (1U << bit));
        tryFile(bytes, "byte " + std::to_string(byte) + " bit " + std::to_string(bit), tally);
    }
    report("one bit flipped", tally);
    QVERIFY(tally.count[Outcome::exact] > 0);
    QVERIFY(tally.count[Outcome::repaired] > 0);
}

void TestPlanFileDamage::lostPages()
{
    Tally tally;
    for (const char fill : {'\0', '\xff'})
        for (std::size_t page = 0; page < m_bytes.size(); page += 4096) {
            std::string bytes = m_bytes;
            bytes.replace(page, 4096, std::string(4096, fill));
            tryFile(bytes, "page " + std::to_string(page / 4096 + 1) + " lost", tally);
        }
    report("one page lost", tally);
    QVERIFY(tally.count[Outcome::repaired] > 0);
}

void TestPlanFileDamage::aLongHistoryIsCheckedAfterOpening()
{
    const Folder folder;
    FakeClock clock;
    const std::string path = folder.path("plan.trestle");
    {
        auto file = PlanFile::create(path, smallDocument(), "New plan", clock.shared());
        VERIFY_OK(file);
        for (int i = 0; i < 80; ++i) {
            clock.advance(5000);
            VERIFY_OK(file->edit(
                withNotes(file->document().project, std::string(10'000, static_cast<char>('a' + i % 26))), "Notes"));
        }
        VERIFY_OK(file->checkStructure());
    }
    const std::string sound = readBytes(path);
    QVERIFY2(sound.size() > std::size_t{600} << 10, "long enough to be checked later");
    {
        auto file = PlanFile::open(path);
        VERIFY_OK(file);
        VERIFY_OK(file->checkStructure());
    }
    // A page of an old revision: the head is sound.
    std::string bytes = sound;
    const std::size_t old = bytes.find(std::string(3000, 'e'));
    QVERIFY(old != std::string::npos);
    bytes.replace(old / 4096 * 4096, 4, "\xff\xff\xff\xff");
    writeBytes(path, bytes);
    auto file = PlanFile::open(path);
    VERIFY_OK(file);
    COMPARE_ERROR(file->checkStructure(), ErrorCode::damagedPlan);
    COMPARE_ERROR(file->edit(withNotes(file->document().project, "more"), "More"), ErrorCode::damagedPlan);
    QVERIFY2(readBytes(path) == bytes, "nothing is written into a damaged file");
    const auto reader = PlanFile::open(path, OpenMode::readOnly);
    VERIFY_OK(reader);
    QVERIFY(reader->document().project == file->document().project);
}

/// A view of ours that is called otherwise is not dropped as one: it may be anything.
void TestPlanFileDamage::computedView()
{
    std::string bytes = m_bytes;
    const std::size_t at = bytes.find("viewplan_timeline");
    QVERIFY(at != std::string::npos);
    bytes[at] = 'V';
    Tally tally;
    tryFile(bytes, "a view that is none", tally);
    report("another kind of object", tally);
    QCOMPARE(tally.count[Outcome::repaired], 1);
}

QTEST_GUILESS_MAIN(TestPlanFileDamage)
#include "tst_plan_file_damage.moc"
