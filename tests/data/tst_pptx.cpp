#include "data/exchange/html/html_text.h"
#include "data/exchange/slides/slide_text.h"
#include "data/file_io.h"
#include "data/formats/export_formats.h"
#include "models/money/payments.h"
#include "models/money/price.h"
#include "models/money/use_of_funds.h"
#include "models/risk/promises.h"
#include "models/rounding.h"
#include "tests/data/support/export_sources.h"
#include "tests/ui/support/large_plan.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace trestle;
using MakeSource = std::function<ExportSource()>;
Q_DECLARE_METATYPE(MakeSource)

/// The slides, read by python's zip and XML and by LibreOffice.
class TestPptx : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void isAWholePackage_data();
    void isAWholePackage();
    void officeShowsThreePages_data();
    void officeShowsThreePages();
    void figuresAreTheHeadlines();
    void chartsHoldTheirFigures();
    void clientReadsDatesAndPriceAlone();
    void everythingInPlace();
    void manyPhasesAreOneRow();
    void letterheadStandsOnTheFirst();
    void namesAreWhole_data();
    void namesAreWhole();
    void textFitsItsLines();

private:
    QString m_office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
    QTemporaryDir m_scratch;
};

namespace {

const std::string kLogo("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9c"
                        "c\xf8\xff\xff?\0\5\xfe\2\xfe\xa7\x35\x81\x84\0\0\0\0IEND\xae\x42\x60\x82",
                        70);

Exported written(const ExportSource& source)
{
    const auto formats = exportFormats();
    auto exported = exportAs(*formatOf(formats, "pptx"), source);
    if (!exported)
        qFatal("not written: %s", exported.error().what.c_str());
    return std::move(*exported);
}

/// With all that slides need.
std::shared_ptr<const Risk> simulated(const Plan& plan)
{
    SimulationOptions options;
    options.runs = 400;
    options.drivingRuns = 10;
    options.layers = options.price = true;
    return std::make_shared<const Risk>(simulate(plan, options).value());
}

/// Ends with what is wrong with the package: parts, what they refer to, their kinds, what lies outside of a slide, ids,
/// sizes of type. Else what the slides say, a line a paragraph, "slide N" before each.
constexpr const char* kRead = R"(
import sys, io, re, zipfile, posixpath, xml.etree.ElementTree as E
z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert z.testzip() is None
names = set(z.namelist())
A = '{http://schemas.openxmlformats.org/drawingml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
P = '{http://schemas.openxmlformats.org/presentationml/2006/main}'
T = '{http://schemas.openxmlformats.org/package/2006/content-types}'
trees = {n: E.fromstring(z.read(n)) for n in names if n.endswith(('.xml', '.rels'))}
types = trees['[Content_Types].xml']
defaults = {d.get('Extension') for d in types.iter(T + 'Default')}
overrides = {o.get('PartName')[1:] for o in types.iter(T + 'Override')}
assert overrides <= names, overrides - names
for n in names - {'[Content_Types].xml'}:
    assert n in overrides or n.rsplit('.', 1)[-1] in defaults, n
    if n.endswith('.xml'): assert n in overrides, n
for n, tree in trees.items():
    if n.endswith('.rels'):
        folder = posixpath.dirname(posixpath.dirname(n))
        for r in tree:
            to = posixpath.normpath(posixpath.join(folder, r.get('Target')))
            assert to in names, (n, to)
    else:
        rels = posixpath.join(posixpath.dirname(n), '_rels', posixpath.basename(n) + '.rels')
        known = {r.get('Id') for r in trees[rels]} if rels in trees else set()
        for node in tree.iter():
            for key, value in node.attrib.items():
                if key.startswith(R): assert value in known, (n, key, value)
slides = sorted(n for n in names if re.fullmatch(r'ppt/slides/slide\d+\.xml', n))
assert len(slides) == 3, slides
for number, n in enumerate(slides, 1):
    tree = trees[n]
    ids = [c.get('id') for c in tree.iter(P + 'cNvPr')]
    assert len(set(ids)) == len(ids)
    for xfrm in list(tree.iter(A + 'xfrm')) + list(tree.iter(P + 'xfrm')):
        off, ext = xfrm.find(A + 'off'), xfrm.find(A + 'ext')
        x, y, w, h = (int(v) for v in (off.get('x'), off.get('y'), ext.get('cx'), ext.get('cy')))
        assert min(x, y, w, h) >= 0 and x + w <= 12192001 and y + h <= 6858001, (n, x, y, w, h)
    for look in tree.iter(A + 'rPr'):
        assert int(look.get('sz')) >= 1440, look.get('sz')
    titles = [s for s in tree.iter(P + 'sp') if s.find('.//' + P + 'ph') is not None and s.find('.//' + P + 'ph').get('type') == 'title']
    assert len(titles) == 1
    assert all(int(r.get('sz')) >= 2400 for r in titles[0].iter(A + 'rPr'))
    print('slide', number)
    for p in tree.iter(A + 'p'):
        print(''.join(t.text or '' for t in p.iter(A + 't')).replace('\n', ' '))
)";

