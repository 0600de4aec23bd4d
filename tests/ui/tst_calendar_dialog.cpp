#include "models/calendar/days_off.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/checklist/advice.h"
#include "ui/dialogs/calendar_dialog.h"
#include "ui/widgets/date_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

#include <memory>

using namespace trestle;

namespace {

constexpr const char* kFinland = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270106\r\n"
                                 "SUMMARY:Loppiainen\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/// The dialog on the empty plan, and its parts by name.
class Opened {
public:
    explicit Opened(const ProjectDocument& project = testing::emptyProject(), const QByteArray& file = {})
        : open(project)
    {
        const QString path = open.folder() + QStringLiteral("/holidays.ics");
        QFile written(path);
        if (!written.open(QIODevice::WriteOnly))
            qFatal("no file");
        written.write(file);
        written.close();
        dialog = std::make_unique<CalendarDialog>(
            open.document(), nullptr,
            [path](QWidget*, const QString&, const QString&, const QString&) { return path; });
        testing::showAt(*dialog, {});
    }

    template <class Widget>
    [[nodiscard]] Widget& part(const char* name) const
    {
        auto* found = dialog->findChild<Widget*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return *found;
    }

    void choose(const char* region) const
    {
        auto& combo = part<QComboBox>("calendarRegion");
        combo.setCurrentIndex(combo.findData(QString::fromLatin1(region)));
    }

    [[nodiscard]] QListWidgetItem* holiday(const QString& name) const
    {
        const auto found = part<QListWidget>("calendarHolidays").findItems(name, Qt::MatchContains);
        return found.isEmpty() ? nullptr : found.front();
    }

    [[nodiscard]] QString price() const { return part<QLabel>("calendarPrice").text(); }

    testing::OpenPlan open;
    std::unique_ptr<CalendarDialog> dialog;
};

} // namespace

class TestCalendarDialog : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void regionListsItsHolidays();
    void untickedHolidaysAreWorked();
    void oneClickClosesOverChristmas();
    void otherClosuresStay();
    void isOneStepOfUndo();
    void saysWhatItDoesToTheFinish();
    void importsACalendarFile();
    void refusesWhatIsNoCalendar();
    void hoursAreKept();
    void planPastTheKnownYearsIsTold();
    void everythingHasNameAndRoom();
};

void TestCalendarDialog::regionListsItsHolidays()
{
    const Opened at;
    auto& list = at.part<QListWidget>("calendarHolidays");
    QCOMPARE(list.count(), 0);
    QVERIFY(!list.isEnabled());
    at.choose("nsw");
    QVERIFY(list.isEnabled());
    QVERIFY(at.holiday(QStringLiteral("Australia Day")));
    QCOMPARE(at.holiday(QStringLiteral("Australia Day"))->checkState(), Qt::Checked);
    QVERIFY(!at.holiday(QStringLiteral("Melbourne Cup")));
    const auto& verified = at.part<QLabel>("calendarVerified");
    QVERIFY(verified.text().contains(QStringLiteral("2027")));
    QVERIFY(verified.toolTip().contains(QStringLiteral("Public Holidays Act 2010 (NSW)")));
    at.dialog->accept();
    QCOMPARE(at.open.document().inputs().region, std::string("nsw"));
    QVERIFY(!at.open.plan().calendar.isWorkingDay(*parseDate("2027-01-26")));
}

void TestCalendarDialog::untickedHolidaysAreWorked()
{
    ProjectDocument project = testing::emptyProject();
    project.project.base.region = "nsw";
    const Opened at(project);
    at.holiday(QStringLiteral("Australia Day"))->setCheckState(Qt::Unchecked);
    at.dialog->accept();
    QVERIFY((at.open.document().inputs().workedHolidays == std::set<Date>{*parseDate("2027-01-26")}));
    QVERIFY(at.open.plan().calendar.isWorkingDay(*parseDate("2027-01-26")));
    CalendarDialog again(at.open.document());
    auto* list = again.findChild<QListWidget*>(QStringLiteral("calendarHolidays"));
    QListWidgetItem* item = list->findItems(QStringLiteral("Australia Day"), Qt::MatchContains).front();
    QCOMPARE(item->checkState(), Qt::Unchecked);
    item->setCheckState(Qt::Checked);
    again.accept();
    QVERIFY(at.open.document().inputs().workedHolidays.empty());
}

void TestCalendarDialog::oneClickClosesOverChristmas()
{
    const Opened at;
    QVERIFY(!at.part<QWidget>("calendarClosedFirst").isEnabled());
    at.part<QCheckBox>("calendarClosed").click();
    QVERIFY(at.part<QWidget>("calendarClosedFirst").isEnabled());
    auto& last = at.part<DateField>("calendarClosedLast");
    last.setText(QStringLiteral("8 Jan 2028"));
    last.settle();
    at.dialog->accept();
    const std::vector<YearlyClosure> closed{
        {*parseMonthDay("12-25"), *parseMonthDay("01-08"), "Closed over Christmas"}};
    QVERIFY(at.open.document().inputs().closures == closed);
    CalendarDialog again(at.open.document());
    auto* box = again.findChild<QCheckBox*>(QStringLiteral("calendarClosed"));
    QVERIFY(box->isChecked());
    box->click();
    again.accept();
    QVERIFY(at.open.document().inputs().closures.empty());
}

