#include "data/plan_file/plan_file.h"
#include "tests/data/support/plan_files.h"

#include <QTest>

#include <random>

using namespace trestle;
using namespace trestle::test;

/// The file against a trivial model in memory, under a long random run of edits, undos, redos and reopenings.
namespace {

/// States in a row with a place among them: what an undo stack is.
class Model {
public:
    void edit(const std::string& notes, const std::string& key, std::int64_t at)
    {
        const bool merges = !key.empty() && key == m_key && at - m_at <= 1000;
        if (merges)
            m_kept.erase(m_states[m_place]);
        m_states.resize(merges ? m_place : m_place + 1);
        m_states.push_back(notes);
        m_place = m_states.size() - 1;
        m_kept.insert(notes);
        m_key = key;
        m_at = at;
    }
    bool move(int by)
    {
        const bool can = by < 0 ? m_place > 0 : m_place + 1 < m_states.size();
        if (can) {
            m_place = by < 0 ? m_place - 1 : m_place + 1;
            m_key.clear();
        }
        return can;
    }
    void reopen() { m_key.clear(); }

    [[nodiscard]] const std::string& notes() const { return m_states[m_place]; }
    [[nodiscard]] bool canUndo() const { return m_place > 0; }
    [[nodiscard]] bool canRedo() const { return m_place + 1 < m_states.size(); }
    [[nodiscard]] const std::string& redoNotes() const { return m_states[m_place + 1]; }
    [[nodiscard]] const std::set<std::string>& kept() const { return m_kept; }

private:
    std::vector<std::string> m_states{""};
    std::size_t m_place = 0;
    std::set<std::string> m_kept{""}; ///< every state that the file must still have, on whatever branch
    std::string m_key;
    std::int64_t m_at = 0;
};

} // namespace

class TestPlanFileModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void behavesLikeAnUndoStack_data();
    void behavesLikeAnUndoStack();
};

void TestPlanFileModel::behavesLikeAnUndoStack_data()
{
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {1U, 2U, 3U})
        QTest::addRow("seed %u", seed) << seed;
}

void TestPlanFileModel::behavesLikeAnUndoStack()
{
    QFETCH(unsigned, seed);
    constexpr int kSteps = 300;
    std::mt19937 random(seed);
    const auto pick = [&](unsigned count) { return static_cast<unsigned>(random() % count); };
    const Folder folder;
    const std::string path = folder.path("plan.trestle");
    FakeClock clock;
    Model model;
    auto file = PlanFile::create(path, smallDocument(), "", clock.shared());
    VERIFY_OK(file);
    for (int step = 0; step < kSteps; ++step) {
        clock.advance(std::array{100, 900, 5000}.at(pick(3)));
        const unsigned action = pick(10);
        if (action < 5) {
            const std::string notes = "step " + std::to_string(step);
            const std::string key = std::array{"", "notes", "name"}.at(pick(3));
            VERIFY_OK(file->edit(withNotes(file->document().project, notes), notes, key));
            model.edit(notes, key, clock.now());
        } else if (action < 7) {
            QCOMPARE(file->undo(), Result<bool>(model.move(-1)));
        } else if (action < 9) {
            QCOMPARE(file->redo(), Result<bool>(model.move(+1)));
        } else {
            file = fail(ErrorCode::internal); // lets go of the file before it is opened again
            file = PlanFile::open(path, OpenMode::readWrite, clock.shared());
            VERIFY_OK(file);
            model.reopen();
        }
        QCOMPARE(file->document().project.base.notes, model.notes());
        QCOMPARE(file->undoLabel(), model.canUndo() ? std::optional(model.notes()) : std::nullopt);
        QCOMPARE(file->redoLabel(), model.canRedo() ? std::optional(model.redoNotes()) : std::nullopt);
    }
    const auto history = file->history();
    VERIFY_OK(history);
    std::set<std::string> kept;
    for (const Revision& revision : *history) {
        const auto document = file->documentAt(revision.id);
        VERIFY_OK(document);
        QCOMPARE(document->project.base.notes, revision.label);
        kept.insert(revision.label);
    }
    QVERIFY(kept == model.kept());
    QCOMPARE(history->size(), model.kept().size());
    const auto report = checkPlanFile(path);
    VERIFY_OK(report);
    QVERIFY(!report->problem);
    QCOMPARE(report->verified, static_cast<std::int64_t>(model.kept().size()));
}

QTEST_GUILESS_MAIN(TestPlanFileModel)
#include "tst_plan_file_model.moc"