QString read(const Exported& exported)
{
    return QString::fromStdString(test::fromPython(kRead, exported.bytes));
}

/// One of the slides as `read` has it.
QString slide(const QString& text, int number)
{
    const qsizetype from = text.indexOf(QStringLiteral("slide %1\n").arg(number));
    const qsizetype to = text.indexOf(QStringLiteral("slide %1\n").arg(number + 1));
    return text.mid(from, to < 0 ? -1 : to - from);
}

void allDone(ExportSource& source)
{
    for (const Phase& phase : source.document.catalogue.catalogue->phases)
        for (const Item& item : phase.items)
            source.document.project.base.items[item.id].progress.state = ItemState::done;
}

ExportSource again(ExportSource source)
{
    source.plan = std::make_shared<const Plan>(
        makePlan(source.document.catalogue.catalogue, source.document.project.base).value());
    return source;
}

ExportSource finished()
{
    ExportSource source = test::sampleSource();
    allDone(source);
    return again(std::move(source));
}

void sell(Inputs& inputs)
{
    inputs.client = "Saltbush Logistics";
    inputs.gstRegistered = true;
    inputs.price.payments = {{20, PaymentWhen::signing, {}}, {80, PaymentWhen::launch, {}}};
}

ExportSource forReader(Audience audience, ExportSource source)
{
    source.audience = audience;
    return source;
}

/// 40 phases of 585 items.
ExportSource large()
{
    ExportSource source = test::sampleSource();
    source.document = testing::largeProject(5, 3);
    return again(std::move(source));
}

std::vector<std::pair<const char*, MakeSource>> sources()
{
    return {{"internal", [] { return test::sampleSource(); }},
            {"investor", [] { return forReader(Audience::investor, test::sampleSource()); }},
            {"client", [] { return forReader(Audience::client, test::sampleSource(sell)); }},
            {"client without a price", [] { return forReader(Audience::client, test::sampleSource()); }},
            {"monthly",
             [] {
                 return forReader(Audience::client, test::sampleSource([](Inputs& inputs) {
                                      sell(inputs);
                                      inputs.price.payments.clear();
                                      inputs.price.kind = PriceKind::timeAndMaterials;
                                      inputs.team.resize(1);
                                  }));
             }},
            {"everything in place", finished},
            {"everything in place, client", [] { return forReader(Audience::client, finished()); }},
            {"estimates alone", [] { return test::sampleSource([](Inputs& inputs) { inputs.outsideView = {}; }); }},
            {"large", large},
            {"large, client", [] { return forReader(Audience::client, large()); }}};
}

QString shownDay(Date day)
{
    return QString::fromStdString(html::longDay(day));
}

QString shownAmount(Money amount)
{
    return QString::fromStdString(html::amountText(amount));
}

} // namespace

