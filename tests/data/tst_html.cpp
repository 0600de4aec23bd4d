#include "data/exchange/clean_text.h"
#include "data/file_io.h"
#include "data/formats/export_formats.h"
#include "models/risk/promises.h"
#include "models/rounding.h"
#include "tests/data/support/export_sources.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace trestle;

namespace {

/// A page as a reader of XML has it.
struct Page {
    QString problem; ///< why it is not well-formed; else empty
    QString text;    ///< of all elements, one after the other, without style sheet and script
    QString script;
    QStringList elements;
    QStringList attributes;      ///< "name=value"
    QStringList phases;          ///< of the tree: their names
    QList<QStringList> rows;     ///< of the tree's items and its sums: the texts of their cells, without notes
    QList<QStringList> funds;    ///< of the use of funds: months, then milestones
    QList<QStringList> versions; ///< of their table: the texts of their cells
    int bars = 0;
};

Page readPage(const std::string& bytes)
{
    Page page;
    QXmlStreamReader xml(QByteArray::fromStdString(bytes));
    QList<QStringList>* table = nullptr;
    QString* into = nullptr; ///< beside the page's text
    QString unseen;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        const QString name = xml.name().toString();
        if (token == QXmlStreamReader::StartElement) {
            page.elements += name;
            for (const QXmlStreamAttribute& attribute : xml.attributes())
                page.attributes += attribute.name().toString() + u'=' + attribute.value().toString();
            const auto kind = xml.attributes().value("class");
            page.bars += name == "rect" && kind == u"bar" ? 1 : 0;
            if (name == "table")
                table = kind == u"versions"                   ? &page.versions
                        : kind == u"funds"                    ? &page.funds
                        : kind == u"items" || kind == u"sums" ? &page.rows
                                                              : nullptr;
            if (table && name == "tr")
                table->append(QStringList());
            if (table && (name == "th" || name == "td")) {
                table->last().append(QString());
                into = &table->last().last();
            } else if (kind == u"said") {
                into = nullptr;
            } else if (kind == u"name") {
                page.phases.append(QString());
                into = &page.phases.last();
            } else if (name == "style" || name == "script") {
                into = name == "script" ? &page.script : &unseen;
            }
        } else if (token == QXmlStreamReader::EndElement) {
            table = name == "table" ? nullptr : table;
            into = name == "bdi" ? into : nullptr;
        } else if (token == QXmlStreamReader::Characters) {
            if (into != &page.script && into != &unseen)
                page.text += xml.text();
            if (into)
                *into += xml.text();
        }
    }
    page.problem = xml.hasError() ? xml.errorString() + QStringLiteral(" line %1").arg(xml.lineNumber()) : QString();
    return page;
}

Exported written(const ExportSource& source)
{
    const auto formats = exportFormats();
    return exportAs(*formatOf(formats, "html"), source).value();
}

ExportSource simulated(ExportSource source)
{
    source.risk = std::make_shared<const Risk>(simulate(*source.plan, source.simulation).value());
    return source;
}

qint64 dollars(const QString& amount)
{
    return QString(amount).remove(',').toLongLong();
}

} // namespace

/// The web page, read as XML.
class TestHtml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figuresAreThePlans();
    void spentIsInTheSums();
    void useOfFundsMeetsTheHeadline();
    void nothingComesFromElsewhere();
    void versionsAreTold();
    void namesStartAtTheLeft();
    void aBrowserOpensIt();
    void namesAreShown_data();
    void namesAreShown();
    void nothingLeft();
};

