#include "data/plan_file/failure.h"
#include "data/plan_file/migrations.h"
#include "data/plan_file/plan_file.h"
#include "tests/data/support/plan_files.h"
#include "tests/proof/support/proof.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <map>
#include <random>

using namespace trestle;
using namespace trestle::test;

namespace fs = std::filesystem;

/// A process that edits, undoes, names, thins, copies and migrates as fast as it can, and is killed without warning,
/// again and again, on one and the same plan. It says over a pipe what it is about to do and, once that is reported
/// durable, that it is done. Whatever it said is done must be there: not only what is older than a second.
class TestKill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void losesNothing();

private:
    /// What the killed process said.
    struct Words {
        std::string done;                             ///< the notes of the last state that was reported done
        std::string begun;                            ///< those of the one that was under way, or empty
        std::map<std::int64_t, std::string> edits;    ///< revisions that were reported done, with their notes
        std::map<std::int64_t, std::string> versions; ///< names likewise
        std::string step = "open";                    ///< what was under way
        std::string failure;
        int count = 0;
    };

    Words runAndKill(int seed, int milliseconds);
    void checkPlan(const Words& words);
    void checkCopies();
    static void checkFirst(const std::string& path);

    std::unique_ptr<Folder> m_folder;
    std::string m_path;
    std::string m_state = "start";
    std::map<std::string, int> m_killedDuring;
    int m_acknowledged = 0;
    int m_completed = 0; ///< steps that were under way and turned out to be done
};

namespace {

int migrateByOne(const std::string& path)
{
    using namespace planfile;
    static const std::array<Migration, 1> steps{
        {{2,
          [](SQLite::Database& db) { db.exec("CREATE TABLE two(x); INSERT INTO two VALUES(hex(zeroblob(9000)))"); }}}};
    const auto version = guarded(path, Doing::writing, nullptr, [&] {
        Connection connection(path, path, Access::write);
        return migrate(connection, path, path, 2, steps);
    });
    return version.value_or(0);
}

/// The process that is killed.
class Worker {
public:
    Worker(PlanFile file, unsigned seed) : m_file(std::move(file)), m_random(seed), m_seed(seed) {}