/// All decks at once: LibreOffice takes longer to start than to work.
void TestPptx::initTestCase()
{
    if (m_office.isEmpty())
        return;
    QStringList files;
    for (std::size_t i = 0; i < sources().size(); ++i) {
        files += m_scratch.filePath(QStringLiteral("%1.pptx").arg(i));
        QVERIFY(writeFileAtomically(files.back().toStdString(), written(sources()[i].second()).bytes));
    }
    QProcess office;
    office.start(m_office, QStringList{QStringLiteral("-env:UserInstallation=file://") +
                                           m_scratch.filePath(QStringLiteral("profile")),
                                       QStringLiteral("--headless"), QStringLiteral("--convert-to"),
                                       QStringLiteral("pdf"), QStringLiteral("--outdir"), m_scratch.path()} +
                               files);
    QVERIFY2(office.waitForFinished(240'000) && office.exitCode() == 0, office.readAllStandardError().constData());
}

void TestPptx::isAWholePackage_data()
{
    QTest::addColumn<MakeSource>("make");
    for (const auto& [name, make] : sources())
        QTest::newRow(name) << make;
}

void TestPptx::isAWholePackage()
{
    QFETCH(MakeSource, make);
    const ExportSource source = make();
    const Exported exported = written(source);
    QVERIFY(read(exported).contains(QString::fromStdString(source.plan->inputs.name)));
    QVERIFY(written(source).bytes == exported.bytes);
    QVERIFY(exported.losses.empty());
}

void TestPptx::officeShowsThreePages_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<MakeSource>("make");
    for (std::size_t i = 0; i < sources().size(); ++i)
        QTest::newRow(sources()[i].first) << static_cast<int>(i) << sources()[i].second;
}

void TestPptx::officeShowsThreePages()
{
    QFETCH(int, number);
    QFETCH(MakeSource, make);
    if (m_office.isEmpty())
        QSKIP("no LibreOffice");
    const QString pdf = m_scratch.filePath(QStringLiteral("%1.pdf").arg(number));
    const auto printed = [](const QString& program, const QStringList& arguments) {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished(60'000);
        return QString::fromUtf8(process.readAllStandardOutput());
    };
    QVERIFY(printed(QStringLiteral("pdfinfo"), {pdf}).contains(QRegularExpression(QStringLiteral("Pages:\\s+3\n"))));
    const QString text = printed(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")})
                             .replace(u'\u00a0', u' ');
    // What stands in the file stands on the page: no line of it is lost or cut.
    const QString told = read(written(make())).replace(u'\u00a0', u' ');
    for (int page = 1; page <= 3; ++page) {
        const QString title = slide(told, page).section(u'\n', 1, -1);
        for (const QString& line : title.split(u'\n', Qt::SkipEmptyParts))
            for (const QString& word : line.split(u' ', Qt::SkipEmptyParts))
                QVERIFY2(text.contains(word), qPrintable(QStringLiteral("slide %1: %2").arg(page).arg(word)));
    }
}

void TestPptx::figuresAreTheHeadlines()
{
    ExportSource source = test::sampleSource();
    source.risk = simulated(*source.plan);
    const Headline promise = headlineOf(*source.plan, *source.risk, 80);
    const QString text = read(written(source));
    QVERIFY2(slide(text, 1).contains(QStringLiteral("Ready for production by %1, for\u00a0AUD\u00a0%2\n80 % sure, ")
                                         .arg(shownDay(promise.finishDate), shownAmount(promised(promise.total)))),
             qPrintable(text));
    QVERIFY(slide(text, 1).contains(
        QStringLiteral("%1 of 20 projects like this keep it").arg(countableOdds(*source.risk, 80).kept)));
    QVERIFY(slide(text, 2).contains(QStringLiteral("Eight phases; likely done in %1 weeks, 80 % sure in %2")
                                        .arg(QString::fromStdString(html::figureText(source.plan->finish.likely)),
                                             QString::fromStdString(html::figureText(promise.finish)))));
    for (const PhasePlan& phase : source.plan->phases)
        QVERIFY(slide(text, 2).contains(QString::fromStdString(phase.shortTitle)));
    QVERIFY(slide(text, 3).contains(QStringLiteral("AUD %1 over ").arg(shownAmount(promised(promise.total)))));
}

void TestPptx::chartsHoldTheirFigures()
{
    ExportSource source = test::sampleSource();
    source.risk = simulated(*source.plan);
    const auto funds = useOfFunds(*source.plan, *source.risk, 80, source.plan->inputs.gst, source.simulation);
    QVERIFY(funds);
    // The chart's own figures, and those of the workbook in it.
    constexpr const char* script = "import sys, io, zipfile, openpyxl, xml.etree.ElementTree as E\n"
                                   "z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))\n"
                                   "C = '{http://schemas.openxmlformats.org/drawingml/2006/chart}'\n"
                                   "tree = E.fromstring(z.read('ppt/charts/chart1.xml'))\n"
                                   "shown = [float(v.text) for v in tree.find('.//' + C + 'val').iter(C + 'v')]\n"
                                   "book = openpyxl.load_workbook(io.BytesIO(z.read('ppt/embeddings/figures1.xlsx')))\n"
                                   "rows = list(book['Figures'].values)\n"
                                   "assert [float(r[1]) for r in rows[1:]] == shown, (rows, shown)\n"
                                   "names = [v.text for v in tree.find('.//' + C + 'cat').iter(C + 'v')]\n"
                                   "assert [r[0] for r in rows[1:]] == names, (rows, names)\n"
                                   "curves = E.fromstring(z.read('ppt/charts/chart2.xml'))\n"
                                   "assert len(list(curves.iter(C + 'ser'))) == 4\n"
                                   "book = openpyxl.load_workbook(io.BytesIO(z.read('ppt/embeddings/figures2.xlsx')))\n"
                                   "assert len(list(book['Figures'].values)) == 12\n"
                                   "print(len(shown), round(sum(shown) * 1000))\n";
    QCOMPARE(test::fromPython(script, written(source).bytes),
             std::to_string(shownMonths(*funds).size()) + ' ' + std::to_string(funds->shown.cents / 100) + '\n');
}

void TestPptx::clientReadsDatesAndPriceAlone()
{
    ExportSource source = test::sampleSource(sell);
    source.risk = simulated(*source.plan);
    const int confidence = priceConfidence(source.plan->inputs);
    const Money price = priceFigures(*source.plan, *source.risk, confidence).fixed.price;
    const Money whole = price + gstOn(source.plan->inputs, price);
    source.audience = Audience::client;
    const Exported exported = written(source);
    const QString text = read(exported);
    QVERIFY2(slide(text, 1).contains(
                 QStringLiteral("Live by %1, for\u00a0AUD\u00a0%2\u00a0incl.\u00a0GST")
                     .arg(shownDay(headlineOf(*source.plan, *source.risk, confidence).finishDate), shownAmount(whole))),
             qPrintable(text));
    for (const Payment& payment : paymentSchedule(*source.plan, price))
        QVERIFY(slide(text, 3).contains(shownAmount(payment.incGst())));
    QVERIFY(slide(text, 3).contains(QStringLiteral("Together\n\n%1").arg(shownAmount(whole))));
    for (const char* forbidden : {" % sure", "of 20", "likely done", "How sure", "Use of funds", "moves the finish"})
        QVERIFY2(!text.contains(QLatin1StringView(forbidden)), forbidden);
    QVERIFY(!QString::fromStdString(test::unpacked(exported.bytes)).contains(QStringLiteral("<c:chart")));
}

void TestPptx::everythingInPlace()
{
    const QString text = read(written(finished()));
    QVERIFY(slide(text, 1).contains(QStringLiteral("nothing is left to build")));
    QVERIFY(slide(text, 2).contains(QStringLiteral("Eight phases, nothing left to build")));
    QCOMPARE(slide(text, 2).count(QStringLiteral("\nin place\n")), 8);
    QVERIFY(slide(text, 3).contains(QStringLiteral("Nothing more to spend")));
    QVERIFY(!text.contains(QStringLiteral("of 20")));
}

void TestPptx::manyPhasesAreOneRow()
{
    const QString text = slide(read(written(large())), 2);
    QVERIFY(text.contains(QStringLiteral("40 phases; likely done")));
    const auto more = QRegularExpression(QStringLiteral("\n(\\d+) more phases\n")).match(text);
    QVERIFY2(more.hasMatch(), qPrintable(text));
    qsizetype named = 0;
    for (const char* phase : {"Database", "Authentication"})
        named += text.count(QLatin1StringView(phase));
    QVERIFY(named >= 2);
    QVERIFY(more.captured(1).toInt() > 20);
}

void TestPptx::letterheadStandsOnTheFirst()
{
    ExportSource source = test::sampleSource();
    source.look.letterhead = {"Ironbark & Co", "Ana", "For our meeting on Monday.", kLogo};
    const Exported exported = written(source);
    const QString text = read(exported);
    for (const char* told : {"\nIronbark & Co\n", "\nPrepared by Ana\n", "\nFor our meeting on Monday.\n"})
        QVERIFY2(slide(text, 1).contains(QLatin1StringView(told)), told);
    for (int page = 1; page <= 3; ++page)
        QVERIFY(slide(text, page).contains(QStringLiteral("\nLedgerly · Ironbark & Co · 22 November 2026\n")));
    const QString all = QString::fromStdString(test::unpacked(exported.bytes));
    QVERIFY(all.contains(QStringLiteral("name=\"Logo\"")));
    QVERIFY(all.contains(QStringLiteral("Extension=\"png\"")));
    QVERIFY(all.contains(QStringLiteral("<dc:creator>Ironbark &amp; Co</dc:creator>")));
}

void TestPptx::namesAreWhole_data()
{
    QTest::addColumn<std::string>("name");
    for (const test::HostileName& hostile : test::hostileNames())
        QTest::newRow(hostile.row) << hostile.name;
}

void TestPptx::namesAreWhole()
{
    QFETCH(std::string, name);
    for (const Audience audience : kAudiences) {
        const ExportSource source = forReader(audience, test::namedSource(name));
        const Exported exported = written(source);
        QString text = read(exported);
        if (QByteArray(QTest::currentDataTag()) == "right to left")
            QVERIFY(slide(text, 2).contains(u'\u2068'));
        text.remove(u'\u2068').remove(u'\u2069');
        const auto has = [&](LossKind kind) {
            return std::ranges::find(exported.losses, kind, &Loss::kind) != exported.losses.end();
        };
        TextCleaner cleaner;
        const QString clean = QString::fromStdString(cleaner.clean(name)).simplified();
        QCOMPARE(has(LossKind::characters), cleaner.replaced() > 0);
        QVERIFY2(has(LossKind::shortened) || slide(text, 2).contains(u'\n' + clean + u'\n'), qPrintable(text));
        QCOMPARE(has(LossKind::shortened), text.contains(u'\u2026'));
        if (clean.size() >= 300)
            QVERIFY(has(LossKind::shortened));
    }
}

void TestPptx::textFitsItsLines()
{
    using namespace slides;
    const FittedText one = fittedText("Deployment and rollback", kBody, 4, 1);
    QCOMPARE(one.lines.size(), std::size_t{1});
    QVERIFY(!one.isCut);
    const FittedText two = fittedText("Deployment \n and rollback", kBody, 1.6, 2);
    QCOMPARE(two.whole, std::string("Deployment and rollback"));
    QCOMPARE(two.lines.size(), std::size_t{2});
    const FittedText cut = fittedText("Deployment and rollback", kBody, 1.6, 1);
    QVERIFY(cut.isCut && cut.whole.ends_with("\u2026"));
    QVERIFY(widthOf(cut.whole, kBody) <= 1.6);
    const FittedText word = fittedText("\u05E9\u05DC\u05D5\u05DD\u05E9\u05DC\u05D5\u05DD", kBody, 0.7, 9);
    QVERIFY(word.lines.size() > 1);
    QCOMPARE(word.whole, std::string("\u05E9\u05DC\u05D5\u05DD\u05E9\u05DC\u05D5\u05DD"));
    QCOMPARE(isolated("Testing"), std::string("Testing"));
    QCOMPARE(isolated("\u05E9a"), std::string("\u2068\u05E9a\u2069"));
    QCOMPARE(widthOf("\u2068a\u2069", kBody), widthOf("a", kBody));
    QCOMPARE(fittedText("", kBody, 1, 1).lines.size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestPptx)
#include "tst_pptx.moc"