void TestHtml::figuresAreThePlans()
{
    const ExportSource source = simulated(test::sampleSource());
    const Plan& plan = *source.plan;
    const Page page = readPage(written(source).bytes);
    QCOMPARE(page.problem, QString());
    const Headline sure = headlineOf(plan, *source.risk, 80);
    const auto day = [](Date date) {
        const QDate shown = QDate::fromString(QString::fromStdString(isoDate(date)), Qt::ISODate);
        return QLocale(QLocale::English, QLocale::Australia).toString(shown, "d MMMM yyyy");
    };
    const auto amount = [](Money money) {
        return QLocale(QLocale::English, QLocale::Australia).toString(money.cents / 100);
    };
    QVERIFY2(page.text.contains("Ready for production by " + day(sure.finishDate) + ", for AUD\u00a0" +
                                amount(promised(sure.total)) + " 80 % sure"),
             qPrintable(page.text.left(400)));
    QVERIFY(page.text.contains("to " + day(plan.finishDate.likely) + ", and AUD " + amount(plan.shown.total.likely)));
    for (const char* fact : {"Runs: 50", "Seed: 1", "Catalogue: prototype-to-production", "Made at: 2026-11-22T10:00"})
        QVERIFY2(page.text.contains(fact), fact);
    const auto phases = std::ranges::count_if(plan.phases, &PhasePlan::hasWork);
    QCOMPARE(page.bars, static_cast<int>(phases + std::ranges::count_if(plan.items, &ItemPlan::hasWork)));
    QCOMPARE(page.phases.size(), static_cast<qsizetype>(plan.phases.size()));

    qint64 sum = 0;
    for (const ItemPlan& item : plan.items) {
        const auto row = std::ranges::find_if(page.rows, [&](const QStringList& cells) {
            return cells.size() == 6 && cells[0].startsWith(QString::fromStdString(item.title)) && !cells[1].isEmpty();
        });
        QCOMPARE(row != page.rows.end(), item.hasWork);
        if (!item.hasWork)
            continue;
        QVERIFY(row->at(1).contains(QString::fromStdString(plan.people[peopleOn(item).front()].name)));
        const Date last = plan.calendar.lastDate(item.when.likely.start, item.when.likely.finish);
        const QString end = day(last);
        QVERIFY2(row->at(2).endsWith(end.left(end.indexOf(' ') + 4) + end.right(5)), qPrintable(row->at(2)));
        QCOMPARE(dollars(row->at(4)), item.shownCost.likely.cents / 100);
        sum += dollars(row->at(4));
    }
    QCOMPARE(sum, plan.shown.labour.likely.cents / 100);
    QCOMPARE(page.rows.last().first(), QStringLiteral("Total, ex GST"));
    QCOMPARE(dollars(page.rows.last().last()), plan.shown.total.likely.cents / 100);
}

void TestHtml::spentIsInTheSums()
{
    const ExportSource source = simulated(test::sampleSource([](Inputs& inputs) {
        inputs.asOf = inputs.start + std::chrono::days{75};
        inputs.actualCosts = {{monthOf(inputs.start), Money{3'125'050}, "Wages"}};
    }));
    const Page page = readPage(written(source).bytes);
    const auto isSpent = [](const QStringList& cells) { return cells.first() == "Spent so far"; };
    const auto spent = std::ranges::find_if(page.rows, isSpent);
    QVERIFY(spent != page.rows.end());
    qint64 sum = 0;
    for (auto row = spent; row + 1 != page.rows.end(); ++row)
        sum += dollars(row->last());
    QCOMPARE(dollars(spent->last()), source.plan->shown.actual.cents / 100);
    QCOMPARE(sum, dollars(page.rows.last().last()));
    QCOMPARE(sum, source.plan->shown.total.likely.cents / 100);
    QVERIFY(std::ranges::any_of(page.funds, isSpent));
}

void TestHtml::useOfFundsMeetsTheHeadline()
{
    const ExportSource source = simulated(test::sampleSource());
    const Page page = readPage(written(source).bytes);
    const qint64 promise = promised(headlineOf(*source.plan, *source.risk, 80).total).cents / 100;
    qint64 sum = 0;
    int sums = 0;
    for (const QStringList& row : page.funds) {
        if (row.first() == "Month" || row.first() == "Phase finished")
            continue;
        if (row.first() == "Total") {
            QCOMPARE(dollars(row.last()), sum);
            QCOMPARE(sum, promise);
            sum = 0;
            ++sums;
        } else {
            sum += dollars(row.last());
        }
    }
    QCOMPARE(sums, 2);
    ExportSource client = source;
    client.audience = Audience::client;
    QVERIFY(readPage(written(client).bytes).funds.isEmpty());
}

