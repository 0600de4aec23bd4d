#include "data/formats/export_formats.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/pdf.h"
#include "ui/base/format.h"
#include "ui/base/text_block.h"
#include "ui/base/wording_exports.h"
#include "ui/paper/glyph_watch.h"
#include "ui/paper/paper.h"
#include "ui/paper/paper_document.h"
#include "ui/report/drawn_writers.h"

#include <QPainter>
#include <QRegularExpression>

#include <algorithm>

using namespace trestle;

/// Letters of every script on what is drawn: shown, or told.
class TestGlyphs : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void namesAreShown_data();
    void namesAreShown();
    void paragraphsReadFromTheLeft_data();
    void paragraphsReadFromTheLeft();
    void longNamesBreakInOrder();
    void whatNoFontHasIsTold_data();
    void whatNoFontHasIsTold();
    void onlyWhatIsDrawnIsTold();
    void controlCharactersAreTold();
    void signsWithoutLooksAreNone();
    void emojiReachThePdf();
    void wordsNameThem();
};

namespace {

ExportSource sourceNamed(const QString& name)
{
    ExportSource source;
    source.document = testing::sampleProject();
    Inputs& inputs = source.document.project.base;
    inputs.name = inputs.client = name.toStdString();
    auto catalogue = std::make_shared<Catalogue>(*source.document.catalogue.catalogue);
    catalogue->phases.front().title = catalogue->phases.front().shortTitle = name.toStdString();
    source.document.catalogue.catalogue = catalogue;
    Result<Plan> plan = makePlan(catalogue, inputs);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    source.plan = std::make_shared<const Plan>(std::move(*plan));
    ChangesSince& changes = source.changes.emplace(); // for formats that tell them
    changes.before = source.document;
    changes.now = source.document.project;
    setState(changes.now.base, catalogue->phases.front().items.front().id, ItemState::excluded);
    changes.today = testing::today();
    source.simulation.runs = 50;
    source.simulation.drivingRuns = 10;
    return source;
}

/// What the drawn export of a plan of that name says of characters that it could not show; the bytes beside.
std::pair<std::string, QByteArray> unshown(const QString& format, const QString& name)
{
    const std::vector<ExportFormat> formats = exportFormats(drawnWriters());
    const Result<Exported> exported = exportAs(*formatOf(formats, format.toStdString()), sourceNamed(name));
    if (!exported)
        qFatal("no export: %s", exported.error().what.c_str());
    const auto found = std::ranges::find(exported->losses, LossKind::glyphs, &Loss::kind);
    return {found == exported->losses.end() ? std::string() : found->characters,
            QByteArray::fromStdString(exported->bytes)};
}

QString plain(const QString& text)
{
    return text.normalized(QString::NormalizationForm_KC);
}

void addFormats(const char* row, const QString& name)
{
    for (const ExportWriter& writer : drawnWriters())
        QTest::addRow("%s, %s", row, writer.format.data()) << QString::fromUtf8(writer.format) << name;
}

} // namespace

void TestGlyphs::namesAreShown_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("name");
    addFormats("emoji", QStringLiteral("🏗️ Ana 😀 👨‍👩‍👧 ☎️"));
    addFormats("Chinese", QStringLiteral("計画 山田"));
    addFormats("Japanese", QStringLiteral("やまだ カナ"));
    addFormats("Korean", QStringLiteral("한국어 김"));
    addFormats("Arabic", QStringLiteral("مريم"));
    addFormats("Hebrew", QStringLiteral("שלום"));
    addFormats("Devanagari", QStringLiteral("अनिल कुमार"));
    addFormats("Thai", QStringLiteral("ไทย"));
    addFormats("Greek and Cyrillic", QStringLiteral("Ωμέγα Ольга"));
}

void TestGlyphs::namesAreShown()
{
    QFETCH(QString, format);
    QFETCH(QString, name);
    const auto [characters, bytes] = unshown(format, name);
    QCOMPARE(characters, std::string());
    QString text;
    if (format == u"svg")
        text = QString::fromUtf8(bytes);
    else if (format != u"png")
        text = testing::poppler("pdftotext", {}, bytes, {"-"});
    else
        return;
    // Readers leave out the choice between forms of a character.
    for (const QString& word : plain(name).remove(QChar(0xFE0F)).split(u' '))
        QVERIFY2(plain(text).remove(QChar(0xFE0F)).contains(word), qPrintable(word));
}

void TestGlyphs::paragraphsReadFromTheLeft_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("order"); // "*": the name
    const QString name = format::text("مريم");
    QTest::newRow("at the start") << name + QStringLiteral(" leads with Bob – 12 days")
                                  << QStringList{"*", "leads", "with", "Bob", "–", "12", "days"};
    QTest::newRow("inside") << QStringLiteral("Work by %1 and Bob").arg(name)
                            << QStringList{"Work", "by", "*", "and", "Bob"};
    QTest::newRow("at the end") << QStringLiteral("5 days · %1").arg(name) << QStringList{"5", "days", "·", "*"};
    QTest::newRow("two") << QStringLiteral("%1 and %2").arg(name, format::text("שלום")) << QStringList{"*", "and", "*"};
}

