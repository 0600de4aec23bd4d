#include "data/exchange/ooxml/ooxml_package.h"
#include "data/exchange/ooxml/zip_archive.h"
#include "tests/data/support/export_sources.h"

#include <QTest>

using namespace trestle;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::sys_seconds kMade = std::chrono::sys_days{2026y / 11 / 28} + 13h + 45min + 10s;

ooxml::Package packageOf(bool turned)
{
    ooxml::Package package({"A & B <\"", {}, "Ironbark", "Plan: A", kMade});
    pugi::xml_document document;
    document.append_child("a").text().set(" x & \xF0\x9F\x99\x82 ");
    package.relate("", ooxml::kOfficeDocument, "word/document.xml");
    if (turned)
        package.addMedia("word/media/logo.png", "picture");
    package.addXml("word/document.xml", "application/test+xml", document);
    if (!turned)
        package.addMedia("word/media/logo.png", "picture");
    package.relate("word/document.xml", ooxml::kImage, "word/media/logo.png");
    return package;
}

/// What python's zipfile and ElementTree make of an archive, a line a member.
std::string membersOf(const std::string& bytes)
{
    constexpr const char* script = "import sys, io, zipfile, xml.etree.ElementTree as E\n"
                                   "z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))\n"
                                   "assert z.testzip() is None\n"
                                   "for i in z.infolist():\n"
                                   "    text = z.read(i)\n"
                                   "    if i.filename.endswith(('.xml', '.rels')): E.fromstring(text)\n"
                                   "    print(i.filename, '%d-%02d-%02d %02d:%02d:%02d' % i.date_time)\n";
    return test::fromPython(script, bytes);
}

} // namespace

class TestOoxmlPackage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void holdsItsParts();
    void orderOfPartsIsNothing();
    void namesRelationships();
    void saysWhatItIs();
    void timesOfZip_data();
    void timesOfZip();
    void readsSizesOfPictures();
};

void TestOoxmlPackage::holdsItsParts()
{
    const auto bytes = packageOf(false).write();
    QVERIFY(bytes);
    const QString members = QString::fromStdString(membersOf(*bytes));
    QVERIFY2(members.startsWith("[Content_Types].xml 2026-11-28 13:45:10\n"), qPrintable(members));
    for (const char* name : {"_rels/.rels", "docProps/app.xml", "docProps/core.xml", "word/_rels/document.xml.rels",
                             "word/document.xml", "word/media/logo.png"})
        QVERIFY2(members.contains(QStringLiteral("\n%1 2026-11-28 13:45:10\n").arg(name)), name);
    QCOMPARE(members.count('\n'), 7);
}

void TestOoxmlPackage::orderOfPartsIsNothing()
{
    const auto bytes = packageOf(false).write();
    QVERIFY(bytes);
    QVERIFY(*packageOf(true).write() == *bytes);
    QVERIFY(*packageOf(false).write() == *bytes);
}

void TestOoxmlPackage::namesRelationships()
{
    ooxml::Package package({});
    QCOMPARE(package.relate("ppt/presentation.xml", "slide", "ppt/slides/slide1.xml"), "rId1");
    QCOMPARE(package.relate("ppt/presentation.xml", "slide", "ppt/slides/slide2.xml"), "rId2");
    QCOMPARE(package.relate("ppt/presentation.xml", "slide", "ppt/slides/slide1.xml"), "rId1");
    QCOMPARE(package.relate("ppt/slides/slide1.xml", "slideLayout", "ppt/slideLayouts/slideLayout1.xml"), "rId1");
    const std::string all = test::unpacked(*package.write());
    QVERIFY(all.contains(R"(relationships/slide" Target="slides/slide2.xml")"));
    QVERIFY(all.contains(R"(Target="../slideLayouts/slideLayout1.xml")"));
    QVERIFY(all.contains(R"(Target="docProps/core.xml")"));
}

void TestOoxmlPackage::saysWhatItIs()
{
    const std::string all = test::unpacked(*packageOf(false).write());
    for (const char* part : {"<dc:title>A &amp; B &lt;\"</dc:title>", "<dc:creator>Ironbark</dc:creator>",
                             ">2026-11-28T13:45:10Z<", R"(<Default Extension="png" ContentType="image/png"/>)",
                             R"(<Override PartName="/word/document.xml" ContentType="application/test+xml"/>)",
                             "<a> x &amp; \xF0\x9F\x99\x82 </a>"})
        QVERIFY2(all.contains(part), part);
}

void TestOoxmlPackage::timesOfZip_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<std::string>("told");
    QTest::newRow("before the first") << qint64(0) << std::string("1980-01-01 00:00:00");
    QTest::newRow("odd seconds") << qint64(1798761601) << std::string("2027-01-01 00:00:00");
    QTest::newRow("after the last") << qint64(9'000'000'000) << std::string("2107-12-31 00:00:00");
}

void TestOoxmlPackage::timesOfZip()
{
    QFETCH(qint64, seconds);
    QFETCH(std::string, told);
    const auto bytes = ooxml::zipArchive({{"a.txt", "a"}}, std::chrono::sys_seconds{std::chrono::seconds{seconds}});
    QVERIFY(bytes);
    QCOMPARE(membersOf(*bytes), "a.txt " + told + '\n');
}

void TestOoxmlPackage::readsSizesOfPictures()
{
    const std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x02\0\0\0\x40\x08\x06", 26);
    QCOMPARE(ooxml::sizeOfPng(png).width, 258U);
    QCOMPARE(ooxml::sizeOfPng(png).height, 64U);
    QVERIFY(ooxml::sizeOfPng(png.substr(0, 20)).isEmpty());
    QVERIFY(ooxml::sizeOfPng("GIF89a and some more bytes").isEmpty());
}

QTEST_APPLESS_MAIN(TestOoxmlPackage)
#include "tst_ooxml_package.moc"