void TestHtml::nothingComesFromElsewhere()
{
    const std::string bytes = written(test::sampleSource()).bytes;
    const Page page = readPage(bytes);
    for (const char* element : {"link", "img", "iframe", "object", "embed", "base", "form", "use", "image"})
        QVERIFY2(!page.elements.contains(QLatin1StringView(element)), element);
    static const QRegularExpression outward(QStringLiteral("^(src|href|action|on[a-z]+)="));
    QCOMPARE(page.attributes.filter(outward), QStringList());
    QVERIFY(!bytes.contains("url(") && !bytes.contains("@import") && !bytes.contains("http:"));
    // One script, the page's own, by its hash.
    QCOMPARE(page.elements.count("script"), qsizetype{1});
    const QByteArray hash = QCryptographicHash::hash(page.script.toUtf8(), QCryptographicHash::Sha256).toBase64();
    QVERIFY(page.attributes.contains(QStringLiteral("content=default-src 'none'; style-src 'unsafe-inline'; script-src "
                                                    "'sha256-%1'; base-uri 'none'; form-action 'none'")
                                         .arg(QString::fromLatin1(hash))));
    for (const char* word : {"fetch", "XMLHttp", "eval", "import", "innerHTML", "Worker", "WebSocket", "location"})
        QVERIFY2(!page.script.contains(QLatin1StringView(word)), word);
}

void TestHtml::versionsAreTold()
{
    ExportSource source = test::sampleSource();
    QVERIFY(readPage(written(source).bytes).versions.isEmpty());
    source.stamp.offset = std::chrono::hours{11}; // the day after in Sydney
    source.versions = {{"Sent <b>", std::chrono::sys_days{std::chrono::year{2026} / 10 / 4} + std::chrono::hours{20},
                        parseDate("2027-06-01").value(), Money::dollars(123456), 7}};
    const Page page = readPage(written(source).bytes);
    QCOMPARE(page.problem, QString());
    QCOMPARE(page.versions.size(), qsizetype{3});
    QCOMPARE(page.versions[1], (QStringList{"Sent <b>", "5 October 2026", "1 June 2027", "123,456", "7"}));
    QCOMPARE(page.versions[2].first(), QStringLiteral("This one"));
    QCOMPARE(dollars(page.versions[2][3]), source.plan->shown.total.likely.cents / 100);
    QCOMPARE(page.versions[2][4].toLongLong(), std::ranges::count_if(source.plan->items, &ItemPlan::hasWork));
    for (const Audience audience : {Audience::client, Audience::investor}) {
        source.audience = audience;
        QVERIFY(!written(source).bytes.contains("Sent"));
    }
}

void TestHtml::namesStartAtTheLeft()
{
    const std::string bytes = written(test::namedSource("\u05E9\u05DC\u05D5\u05DD")).bytes;
    const QString text = QString::fromStdString(bytes);
    const Page page = readPage(bytes);
    QVERIFY(page.attributes.contains(QStringLiteral("dir=ltr")));
    // Each stands in an element of its own that turns alone; the window's title and drawings' titles are whole texts.
    static const QRegularExpression loose(
        QStringLiteral("<(?!bdi|title)[a-z]+[^>]*>[^<]*\\x{05E9}\\x{05DC}\\x{05D5}\\x{05DD}"),
        QRegularExpression::UseUnicodePropertiesOption);
    const QString body = text.mid(text.indexOf("<body>"));
    QVERIFY2(!loose.match(body).hasMatch(), qPrintable(loose.match(body).captured()));
}

