#include "tests/ui/support/harness.h"
#include "tests/ui/support/pdf.h"
#include "ui/paper/page_flow.h"
#include "ui/paper/page_frame.h"
#include "ui/paper/paper.h"
#include "ui/paper/paper_document.h"
#include "ui/paper/paper_sheet.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <map>

using namespace trestle;

namespace {

constexpr QRectF kRoom{64, 120, 872, 1000};

/// What was painted where, page by page.
struct Painted {
    int block = 0;
    std::size_t page = 0;
    QRectF place;
};

/// `seen`: where the blocks of a page put their number and place.
std::vector<Painted> painted(const std::vector<PaintPage>& pages, std::vector<std::pair<int, QRectF>>& seen)
{
    std::vector<Painted> all;
    QImage image(1, 1, QImage::Format_RGB32);
    QPainter painter(&image);
    for (std::size_t page = 0; page < pages.size(); ++page) {
        seen.clear();
        pages[page](painter);
        for (const auto& [block, place] : seen)
            all.push_back({block, page, place});
    }
    return all;
}

QByteArray asPdf(const std::vector<PaintPage>& pages, PaperSize size = PaperSize::a4)
{
    return paperDocument(
        QStringLiteral("flow"), {}, pages.size(), [&](QPainter& painter, std::size_t page) { pages[page](painter); },
        size);
}

} // namespace

class TestPageFlow : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void blocksAreOnceAndInOrder_data();
    void blocksAreOnceAndInOrder();
    void headingsStayWithWhatFollows();
    void tablesRepeatTheirHead();
    void groupsAreNamedWhereAPageBeginsInThem();
    void cellsAreNeverCut();
    void columnsShareWhatIsLeft();
    void framesHoldAnyName_data();
    void framesHoldAnyName();
    void sheetsHaveTheirSize_data();
    void sheetsHaveTheirSize();
};

void TestPageFlow::blocksAreOnceAndInOrder_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("height");
    QTest::newRow("none") << 0 << 10.0;
    QTest::newRow("one") << 1 << 40.0;
    QTest::newRow("a page and a block") << 26 << 40.0;
    QTest::newRow("many") << 500 << 37.0;
    QTest::newRow("higher than a page") << 3 << 1'300.0;
}

void TestPageFlow::blocksAreOnceAndInOrder()
{
    QFETCH(int, count);
    QFETCH(double, height);
    std::vector<std::pair<int, QRectF>> seen;
    PageFlow flow(kRoom, lightPalette(), QStringLiteral("Title"), QStringLiteral("Lead"));
    for (int block = 0; block < count; ++block)
        flow.block(height, [&seen, block](QPainter&, const QRectF& place) { seen.emplace_back(block, place); });
    const std::vector<PaintPage> pages = flow.take();
    const std::vector<Painted> all = painted(pages, seen);
    QCOMPARE(all.size(), static_cast<std::size_t>(count));
    QCOMPARE(pages.empty(), count == 0);
    for (std::size_t i = 0; i < all.size(); ++i) {
        QCOMPARE(all[i].block, static_cast<int>(i));
        QVERIFY(all[i].place.top() > kRoom.top()); // below the title
        QVERIFY(height > kRoom.height() || all[i].place.bottom() <= kRoom.bottom());
        if (i > 0)
            QVERIFY(all[i].page == all[i - 1].page ? all[i].place.top() >= all[i - 1].place.bottom()
                                                   : all[i].page == all[i - 1].page + 1);
    }
}

void TestPageFlow::headingsStayWithWhatFollows()
{
    for (int before = 0; before < 30; ++before) {
        std::vector<std::pair<int, QRectF>> seen;
        PageFlow flow(kRoom, lightPalette());
        const auto add = [&](int block, double height, bool withNext) {
            flow.block(
                height, [&seen, block](QPainter&, const QRectF& place) { seen.emplace_back(block, place); }, withNext);
        };
        for (int i = 0; i < before; ++i)
            add(i, 40, false);
        add(1000, 30, true);
        add(1001, 200, false);
        const std::vector<PaintPage> pages = flow.take();
        const std::vector<Painted> all = painted(pages, seen);
        QCOMPARE(all[all.size() - 2].block, 1000);
        QCOMPARE(all[all.size() - 2].page, all.back().page);
    }
}

