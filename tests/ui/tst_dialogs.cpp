#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/checklist/item_note_dialog.h"
#include "ui/dialogs/calendar_dialog.h"
#include "ui/dialogs/days_off_dialogs.h"
#include "ui/dialogs/plan_dialogs.h"
#include "ui/dialogs/risk_dialog.h"
#include "ui/history/name_version_dialog.h"
#include "ui/new_plan/new_plan_dialog.h"
#include "ui/scenarios/scenario_dialog.h"

#include <QApplication>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace trestle;

namespace {

using Make = std::function<std::unique_ptr<QDialog>(PlanDocument&)>;

/// Every dialog that something is entered into, with the field it opens in.
struct Entry {
    const char* name;
    const char* first;
    Make make;
};

template <class Dialog, class... Arguments>
Make making(Arguments... arguments)
{
    return [=](PlanDocument& document) { return std::make_unique<Dialog>(document, arguments...); };
}

RiskEvent someRisk()
{
    RiskEvent event;
    event.title = "The review finds a hole";
    event.phase = "security";
    event.effort = {1, 2, 5};
    event.response.emplace();
    event.response->title = "An outside test";
    return event;
}

const std::vector<Entry>& entries()
{
    static const std::vector<Entry> all{
        {"new plan", "newPlanName",
         [](PlanDocument& document) {
             return std::make_unique<NewPlanDialog>(
                 NewPlanSetting{document.plan().catalogue, QStringLiteral("/tmp"), testing::today(), {}});
         }},
        {"start date", "startDate", making<StartDateDialog>()},
        {"replan", "asOfDate", making<AsOfDialog>()},
        {"target", "targetDate", making<TargetDialog>()},
        {"name and client", "detailsName", making<DetailsDialog>()},
        {"calendar", "calendarRegion",
         [](PlanDocument& document) { return std::make_unique<CalendarDialog>(document); }},
        {"leave", "leaveFirst", making<LeaveDialog>(std::size_t{0})},
        {"new scenario", "scenarioName", making<ScenarioDialog>(static_cast<QWidget*>(nullptr))},
        {"rename scenario", "scenarioName",
         making<ScenarioDialog>(QStringLiteral("Old"), static_cast<QWidget*>(nullptr))},
        {"name a version", "versionName",
         [](PlanDocument&) {
             return std::make_unique<NameVersionDialog>(QStringLiteral("5"), QStringLiteral("Old"), QStringList(),
                                                        nullptr);
         }},
        {"risk", "riskTitle",
         [](PlanDocument& document) {
             return std::make_unique<RiskDialog>(document.catalogue(), someRisk(), QStringLiteral("Risk 1"));
         }},
        {"response", "responseTitle", [](PlanDocument&) { return std::make_unique<ResponseDialog>(someRisk()); }},
        {"note", "itemOwner", making<ItemNoteDialog>(QStringLiteral("caching"), static_cast<QWidget*>(nullptr))},
    };
    return all;
}

/// Where a widget begins in the window, the line first: what stands side by side differs by a few pixels.
QPoint placeOf(const QWidget& widget)
{
    return widget.mapTo(widget.window(), QPoint(0, 0));
}

} // namespace

class TestDialogs : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void openInTheirFirstFieldWithItsTextSelected_data() { rows(); }
    void openInTheirFirstFieldWithItsTextSelected();
    void tabGoesAsOneReads_data() { rows(); }
    void tabGoesAsOneReads();
    void labelsStandOnTheLineOfTheirFields_data() { rows(); }
    void labelsStandOnTheLineOfTheirFields();
    void everythingHasNameAndRoom_data() { rows(); }
    void everythingHasNameAndRoom();
    void whatIsTypedAtOnceIsTakenByEnter();

private:
    static void rows();
    static std::unique_ptr<QDialog> opened(PlanDocument& document, const Entry& entry);
};

void TestDialogs::rows()
{
    QTest::addColumn<int>("entry");
    for (std::size_t i = 0; i < entries().size(); ++i)
        QTest::newRow(entries()[i].name) << static_cast<int>(i);
}

