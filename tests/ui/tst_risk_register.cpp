#include "models/risk/risk_place.h"
#include "models/risk_catalogue.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/dialogs/risk_dialog.h"
#include "ui/pages/risk_page.h"
#include "ui/risk/register_model.h"
#include "ui/risk/register_table.h"
#include "ui/risk/register_view.h"
#include "ui/risk/register_words.h"
#include "ui/risk/response_model.h"
#include "ui/risk/risk_matrix_chart.h"
#include "ui/risk/risk_section.h"
#include "ui/theme/theme.h"
#include "ui/widgets/figure_fields.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>

using namespace trestle;

namespace {

using Column = RegisterModel::Column;

QString simple(const QString& text)
{
    return text.normalized(QString::NormalizationForm_KC);
}

RiskEvent eventCalled(const char* title, double p, const char* phase, const ThreePoint& effort,
                      const ThreePoint& delay = {}, const ThreePoint& money = {})
{
    RiskEvent event;
    event.title = title;
    event.id = freeRiskId({}, title);
    event.p = p;
    event.phase = phase;
    event.effort = effort;
    event.delay = delay;
    event.money = money;
    return event;
}

/// Four: one over, one that takes money, one that takes a wait, one that takes work and has a response in the plan.
ProjectDocument projectWithFour()
{
    ProjectDocument project = testing::emptyProject();
    RiskRegister& risks = project.project.base.risks;
    addRisk(risks, eventCalled("Store says no", 0.1, "deployment", {}, {1, 2, 3})).status = RiskStatus::notHappened;
    addRisk(risks, eventCalled("An audit wants more", 0.2, "operations", {}, {}, {5'000, 10'000, 25'000}));
    addRisk(risks, eventCalled("An engineer leaves", 0.3, "testing", {}, {3, 6, 9}));
    RiskEvent& hole = addRisk(risks, eventCalled("A hole is found", 0.35, "security", {1, 2, 5}));
    hole.status = RiskStatus::responded;
    hole.response.emplace();
    hole.response->title = "Outside test";
    hole.response->cost = Money::dollars(3'500);
    hole.response->p = 0.12;
    return project;
}

struct OpenRegister {
    explicit OpenRegister(const ProjectDocument& project = projectWithFour(), QSize size = {1000, 900})
        : open(project), page(open.document()), view(*page.findChild<RegisterView*>())
    {
        testing::showAt(page, size);
        settle();
    }
    void settle()
    {
        const bool any = !document().inputs().risks.events.empty();
        if (!testing::awaitRisk(document()) ||
            !QTest::qWaitFor([&] { return !any || view.worth() != nullptr; }, 60'000))
            qFatal("no figures");
    }
    PlanDocument& document() { return open.document(); }
    RegisterModel& model() { return view.model(); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return simple(view.model().index(row, column).data().toString());
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList all;
        for (int row = 0; row < view.model().rowCount(); ++row)
            all += cell(row, Column::Title);
        return all;
    }
    bool type(int row, int column, const QVariant& text)
    {
        return model().setData(model().index(row, column), text, Qt::EditRole);
    }
    template <class T>
    T& part(const char* name)
    {
        auto* found = page.findChild<T*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return *found;
    }

    testing::OpenPlan open;
    RiskPage page;
    RegisterView& view;
};

} // namespace

/// The register of risks on the Risk page.
class TestRiskRegister : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void modelKeepsItsRules();
    void rowsSayWhatEachDoes();
    void worstFirstAndOverLast();
    void rowsStayWhileFiguresAreWorkedOut();
    void editedInPlace_data();
    void editedInPlace();
    void whatMakesNoSenseIsRefused_data();
    void whatMakesNoSenseIsRefused();
    void statusOffersWhatThereIs();
    void happenedIsAnItemOfThePlan();
    void emptySaysHowToBegin();
    void suggestionsAreAdded();
    void removedByKeyAndBackByUndo();
    void enterOpensAllOfARisk();
    void dialogAsksForWhatItDoes();
    void responseDialogKeepsWhatChanges();
    void responsesAreComparedByWorth();
    void pictureHasEachInItsField_data();
    void pictureHasEachInItsField();
    void pictureHoldsTwenty();
    void pictureIsReadByKeys();
    void everythingFits_data();
    void everythingFits();
};

void TestRiskRegister::modelKeepsItsRules()
{
    testing::OpenPlan open(projectWithFour());
    RegisterModel model(open.document());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QPersistentModelIndex hole = model.index(model.rowOf("a-hole-is-found"), Column::Title);
    RegisterWorth worth;
    for (const char* id : {"a-hole-is-found", "an-engineer-leaves", "an-audit-wants-more", "store-says-no"})
        worth.risks.push_back({id, {}, {}});
    model.setWorth(&worth);
    QCOMPARE(hole.row(), 0);
    open.document().edit(QStringLiteral("Fewer"),
                         [](Inputs& inputs) { inputs.risks.events.erase(inputs.risks.events.begin() + 2); });
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(hole.row(), 0);
    open.document().undo();
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(hole.data().toString(), QStringLiteral("A hole is found"));
}

void TestRiskRegister::rowsSayWhatEachDoes()
{
    OpenRegister made;
    const int hole = made.model().rowOf("a-hole-is-found");
    QCOMPARE(made.cell(hole, Column::ChanceOf), QStringLiteral("35 %"));
    QVERIFY(made.cell(hole, Column::Impact).startsWith(QStringLiteral("1 to 5 weeks in ")));
    QCOMPARE(made.cell(hole, Column::Response), QStringLiteral("Outside test"));
    QCOMPARE(made.cell(hole, Column::Status), QStringLiteral("responded"));
    QCOMPARE(made.model().index(hole, Column::Title).data(RegisterModel::NumberRole).toInt(), 4);
    const int audit = made.model().rowOf("an-audit-wants-more");
    QCOMPARE(made.cell(audit, Column::Impact), QStringLiteral("AUD 5,000 to 25,000"));
    QCOMPARE(made.cell(audit, Column::Adds), QStringLiteral("no time"));
    const int engineer = made.model().rowOf("an-engineer-leaves");
    QVERIFY(made.cell(engineer, Column::Impact).endsWith(QStringLiteral("waits 3 to 9 weeks")));
    const auto costOfEngineer = [&] {
        const auto worth = std::ranges::find(made.view.worth()->risks, "an-engineer-leaves", &RiskWorth::id);
        return worth->adds.cost;
    };
    const Money withoutWages = costOfEngineer();
    QVERIFY(made.part<QLabel>("registerNote").isVisible()); // why it adds no wages
    QVERIFY(simple(made.part<QLabel>("registerSentence").text())
                .startsWith(QStringLiteral("Together they move 80 % sure by")));
    // Retained people cost while they wait.
    made.document().edit(QStringLiteral("Retained"), [](Inputs& inputs) { inputs.costMode = CostMode::retained; });
    made.settle();
    QVERIFY(!made.part<QLabel>("registerNote").isVisible());
    QVERIFY(costOfEngineer() > withoutWages + Money::dollars(1'000));
}

void TestRiskRegister::worstFirstAndOverLast()
{
    OpenRegister made;
    QCOMPARE(made.titles(), (QStringList{QStringLiteral("An engineer leaves"), QStringLiteral("A hole is found"),
                                         QStringLiteral("An audit wants more"), QStringLiteral("Store says no")}));
    QVERIFY(made.model().index(3, Column::Title).data(RegisterModel::OverRole).toBool());
    QCOMPARE(made.cell(3, Column::Adds), QStringLiteral("–"));
    QCOMPARE(made.model().index(0, Column::Adds).data(RegisterModel::BarRole).toDouble(), 1.0);
    // Nearly impossible: it goes down once that is worked out.
    QVERIFY(made.type(0, Column::ChanceOf, QStringLiteral("0")));
    made.settle();
    QCOMPARE(made.titles().front(), QStringLiteral("A hole is found"));
}

void TestRiskRegister::rowsStayWhileFiguresAreWorkedOut()
{
    OpenRegister made;
    const QStringList before = made.titles();
    made.document().setItemState(QStringLiteral("metrics"), ItemState::done);
    QVERIFY(!made.document().risk());
    QCOMPARE(made.titles(), before);
    QCOMPARE(made.cell(0, Column::Adds), simple(QStringLiteral("…")));
    QVERIFY(made.part<QLabel>("registerSentence").text().isEmpty());
    made.settle();
    QVERIFY(made.cell(0, Column::Adds) != simple(QStringLiteral("…")));
}

void TestRiskRegister::editedInPlace_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* name, int column, const char* typed, const char* shown) {
        QTest::newRow(name) << column << QString::fromUtf8(typed) << QString::fromUtf8(shown);
    };
    row("title", Column::Title, " She leaves ", "She leaves");
    row("per cent", Column::ChanceOf, "12 %", "12 %");
    row("a number alone", Column::ChanceOf, "12", "12 %");
    row("a part of 1", Column::ChanceOf, "0.12", "12 %");
    row("certain", Column::ChanceOf, "100 %", "100 %");
    row("owner", Column::Owner, "Mia Chen", "Mia Chen");
}

void TestRiskRegister::editedInPlace()
{
    QFETCH(int, column);
    QFETCH(QString, typed);
    OpenRegister made;
    const QString before = made.cell(0, column);
    QVERIFY(made.type(0, column, typed));
    QTEST(made.cell(0, column), "shown");
    QVERIFY(!made.type(0, column, typed)); // nothing to change
    made.document().undo();
    QCOMPARE(made.cell(0, column), before);
}

void TestRiskRegister::whatMakesNoSenseIsRefused_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("typed");
    QTest::newRow("no title") << static_cast<int>(Column::Title) << QStringLiteral("  ");
    QTest::newRow("no chance") << static_cast<int>(Column::ChanceOf) << QStringLiteral("often");
    QTest::newRow("below nothing") << static_cast<int>(Column::ChanceOf) << QStringLiteral("-5 %");
    QTest::newRow("more than certain") << static_cast<int>(Column::ChanceOf) << QStringLiteral("130 %");
}

void TestRiskRegister::whatMakesNoSenseIsRefused()
{
    QFETCH(int, column);
    QFETCH(QString, typed);
    OpenRegister made;
    const QSignalSpy refused(&made.page, &RiskPage::refused);
    const QString before = made.cell(0, column);
    QVERIFY(!made.type(0, column, typed));
    QCOMPARE(refused.count(), 1);
    QCOMPARE(made.cell(0, column), before);
    QVERIFY(!made.document().canUndo());
}

void TestRiskRegister::statusOffersWhatThereIs()
{
    OpenRegister made;
    const auto states = [&](const char* id) {
        return made.model().index(made.model().rowOf(id), Column::Status).data(RegisterModel::StatesRole).toList();
    };
    QCOMPARE(states("a-hole-is-found").size(), 4);
    QCOMPARE(states("an-engineer-leaves").size(), 3); // no response to be in the plan
    // By keys: F2 opens the list, which takes the choice.
    const int row = made.model().rowOf("a-hole-is-found");
    made.view.table().setCurrentIndex(made.model().index(row, Column::Status));
    made.view.table().setFocus();
    QTest::keyClick(&made.view.table(), Qt::Key_F2);
    auto* list = made.page.findChild<QComboBox*>(QStringLiteral("riskStatusEditor"));
    QVERIFY(list);
    QCOMPARE(list->currentText(), QStringLiteral("responded"));
    QTest::keyClick(list, Qt::Key_Up);
    QTRY_COMPARE(made.cell(row, Column::Status), QStringLiteral("open"));
}

void TestRiskRegister::happenedIsAnItemOfThePlan()
{
    OpenRegister made;
    const auto items = made.open.plan().items.size();
    const QSignalSpy edits(&made.document(), &PlanDocument::edited);
    QVERIFY(made.model().setStatus("a-hole-is-found", RiskStatus::happened));
    QCOMPARE(made.open.plan().items.size(), items + 1);
    const auto told = edits.front().front().value<Edited>();
    QVERIFY(told.takesAway); // is told of in the toast
    QCOMPARE(told.label, QStringLiteral("A hole is found happened: it is an item of the plan now"));
    made.document().undo();
    QCOMPARE(made.open.plan().items.size(), items);
}

void TestRiskRegister::emptySaysHowToBegin()
{
    OpenRegister made(testing::emptyProject());
    QVERIFY(!made.view.table().isVisible());
    QVERIFY(!made.part<RegisterTable>("responseTable").isVisible());
    QVERIFY(!made.part<RiskMatrixChart>("riskMatrix").isVisible());
    QVERIFY(!made.part<QPushButton>("riskRemove").isVisible());
    QVERIFY(made.part<QLabel>("registerSentence").text().startsWith(QStringLiteral("Nothing yet.")));
    QVERIFY(made.part<QPushButton>("riskAdd").isVisible());
}

void TestRiskRegister::suggestionsAreAdded()
{
    OpenRegister made(testing::emptyProject());
    auto& button = made.part<QPushButton>("riskSuggestions");
    const auto offered = suggestedRisks(made.document().catalogue(), made.document().inputs()).size();
    QVERIFY(offered > 0);
    QCOMPARE(button.menu()->actions().size(), static_cast<qsizetype>(offered));
    button.menu()->actions().front()->trigger();
    QCOMPARE(made.model().rowCount(), 1);
    QCOMPARE(button.menu()->actions().size(), static_cast<qsizetype>(offered) - 1);
    QVERIFY(button.text().endsWith(QStringLiteral("%1 more").arg(offered - 1)));
    QVERIFY(made.view.table().isVisible());
    QCOMPARE(made.view.table().currentIndex().row(), 0);
    made.settle();
    made.document().undo();
    QCOMPARE(made.model().rowCount(), 0);
    // One that a condition brings is offered where that holds.
    made.document().edit(QStringLiteral("Payments"),
                         [](Inputs& inputs) { inputs.profile.conditions.insert("payments"); });
    QCOMPARE(button.menu()->actions().size(), static_cast<qsizetype>(offered) + 1);
}

void TestRiskRegister::removedByKeyAndBackByUndo()
{
    OpenRegister made;
    made.view.table().setCurrentIndex(made.model().index(1, Column::Impact));
    made.view.table().setFocus();
    QTest::keyClick(&made.view.table(), Qt::Key_Delete);
    QCOMPARE(made.model().rowCount(), 3);
    QVERIFY(!made.titles().contains(QStringLiteral("A hole is found")));
    made.document().undo();
    QCOMPARE(made.model().rowCount(), 4);
    // Its number stays its own: the next one gets another.
    made.document().edit(QStringLiteral("Add"), [](Inputs& inputs) {
        addRisk(inputs.risks, eventCalled("A new one", 0.1, "security", {1, 1, 1}));
    });
    QCOMPARE(findRisk(made.document().inputs().risks, "a-new-one")->number, 5);
}

void TestRiskRegister::enterOpensAllOfARisk()
{
    OpenRegister made;
    made.view.table().setCurrentIndex(made.model().index(1, Column::Impact));
    made.view.table().setFocus();
    QString opened;
    QTimer::singleShot(0, &made.view, [&] {
        auto* dialog = qobject_cast<RiskDialog*>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        opened = dialog->findChild<QLineEdit*>(QStringLiteral("riskTitle"))->text();
        dialog->findChild<QDoubleSpinBox*>(QStringLiteral("riskChance"))->setValue(40);
        dialog->accept();
    });
    QTest::keyClick(&made.view.table(), Qt::Key_Return);
    QCOMPARE(opened, QStringLiteral("A hole is found"));
    QCOMPARE(findRisk(made.document().inputs().risks, "a-hole-is-found")->p, 0.4);
}

void TestRiskRegister::dialogAsksForWhatItDoes()
{
    testing::OpenPlan open;
    RiskEvent event;
    event.phase = "security";
    RiskDialog dialog(open.document().catalogue(), event, QStringLiteral("Add a risk"));
    testing::showAt(dialog, {});
    const auto& problem = *dialog.findChild<QLabel*>(QStringLiteral("riskDialogProblem"));
    dialog.accept();
    QVERIFY(problem.text().startsWith(QStringLiteral("Say what may happen")));
    dialog.findChild<QLineEdit*>(QStringLiteral("riskTitle"))->setText(QStringLiteral("A flood"));
    dialog.accept();
    QVERIFY(problem.text().startsWith(QStringLiteral("Say what it does")));
    dialog.findChild<EffortField*>(QStringLiteral("riskEffortLow"))->setEffort(2);
    dialog.accept();
    QVERIFY(problem.text().startsWith(QStringLiteral("Low, likely and high")));
    dialog.findChild<EffortField*>(QStringLiteral("riskEffortLikely"))->setEffort(3);
    dialog.findChild<EffortField*>(QStringLiteral("riskEffortHigh"))->setEffort(4);
    dialog.findChild<AmountField*>(QStringLiteral("riskMoneyHigh"))->setAmount(Money::dollars(900));
    dialog.accept();
    QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    QCOMPARE(dialog.event().effort, (ThreePoint{2, 3, 4}));
    QCOMPARE(dialog.event().money, (ThreePoint{0, 0, 900}));
    QCOMPARE(dialog.event().phase, std::string("security"));
}

void TestRiskRegister::responseDialogKeepsWhatChanges()
{
    const RiskEvent before = eventCalled("An engineer leaves", 0.125, "testing", {}, {3, 6, 9});
    ResponseDialog dialog(before);
    testing::showAt(dialog, {});
    dialog.findChild<AmountField*>(QStringLiteral("responseCost"))->setAmount(Money::dollars(4'000));
    dialog.findChild<QDoubleSpinBox*>(QStringLiteral("riskDelayLow"))->setValue(1);
    dialog.findChild<QDoubleSpinBox*>(QStringLiteral("riskDelayLikely"))->setValue(2);
    dialog.findChild<QDoubleSpinBox*>(QStringLiteral("riskDelayHigh"))->setValue(3);
    dialog.accept();
    const RiskEvent after = dialog.event();
    QCOMPARE(after.status, RiskStatus::open); // tried out, not in the plan
    QCOMPARE(after.response->p, 0.125);       // as it was, to the last digit
    QCOMPARE(after.response->delay.value(), (ThreePoint{1, 2, 3}));
    QVERIFY(!after.response->effort && !after.response->money);
    ResponseDialog again(after);
    again.findChild<QCheckBox*>(QStringLiteral("responseInPlan"))->setChecked(true);
    QCOMPARE(again.event().status, RiskStatus::responded);
    ResponseDialog without(again.event());
    without.findChild<QPushButton*>(QStringLiteral("responseNone"))->click();
    QVERIFY(!without.event().response);
    QCOMPARE(without.event().status, RiskStatus::open);
}

void TestRiskRegister::responsesAreComparedByWorth()
{
    OpenRegister made;
    made.document().edit(QStringLiteral("Respond"), [](Inputs& inputs) {
        RiskResponse response;
        response.cost = Money::dollars(4'000);
        response.p = 0.3;
        response.delay = ThreePoint{0, 0, 0};
        findRisk(inputs.risks, "an-engineer-leaves")->response = response;
    });
    made.settle();
    auto& table = made.part<RegisterTable>("responseTable");
    QVERIFY(table.isVisible());
    const auto cell = [&](int row, int column) { return simple(table.model()->index(row, column).data().toString()); };
    QCOMPARE(table.model()->rowCount(), 2);
    QCOMPARE(cell(0, ResponseModel::Title), QStringLiteral("An engineer leaves")); // saves more
    QCOMPARE(cell(0, ResponseModel::Cost), QStringLiteral("4,000"));
    // Almost all of it: a wait adds no wages, but the running costs go on.
    const auto worth = std::ranges::find(made.view.worth()->risks, "an-engineer-leaves", &RiskWorth::id);
    QVERIFY(worth->response->net > Money::dollars(3'000) && worth->response->net <= Money::dollars(4'000));
    QCOMPARE(cell(0, ResponseModel::Pays),
             simple(QStringLiteral("%1 for %2")
                        .arg(format::simulated(worth->response->net), registerwords::time(worth->response->saves))));
    QCOMPARE(cell(1, ResponseModel::Title), QStringLiteral("Outside test"));
    QCOMPARE(cell(1, ResponseModel::Changes), QStringLiteral("35 % → 12 %"));
}

void TestRiskRegister::pictureHasEachInItsField_data()
{
    QTest::addColumn<double>("p");
    QTest::addColumn<int>("row");
    QTest::newRow("14 %") << 0.14 << 2;
    QTest::newRow("15 %") << 0.15 << 1;
    QTest::newRow("30 %") << 0.30 << 1;
    QTest::newRow("31 %") << 0.31 << 0;
}

void TestRiskRegister::pictureHasEachInItsField()
{
    QFETCH(double, p);
    ProjectDocument project = projectWithFour();
    findRisk(project.project.base.risks, "an-engineer-leaves")->p = p;
    testing::OpenPlan open(project);
    const RiskMatrix matrix = registerwords::matrix(open.plan());
    QCOMPARE(matrix.marks.size(), std::size_t{3}); // what did not happen has no place
    const auto engineer = std::ranges::find(matrix.marks, 3, &RiskMatrix::Mark::number);
    QVERIFY(engineer != matrix.marks.end());
    QTEST(engineer->at.row, "row");
    QCOMPARE(engineer->at.column, 2); // six weeks are a month or more
    QVERIFY(!engineer->after);
    const auto hole = std::ranges::find(matrix.marks, 4, &RiskMatrix::Mark::number);
    QCOMPARE(hole->at, (RiskMatrix::Place{1, 0}));
    QCOMPARE(hole->after.value(), (RiskMatrix::Place{1, 2})); // 12 % with its response
}

void TestRiskRegister::pictureHoldsTwenty()
{
    RiskMatrix matrix;
    for (int number = 1; number <= 20; ++number)
        matrix.marks.push_back(
            {number, {1, 1}, number % 2 == 0 ? std::optional(RiskMatrix::Place{1, 1}) : std::nullopt});
    const QRectF area(0, 0, 380, matrix.height());
    std::vector<QRectF> circles;
    for (std::size_t mark = 0; mark < matrix.marks.size(); ++mark) {
        circles.push_back(matrix.circle(area, mark));
        if (matrix.marks[mark].after)
            circles.push_back(matrix.circle(area, mark, true));
    }
    for (std::size_t i = 0; i < circles.size(); ++i) {
        QVERIFY(matrix.field(area, {1, 1}).contains(circles[i]));
        for (std::size_t k = i + 1; k < circles.size(); ++k)
            QVERIFY(!circles[i].intersects(circles[k]));
    }
    QImage image(400, 320, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    matrix.paint(painter, area, lightPalette());
    painter.end();
    const QPointF centre = circles.front().center() - QPointF(circles.front().width() / 2 - 1.5, 0);
    QCOMPARE(image.pixelColor(centre.toPoint()), roleColor(Role::Bar, lightPalette()));
}

void TestRiskRegister::pictureIsReadByKeys()
{
    OpenRegister made;
    auto& chart = made.part<RiskMatrixChart>("riskMatrix");
    QVERIFY(chart.isVisible());
    chart.setFocus(Qt::TabFocusReason);
    QVERIFY(chart.readout().startsWith(QStringLiteral("2, An audit wants more: possible, up to a week")));
    QTest::keyClick(&chart, Qt::Key_End);
    QVERIFY(chart.readout().endsWith(QStringLiteral("with its response unlikely, weeks if it happens")));
    QCOMPARE(made.part<QLabel>("riskPlacesSentence").text(), QStringLiteral("Dashed: number 4 with its response."));
}

void TestRiskRegister::everythingFits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("wide") << QSize(1100, 900);
    QTest::newRow("usual") << QSize(818, 740);
    QTest::newRow("narrow") << QSize(520, 700);
}

void TestRiskRegister::everythingFits()
{
    QFETCH(QSize, size);
    OpenRegister made(projectWithFour(), size);
    QCOMPARE(testing::widgetProblems(made.page), QStringList());
    auto& table = made.view.table();
    const QModelIndex last = made.model().index(made.model().rowCount() - 1, Column::Title);
    QVERIFY(table.visualRect(last).bottom() <= table.viewport()->height()); // all rows at once: the page scrolls
    QCOMPARE(table.isColumnHidden(Column::Owner), table.width() < 900);
    OpenRegister empty(testing::emptyProject(), size);
    QCOMPARE(testing::widgetProblems(empty.page), QStringList());
}

TRESTLE_UI_TEST(TestRiskRegister)
#include "tst_risk_register.moc"