    [[noreturn]] void run()
    {
        for (;;) {
            switch (m_random() % 14) {
            case 0:
            case 1: undo(); break;
            case 2: redo(); break;
            case 3: name(); break;
            case 4: copy(); break;
            case 5: migrate(); break;
            case 6: bringUpToDate(); break;
            case 7: keepForecasts(); break;
            default: edit(); break;
            }
        }
    }

private:
    static void say(const std::string& line)
    {
        const std::string text = line + '\n';
        if (write(STDOUT_FILENO, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
            _exit(2);
    }
    template <class T>
    static void need(const Result<T>& result)
    {
        if (result)
            return;
        say("failed " + describe(result));
        _exit(3);
    }
    [[nodiscard]] const std::string& notes() const { return m_file.document().project.base.notes; }

    void edit()
    {
        const std::string notes =
            std::to_string(m_seed) + '-' + std::to_string(++m_count) + std::string(m_random() % 3000, '.');
        say("begin edit " + notes);
        need(m_file.edit(withNotes(m_file.document().project, notes), "Edit"));
        say("edited " + std::to_string(m_file.head().id) + ' ' + notes);
    }
    void undo()
    {
        const auto parent = m_file.head().parent;
        const auto target = parent ? m_file.documentAt(*parent) : Result<ProjectDocument>(m_file.document());
        need(target);
        say("begin undo " + target->project.base.notes);
        need(m_file.undo());
        say("done " + notes());
    }
    void redo()
    {
        // Where it leads to is known after the fact: the state must be this one or, then, that one.
        if (!m_file.redoLabel())
            return;
        say("begin redo ?");
        need(m_file.redo());
        say("done " + notes());
    }
    void name()
    {
        const std::string version = "v" + std::to_string(m_seed) + '-' + std::to_string(++m_count);
        say("begin name " + notes());
        need(m_file.setTag(m_file.head().id, version));
        say("named " + std::to_string(m_file.head().id) + ' ' + version);
    }
    void copy()
    {
        const std::string path = m_file.path() + ".copy";
        std::error_code code;
        fs::remove(path, code);
        say("begin copy " + notes());
        need(m_file.saveCopy(path));
        say("done " + notes());
    }
    void migrate()
    {
        const std::string path = m_file.path() + ".old";
        std::error_code code;
        for (const char* ending : {"", "-journal", ".v2.bak"})
            fs::remove(path + ending, code);
        need(m_file.saveCopy(path));
        say("begin migrate " + notes());
        if (migrateByOne(path) != 3)
            _exit(4);
        say("done " + notes());
    }

    /// A file of version 1 is opened to be written to.
    void bringUpToDate()
    {
        const std::string path = m_file.path() + ".first";
        std::error_code code;
        for (const char* ending : {"", "-journal", ".v1.bak"})
            fs::remove(path + ending, code);
        fs::copy_file(TRESTLE_FIXTURES "/plans/v1.trestle", path + ".part", fs::copy_options::overwrite_existing);
        fs::rename(path + ".part", path);
        say("begin bringing-up-to-date " + notes());
        need(PlanFile::open(path));
        say("done " + notes());
    }
    void keepForecasts()
    {
        const Date day{std::chrono::days(20'000 + m_random() % 50)};
        const KeptForecast forecast{{}, {day, day, day, Money{++m_count}, Money{++m_count}}};
        say("begin forecast " + notes());
        need(m_file.keepForecasts({&forecast, 1}));
        say("done " + notes());
    }

    PlanFile m_file;
    std::mt19937 m_random;
    unsigned m_seed;
    int m_count = 0;
};

int work(const std::string& path, unsigned seed)
{
    auto file = PlanFile::open(path);
    if (!file) {
        std::cout << "failed " << describe(file) << std::endl;
        return 1;
    }
    std::cout << "open" << std::endl;
    Worker(std::move(*file), seed).run();
}

} // namespace

void TestKill::initTestCase()
{
    m_folder = std::make_unique<Folder>();
    m_path = m_folder->path("plan.trestle");
    FakeClock clock;
    auto file = PlanFile::create(m_path, smallDocument(), "New plan", clock.shared());
    VERIFY_OK(file);
    // So long a history that every fiftieth edit thins.
    for (int i = 0; i < 220; ++i) {
        clock.advance(60'000);
        VERIFY_OK(file->edit(withNotes(file->document().project, "start"), "Edit " + std::to_string(i)));
        VERIFY_OK(file->edit(withNotes(file->document().project, "start " + std::to_string(i)), "Edit"));
    }
    m_state = file->document().project.base.notes;
}

TestKill::Words TestKill::runAndKill(int seed, int milliseconds)
{
    QProcess worker;
    worker.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    worker.start(QCoreApplication::applicationFilePath(),
                 {"--work", QString::fromStdString(m_path), QString::number(seed)});
    // Now and then it dies while it opens.
    if (seed % 10 != 0)
        worker.waitForReadyRead();
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        worker.waitForReadyRead(static_cast<int>(milliseconds - timer.elapsed()));
    worker.kill();
    worker.waitForFinished();
    Words words;
    words.done = m_state;
    for (const QByteArray& line : worker.readAllStandardOutput().split('\n')) {
        const std::string text = line.toStdString();
        const std::size_t space = text.find(' ');
        const std::string verb = text.substr(0, space);
        const std::string rest = space == std::string::npos ? "" : text.substr(space + 1);
        const std::size_t second = rest.find(' ');
        const std::string last = second == std::string::npos ? "" : rest.substr(second + 1);
        if (verb == "failed")
            words.failure = rest;
        else if (verb == "begin") {
            words.step = rest.substr(0, second);
            words.begun = last;
        } else if (verb == "edited" || verb == "named" || verb == "done") {
            ++words.count;
            if (verb == "edited")
                words.edits[std::stoll(rest)] = last;
            if (verb == "named")
                words.versions[std::stoll(rest)] = last;
            else
                words.done = verb == "edited" ? last : rest;
            words.begun.clear();
            words.step = "between steps";
        }
    }
    return words;
}

void TestKill::checkPlan(const Words& words)
{
    QVERIFY2(words.failure.empty(), words.failure.c_str());
    const auto report = checkPlanFile(m_path);
    VERIFY_OK(report);
    QVERIFY2(!report->problem, report->problem ? describeError(*report->problem).c_str() : "");
    QCOMPARE(report->verified, report->revisions);
    const auto file = PlanFile::open(m_path, OpenMode::readOnly);
    VERIFY_OK(file);
    m_state = file->document().project.base.notes;
    const bool isDone = m_state == words.done;
    const bool isBegun = !words.begun.empty() && (m_state == words.begun || words.begun == "?");
    QVERIFY2(isDone || isBegun, ("found " + m_state + " after " + words.done + ", under way " + words.begun).c_str());
    m_completed += isDone ? 0 : 1;
    const auto history = file->history();
    VERIFY_OK(history);
    std::map<std::int64_t, std::string> versions;
    for (const Revision& revision : *history)
        if (!revision.tag.empty())
            versions[revision.id] = revision.tag;
    // Thinning leaves the last 200; one run makes fewer.
    for (const auto& [id, notes] : words.edits) {
        const auto document = file->documentAt(id);
        VERIFY_OK(document);
        QCOMPARE(document->project.base.notes, notes);
    }
    for (const auto& [id, version] : words.versions)
        QVERIFY2(versions[id] == version || (words.step == "name" && !versions[id].empty()), versions[id].c_str());
}

// A file of version 1 is that still, or all of version 2, and holds what it held.
void TestKill::checkFirst(const std::string& path)
{
    if (!fs::exists(path))
        return;
    QVERIFY(!checkPlanFile(path)->problem);
    const auto version = sql(path, "PRAGMA user_version").at(0).at(0);
    QVERIFY2(version == "1" || version == "2", version.c_str());
    if (version == "2")
        QVERIFY(!checkPlanFile(path + ".v1.bak")->problem);
    const auto file = PlanFile::open(path);
    VERIFY_OK(file);
    QCOMPARE(file->head().tag, "Sent to investors");
    QCOMPARE(sql(path, "PRAGMA user_version").at(0).at(0), "2");
}

// Copies and files under migration are whole, or not there.
void TestKill::checkCopies()
{
    if (fs::exists(m_path + ".copy"))
        QVERIFY(!checkPlanFile(m_path + ".copy")->problem);
    checkFirst(m_path + ".first");
    if (!fs::exists(m_path + ".old"))
        return;
    const auto version = sql(m_path + ".old", "PRAGMA user_version").at(0).at(0);
    const auto tables = sql(m_path + ".old", "SELECT count(*) FROM sqlite_schema WHERE name = 'two'").at(0).at(0);
    QVERIFY2((version == "2" && tables == "0") || (version == "3" && tables == "1"), version.c_str());
    QCOMPARE(sql(m_path + ".old", "PRAGMA integrity_check").at(0).at(0), "ok");
    if (version == "2")
        QVERIFY(!checkPlanFile(m_path + ".old")->problem);
    else
        QVERIFY(!checkPlanFile(m_path + ".old.v2.bak")->problem);
}

void TestKill::losesNothing()
{
    const int kills = attempts(12, 400);
    std::mt19937 random(20270104);
    for (int i = 0; i < kills; ++i) {
        const Words words = runAndKill(i, static_cast<int>(random() % 120));
        ++m_killedDuring[words.step];
        m_acknowledged += words.count;
        checkPlan(words);
        checkCopies();
        if (QTest::currentTestFailed())
            QFAIL(("kill " + std::to_string(i + 1) + ", during " + words.step).c_str());
    }
    std::string during;
    for (const auto& [step, count] : m_killedDuring)
        during += (during.empty() ? "" : ", ") + step + ' ' + std::to_string(count);
    qInfo("%d kills (during: %s); %d steps acknowledged, none lost; %d under way were found done", kills,
          during.c_str(), m_acknowledged, m_completed);
    // A kill after which anything else is found has ended the test above.
    reportProof("killed in mid-edit (SIGKILL)", {.attempts = kills, .exact = kills});
    QVERIFY(m_acknowledged > kills);
}

int main(int argc, char** argv)
{
    if (argc == 4 && std::string(argv[1]) == "--work")
        return work(argv[2], static_cast<unsigned>(std::stoul(argv[3])));
    QCoreApplication application(argc, argv);
    TestKill test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_kill.moc"
