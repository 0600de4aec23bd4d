#include "models/draws/parallel_for.h"

#include <QTest>

#include <atomic>
#include <new>
#include <stdexcept>

using namespace trestle;

/// Work shared out among threads: what one of them throws reaches whoever shared it out.
class TestParallelFor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void coversEverythingOnce_data();
    void coversEverythingOnce();
    void throwsOnWhatABodyThrows_data();
    void throwsOnWhatABodyThrows();
};

void TestParallelFor::coversEverythingOnce_data()
{
    QTest::addColumn<unsigned>("threads");
    for (const unsigned threads : {0U, 1U, 2U, 7U})
        QTest::addRow("%u threads", threads) << threads;
}

void TestParallelFor::coversEverythingOnce()
{
    QFETCH(unsigned, threads);
    std::vector<std::atomic<int>> seen(1001);
    parallelFor(seen.size(), 16, threads, [&](std::size_t, std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i)
            ++seen[i];
    });
    for (const auto& count : seen)
        QCOMPARE(count.load(), 1);
}

void TestParallelFor::throwsOnWhatABodyThrows_data()
{
    QTest::addColumn<unsigned>("threads");
    QTest::addColumn<int>("where"); // the block that fails
    for (const unsigned threads : {1U, 2U, 5U})
        for (const int where : {0, 3, 99})
            QTest::addRow("%u threads, block %d", threads, where) << threads << where;
}

void TestParallelFor::throwsOnWhatABodyThrows()
{
    QFETCH(unsigned, threads);
    QFETCH(int, where);
    const auto failing = [&](std::size_t, std::size_t first, std::size_t) {
        if (first == static_cast<std::size_t>(where))
            throw std::bad_alloc();
    };
    QVERIFY_EXCEPTION_THROWN(parallelFor(100, 1, threads, failing), std::bad_alloc);
    const auto everyOne = [](std::size_t, std::size_t, std::size_t) { throw std::runtime_error("all"); };
    QVERIFY_EXCEPTION_THROWN(parallelFor(100, 1, threads, everyOne), std::runtime_error);
}

QTEST_GUILESS_MAIN(TestParallelFor)
#include "tst_parallel_for.moc"