void TestGlyphs::paragraphsReadFromTheLeft()
{
    QFETCH(QString, text);
    QFETCH(QStringList, order);
    const QByteArray pdf = paperDocument(QStringLiteral("a"), {}, 1, [&](QPainter& painter, std::size_t) {
        paper::text(text, paper::font(20), 400).paint(painter, {100, 100}, Qt::black);
    });
    std::vector<testing::PdfWord> words = testing::pdfPages(pdf).front().words;
    std::ranges::sort(words, {}, [](const testing::PdfWord& word) { return word.box.left(); });
    QVERIFY(std::abs(words.front().box.left() - 100 * paper::kPointsPerUnit) < 3);
    QStringList found; // letters of a name may be words of their own
    for (const testing::PdfWord& word : words)
        if (const QString shown = format::hasRightToLeft(word.text) ? QStringLiteral("*") : plain(word.text);
            found.isEmpty() || shown != u"*" || found.last() != u"*")
            found += shown;
    QCOMPARE(found, order);
}

void TestGlyphs::longNamesBreakInOrder()
{
    const QString name = format::text("مريم العربية علي حسن");
    const TextBlock one = paper::text(name, paper::font(20), 1000);
    const TextBlock several = paper::text(name, paper::font(20), 90);
    QVERIFY(several.height() >= 2 * one.height());
    const QByteArray pdf = paperDocument(QStringLiteral("a"), {}, 1, [&](QPainter& painter, std::size_t) {
        several.paint(painter, {100, 100}, Qt::black);
    });
    const QString text = plain(testing::poppler("pdftotext", {"-layout"}, pdf, {"-"}));
    QVERIFY(text.indexOf(QStringLiteral("مريم")) >= 0);
    QVERIFY(text.indexOf(QStringLiteral("مريم")) < text.indexOf(QStringLiteral("حسن")));
}

void TestGlyphs::whatNoFontHasIsTold_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("name");
    // Two that Unicode has given to nobody, one with a mark on it, beside letters that all fonts have.
    addFormats("no character", QStringLiteral("Ana \u0378\u0301 \U000F0041, \u0378"));
}

void TestGlyphs::whatNoFontHasIsTold()
{
    QFETCH(QString, format);
    QFETCH(QString, name);
    QCOMPARE(QString::fromStdString(unshown(format, name).first), QStringLiteral("\u0378\U000F0041"));
}

void TestGlyphs::onlyWhatIsDrawnIsTold()
{
    const auto paint = [](QPainter& painter) {
        painter.drawText(QPointF(10, 10), QStringLiteral("a\u0378"));
        TextBlock(QStringLiteral("b\n\u0379"), paper::font(12), 100).paint(painter, {10, 20}, Qt::black);
    };
    GlyphWatch::look(paint); // nobody watches
    const GlyphWatch outer;
    {
        const GlyphWatch watch;
        QVERIFY(!watch.loss());
        GlyphWatch::look(paint);
        QVERIFY(watch.loss());
        QCOMPARE(*watch.loss(), (Loss{LossKind::glyphs, 2, "\u0378\u0379"}));
    }
    QVERIFY(!outer.loss());
    GlyphWatch::look(paint);
    QVERIFY(outer.loss());
}

// Beside a bracket, where the font is not to shape, they are drawn as nothing at all.
void TestGlyphs::controlCharactersAreTold()
{
    for (const QString& name : {QStringLiteral("a\u0007\u009B"), QStringLiteral("a\u0007[31m\u009B")}) {
        const GlyphWatch watch;
        GlyphWatch::look([&](QPainter& painter) {
            paper::text(name + QStringLiteral("\tb"), paper::font(12), 400).paint(painter, {10, 10}, Qt::black);
        });
        QVERIFY(watch.loss());
        QCOMPARE(QString::fromStdString(watch.loss()->characters), QStringLiteral("\u0007\u009B"));
    }
}

void TestGlyphs::signsWithoutLooksAreNone()
{
    const GlyphWatch watch;
    GlyphWatch::look([](QPainter& painter) {
        painter.drawText(QPointF(10, 10), QStringLiteral("\u2068a\u2069\u200E\u200D\uFE0F\u00AD\u2060\u061C b\u2028c"));
    });
    QVERIFY(!watch.loss());
}

// A PDF has no glyphs in colour: each becomes a picture, so that ink stands where it belongs.
void TestGlyphs::emojiReachThePdf()
{
    const QString family = QStringLiteral("👨‍👩‍👧");
    const auto drawn = [](const QString& text) {
        return paperDocument(QStringLiteral("a"), {}, 1, [&](QPainter& painter, std::size_t) {
            TextBlock(text, paper::font(40), 400).paint(painter, {100, 100}, Qt::black);
        });
    };
    const auto images = [](const QByteArray& pdf) {
        static const QRegularExpression row(QStringLiteral("^ *\\d+ +\\d+ +image "),
                                            QRegularExpression::MultilineOption);
        return testing::poppler("pdfimages", {"-list"}, pdf).count(row);
    };
    QCOMPARE(images(drawn(QStringLiteral("Ana"))), 0);
    QCOMPARE(images(drawn(QStringLiteral("Ana ") + family)), 1);
}

void TestGlyphs::wordsNameThem()
{
    const Loss few{LossKind::glyphs, 2, "\u0378\U000F0041"};
    QCOMPARE(wording::loss(few),
             QStringLiteral("boxes or gaps stand for 2 characters that no font here has (U+0378, U+F0041)"));
    const Loss many{LossKind::glyphs, 7, "\u0378\u0379\u0380\u0381\u0382\U0010FFFD\U0010FFFE"};
    QVERIFY(wording::loss(many).endsWith(QStringLiteral("(U+0378, U+0379, U+0380, U+0381, U+0382, …)")));
}

TRESTLE_UI_TEST(TestGlyphs)
#include "tst_glyphs.moc"
