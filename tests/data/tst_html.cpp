#include "data/exchange/clean_text.h"
#include "data/formats/export_formats.h"
#include "models/risk/promises.h"
#include "models/rounding.h"
#include "tests/data/support/export_sources.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace trestle;

namespace {

/// A page as a reader of XML has it.
struct Page {
    QString problem; ///< why it is not well-formed; else empty
    QString text;    ///< of all elements, one after the other, without the style sheet
    QStringList elements;
    QStringList attributes;  ///< "name=value"
    QList<QStringList> rows; ///< of the table of items: the texts of their cells
    int bars = 0;
};

Page readPage(const std::string& bytes)
{
    Page page;
    QXmlStreamReader xml(QByteArray::fromStdString(bytes));
    bool inItems = false;
    bool inStyle = false;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        const QString name = xml.name().toString();
        if (token == QXmlStreamReader::StartElement) {
            page.elements += name;
            for (const QXmlStreamAttribute& attribute : xml.attributes())
                page.attributes += attribute.name().toString() + u'=' + attribute.value().toString();
            const auto kind = xml.attributes().value("class");
            inItems = inItems || (name == "table" && kind == u"items");
            inStyle = name == "style";
            page.bars += name == "rect" && kind == u"bar" ? 1 : 0;
            if (inItems && name == "tr")
                page.rows.append(QStringList());
            if (inItems && (name == "th" || name == "td"))
                page.rows.last().append(QString());
        } else if (token == QXmlStreamReader::EndElement) {
            inItems = inItems && name != "table";
            inStyle = false;
        } else if (token == QXmlStreamReader::Characters && !inStyle) {
            page.text += xml.text();
            if (inItems && !page.rows.isEmpty() && !page.rows.last().isEmpty())
                page.rows.last().last() += xml.text();
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
    void nothingComesFromElsewhere();
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
    QCOMPARE(page.bars, static_cast<int>(phases));

    qint64 sum = 0;
    for (const ItemPlan& item : plan.items) {
        const auto row = std::ranges::find_if(page.rows, [&](const QStringList& cells) {
            return cells.size() == 5 && cells[0].startsWith(QString::fromStdString(item.title)) && !cells[1].isEmpty();
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

void TestHtml::nothingComesFromElsewhere()
{
    const std::string bytes = written(test::sampleSource()).bytes;
    const Page page = readPage(bytes);
    for (const char* element : {"script", "link", "img", "iframe", "object", "embed", "base", "form", "use", "image"})
        QVERIFY2(!page.elements.contains(QLatin1StringView(element)), element);
    static const QRegularExpression outward(QStringLiteral("^(src|href|action|on[a-z]+)="));
    QCOMPARE(page.attributes.filter(outward), QStringList());
    QVERIFY(!bytes.contains("url(") && !bytes.contains("@import") && !bytes.contains("http:"));
    QVERIFY(page.attributes.contains(QStringLiteral("content=default-src 'none'; style-src 'unsafe-inline'")));
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
    QVERIFY(std::ranges::count_if(page.rows, [&](const QStringList& row) { return row.first() == shown; }) >= 2);
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
