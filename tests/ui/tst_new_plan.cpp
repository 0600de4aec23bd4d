#include "data/record/record_file.h"
#include "models/team_rate.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/new_plan/live_headline.h"
#include "ui/new_plan/new_plan_dialog.h"
#include "ui/questions/risk_service.h"
#include "ui/record/record_store.h"
#include "ui/summary/summary_text.h"
#include "ui/team/salary_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QTemporaryDir>

using namespace trestle;

namespace {

/// The dialog, driven by the keyboard: each key goes to what has the focus.
class Asked {
public:
    explicit Asked(RateCards cards = RateCards())
        : m_catalogue(*builtinCatalogue()),
          m_dialog({m_catalogue.catalogue, m_folder.path(), testing::today(), std::move(cards)})
    {
        m_dialog.setAskToLeave([this] { return ++leaveAsked, mayLeave; });
        testing::showAt(m_dialog, {});
        m_dialog.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&m_dialog));
    }

    NewPlanDialog& dialog() { return m_dialog; }
    [[nodiscard]] const LoadedCatalogue& catalogue() const { return m_catalogue; }
    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QLatin1StringView(name)); }
    [[nodiscard]] QWidget* focus() const { return m_dialog.focusWidget(); }
    [[nodiscard]] QString focused() const { return focus() ? focus()->objectName() : QString(); }
    void press(Qt::Key key) { QTest::keyClick(focus(), key); }
    void type(const char* text) { QTest::keyClicks(focus(), QString::fromUtf8(text)); }
    /// Tab until a control has the focus; false where it never gets it.
    bool tabTo(const char* name)
    {
        for (int i = 0; i < 60; ++i) {
            if (focused() == QLatin1StringView(name))
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return m_dialog.findChild<T*>(QLatin1StringView(name));
    }
    [[nodiscard]] QString problem(const char* name) const
    {
        const auto* label = find<QLabel>(name);
        return label->isVisible() ? label->text() : QString();
    }
    /// What stands beside the steps, once it is of what they say.
    QString promise()
    {
        static_cast<void>(QTest::qWaitFor([this] { return m_dialog.headline().isUpToDate(); }, 20'000));
        return m_dialog.headline().promise();
    }
    /// The promise of the plan that the dialog would make, made anew.
    [[nodiscard]] QString promiseOfPlan() const
    {
        const auto plan = makePlan(m_catalogue.catalogue, m_dialog.plan().inputs);
        const auto risk = simulate(*plan);
        return promiseOf(*plan, *risk, plan->inputs.confidence).replace(QStringLiteral(", "), QStringLiteral(",\n"));
    }

    bool mayLeave = false;
    int leaveAsked = 0;

private:
    QTemporaryDir m_folder;
    LoadedCatalogue m_catalogue;
    NewPlanDialog m_dialog;
};

} // namespace

class TestNewPlan : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void byKeyboardAlone();
    void everythingSkippedIsTheCataloguesPlan();
    void enterGoesOnFromEveryField();
    void nameAndFileAreAskedFor();
    void ratesComeFromASalary();
    void rolesComeFromTheRateCard();
    void rolesAreThoseOfTheClient();
    void rowsComeAndGo();
    void leavingAsksOnlyWhereSomethingIsLost();
    void buttonsNeverMove();
    void headlineIsThatOfThePlan();
    void everythingHasNameAndRoom_data();
    void everythingHasNameAndRoom();
    void recordIsOffered();
};

