#include "data/file_io.h"
#include "data/formats/export_formats.h"
#include "data/price_json.h"
#include "models/money/item_price.h"
#include "models/money/offer_scope.h"
#include "models/money/payments.h"
#include "models/money/price.h"
#include "tests/data/support/export_sources.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace trestle;

/// A proposal and a change order as LibreOffice, which we did not write, reads and prints them.
class TestProposalOffice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void proposalHasThePricesFigures();
    void everyItemIsPrinted();
    void pagesAreNumbered();
    void changeOrderIsPrinted();

private:
    [[nodiscard]] QString printed(const QString& name) const;

    QString m_office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
    QTemporaryDir m_scratch;
    ExportSource m_source;
    QJsonObject m_price; ///< as `trestle price --json` prints it
};

namespace {

QString amount(double dollars)
{
    return QLocale(QLocale::English, QLocale::Australia).toString(dollars, 'f', 0);
}

QString withoutSpaces(QString text)
{
    return text.normalized(QString::NormalizationForm_KC).remove(QRegularExpression(QStringLiteral("\\s")));
}

} // namespace

/// Both at once: LibreOffice takes longer to start than to work.
void TestProposalOffice::initTestCase()
{
    QVERIFY(m_scratch.isValid());
    if (m_office.isEmpty())
        QSKIP("no LibreOffice");
    m_source = test::offerSource();
    SimulationOptions options = m_source.simulation;
    options.price = true;
    const auto risk = simulate(*m_source.plan, options);
    QVERIFY(risk);
    const auto items = itemPrices(*m_source.plan, *risk, options);
    QVERIFY(items);
    const PriceFigures figures = priceFigures(*m_source.plan, *risk, priceConfidence(m_source.plan->inputs));
    m_price =
        QJsonDocument::fromJson(QByteArray::fromStdString(writePriceJson(*m_source.plan, *risk, figures, *items, {})))
            .object();
    test::addChanges(m_source);
    QStringList files;
    const auto formats = exportFormats();
    for (const char* key : {"docx", "changeorderdocx"}) {
        const auto written = exportAs(*formatOf(formats, key), m_source);
        QVERIFY(written);
        files += m_scratch.filePath(QString::fromUtf8(key) + QStringLiteral(".docx"));
        QVERIFY(writeFileAtomically(files.back().toStdString(), written->bytes));
    }
    QProcess process;
    process.start(m_office, QStringList{QStringLiteral("-env:UserInstallation=file://") +
                                            m_scratch.filePath(QStringLiteral("profile")),
                                        QStringLiteral("--headless"), QStringLiteral("--convert-to"),
                                        QStringLiteral("pdf"), QStringLiteral("--outdir"), m_scratch.path()} +
                                files);
    QVERIFY2(process.waitForFinished(240'000) && process.exitCode() == 0, process.readAllStandardError().constData());
}

QString TestProposalOffice::printed(const QString& name) const
{
    QProcess text;
    text.start(QStringLiteral("pdftotext"),
               {QStringLiteral("-layout"), m_scratch.filePath(name + QStringLiteral(".pdf")), QStringLiteral("-")});
    return text.waitForFinished() && text.exitCode() == 0 ? QString::fromUtf8(text.readAllStandardOutput()) : QString();
}

void TestProposalOffice::proposalHasThePricesFigures()
{
    const QString text = printed(QStringLiteral("docx"));
    const QJsonObject fixed = m_price["fixed"].toObject();
    for (const char* key : {"price", "gst", "inclusive"}) {
        QVERIFY(fixed[QLatin1StringView(key)].toDouble() > 0);
        QVERIFY2(text.contains(amount(fixed[QLatin1StringView(key)].toDouble())), key);
    }
    for (const char* scope : {"options", "phase2"}) {
        const QJsonArray items = m_price[QLatin1StringView(scope)].toObject()["items"].toArray();
        QCOMPARE(items.size(), qsizetype{1});
        const double price = items[0].toObject()["price"].toDouble();
        QVERIFY(price > 0);
        QVERIFY2(text.contains(amount(price * 1.1)), scope);
    }
    const Money price = Money::rounded(fixed["price"].toDouble());
    for (const Payment& payment : paymentSchedule(*m_source.plan, price))
        QVERIFY(text.contains(amount(payment.incGst().inDollars())));
    for (const char* words : {"Ironbark Studio", "Proposal for Saltbush Logistics", "Testing finished", "Signature",
                              "What we need from you", "Yours to accept until"})
        QVERIFY2(text.contains(QString::fromUtf8(words)), words);
}

void TestProposalOffice::everyItemIsPrinted()
{
    const QString text = withoutSpaces(printed(QStringLiteral("docx")));
    const Plan& plan = *m_source.plan;
    for (const std::size_t item : offerScope(plan).included) {
        // A title may be broken over lines with the next column between them: its first word is not.
        const QString title = QString::fromStdString(plan.items[item].title).section(u' ', 0, 0);
        QVERIFY2(text.contains(title), qPrintable(title));
    }
}

void TestProposalOffice::pagesAreNumbered()
{
    const QStringList pages = printed(QStringLiteral("docx")).split(u'\f', Qt::SkipEmptyParts);
    QVERIFY(pages.size() >= 3);
    for (qsizetype page = 0; page < pages.size(); ++page)
        QVERIFY2(withoutSpaces(pages[page]).endsWith(QStringLiteral("%1/%2").arg(page + 1).arg(pages.size())),
                 qPrintable(pages[page].right(300)));
}

void TestProposalOffice::changeOrderIsPrinted()
{
    const QString text = printed(QStringLiteral("changeorderdocx"));
    QVERIFY(text.contains(amount(m_price["fixed"].toObject()["inclusive"].toDouble())));
    for (const char* words : {"Change order", "Added", "Removed", "As agreed", "With this change", "Signature"})
        QVERIFY2(text.contains(QString::fromUtf8(words)), words);
}

QTEST_GUILESS_MAIN(TestProposalOffice)
#include "tst_proposal_office.moc"
