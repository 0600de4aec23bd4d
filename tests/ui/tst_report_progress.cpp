#include "tests/support/in_progress.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/pdf.h"
#include "ui/report/exports.h"

using namespace trestle;
using namespace std::chrono_literals;
using trestle::testing::poppler;

namespace {

QString weeklyReport(ProjectDocument document, Audience audience)
{
    auto plan = makePlan(document.catalogue.catalogue, document.project.base);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    SimulationOptions options;
    options.runs = 1000;
    options.layers = true;
    options.price = true;
    auto risk = simulate(*plan, options);
    if (!risk)
        qFatal("no simulation");
    ExportSource source;
    source.document = std::move(document);
    source.plan = std::make_shared<const Plan>(std::move(*plan));
    source.risk = std::make_shared<const Risk>(std::move(*risk));
    source.stamp = {{}, std::chrono::sys_days{2027y / 2 / 1} + 10h, "7f3a9c21"};
    source.audience = audience;
    source.look.parts = std::vector{ReportPart::progress};
    return poppler("pdftotext", {"-layout"}, reportPdf(source), {"-"});
}

} // namespace

/// The page on how the work goes, for each reader.
class TestReportProgress : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void investorsReadWhatMoved();
    void aClientReadsDatesAlone();
    void nothingHappenedIsNoPage();
};

void TestReportProgress::investorsReadWhatMoved()
{
    const QString text = weeklyReport(testing::inProgressProject(), Audience::investor);
    for (const char* words : {"Progress on 1 Feb 2027", "Spent so far", "Against what was promised", "80 % sure by",
                              "What it says of the rest", "The rest is now expected at", "Done since 25 Jan 2027: 2",
                              "Sessions that expire and renew", "took 3 days", "Under way: 1", "Roles and permissions",
                              "Late: 4", "was due 26 Jan 2027", "4 working days late", "Next:"})
        QVERIFY2(text.contains(QString::fromUtf8(words)), words);
    QVERIFY(!text.contains(QStringLiteral("Sent to investors"))); // the name is of a version
}

void TestReportProgress::aClientReadsDatesAlone()
{
    const QString text = weeklyReport(testing::inProgressProject(), Audience::client);
    for (const char* words : {"Progress on 1 Feb 2027", "Finished by", "Roles and permissions", "Late: 4"})
        QVERIFY2(text.contains(QString::fromUtf8(words)), words);
    for (const char* words : {"AUD", "sure", "took", "times", "Sent to investors", "days of work"})
        QVERIFY2(!text.contains(QString::fromUtf8(words)), words);
}

void TestReportProgress::nothingHappenedIsNoPage()
{
    QVERIFY(!weeklyReport(testing::sampleProject(), Audience::internal).contains(QStringLiteral("Progress on")));
}

TRESTLE_UI_TEST(TestReportProgress)
#include "tst_report_progress.moc"