std::unique_ptr<QDialog> TestDialogs::opened(PlanDocument& document, const Entry& entry)
{
    std::unique_ptr<QDialog> dialog = entry.make(document);
    testing::showAt(*dialog, {});
    dialog->activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(dialog.get()));
    return dialog;
}

void TestDialogs::openInTheirFirstFieldWithItsTextSelected()
{
    QFETCH(int, entry);
    const Entry& wanted = entries()[static_cast<std::size_t>(entry)];
    testing::OpenPlan open;
    const auto dialog = opened(open.document(), wanted);
    QVERIFY(dialog->focusWidget());
    QCOMPARE(dialog->focusWidget()->objectName(), QString::fromLatin1(wanted.first));
    if (const auto* line = qobject_cast<QLineEdit*>(dialog->focusWidget()))
        QCOMPARE(line->selectedText(), line->text());
}

void TestDialogs::tabGoesAsOneReads()
{
    QFETCH(int, entry);
    testing::OpenPlan open;
    const auto dialog = opened(open.document(), entries()[static_cast<std::size_t>(entry)]);
    QWidgetList visited;
    for (QWidget* at = dialog->focusWidget(); at && !visited.contains(at); at = dialog->focusWidget()) {
        visited += at;
        QTest::keyClick(at, Qt::Key_Tab);
        if (visited.size() > 40)
            break;
    }
    QVERIFY2(visited.size() >= 3, "at least a field, OK and Cancel");
    constexpr int kLine = 12; // pixels that widgets of one line differ by, at most
    int turns = 0;            // back to the top, which is to happen after the last alone
    for (qsizetype i = 1; i < visited.size(); ++i) {
        const QPoint before = placeOf(*visited[i - 1]);
        const QPoint after = placeOf(*visited[i]);
        const bool onward =
            after.y() > before.y() + kLine || (after.y() > before.y() - kLine && after.x() > before.x());
        if (onward)
            continue;
        ++turns;
        QVERIFY2(visited[i - 1]->parentWidget()->objectName().endsWith(QStringLiteral("Buttons")),
                 qPrintable(visited[i - 1]->objectName() + QStringLiteral(" → ") + visited[i]->objectName()));
    }
    QVERIFY(turns <= 1);
}

void TestDialogs::labelsStandOnTheLineOfTheirFields()
{
    QFETCH(int, entry);
    testing::OpenPlan open;
    const auto dialog = opened(open.document(), entries()[static_cast<std::size_t>(entry)]);
    for (const QFormLayout* form : dialog->findChildren<QFormLayout*>())
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem* label = form->itemAt(row, QFormLayout::LabelRole);
            const QLayoutItem* field = form->itemAt(row, QFormLayout::FieldRole);
            if (!label || !field || !field->widget())
                continue;
            const bool oneLine = qobject_cast<QLineEdit*>(field->widget()) || qobject_cast<QComboBox*>(field->widget());
            const int line = oneLine ? field->geometry().height() : QLineEdit().sizeHint().height();
            const int middle = field->geometry().top() + line / 2;
            QVERIFY2(std::abs(label->geometry().center().y() - middle) <= 1,
                     qPrintable(QStringLiteral("%1: %2 beside %3")
                                    .arg(field->widget()->objectName())
                                    .arg(label->geometry().center().y())
                                    .arg(middle)));
        }
}

void TestDialogs::everythingHasNameAndRoom()
{
    QFETCH(int, entry);
    testing::OpenPlan open;
    const auto dialog = opened(open.document(), entries()[static_cast<std::size_t>(entry)]);
    QStringList problems = testing::widgetProblems(*dialog);
    // Qt's own buttons of a box have no names.
    problems.removeIf([](const QString& problem) { return problem.contains(QStringLiteral("Buttons/QPushButton")); });
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestDialogs::whatIsTypedAtOnceIsTakenByEnter()
{
    testing::OpenPlan open;
    ScenarioDialog dialog(open.document(), nullptr);
    testing::showAt(dialog, {});
    QTest::keyClicks(dialog.focusWidget(), QStringLiteral("No co-founder"));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(open.document().scenarios(), QStringList{QStringLiteral("No co-founder")});
}

TRESTLE_UI_TEST(TestDialogs)
#include "tst_dialogs.moc"
