#pragma once

#include "data/plan_file/plan_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

/// What the tests of the plan file share: small plans, a clock that stands still, and raw access to a file's rows.
namespace trestle::test {

/// Names the error of a result that should have none.
#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto& resultOnce = (result);                                                                             \
        QVERIFY2(resultOnce.has_value(), trestle::test::describe(resultOnce).c_str());                                 \
    } while (false)
/// The result must be an error of this code.
#define COMPARE_ERROR(result, expected) QCOMPARE(trestle::test::codeOf(result), trestle::test::codeName(expected))

std::string describeError(const Error& error);
QString codeName(ErrorCode code);

template <class T>
std::string describe(const Result<T>& result)
{
    return result ? std::string("fine") : describeError(result.error());
}
template <class T>
QString codeOf(const Result<T>& result)
{
    return result ? QStringLiteral("fine") : codeName(result.error().code);
}

/// Time that moves only when told to.
class FakeClock {
public:
    static constexpr std::int64_t kStart = 1'798'761'600'000; // 2027-01-01T00:00:00Z

    [[nodiscard]] std::int64_t now() const { return m_now; }
    void advance(std::int64_t milliseconds) { m_now += milliseconds; }
    /// A clock that shows this one's time, as long as this one lives.
    [[nodiscard]] Clock shared()
    {
        return [this] { return m_now; };
    }

private:
    std::int64_t m_now = kStart;
};

/// The first two phases of the built-in catalogue: its checks take little time, for tests that open many files.
const LoadedCatalogue& smallCatalogue();
/// A new plan on it.
ProjectDocument smallDocument();
/// The sample that ships.
ProjectDocument sampleDocument();

/// Sets one item's state in a copy of the project.
Project withState(Project project, const std::string& item, ItemState state);
Project withNotes(Project project, const std::string& notes);

/// A folder that is gone after the test, and paths in it. In memory where the system has a place for that: syncing to
/// a disk would be most of the tests' time.
class Folder {
public:
    Folder();
    [[nodiscard]] std::string path(const std::string& name) const;
    [[nodiscard]] std::vector<std::string> files() const; ///< names, hidden ones too, sorted

private:
    QTemporaryDir m_folder;
};

std::string readBytes(const std::string& path);
void writeBytes(const std::string& path, const std::string& bytes);

using Row = std::vector<std::string>;
/// Runs SQL on a file the way another program would, without any of our guards, and returns the rows of the last
/// statement; NULL is "NULL". An error of SQLite is a row of its own: {"error", message}.
std::vector<Row> sql(const std::string& path, const std::string& statements);
/// Hashes a revision's row anew, as its author would, and makes the head agree.
void rehash(const std::string& path, std::int64_t revision);
/// The hash of a revision's row by the documentation's words, computed by other means than the product's.
std::string documentedHash(const std::string& path, std::int64_t revision);

} // namespace trestle::test