void TestPageFlow::tablesRepeatTheirHead()
{
    std::vector<PageTable::Row> rows;
    for (int i = 0; i < 200; ++i)
        rows.push_back({.cells = {QStringLiteral("row%1").arg(i), QStringLiteral("%1").arg(i * 1000)}});
    rows.push_back({.cells = {QStringLiteral("Together"), QStringLiteral("1")}, .kind = PageTable::Row::Kind::Sum});
    PageFlow flow(kRoom, lightPalette(), QStringLiteral("Many rows"));
    flow.table(
        PageTable({{.title = QStringLiteral("Item"), .grow = 1}, {.title = QStringLiteral("Cost"), .right = true}},
                  std::move(rows), flow.width(), lightPalette()));
    const std::vector<testing::PdfPage> pages = testing::pdfPages(asPdf(flow.take()));
    QVERIFY(pages.size() > 2);
    std::map<QString, int> found;
    for (const testing::PdfPage& page : pages) {
        QVERIFY(std::ranges::any_of(page.words, [](const auto& word) { return word.text == u"Cost"; }));
        for (const testing::PdfWord& word : page.words)
            ++found[word.text];
    }
    for (int i = 0; i < 200; ++i)
        QCOMPARE(found[QStringLiteral("row%1").arg(i)], 1);
    QCOMPARE(found[QStringLiteral("continued")], static_cast<int>(pages.size()) - 1);
    // A sum is never alone on a page.
    QVERIFY(std::ranges::any_of(pages.back().words, [](const auto& word) { return word.text == u"row199"; }));
}

void TestPageFlow::groupsAreNamedWhereAPageBeginsInThem()
{
    std::vector<PageTable::Row> rows;
    for (const char* group : {"Alpha", "Beta"}) {
        rows.push_back({.cells = {QLatin1String(group)}, .kind = PageTable::Row::Kind::Group});
        for (int i = 0; i < 60; ++i)
            rows.push_back({.cells = {QStringLiteral("%1row").arg(QLatin1String(group).front())}});
    }
    PageFlow flow(kRoom, lightPalette());
    flow.table(
        PageTable({{.title = QStringLiteral("Item"), .grow = 1}}, std::move(rows), flow.width(), lightPalette()));
    const std::vector<testing::PdfPage> pages = testing::pdfPages(asPdf(flow.take()));
    QVERIFY(pages.size() > 2);
    int rowsFound = 0;
    for (const testing::PdfPage& page : pages) {
        QCOMPARE(page.words[0].text, QStringLiteral("Item"));
        QVERIFY2(page.words[1].text == u"Alpha" || page.words[1].text == u"Beta", qPrintable(page.words[1].text));
        QCOMPARE(page.words[2].text.front(), page.words[1].text.front()); // of the group that is named
        rowsFound += static_cast<int>(
            std::ranges::count_if(page.words, [](const auto& word) { return word.text.endsWith(u"row"); }));
    }
    QCOMPARE(rowsFound, 120);
}

void TestPageFlow::cellsAreNeverCut()
{
    const QString longest = QString(QStringLiteral("considerable ")).repeated(20) + QStringLiteral("endofcell");
    const QString unbroken = QString(200, u'm');
    PageFlow flow(kRoom, lightPalette());
    flow.table(PageTable({{.title = longest, .grow = 1}, {.title = QStringLiteral("B")}, {.grow = 2}},
                         {{.cells = {longest, unbroken, longest}}, {.cells = {unbroken, longest, unbroken}}},
                         flow.width(), lightPalette()));
    const std::vector<testing::PdfPage> pages = testing::pdfPages(asPdf(flow.take()));
    int ends = 0;
    int letters = 0;
    for (const testing::PdfPage& page : pages)
        for (const testing::PdfWord& word : page.words) {
            ends += word.text.contains(QStringLiteral("endofcell")) ? 1 : 0;
            letters += static_cast<int>(std::ranges::count(word.text, QChar(u'm')));
            QVERIFY(word.box.right() <= kRoom.right() * paper::kPointsPerUnit + 1);
        }
    QCOMPARE(ends, 4);
    QCOMPARE(letters, 3 * 200);
}