void TestNewPlan::byKeyboardAlone()
{
    Asked asked;
    QCOMPARE(asked.focused(), QStringLiteral("newPlanName"));
    asked.type("Paddock");
    asked.press(Qt::Key_Tab);
    asked.type("Harrow & Co");
    QVERIFY(asked.tabTo("condition_payments"));
    asked.press(Qt::Key_Space);
    asked.press(Qt::Key_Return);
    QCOMPARE(asked.dialog().step(), 1);
    QCOMPARE(asked.focused(), QStringLiteral("newPlanJustMe"));
    asked.press(Qt::Key_Space);
    asked.press(Qt::Key_Tab);
    QCOMPARE(asked.focused(), QStringLiteral("newPlanPerson1"));
    asked.type("Mia Chen");
    asked.press(Qt::Key_Tab);
    asked.type("0.6");
    asked.press(Qt::Key_Tab);
    asked.type("4,500");
    asked.press(Qt::Key_Return);
    QCOMPARE(asked.dialog().step(), 2);
    QCOMPARE(asked.focused(), QStringLiteral("newPlanStart"));
    asked.type("4 Jan 2027");
    asked.press(Qt::Key_Tab);
    asked.press(Qt::Key_Down);
    asked.press(Qt::Key_Tab);
    asked.press(Qt::Key_Space);
    asked.press(Qt::Key_Tab);
    asked.type("31/8/27");
    asked.press(Qt::Key_Tab);
    asked.type("180k");
    asked.press(Qt::Key_Return);
    QCOMPARE(asked.dialog().result(), int(QDialog::Accepted));

    const NewPlan made = asked.dialog().plan();
    QCOMPARE(made.path, asked.file("Paddock.trestle"));
    Inputs expected = userInputs(*asked.catalogue().catalogue, "Paddock", *parseDate("2027-01-04"));
    expected.client = "Harrow & Co";
    expected.profile.conditions = {"payments"};
    Person mia;
    mia.name = "Mia Chen";
    mia.allocation = 0.6;
    mia.weeklyRate = Money::dollars(4500);
    mia.paidOut = false;
    expected.team = {mia};
    expected.region = "nsw";
    expected.closures = {{std::chrono::December / 25, std::chrono::January / 1, "Closed over Christmas"}};
    expected.targetDate = parseDate("2027-08-31");
    expected.budget = Money::dollars(180'000);
    QVERIFY(made.inputs == expected);
}

void TestNewPlan::everythingSkippedIsTheCataloguesPlan()
{
    Asked asked;
    auto* skip = asked.find<QPushButton>("newPlanSkip");
    for (int step = 0; step < NewPlanDialog::kSteps; ++step) {
        QCOMPARE(asked.dialog().step(), step);
        QVERIFY(asked.tabTo("newPlanSkip"));
        QTest::keyClick(skip, Qt::Key_Space);
    }
    QCOMPARE(asked.dialog().result(), int(QDialog::Accepted));
    QVERIFY(asked.dialog().plan().inputs ==
            userInputs(*asked.catalogue().catalogue, "New plan", *parseDate("2026-11-30")));
    QCOMPARE(asked.dialog().plan().path, asked.file("New plan.trestle"));
}

void TestNewPlan::enterGoesOnFromEveryField()
{
    for (const char* field : {"newPlanName", "newPlanClient", "condition_compliance", "newPlanPath"}) {
        Asked asked;
        asked.type("Orchard");
        QVERIFY2(asked.tabTo(field), field);
        asked.press(Qt::Key_Return);
        QVERIFY2(asked.dialog().step() == 1, field);
        QVERIFY(asked.dialog().plan().inputs.profile.conditions.empty());
    }
}

void TestNewPlan::nameAndFileAreAskedFor()
{
    Asked asked;
    asked.press(Qt::Key_Return);
    QCOMPARE(asked.dialog().step(), 0);
    QCOMPARE(asked.problem("newPlanNameProblem"), QStringLiteral("Give the plan a name."));
    QCOMPARE(asked.focused(), QStringLiteral("newPlanName"));
    asked.type("Ledgerly");
    QCOMPARE(asked.problem("newPlanNameProblem"), QString());
    auto* path = asked.find<QLineEdit>("newPlanPath");
    QCOMPARE(path->text(), asked.file("Ledgerly.trestle"));
    QVERIFY(asked.tabTo("newPlanPath"));
    path->selectAll();
    asked.type(qPrintable(asked.file("mine")));
    QFile taken(asked.file("mine.trestle"));
    QVERIFY(taken.open(QIODevice::WriteOnly));
    asked.press(Qt::Key_Return);
    QCOMPARE(asked.dialog().step(), 0);
    QVERIFY(asked.problem("newPlanPathProblem").contains(QStringLiteral("exists already")));
    QVERIFY(taken.remove());
    asked.press(Qt::Key_Return);
    QCOMPARE(asked.dialog().step(), 1);
    QCOMPARE(asked.dialog().plan().path, asked.file("mine.trestle"));
    // It may come to be there meanwhile.
    asked.press(Qt::Key_Return);
    QVERIFY(taken.open(QIODevice::WriteOnly));
    asked.press(Qt::Key_Return);
    QVERIFY(asked.dialog().isVisible());
    QCOMPARE(asked.dialog().step(), 0);
    QVERIFY(asked.problem("newPlanPathProblem").contains(QStringLiteral("exists already")));
}

void TestNewPlan::ratesComeFromASalary()
{
    Asked asked;
    asked.type("Orchard");
    asked.press(Qt::Key_Return);
    asked.press(Qt::Key_Space); // just me
    auto* salary = asked.find<SalaryPanel>("salaryPanel");
    QVERIFY(!salary->isVisible());
    QVERIFY(asked.tabTo("newPlanRate1"));
    QVERIFY(salary->isVisible());
    QVERIFY(!asked.dialog().plan().inputs.team.front().rateBasis); // shown, not taken
    QVERIFY(asked.tabTo("salaryYearly"));
    asked.type("120,000");
    asked.press(Qt::Key_Tab);
    const Person me = asked.dialog().plan().inputs.team.front();
    RateBasis expected = usualBasis(RateKind::employee);
    expected.amount = Money::dollars(120'000);
    expected.asOf = testing::today();
    QVERIFY(me.rateBasis == expected);
    QCOMPARE(me.weeklyRate, weeklyRate(expected));
    QCOMPARE(asked.find<QLineEdit>("newPlanRate1")->text(), format::amount(weeklyRate(expected)));
    // A rate that is typed over it is that of no salary.
    asked.find<QWidget>("newPlanRate1")->setFocus();
    asked.find<QLineEdit>("newPlanRate1")->selectAll();
    asked.type("3,000");
    asked.press(Qt::Key_Tab);
    QCOMPARE(asked.dialog().plan().inputs.team.front().weeklyRate, Money::dollars(3'000));
    QVERIFY(!asked.dialog().plan().inputs.team.front().rateBasis);
}

void TestNewPlan::rolesComeFromTheRateCard()
{
    RateCard card;
    QVERIFY(card.add({"Designer", Money::dollars(3'900), Money::dollars(6'000), true}));
    Asked asked{RateCards(card)};
    asked.type("Orchard");
    asked.press(Qt::Key_Return);
    asked.press(Qt::Key_Space); // just me
    QAction* first = asked.find<QMenu>("newPlanRoles")->actions().first();
    QVERIFY(first->text().startsWith(QStringLiteral("Designer")));
    first->trigger();
    first->trigger();
    const std::vector<Person> team = asked.dialog().plan().inputs.team;
    QCOMPARE(team.size(), std::size_t{3});
    QCOMPARE(team[1].name, std::string("Designer"));
    QCOMPARE(team[2].name, std::string("Designer 2"));
    for (const Person& role : {team[1], team[2]}) {
        QVERIFY(role.isRole);
        QCOMPARE(role.weeklyRate, Money::dollars(3'900));
        QCOMPARE(role.billRate.value_or(Money()), Money::dollars(6'000));
    }
    QVERIFY(asked.find<QRadioButton>("newPlanMeAnd")->isChecked()); // it is no longer me alone
}

void TestNewPlan::rolesAreThoseOfTheClient()
{
    RateCard card;
    QVERIFY(card.add({"Designer", Money::dollars(3'900), Money::dollars(6'000), true}));
    RateCards cards(card);
    RateCard own;
    QVERIFY(own.add({"Designer", Money::dollars(3'900), Money::dollars(7'500), true}));
    QVERIFY(cards.add("Acme", own));
    Asked asked{cards};
    asked.type("Orchard");
    asked.find<QLineEdit>("newPlanClient")->setText(QStringLiteral("acme"));
    asked.press(Qt::Key_Return);
    asked.press(Qt::Key_Space); // just me
    asked.find<QMenu>("newPlanRoles")->actions().first()->trigger();
    QCOMPARE(asked.dialog().plan().inputs.team.back().billRate, std::optional(Money::dollars(7'500)));
}

void TestNewPlan::rowsComeAndGo()
{
    Asked asked;
    asked.type("Orchard");
    asked.press(Qt::Key_Return);
    asked.find<QRadioButton>("newPlanATeam")->click();
    const auto team = [&] { return asked.dialog().plan().inputs.team; };
    QCOMPARE(team().size(), asked.catalogue().catalogue->team.size());
    asked.find<QPushButton>("newPlanAddPerson")->click();
    QCOMPARE(asked.focused(), QStringLiteral("newPlanPerson3"));
    QCOMPARE(team().back().name, std::string("Person 3"));
    asked.type(team().front().name.c_str());
    asked.press(Qt::Key_Return);
    QCOMPARE(asked.dialog().step(), 1);
    QVERIFY(asked.problem("newPlanBuildersProblem").contains(QStringLiteral("Two are called")));
    QVERIFY(asked.tabTo("newPlanPerson3"));
    asked.find<QLineEdit>("newPlanPerson3")->selectAll();
    asked.type("Bo");
    QCOMPARE(asked.problem("newPlanBuildersProblem"), QString());
    asked.find<QAbstractButton>("newPlanRemove1")->click();
    QCOMPARE(team().size(), std::size_t{2});
    QCOMPARE(team().back().name, std::string("Bo"));
    // Another way and back: what was entered is kept.
    asked.find<QRadioButton>("newPlanJustMe")->click();
    QCOMPARE(team().size(), std::size_t{1});
    QVERIFY(!team().front().paidOut);
    asked.find<QRadioButton>("newPlanATeam")->click();
    QCOMPARE(team().back().name, std::string("Bo"));
    // What is no part of a week is no time.
    QVERIFY(asked.tabTo("newPlanTime1"));
    auto* time = asked.find<QLineEdit>("newPlanTime1Line");
    time->selectAll();
    asked.type("150 %");
    asked.press(Qt::Key_Return);
    QCOMPARE(asked.dialog().step(), 1);
    time->selectAll();
    asked.type("3 days");
    asked.press(Qt::Key_Return);
    QCOMPARE(asked.dialog().step(), 2);
    QCOMPARE(team().front().allocation, 0.6);
}

void TestNewPlan::leavingAsksOnlyWhereSomethingIsLost()
{
    Asked nothing;
    nothing.press(Qt::Key_Escape);
    QVERIFY(!nothing.dialog().isVisible());
    QCOMPARE(nothing.leaveAsked, 0);

    Asked asked;
    asked.type("Orchard");
    asked.press(Qt::Key_Escape);
    QVERIFY(asked.dialog().isVisible());
    QCOMPARE(asked.leaveAsked, 1);
    asked.mayLeave = true;
    asked.press(Qt::Key_Escape);
    QVERIFY(!asked.dialog().isVisible());
    QCOMPARE(asked.dialog().result(), int(QDialog::Rejected));
}

void TestNewPlan::buttonsNeverMove()
{
    Asked asked;
    const auto places = [&] {
        QList<QRect> all;
        for (const char* name : {"newPlanSkip", "newPlanCancel", "newPlanBack", "newPlanNext"}) {
            const auto* button = asked.find<QPushButton>(name);
            all += QRect(button->mapTo(&asked.dialog(), QPoint()), button->size());
        }
        return all;
    };
    const QList<QRect> first = places();
    asked.type("Orchard");
    for (int step = 1; step < NewPlanDialog::kSteps; ++step) {
        asked.press(Qt::Key_Return);
        QCOMPARE(asked.dialog().step(), step);
        QCOMPARE(places(), first);
    }
    QTest::keyClick(asked.find<QPushButton>("newPlanBack"), Qt::Key_Space);
    QCOMPARE(asked.dialog().step(), 1);
    QCOMPARE(places(), first);
}

void TestNewPlan::headlineIsThatOfThePlan()
{
    Asked asked;
    QVERIFY(!asked.find<QWidget>("newPlanPromise")->isVisible()); // before the first answer
    asked.type("Orchard");
    const QString first = asked.promise();
    QVERIFY(!first.isEmpty());
    QCOMPARE(first, asked.promiseOfPlan());
    asked.press(Qt::Key_Return);
    asked.press(Qt::Key_Space); // just me
    const QString alone = asked.promise();
    QVERIFY(alone != first);
    QCOMPARE(alone, asked.promiseOfPlan());
    asked.press(Qt::Key_Return);
    asked.type("1 Feb 2027");
    asked.press(Qt::Key_Tab);
    const QString later = asked.promise();
    QVERIFY(later != alone);
    QCOMPARE(later, asked.promiseOfPlan());
    QVERIFY(asked.tabTo("newPlanTarget"));
    QVERIFY(!asked.find<QLabel>("newPlanTargetChance")->isVisible());
    asked.type("1 Dec 2027");
    asked.press(Qt::Key_Tab);
    QCOMPARE(asked.promise(), later);
    QVERIFY(asked.find<QLabel>("newPlanTargetChance")->isVisible());
    asked.press(Qt::Key_Return);

    // The document's own simulation says the same.
    testing::OpenPlan open({Project{asked.dialog().plan().inputs, {}}, asked.catalogue()});
    QVERIFY(testing::awaitRisk(open.document()));
    QCOMPARE(promiseOf(open.plan(), *open.document().risk(), 80).replace(QStringLiteral(", "), QStringLiteral(",\n")),
             later);
}

void TestNewPlan::everythingHasNameAndRoom_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("kind");
    QTest::newRow("what") << 0 << QString();
    QTest::newRow("who, unsaid") << 1 << QString();
    QTest::newRow("just me") << 1 << QStringLiteral("newPlanJustMe");
    QTest::newRow("me and others") << 1 << QStringLiteral("newPlanMeAnd");
    QTest::newRow("a team") << 1 << QStringLiteral("newPlanATeam");
    QTest::newRow("when") << 2 << QString();
}

void TestNewPlan::everythingHasNameAndRoom()
{
    QFETCH(int, step);
    QFETCH(QString, kind);
    Asked asked;
    asked.type("A plan with a name that is longer than names of plans usually are, by a good deal");
    for (int i = 0; i < step; ++i)
        asked.press(Qt::Key_Return);
    QCOMPARE(asked.dialog().step(), step);
    if (!kind.isEmpty())
        asked.dialog().findChild<QRadioButton*>(kind)->click();
    QVERIFY(!asked.promise().isEmpty());
    QCoreApplication::processEvents();
    const QStringList problems = testing::widgetProblems(asked.dialog());
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestNewPlan::recordIsOffered()
{
    const QByteArray usual = qgetenv("TRESTLE_RECORD");
    const QTemporaryDir folder;
    qputenv("TRESTLE_RECORD", folder.filePath(QStringLiteral("record.json")).toUtf8());
    {
        Asked without;
        QTRY_VERIFY(without.dialog().findChild<RecordStore*>()->isRead());
        QVERIFY(without.find<QWidget>("newPlanProjects")->isHidden());
        const RecordedProject past{"prototype-to-production", *parseDate("2026-03-02"), .3, 1, 1.05, 1.35, 1.55};
        QVERIFY(addToUserRecord({past}));
        Asked asked;
        auto* like = asked.find<QComboBox>("newPlanLike");
        QTRY_COMPARE(like->count(), 2);
        const OutsideView before = asked.dialog().plan().inputs.outsideView;
        while (asked.dialog().step() + 1 < NewPlanDialog::kSteps)
            asked.find<QPushButton>("newPlanSkip")->click();
        QVERIFY(asked.tabTo("newPlanLike"));
        asked.press(Qt::Key_Down);
        const OutsideView view = asked.dialog().plan().inputs.outsideView;
        QCOMPARE(view, recordView(figuresOf({past})));
        QCOMPARE(asked.promise(), asked.promiseOfPlan());
        asked.press(Qt::Key_Up);
        QCOMPARE(asked.dialog().plan().inputs.outsideView, before);
    }
    qputenv("TRESTLE_RECORD", usual);
}

TRESTLE_UI_TEST(TestNewPlan)
#include "tst_new_plan.moc"