void TestCalendarDialog::otherClosuresStay()
{
    ProjectDocument project = testing::emptyProject();
    const YearlyClosure july{*parseMonthDay("07-01"), *parseMonthDay("07-01"), "Stocktake"};
    const YearlyClosure easter{*parseMonthDay("04-01"), *parseMonthDay("04-02"), "Offsite"};
    project.project.base.closures = {july, easter};
    const Opened at(project);
    QVERIFY(at.part<QCheckBox>("calendarClosed").text().contains(QStringLiteral("Stocktake")));
    at.part<QCheckBox>("calendarClosed").click();
    at.dialog->accept();
    QVERIFY(at.open.document().inputs().closures == std::vector<YearlyClosure>{easter});
}

void TestCalendarDialog::isOneStepOfUndo()
{
    const Opened at;
    const Inputs before = at.open.document().inputs();
    at.choose("vic");
    at.part<QCheckBox>("calendarClosed").click();
    at.part<QDoubleSpinBox>("calendarHours").setValue(40);
    at.dialog->accept();
    QVERIFY(at.open.document().inputs() != before);
    at.open.document().undo();
    QVERIFY(at.open.document().inputs() == before);
    // Nothing changed is no edit.
    CalendarDialog again(at.open.document());
    again.accept();
    QVERIFY(at.open.document().inputs() == before);
    QVERIFY(!at.open.document().canUndo());
}

void TestCalendarDialog::saysWhatItDoesToTheFinish()
{
    const Opened at;
    QTRY_VERIFY(at.price().startsWith(QStringLiteral("The 80 % finish stays")) ||
                at.price().startsWith(QStringLiteral("The 80\u00a0% finish stays")));
    at.choose("nsw");
    QTRY_VERIFY2(at.price().startsWith(QStringLiteral("Moves the 80")), qPrintable(at.price()));
}

void TestCalendarDialog::importsACalendarFile()
{
    const Opened at(testing::emptyProject(), kFinland);
    at.part<QPushButton>("calendarImport").click();
    auto& list = at.part<QListWidget>("daysOffList");
    QTRY_COMPARE(list.count(), 1);
    QVERIFY(list.item(0)->text().contains(QStringLiteral("Loppiainen")));
    at.dialog->accept();
    const std::vector<DayOff> days{{*parseDate("2027-01-06"), "Loppiainen"}};
    QVERIFY(at.open.document().inputs().daysOff == days);
}

void TestCalendarDialog::refusesWhatIsNoCalendar()
{
    const Opened at(testing::emptyProject(), "%PDF-1.4\n");
    at.part<QPushButton>("calendarImport").click();
    auto& problem = at.part<QLabel>("calendarDialogProblem");
    QTRY_VERIFY(problem.isVisible());
    QVERIFY2(problem.text().contains(QStringLiteral("calendar file (.ics)")), qPrintable(problem.text()));
    QCOMPARE(at.part<QListWidget>("daysOffList").count(), 0);
}

void TestCalendarDialog::hoursAreKept()
{
    const Opened at;
    QCOMPARE(at.part<QDoubleSpinBox>("calendarHours").value(), 38.0);
    at.part<QDoubleSpinBox>("calendarHours").setValue(37.5);
    at.dialog->accept();
    QCOMPARE(at.open.document().inputs().hoursPerWeek, 37.5);
}

void TestCalendarDialog::planPastTheKnownYearsIsTold()
{
    ProjectDocument project = testing::emptyProject();
    project.project.base.start = *parseDate("2032-11-01");
    QVERIFY(adviceFor(testing::OpenPlan(project).plan()).isEmpty());
    project.project.base.region = "act";
    const QStringList advice = adviceFor(testing::OpenPlan(project).plan());
    QCOMPARE(advice.size(), 1);
    QVERIFY(advice.front().contains(QStringLiteral("2032")));
    const Opened at(project);
    QVERIFY(at.part<QLabel>("calendarVerified").text().contains(QStringLiteral("31")));
}

void TestCalendarDialog::everythingHasNameAndRoom()
{
    ProjectDocument project = testing::emptyProject();
    project.project.base.region = "wa";
    project.project.base.closures = {{*parseMonthDay("12-25"), *parseMonthDay("01-01"), "Closed over Christmas"}};
    const Opened at(project);
    const QStringList problems = testing::widgetProblems(*at.dialog);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QVERIFY2(at.dialog->height() <= 640, qPrintable(QString::number(at.dialog->height())));
}

TRESTLE_UI_TEST(TestCalendarDialog)
#include "tst_calendar_dialog.moc"