void TestPageFlow::columnsShareWhatIsLeft()
{
    const QString wide = QString(QStringLiteral("word ")).repeated(60);
    const PageTable table({{.title = QStringLiteral("A"), .grow = 1},
                           {.title = QStringLiteral("B"), .grow = 1},
                           {.title = QStringLiteral("C"), .right = true},
                           {.width = 100}},
                          {{.cells = {QStringLiteral("short"), wide, QStringLiteral("1,000")}}}, 872, lightPalette());
    QCOMPARE(table.columnWidth(3), 100.0);
    QVERIFY(table.columnWidth(0) < 60); // no wider than it needs
    QVERIFY(table.columnWidth(1) > 500);
    QVERIFY(table.columnWidth(2) < 60);
    QVERIFY(table.columnLeft(3) + table.columnWidth(3) <= 872.5);
}

void TestPageFlow::framesHoldAnyName_data()
{
    QTest::addColumn<QString>("owner");
    QTest::newRow("short") << QStringLiteral("Ledgerly");
    QTest::newRow("long") << QString(QStringLiteral("Considerations ")).repeated(14) + QStringLiteral("endofname");
    QTest::newRow("no letter") << QStringLiteral("—");
    QTest::newRow("empty") << QString();
}

void TestPageFlow::framesHoldAnyName()
{
    QFETCH(QString, owner);
    const PageFrame frame({owner, {}, QStringLiteral("Investor pack · 28 November 2026 · prepared by ") + owner, owner},
                          PaperSize::a4, lightPalette());
    const QRectF room = frame.room();
    QVERIFY(room.height() > 500);
    const QByteArray pdf = paperDocument(QStringLiteral("frame"), {}, 1,
                                         [&](QPainter& painter, std::size_t page) { frame.paint(painter, page, 3); });
    const std::vector<testing::PdfPage> pages = testing::pdfPages(pdf);
    QCOMPARE(pages.size(), std::size_t{1});
    const QRectF inside(room.topLeft() * paper::kPointsPerUnit, room.size() * paper::kPointsPerUnit);
    int ends = 0;
    for (const testing::PdfWord& word : pages.front().words) {
        QVERIFY2(!inside.contains(word.box.center()), qPrintable(word.text)); // all of it is around the room
        ends += word.text == u"endofname" ? 1 : 0;
    }
    QCOMPARE(ends, owner.endsWith(u"endofname") ? 3 : 0);
}

void TestPageFlow::sheetsHaveTheirSize_data()
{
    QTest::addColumn<int>("paper");
    QTest::addColumn<QSizeF>("points");
    QTest::newRow("a4") << static_cast<int>(PaperSize::a4) << QSizeF(595, 842);
    QTest::newRow("a3") << static_cast<int>(PaperSize::a3) << QSizeF(842, 1191);
    QTest::newRow("letter") << static_cast<int>(PaperSize::letter) << QSizeF(612, 792);
}

void TestPageFlow::sheetsHaveTheirSize()
{
    QFETCH(int, paper);
    QFETCH(QSizeF, points);
    const auto size = static_cast<PaperSize>(paper);
    const QRectF room = PageFrame({}, size, lightPalette()).room();
    const QSizeF sheet = unitsOf(size) * paper::kPointsPerUnit;
    QVERIFY(std::abs(sheet.width() - points.width()) <= 1 && std::abs(sheet.height() - points.height()) <= 1);
    QVERIFY(room.right() < unitsOf(size).width() && room.bottom() < unitsOf(size).height());
    const std::vector<PaintPage> pages{[](QPainter& painter) { painter.drawText(100, 100, QStringLiteral("x")); }};
    const QSizeF written = testing::pdfPages(asPdf(pages, size)).front().size;
    QVERIFY(std::abs(written.width() - points.width()) <= 1 && std::abs(written.height() - points.height()) <= 1);
}

TRESTLE_UI_TEST(TestPageFlow)
#include "tst_page_flow.moc"
