#include "tests/ui/support/harness.h"
#include "tests/ui/support/pdf.h"
#include "tests/ui/support/report_source.h"
#include "ui/base/format.h"
#include "ui/charts/month_bars.h"
#include "ui/checklist/advice.h"
#include "ui/paper/paper_document.h"
#include "ui/report/plan_pictures.h"
#include "ui/report/sheets/changes_part.h"
#include "ui/report/sheets/report_words.h"

#include <QPainter>
#include <QRegularExpression>

#include <algorithm>

using namespace trestle;
using namespace std::chrono_literals;
using trestle::testing::reportPdf;

Q_DECLARE_METATYPE(std::function<trestle::Plan()>)

namespace {

using MakePlan = std::function<Plan()>;

const ExportStamp kStamp{{}, std::chrono::sys_days{2026y / 11 / 22} + 22h + 30min, "7f3a9c21"};

Plan planOf(const ProjectDocument& project, const std::function<void(Catalogue&, Inputs&)>& change)
{
    auto catalogue = std::make_shared<Catalogue>(*project.catalogue.catalogue);
    Inputs inputs = project.project.base;
    change(*catalogue, inputs);
    Result<Plan> plan = makePlan(catalogue, inputs);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    return std::move(*plan);
}

Risk riskOf(const Plan& plan)
{
    SimulationOptions options;
    options.runs = 300;
    options.drivingRuns = 100;
    Result<Risk> risk = simulate(plan, options);
    if (!risk)
        qFatal("no simulation: %s", risk.error().what.c_str());
    return std::move(*risk);
}

Plan samplePlan()
{
    return planOf(testing::sampleProject(), [](Catalogue&, Inputs&) {});
}

/// Words of a length that end in a token of their own, which shows that the end is there.
std::string wordy(std::size_t length, const std::string& token)
{
    std::string text = "Considerations";
    while (text.size() + 12 + token.size() < length)
        text += " of somebody";
    return text + ' ' + token;
}

const std::string kUnbroken = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft";

Plan longPlan()
{
    return planOf(testing::sampleProject(), [](Catalogue& catalogue, Inputs& inputs) {
        inputs.name = wordy(90, "endofplan");
        inputs.client = wordy(90, "endofclient");
        int number = 0;
        for (Phase& phase : catalogue.phases) {
            const std::string token = std::to_string(++number);
            phase.title = wordy(40, "title" + token);
            phase.shortTitle = &phase == &catalogue.phases[1] ? kUnbroken : wordy(40, "short" + token);
            phase.effort.from.low.note = wordy(200, "note" + token);
            for (Item& item : phase.items) {
                item.title = wordy(40, "item" + std::to_string(++number));
                item.share.from.note = wordy(200, "why" + std::to_string(number));
            }
        }
        for (Phase& phase : catalogue.phases)
            for (RunningCost& cost : phase.runningCosts)
                cost.title = wordy(60, "cost" + std::to_string(++number));
        catalogue.source = wordy(220, "endofsource");
    });
}

/// As a bank might have it: a hundred thousand a week each, thirty people, services of millions a month.
Plan dearPlan(std::int64_t rate, int people)
{
    return planOf(testing::emptyProject(), [&](Catalogue& catalogue, Inputs& inputs) {
        inputs.team.clear();
        for (int i = 0; i < people; ++i) {
            Person person = testing::emptyProject().project.base.team.front();
            person.name = wordy(60, "person" + std::to_string(i));
            person.weeklyRate = Money::dollars(rate + i);
            inputs.team.push_back(person);
        }
        inputs.budget = Money::dollars(rate * 1000);
        inputs.targetDate = parseDate("2031-09-30").value();
        for (Phase& phase : catalogue.phases)
            for (RunningCost& cost : phase.runningCosts) {
                cost.monthly.value.low *= 10'000;
                cost.monthly.value.likely *= 10'000;
                cost.monthly.value.high *= 10'000;
            }
    });
}

Plan slowPlan()
{
    return planOf(testing::emptyProject(), [](Catalogue&, Inputs& inputs) {
        inputs.team.resize(1);
        inputs.team.front().allocation = 0.05;
    });
}

QByteArray drawing(const Plan& plan, const Risk& risk)
{
    const ChartPicture graphic = planPicture(plan, risk, kStamp);
    return paperDocument(QStringLiteral("drawing"), kStamp, 1, [&](QPainter& painter, std::size_t) {
        painter.scale(0.5, 0.5); // to stand on the page, with room around it
        painter.translate(100, 100);
        graphic.paint(painter);
    });
}

} // namespace

