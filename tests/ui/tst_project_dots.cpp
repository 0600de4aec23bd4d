#include "ui/charts/project_dots.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace trestle;

namespace {

constexpr std::size_t kCount = CountableOdds::kProjects;

/// Twenty finishes, those up to `promise` kept.
CountableOdds oddsOf(std::array<Weeks, kCount> finish, Weeks promise)
{
    std::ranges::sort(finish);
    CountableOdds odds{finish, promise, 0};
    odds.kept =
        static_cast<std::size_t>(std::ranges::count_if(finish, [promise](Weeks weeks) { return weeks <= promise; }));
    return odds;
}

} // namespace

/// Where the dots of a promise stand.
class TestProjectDots : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void columnsAreOfOneKind_data();
    void columnsAreOfOneKind();
    void filledDotsAreThoseKept();
};

void TestProjectDots::columnsAreOfOneKind_data()
{
    QTest::addColumn<CountableOdds>("odds");
    std::array<Weeks, kCount> finish{};
    QTest::newRow("all at once, all kept") << oddsOf(finish, 0);
    QTest::newRow("none kept") << oddsOf(finish, -1);
    finish.back() = 100;
    QTest::newRow("one far away") << oddsOf(finish, 50);
    finish.fill(100);
    finish.front() = 0;
    QTest::newRow("one far ahead") << oddsOf(finish, 50);
    QRandomGenerator random(7);
    for (int draw = 0; draw < 200; ++draw) {
        std::ranges::generate(finish, [&] { return std::exp(random.generateDouble() * (draw % 5)) * 20; });
        QTest::addRow("random %d", draw) << oddsOf(finish, finish[static_cast<std::size_t>(random.bounded(20))]);
    }
}

void TestProjectDots::columnsAreOfOneKind()
{
    QFETCH(CountableOdds, odds);
    const ProjectDots picture{odds};
    const auto dots = picture.dots();
    std::set<std::pair<int, int>> places;
    for (std::size_t i = 0; i < dots.size(); ++i) {
        QVERIFY(dots[i].column >= 0 && dots[i].column < ProjectDots::kColumns);
        QCOMPARE(dots[i].column < picture.keptColumns(), i < odds.kept);
        QVERIFY(dots[i].row < 5);
        QVERIFY2(places.insert({dots[i].column, dots[i].row}).second, "two dots in one place");
    }
    for (const auto& [column, row] : places)
        QVERIFY2(row == 0 || places.contains({column, row - 1}), "a dot in the air");
}

void TestProjectDots::filledDotsAreThoseKept()
{
    std::array<Weeks, kCount> finish{};
    for (std::size_t i = 0; i < kCount; ++i)
        finish[i] = 20 + static_cast<double>(i);
    const ProjectDots picture{oddsOf(finish, 35)}; // 16 of them
    QImage image(180, 100, QImage::Format_RGB32);
    image.fill(roleColor(Role::Surface, lightPalette()));
    QPainter painter(&image);
    picture.paint(painter, QRectF(0, 0, 180, 82), lightPalette());
    painter.end();
    // A column is 20 wide and a dot 20 high: the middle of each is of the bar's colour where the dot is filled.
    const auto dots = picture.dots();
    for (std::size_t i = 0; i < kCount; ++i) {
        const QPoint middle(dots[i].column * 20 + 10, 81 - dots[i].row * 20 - 10);
        const QColor expected = roleColor(i < 16 ? Role::Bar : Role::Surface, lightPalette());
        QCOMPARE(image.pixelColor(middle), expected);
    }
}

Q_DECLARE_METATYPE(trestle::CountableOdds)
QTEST_GUILESS_MAIN(TestProjectDots)
#include "tst_project_dots.moc"