void TestHtml::aBrowserOpensIt()
{
    const QString browser = QStandardPaths::findExecutable(QStringLiteral("chromium"));
    if (browser.isEmpty())
        QSKIP("Chromium is not installed");
    std::string bytes = written(test::sampleSource()).bytes;
    const QTemporaryDir folder;
    const auto shown = [&](const std::string& page) {
        writeFileAtomically(folder.filePath("a.html").toStdString(), page).value();
        QProcess process;
        process.start(browser, {"--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + folder.path(),
                                "--dump-dom", "file://" + folder.filePath("a.html")});
        process.waitForFinished(-1);
        return QString::fromUtf8(process.readAllStandardOutput());
    };
    const auto closed = [](const QString& page) { return page.count(QStringLiteral("<details class=\"phase\">")); };
    const QString opened = shown(bytes);
    QVERIFY(opened.contains("<div class=\"find\">")); // its script ran
    QCOMPARE(closed(opened), opened.count(QStringLiteral("<details")));
    // What is not the page's own does not run; the search finds items once it may.
    const std::string typing = "<script>const find = document.getElementById('find'); find.value = 'LOGIN'; "
                               "find.dispatchEvent(new Event('input'));</script></body>";
    const std::string added = bytes.replace(bytes.find("</body>"), 7, typing);
    QVERIFY(!shown(added).contains(QStringLiteral("found</output>")));
    const std::size_t policy = added.find("<meta http-equiv");
    const QString searched = shown(std::string(added).erase(policy, added.find("/>", policy) + 2 - policy))
                                 .section(QStringLiteral("class=\"sums\""), 0, 0);
    static const QRegularExpression count(QStringLiteral(">(\\d+) found</output>"));
    const int found = count.match(searched).captured(1).toInt();
    QVERIFY2(found > 0, qPrintable(count.match(searched).captured()));
    QCOMPARE(searched.count(QStringLiteral("<tr><th scope=\"row\">")), found);
    QVERIFY(searched.count(QStringLiteral("<tr hidden")) > found);
}

void TestHtml::namesAreShown_data()
{
    QTest::addColumn<std::string>("name");
    for (const test::HostileName& hostile : test::hostileNames())
        QTest::newRow(hostile.row) << hostile.name;
    for (const char* name : {"<script>alert(1)</script>", "\" onload=\"alert(1)", "</title><script>x</script>",
                             "</style><b>", "&lt;", "<!--", "]]>", "' style='x"})
        QTest::newRow(name) << std::string(name);
}

void TestHtml::namesAreShown()
{
    QFETCH(std::string, name);
    const ExportSource source = test::namedSource(name);
    const Exported exported = written(source);
    const Page page = readPage(exported.bytes);
    QCOMPARE(page.problem, QString());
    TextCleaner cleaner;
    const QString shown = QString::fromStdString(cleaner.clean(name)).replace("\r\n", "\n").replace('\r', '\n');
    QVERIFY(page.phases.contains(shown));
    QVERIFY(std::ranges::any_of(page.rows, [&](const QStringList& row) { return row.first() == shown; }));
    QVERIFY(std::ranges::any_of(page.rows, [&](const QStringList& row) { return row.value(1).contains(shown); }));
    // The same elements and attributes as with a plain name: no name became one.
    const Page plain = readPage(written(test::namedSource("Plain")).bytes);
    QCOMPARE(page.elements, plain.elements);
    static const QRegularExpression values(QStringLiteral("=.*$"), QRegularExpression::DotMatchesEverythingOption);
    QCOMPARE(QStringList(page.attributes).replaceInStrings(values, ""),
             QStringList(plain.attributes).replaceInStrings(values, ""));
    QCOMPARE(std::ranges::count(exported.losses, LossKind::characters, &Loss::kind) > 0, cleaner.replaced() > 0);
}

void TestHtml::nothingLeft()
{
    const std::shared_ptr<const Plan> sample = test::sampleSource().plan;
    const Page page = readPage(written(test::sampleSource([&](Inputs& inputs) {
                                   for (const ItemPlan& item : sample->items)
                                       setState(inputs, item.id, ItemState::done);
                               })).bytes);
    QCOMPARE(page.problem, QString());
    QVERIFY(page.text.contains("Nothing is left to build"));
    QCOMPARE(page.bars, 0);
}

QTEST_GUILESS_MAIN(TestHtml)
#include "tst_html.moc"