class TestPrint : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsCut_data();
    void nothingIsCut();
    void everyLongTextIsWhole();
    void adviceStaysInTheApp();
    void dayOfTheReader_data();
    void dayOfTheReader();
    void creationDateIsTheStamps();
    void monthsAreNamed();
};

void TestPrint::nothingIsCut_data()
{
    QTest::addColumn<MakePlan>("make");
    QTest::newRow("sample") << MakePlan(samplePlan);
    QTest::newRow("long names") << MakePlan(longPlan);
    QTest::newRow("a hundred thousand a week") << MakePlan([] { return dearPlan(100'000, 30); });
    QTest::newRow("ten million a week") << MakePlan([] { return dearPlan(10'000'000, 3); });
    QTest::newRow("twenty years") << MakePlan(slowPlan);
}

void TestPrint::nothingIsCut()
{
    QFETCH(MakePlan, make);
    const Plan plan = make();
    const Risk risk = riskOf(plan);
    constexpr double kMargin = 35; // a point less than the page's, for rounding
    QCOMPARE(testing::pdfFault(reportPdf(plan, risk, kStamp), kMargin), QString());
    QCOMPARE(testing::pdfFault(drawing(plan, risk), 0), QString());
}

void TestPrint::everyLongTextIsWhole()
{
    const Plan plan = longPlan();
    const Risk risk = riskOf(plan);
    ExportStamp stamp = kStamp;
    stamp.scenario = wordy(150, "endofscenario");
    const QByteArray pdf = reportPdf(plan, risk, stamp);
    QCOMPARE(testing::pdfFault(pdf, 35), QString());
    const QString text = testing::poppler("pdftotext", {}, pdf, {"-"});
    QStringList tokens{"endofplan", "endofclient", "endofsource", "endofscenario"};
    const auto last = [](const std::string& words) {
        return QString::fromStdString(words.substr(words.rfind(' ') + 1));
    };
    for (const PhasePlan& phase : plan.phases)
        tokens << last(phase.title)
               << (phase.shortTitle == kUnbroken ? QStringLiteral("Donau") : last(phase.shortTitle));
    for (const ItemPlan& item : plan.items)
        tokens << last(item.title);
    for (const Link& link : plan.catalogue->links)
        tokens << QString(last(link.reason)).remove(u'.');
    for (const RunningCostPlan& cost : plan.running)
        tokens << last(cost.title);
    for (const QString& token : tokens)
        QVERIFY2(text.contains(token), qPrintable(token));
    const QString chart = testing::poppler("pdftotext", {}, drawing(plan, risk), {"-"});
    for (const PhasePlan& phase : plan.phases)
        QVERIFY2(phase.shortTitle == kUnbroken || chart.contains(last(phase.shortTitle)), phase.shortTitle.c_str());
    QVERIFY(QString(chart).remove(QRegularExpression(QStringLiteral("\\s"))).contains(QStringLiteral("Donaudampf")));
}

void TestPrint::adviceStaysInTheApp()
{
    const Plan plan = planOf(testing::sampleProject(), [](Catalogue&, Inputs& inputs) {
        inputs.profile.validated = false;
        inputs.profile.maintainer = Maintainer::onePerson;
        inputs.profile.scale = "1m";
    });
    const QStringList advice = adviceFor(plan);
    QCOMPARE(advice.size(), 3);
    const auto flat = [](QString text) { return text.simplified(); };
    const QString text = flat(testing::poppler("pdftotext", {}, reportPdf(plan, riskOf(plan), kStamp), {"-"}));
    for (const QString& told : advice)
        QVERIFY2(!text.contains(flat(told).left(30)), qPrintable(told));
    for (const char* neutral : {"demand not yet confirmed with users", "run by one person", "planned for"})
        QVERIFY2(text.contains(QLatin1String(neutral)), neutral);
}

void TestPrint::dayOfTheReader_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("foot");
    QTest::newRow("UTC") << 0 << "22 November 2026" << "made 22 November 2026, 22:30 UTC";
    QTest::newRow("Sydney") << 660 << "23 November 2026" << "made 23 November 2026, 09:30 UTC+11:00";
    QTest::newRow("Adelaide") << 630 << "23 November 2026" << "made 23 November 2026, 09:00 UTC+10:30";
    QTest::newRow("Honolulu") << -600 << "22 November 2026" << "made 22 November 2026, 12:30 UTC\u221210:00";
}

void TestPrint::dayOfTheReader()
{
    QFETCH(int, minutes);
    ExportStamp stamp = kStamp;
    stamp.offset = std::chrono::minutes(minutes);
    const Plan plan = samplePlan();
    const ReportWords words = reportWords(plan, riskOf(plan), stamp);
    const auto plain = [](const QString& text) { return text.normalized(QString::NormalizationForm_KC); };
    QTEST(plain(words.made), "head");
    QFETCH(QString, foot);
    QVERIFY2(plain(words.footer).endsWith(foot), qPrintable(words.footer));
}

void TestPrint::creationDateIsTheStamps()
{
    for (const int minutes : {0, 660, -600}) {
        ExportStamp stamp = kStamp;
        stamp.offset = std::chrono::minutes(minutes);
        const QByteArray pdf = paperDocument(QStringLiteral("a"), stamp, 2, [](QPainter& painter, std::size_t page) {
            painter.drawText(100, 100, QStringLiteral("page %1").arg(page));
        });
        const QString info = testing::poppler("pdfinfo", {"-isodates"}, pdf);
        const QString expected = minutes == 0     ? QStringLiteral("2026-11-22T22:30:00Z")
                                 : minutes == 660 ? QStringLiteral("2026-11-23T09:30:00+11")
                                                  : QStringLiteral("2026-11-22T12:30:00-10");
        QVERIFY2(info.contains(expected), qPrintable(info));
        // Readers that find a wrong table rebuild it and go on: every place in it is looked at here.
        const qsizetype table = pdf.mid(pdf.lastIndexOf("startxref\n") + 10).split('\n').front().toLongLong();
        QVERIFY(pdf.mid(table).startsWith("xref\n0 "));
        const QList<QByteArray> lines = pdf.mid(table).split('\n');
        int objects = 0;
        for (qsizetype i = 3; lines[i].endsWith("n "); ++i, ++objects)
            QVERIFY(pdf.mid(lines[i].left(10).toLongLong()).startsWith(QByteArray::number(i - 2) + " 0 obj"));
        QVERIFY(objects > 5);
    }
}

void TestPrint::monthsAreNamed()
{
    // Two years on a narrow chart: every label of a month is one, and each year stands below its first.
    MonthBars bars;
    for (int m = 0; m < 24; ++m)
        bars.bars.push_back({2026y / std::chrono::November + std::chrono::months(m), Money::dollars(1000), {}});
    bars.font.setPixelSize(11);
    const QByteArray pdf = paperDocument(QStringLiteral("months"), kStamp, 1, [&](QPainter& painter, std::size_t) {
        bars.paint(painter, {100, 100, 320, 160}, QPalette());
    });
    const std::vector<testing::PdfPage> pages = testing::pdfPages(pdf);
    QCOMPARE(pages.size(), std::size_t{1});
    const auto& words = pages.front().words;
    for (const char* year : {"2026", "2027", "2028"}) {
        const auto found =
            std::ranges::find_if(words, [&](const testing::PdfWord& word) { return word.text == QLatin1String(year); });
        QVERIFY2(found != words.end(), year);
        QVERIFY(std::ranges::any_of(words, [&](const testing::PdfWord& word) {
            return word.text.size() == 3 && word.box.bottom() < found->box.center().y() &&
                   std::abs(word.box.center().x() - found->box.center().x()) < 3;
        }));
    }
    QCOMPARE(testing::pdfFault(pdf, 0), QString());
}

TRESTLE_UI_TEST(TestPrint)
#include "tst_print.moc"
