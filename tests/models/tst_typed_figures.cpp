#include "models/typed/typed_figures.h"

#include <QTest>

#include <rapidcheck.h>

#include <string>

using namespace trestle;

namespace {

QString wordFor(FigureProblem problem)
{
    switch (problem) {
    case FigureProblem::empty: return QStringLiteral("empty");
    case FigureProblem::notUnderstood: return QStringLiteral("not understood");
    case FigureProblem::percent: return QStringLiteral("percent");
    case FigureProblem::negative: return QStringLiteral("negative");
    case FigureProblem::tooFine: return QStringLiteral("too fine");
    case FigureProblem::tooLarge: return QStringLiteral("too large");
    }
    return {};
}

} // namespace

class TestTypedFigures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void amounts_data();
    void amounts();
    void efforts_data();
    void efforts();
    void hoursAreThePlans();
    void shares_data();
    void shares();
    void everyAmountReadsBack();
    void anyTextIsAFigureOrAProblem();
};

void TestTypedFigures::amounts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* text, qint64 cents) {
        QTest::newRow(text) << QString::fromUtf8(text) << cents << QString();
    };
    const auto not_ = [](const char* text, const char* problem) {
        QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text) << qint64{0} << QString::fromLatin1(problem);
    };
    row("120000", 12'000'000);
    row("120,000", 12'000'000);
    row("1,234,567", 123'456'700);
    row("90 000", 9'000'000);
    row("90\u00a0000", 9'000'000);
    row("90\u2009000.50", 9'000'050);
    row("90 000.50", 9'000'050);
    row("AUD 90 000", 9'000'000);
    row("AUD90000", 9'000'000);
    row("aud\u00a0"
        "5,000",
        500'000);
    row("A$5,000", 500'000);
    row("AU$ 5,000", 500'000);
    row("$5k", 500'000);
    row("$ 5 K", 500'000);
    row("1.5k", 150'000);
    row("1.23456k", 123'456);
    row("1.2m", 120'000'000);
    row("2 million", 200'000'000);
    row("5 thousand", 500'000);
    row("5000 AUD", 500'000);
    row("2 million dollars", 200'000'000);
    row(".5", 50);
    row("0.5", 50);
    row("1.500", 150);
    row("0", 0);
    row("-0", 0);
    row("  \t7 ", 700);
    not_("", "empty");
    not_("  ", "empty");
    not_("50 %", "percent");
    not_("AUD 50%", "percent");
    not_("-5", "negative");
    not_("AUD -5,000", "negative");
    not_("-$5k", "negative");
    not_("\u22125", "negative");
    not_("1.005", "too fine");
    not_("1.234567k", "too fine");
    not_("999999999999999", "too large");
    not_("99999999999999999999999999999", "too large");
    not_("999999999m", "too large");
    not_("1,5", "not understood");
    not_("1.500,50", "not understood");
    not_("1,20,000", "not understood");
    not_("12,00", "not understood");
    not_("1,0000", "not understood");
    not_("1 2", "not understood");
    not_("5.", "not understood");
    not_("1.2.3", "not understood");
    not_(".", "not understood");
    not_("AUD", "not understood");
    not_("$", "not understood");
    not_("five", "not understood");
    not_("5 x", "not understood");
    not_("5kk", "not understood");
    not_("1e5", "not understood");
    not_("0x10", "not understood");
    not_("inf", "not understood");
    not_("nan", "not understood");
    not_("$$5", "not understood");
    not_("--5", "not understood");
    not_("5-6", "not understood");
    not_("USD 5", "not understood");
    not_("\u20ac"
         "5",
         "not understood");
    not_("\xef\xbc\x95", "not understood");
    QTest::newRow("very long") << QString(100'000, u'9') << qint64{0} << QStringLiteral("not understood");
    QTest::newRow("NUL") << QString(QChar(u'\0')) << qint64{0} << QStringLiteral("not understood");
}

void TestTypedFigures::amounts()
{
    QFETCH(QString, text);
    QFETCH(qint64, cents);
    QFETCH(QString, problem);
    const auto read = readTypedAmount(text.toStdString());
    QCOMPARE(read ? QString() : wordFor(read.error()), problem);
    if (read)
        QCOMPARE(read->cents, cents);
}

void TestTypedFigures::efforts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("weeks");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* text, double weeks) {
        QTest::newRow(text) << QString::fromUtf8(text) << weeks << QString();
    };
    const auto not_ = [](const char* text, const char* problem) {
        QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text) << 0.0 << QString::fromLatin1(problem);
    };
    row("3", 3);
    row("3 w", 3);
    row("3w", 3);
    row("3 weeks", 3);
    row("1.5 weeks", 1.5);
    row(".5 w", 0.5);
    row("2 d", 0.4);
    row("2 days", 0.4);
    row("1 day", 0.2);
    row("38 h", 1);
    row("4 h", 4.0 / 38);
    row("19 hours", 0.5);
    row("3 pw", 3);
    row("3 person-weeks", 3);
    row("2 person days", 0.4);
    row("1 w 2 d", 1.4);
    row("1w 2d", 1.4);
    row("1w2d 19h", 1.9);
    row("1,000 h", 1000.0 / 38);
    row("0", 0);
    row("0 d", 0);
    not_("", "empty");
    not_("50 %", "percent");
    not_("-2 w", "negative");
    not_("1,5 w", "not understood");
    not_("2-4 w", "not understood");
    not_("2 d 1 w", "not understood");
    not_("1 w 1 w", "not understood");
    not_("1 w 2", "not understood");
    not_("1 2 w", "not understood");
    not_("w", "not understood");
    not_("3 x", "not understood");
    not_("3 months", "not understood");
    not_("3 w w", "not understood");
    not_("1e3", "not understood");
    not_("inf", "not understood");
    not_("100001", "too large");
    not_("99999999999999999999 h", "too large");
}

void TestTypedFigures::efforts()
{
    QFETCH(QString, text);
    QFETCH(double, weeks);
    QFETCH(QString, problem);
    const auto read = readTypedEffort(text.toStdString());
    QCOMPARE(read ? QString() : wordFor(read.error()), problem);
    if (read)
        QVERIFY2(std::abs(*read - weeks) < 1e-12, qPrintable(QString::number(*read, 'g', 17)));
}

void TestTypedFigures::hoursAreThePlans()
{
    QCOMPARE(readTypedEffort("19 h").value(), 0.5);
    QCOMPARE(readTypedEffort("20 h", 40).value(), 0.5);
    QCOMPARE(readTypedEffort("1 w 2 d 4 hours", 40).value(), 1.5);
    // Days and weeks have nothing to do with it.
    QCOMPARE(readTypedEffort("5 d", 10).value(), 1.0);
}

void TestTypedFigures::shares_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* text, double share) {
        QTest::newRow(text) << QString::fromUtf8(text) << share << QString();
    };
    const auto not_ = [](const char* text, const char* problem) {
        QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text) << 0.0 << QString::fromLatin1(problem);
    };
    row("0.5", 0.5);
    row("1", 1);
    row("60 %", 0.6);
    row("60%", 0.6);
    row("33.3 %", 0.333);
    row("0.75 FTE", 0.75);
    row("1.5", 1.5); // the plan says that nobody can
    not_("", "empty");
    not_("half", "not understood");
    not_("%", "not understood");
    not_("0.5.5", "not understood");
    not_("50 % FTE", "not understood");
    not_("0,5", "not understood");
    not_("-0.5", "negative");
    not_("inf", "not understood");
}

void TestTypedFigures::shares()
{
    QFETCH(QString, text);
    QFETCH(double, share);
    QFETCH(QString, problem);
    const auto read = readTypedShare(text.toStdString());
    QCOMPARE(read ? QString() : wordFor(read.error()), problem);
    if (read)
        QCOMPARE(*read, share);
}

void TestTypedFigures::everyAmountReadsBack()
{
    QVERIFY(rc::check("an amount with and without its groups is that amount", [] {
        const auto cents = *rc::gen::inRange<std::int64_t>(0, 100'000'000'000'000);
        const std::string whole = std::to_string(cents / 100);
        std::string grouped = whole;
        for (int at = static_cast<int>(grouped.size()) - 3; at > 0; at -= 3)
            grouped.insert(static_cast<std::size_t>(at), ",");
        const auto twoDigits = std::to_string(100 + cents % 100).substr(1);
        for (const std::string& text : {whole + "." + twoDigits, "AUD " + grouped + "." + twoDigits}) {
            const auto read = readTypedAmount(text);
            RC_ASSERT(read.has_value());
            RC_ASSERT(read->cents == cents);
        }
    }));
}

void TestTypedFigures::anyTextIsAFigureOrAProblem()
{
    QVERIFY(rc::check("text of what figures are made of", [] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("1", "000", "12", "999999999", ",", ".", " ", "-", "$", "aud", "k", "m", "w",
                                          "d", "h", "%", "person", "\xff"));
        std::string text;
        for (const std::string& piece : pieces)
            text += piece;
        if (const auto amount = readTypedAmount(text); amount)
            RC_ASSERT(amount->cents >= 0);
        if (const auto effort = readTypedEffort(text); effort)
            RC_ASSERT(*effort >= 0 && *effort <= 100'000);
        if (const auto share = readTypedShare(text); share)
            RC_ASSERT(*share >= 0);
    }));
}

QTEST_APPLESS_MAIN(TestTypedFigures)
#include "tst_typed_figures.moc"
