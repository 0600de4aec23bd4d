#include "tests/app/support/program.h"
#include "tests/support/secret_plan.h"

#include <QDir>
#include <QTest>

using namespace trestle;

/// `--audience`: what somebody may not read is in none of the files that the program writes for them.
class TestCliAudiences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void packsKeepSecrets_data();
    void packsKeepSecrets();
    void filesKeepSecrets_data();
    void filesKeepSecrets();
    void internalTellsThem();
    void othersAreRefused();

private:
    Workshop m_workshop;
    std::vector<secrets::Secret> m_secrets;
};

namespace {

const QStringList kAudienceKeys{QStringLiteral("client"), QStringLiteral("investor")};

Audience audienceOf(const QString& key)
{
    return key == QStringLiteral("client") ? Audience::client : Audience::investor;
}

} // namespace

void TestCliAudiences::initTestCase()
{
    ExportSource source = secrets::source(true);
    SimulationOptions options; // what the program simulates with
    options.price = true;
    source.risk = std::make_shared<const Risk>(simulate(*source.plan, options).value());
    m_secrets = secrets::secretsOf(*source.plan, *source.risk);
    m_workshop.write("agency.json", QByteArray::fromStdString(writePlanJson(source.document)));
    QCOMPARE(m_workshop.run({"import", "agency.json", "agency.trestle"}).err, "");
}

void TestCliAudiences::packsKeepSecrets_data()
{
    QTest::addColumn<QString>("audience");
    for (const QString& audience : kAudienceKeys)
        QTest::newRow(qPrintable(audience)) << audience;
}

void TestCliAudiences::packsKeepSecrets()
{
    QFETCH(QString, audience);
    const QString folder = QStringLiteral("pack ") + audience;
    const Outcome outcome = m_workshop.run({"pack", "agency.trestle", folder, "--audience", audience});
    QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
    const QStringList files = QDir(m_workshop.path(folder)).entryList(QDir::Files);
    QVERIFY(files.size() >= 3);
    for (const QString& file : files) {
        if (file.endsWith(QStringLiteral(".png")))
            continue;
        const QByteArray bytes = m_workshop.read(folder + u'/' + file);
        QVERIFY2(!bytes.isEmpty(), qPrintable(file));
        const QString leaks = secrets::leaks(secrets::textOf(bytes.toStdString()), m_secrets, audienceOf(audience));
        QVERIFY2(leaks.isEmpty(), qPrintable(file + u'\n' + leaks));
    }
}

void TestCliAudiences::filesKeepSecrets_data()
{
    QTest::addColumn<QString>("audience");
    QTest::addColumn<QString>("format");
    for (const QString& audience : kAudienceKeys)
        for (const char* format : {"csv", "json", "xlsx", "msproject", "jira"})
            QTest::addRow("%s for %s", format, qPrintable(audience)) << audience << QString::fromUtf8(format);
}

void TestCliAudiences::filesKeepSecrets()
{
    QFETCH(QString, audience);
    QFETCH(QString, format);
    const QString file = format + QStringLiteral(" for ") + audience;
    const Outcome outcome =
        m_workshop.run({"export", "agency.trestle", file, "--format", format, "--audience", audience});
    QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
    const QString text = secrets::textOf(m_workshop.read(file).toStdString());
    QVERIFY(text.contains(QStringLiteral("Ledgerly")));
    const QString leaks = secrets::leaks(text, m_secrets, audienceOf(audience));
    QVERIFY2(leaks.isEmpty(), qPrintable(leaks));
}

/// So that the search could fail.
void TestCliAudiences::internalTellsThem()
{
    QCOMPARE(m_workshop.run({"export", "agency.trestle", "own.xlsx"}).exitCode, 0);
    const QStringList told = secrets::toldBy(secrets::textOf(m_workshop.read("own.xlsx").toStdString()), m_secrets);
    for (const char* name : {"rate of Ana", "rate of Ben", "salary", "price", "total cost", "private note cassowary"})
        QVERIFY2(told.contains(QString::fromUtf8(name)), name);
}

void TestCliAudiences::othersAreRefused()
{
    const Outcome outcome =
        m_workshop.run({"export", "agency.trestle", "cash.csv", "--format", "cashflow", "--audience", "client"});
    QVERIFY(outcome.exitCode > 0);
    QVERIFY(outcome.err.contains("it can be written for internal, investor"));
    QVERIFY(!m_workshop.has("cash.csv"));
}

QTEST_GUILESS_MAIN(TestCliAudiences)
#include "tst_cli_audiences.moc"
