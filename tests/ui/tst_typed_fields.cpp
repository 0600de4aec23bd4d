#include "tests/support/compare_quantities.h"
#include "tests/ui/support/harness.h"
#include "ui/base/format.h"
#include "ui/base/input_origin.h"
#include "ui/dialogs/calendar_dialog.h"
#include "ui/dialogs/date_ranges.h"
#include "ui/dialogs/days_off_dialogs.h"
#include "ui/dialogs/plan_dialogs.h"
#include "ui/widgets/calendar_popup.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/field_hint.h"
#include "ui/widgets/figure_fields.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QCalendarWidget>
#include <QClipboard>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace trestle;

namespace {

QString plain(QString text)
{
    return text.replace(QChar(0x00A0), u' ');
}

/// A window with a date field, a budget, an effort, and something else to go to.
struct Fields {
    Fields()
    {
        auto* column = new QVBoxLayout(&window);
        column->addWidget(date);
        column->addWidget(amount);
        column->addWidget(effort);
        column->addWidget(elsewhere);
        date->setDate(*parseDate("2027-06-01"));
        effort->setEffort(4);
        testing::showAt(window, {500, 300});
        window.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&window));
    }

    /// As a user does: all of the text is replaced by what is typed.
    static void type(TypedField& field, const QString& text)
    {
        field.setFocus(Qt::TabFocusReason);
        field.selectAll();
        QTest::keyClicks(&field, text);
    }
    [[nodiscard]] QString hint() const
    {
        const auto* label = window.findChild<FieldHint*>();
        return label && label->isVisible() ? plain(label->text()) : QString();
    }

    QWidget window;
    DateField* date = new DateField(QStringLiteral("date"), testing::today(), &window);
    AmountField* amount = new AmountField(QStringLiteral("amount"), Money::dollars(90'000), &window);
    EffortField* effort = new EffortField(QStringLiteral("effort"), &window);
    QPushButton* elsewhere = new QPushButton(QStringLiteral("Elsewhere"), &window);
};

/// Answers the box that is about to be asked, and keeps its question.
void answerNext(QString& question, const QString& button)
{
    QTimer::singleShot(0, qApp, [&question, button] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (!box)
            return;
        question = plain(box->text() + u' ' + box->informativeText());
        for (QAbstractButton* candidate : box->buttons())
            if (candidate->text().remove(u'&') == button)
                candidate->click();
    });
}

} // namespace

class TestTypedFields : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void typingIsWhereTheEyeIs();
    void typedDatesAreTaken_data();
    void typedDatesAreTaken();
    void pastedDatesAreTaken();
    void whatIsNoDateIsMarkedAndNeverTaken();
    void arrowsStepDays();
    void calendarOpensByKeyAndPicks();
    void typedFiguresAreTaken();
    void whatIsNoFigureIsMarkedAndNeverTaken();
    void whatIsBeingTypedStaysWhenThePlanChanges();
    void dialogsTakeTypedDatesAndRefuseOthers();
    void leaveIsTakenWithoutAdd();
    void fromAndToDoNotDragEachOther();
    void unusualLeaveAsks();
    void leaveDialogTellsThePrice();
};

void TestTypedFields::typedDatesAreTaken_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char* typed, const char* expected, const char* hint) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(expected)
                             << QString::fromLatin1(hint);
    };
    row("15 Apr 2027", "2027-04-15", "Thu 15 April 2027");
    row("15/4/2027", "2027-04-15", "Thu 15 April 2027");
    row("2027-04-15", "2027-04-15", "Thu 15 April 2027");
    row("15042027", "2027-04-15", "Thu 15 April 2027");
    row("25 Dec 2027", "2027-12-25", "Sat 25 December 2027");
    row("in 3 weeks", "2026-12-14", "Mon 14 December 2026");
    row("15 Apr", "2027-04-15", "Thu 15 April 2027"); // the next one after today
}

void TestTypedFields::typedDatesAreTaken()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    QFETCH(QString, hint);
    Fields fields;
    QSignalSpy settled(fields.date, &TypedField::settled);
    Fields::type(*fields.date, typed);
    QCOMPARE(fields.hint(), hint);
    QCOMPARE(settled.count(), 0); // not while it is being typed
    QTest::keyClick(fields.date, Qt::Key_Return);
    QCOMPARE(settled.count(), 1);
    QCOMPARE(isoDate(*fields.date->date()), expected.toStdString());
    QVERIFY(fields.hint().isEmpty());
    QCOMPARE(plain(fields.date->text()), plain(format::mediumDate(*parseDate(expected.toStdString()))));
    // Leaving the field with the same text changes nothing more.
    fields.elsewhere->setFocus();
    QCOMPARE(settled.count(), 1);
}

void TestTypedFields::pastedDatesAreTaken()
{
    Fields fields;
    fields.date->setFocus(Qt::TabFocusReason);
    fields.date->selectAll();
    QApplication::clipboard()->setText(QStringLiteral(" 31 August\u00a02027\n"));
    QTest::keyClick(fields.date, Qt::Key_V, Qt::ControlModifier);
    fields.elsewhere->setFocus();
    QCOMPARE(isoDate(*fields.date->date()), std::string("2027-08-31"));
}

void TestTypedFields::whatIsNoDateIsMarkedAndNeverTaken()
{
    Fields fields;
    QSignalSpy settled(fields.date, &TypedField::settled);
    for (const char* text : {"soon", "15", "31 April 2027", "4/15/2027", "", "1 Jan 1900"}) {
        Fields::type(*fields.date, QString::fromLatin1(text));
        if (!*text)
            fields.date->clear();
        QVERIFY2(!fields.date->problem().isEmpty(), text);
        QVERIFY2(fields.date->problem().contains(QStringLiteral("15")), "an example of what is understood");
        QCOMPARE(fields.hint(), plain(fields.date->problem()));
        QVERIFY(fields.date->property("wrong").toBool());
        QCOMPARE(fields.date->accessibleDescription(), fields.date->problem());
        QTest::keyClick(fields.date, Qt::Key_Return);
        fields.elsewhere->setFocus();
        QCOMPARE(isoDate(*fields.date->date()), std::string("2027-06-01"));
        QVERIFY(fields.date->property("wrong").toBool()); // until it is mended
    }
    QCOMPARE(settled.count(), 0);
    Fields::type(*fields.date, QStringLiteral("1/7/27"));
    QVERIFY(!fields.date->property("wrong").toBool());
    fields.date->restore();
    QCOMPARE(isoDate(*fields.date->date()), std::string("2027-06-01"));
}

void TestTypedFields::arrowsStepDays()
{
    Fields fields;
    QSignalSpy settled(fields.date, &TypedField::settled);
    fields.date->setFocus();
    QTest::keyClick(fields.date, Qt::Key_Up);
    QCOMPARE(isoDate(*fields.date->date()), std::string("2027-06-02"));
    QTest::keyClick(fields.date, Qt::Key_Down);
    QTest::keyClick(fields.date, Qt::Key_Down);
    QCOMPARE(isoDate(*fields.date->date()), std::string("2027-05-31"));
    QTest::keyClick(fields.date, Qt::Key_PageUp);
    QCOMPARE(isoDate(*fields.date->date()), std::string("2027-06-30"));
    QCOMPARE(settled.count(), 4);
    Fields::type(*fields.date, QStringLiteral("tomorrow"));
    QTest::keyClick(fields.date, Qt::Key_Up); // from what is typed
    QCOMPARE(fields.date->date(), std::optional(testing::today() + std::chrono::days(2)));
    Fields::type(*fields.date, QStringLiteral("nonsense"));
    QTest::keyClick(fields.date, Qt::Key_Up);
    QCOMPARE(fields.date->text(), QStringLiteral("nonsense"));
    fields.date->setDate(*parseDate("2200-12-31"));
    fields.date->restore();
    QTest::keyClick(fields.date, Qt::Key_Up);
    QCOMPARE(isoDate(*fields.date->date()), std::string("2200-12-31"));
}

void TestTypedFields::calendarOpensByKeyAndPicks()
{
    Fields fields;
    QSignalSpy settled(fields.date, &TypedField::settled);
    fields.date->setFocus();
    QTest::keyClick(fields.date, Qt::Key_Down, Qt::AltModifier);
    auto* popup = fields.date->findChild<CalendarPopup*>();
    QVERIFY(popup && popup->isVisible());
    auto* calendar = popup->findChild<QCalendarWidget*>();
    QCOMPARE(calendar->selectedDate(), QDate(2027, 6, 1));
    QCOMPARE(calendar->firstDayOfWeek(), Qt::Monday);
    calendar->setSelectedDate(QDate(2027, 6, 10));
    Q_EMIT calendar->activated(QDate(2027, 6, 10));
    QCOMPARE(isoDate(*fields.date->date()), std::string("2027-06-10"));
    QCOMPARE(settled.count(), 1);
    QTRY_VERIFY(!fields.date->findChild<CalendarPopup*>());
    fields.date->findChild<QToolButton*>()->click();
    popup = fields.date->findChild<CalendarPopup*>();
    QVERIFY(popup);
    QTest::keyClick(popup, Qt::Key_Escape);
    QTRY_VERIFY(!fields.date->findChild<CalendarPopup*>());
    QCOMPARE(isoDate(*fields.date->date()), std::string("2027-06-10"));
}

void TestTypedFields::typedFiguresAreTaken()
{
    Fields fields;
    QSignalSpy settled(fields.amount, &TypedField::settled);
    Fields::type(*fields.amount, QStringLiteral("1.5k"));
    QCOMPARE(fields.hint(), QStringLiteral("AUD 1,500"));
    QTest::keyClick(fields.amount, Qt::Key_Return);
    QCOMPARE(fields.amount->amount(), Money::dollars(1'500));
    QCOMPARE(plain(fields.amount->text()), QStringLiteral("AUD 1,500"));
    Fields::type(*fields.amount, QStringLiteral("90 000.50"));
    fields.elsewhere->setFocus();
    QCOMPARE(fields.amount->amount(), Money{9'000'050});
    QCOMPARE(plain(fields.amount->text()), QStringLiteral("AUD 90,000.50"));
    QCOMPARE(settled.count(), 2);
    Fields::type(*fields.effort, QStringLiteral("19 h"));
    QCOMPARE(fields.effort->effort(), 0.5);
    Fields::type(*fields.effort, QStringLiteral("4 h"));
    fields.elsewhere->setFocus();
    // What is shown is rounded, what is kept is not.
    QCOMPARE(fields.effort->text(), QStringLiteral("0.11"));
    QCOMPARE(fields.effort->effort(), 4.0 / 38);
}

void TestTypedFields::whatIsNoFigureIsMarkedAndNeverTaken()
{
    Fields fields;
    QSignalSpy settled(fields.amount, &TypedField::settled);
    for (const char* text : {"50 %", "cheap", "-5", "1,5", "999999999999999999"}) {
        Fields::type(*fields.amount, QString::fromLatin1(text));
        fields.elsewhere->setFocus();
        QVERIFY2(!fields.amount->problem().isEmpty(), text);
        QCOMPARE(fields.amount->amount(), Money::dollars(90'000));
    }
    QCOMPARE(settled.count(), 0);
    QVERIFY2(!fields.amount->problem().contains(QStringLiteral("percent")), "words for what is wrong");
    Fields::type(*fields.amount, QStringLiteral("50 %"));
    QVERIFY(fields.amount->problem().contains(QStringLiteral("not a percentage")));
}

void TestTypedFields::whatIsBeingTypedStaysWhenThePlanChanges()
{
    Fields fields;
    Fields::type(*fields.date, QStringLiteral("15 Ap"));
    fields.date->setDate(*parseDate("2027-09-01"));
    QCOMPARE(fields.date->text(), QStringLiteral("15 Ap"));
    QTest::keyClicks(fields.date, QStringLiteral("r 2027"));
    fields.elsewhere->setFocus();
    QCOMPARE(isoDate(*fields.date->date()), std::string("2027-04-15"));
    fields.date->setDate(*parseDate("2027-09-01"));
    QCOMPARE(plain(fields.date->text()), QStringLiteral("1 Sep 2027"));
}

void TestTypedFields::dialogsTakeTypedDatesAndRefuseOthers()
{
    testing::OpenPlan open;
    const Inputs before = open.document().inputs();
    StartDateDialog dialog(open.document());
    testing::showAt(dialog, {});
    auto* field = dialog.findChild<DateField*>(QStringLiteral("startDate"));
    QTest::keyClicks(field, QStringLiteral("32/1/27")); // the text is selected as the dialog opens
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QVERIFY(open.document().inputs() == before);
    auto* problem = dialog.findChild<QLabel*>(QStringLiteral("startDateDialogProblem"));
    QVERIFY(problem->isVisible() && problem->text() == field->problem());
    QCOMPARE(field->selectedText(), field->text());
    QTest::keyClicks(field, QStringLiteral("1 Feb 2027"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(isoDate(open.document().inputs().start), std::string("2027-02-01"));
}

void TestTypedFields::leaveIsTakenWithoutAdd()
{
    testing::OpenPlan open;
    LeaveDialog dialog(open.document(), 0);
    testing::showAt(dialog, {});
    auto* first = dialog.findChild<DateField*>(QStringLiteral("leaveFirst"));
    QVERIFY(first->hasFocus());
    QTest::keyClicks(first, QStringLiteral("1Feb"));
    QTest::keyClick(first, Qt::Key_Tab);
    auto* last = dialog.findChild<DateField*>(QStringLiteral("leaveLast"));
    QVERIFY(last->hasFocus());
    QTest::keyClicks(last, QStringLiteral("12 Feb"));
    QTest::keyClick(last, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    const std::vector<DateRange> expected{{*parseDate("2027-02-01"), *parseDate("2027-02-12")}};
    QVERIFY(open.document().inputs().team[0].leave == expected);

    CalendarDialog daysOff(open.document());
    testing::showAt(daysOff, {});
    QTest::keyClicks(daysOff.findChild<DateField*>(QStringLiteral("daysOffFirst")), QStringLiteral("26/1"));
    daysOff.findChild<QLineEdit*>(QStringLiteral("daysOffLabel"))->setText(QStringLiteral("Australia Day"));
    daysOff.accept();
    const std::vector<DayOff> day{{*parseDate("2027-01-26"), "Australia Day"}};
    QVERIFY(open.document().inputs().daysOff == day);
    // Nothing typed adds nothing.
    LeaveDialog again(open.document(), 0);
    testing::showAt(again, {});
    again.accept();
    QVERIFY(open.document().inputs().team[0].leave == expected);
}

void TestTypedFields::fromAndToDoNotDragEachOther()
{
    testing::OpenPlan open;
    LeaveDialog dialog(open.document(), 0);
    testing::showAt(dialog, {});
    auto* ranges = dialog.findChild<DateRanges*>();
    auto* first = dialog.findChild<DateField*>(QStringLiteral("leaveFirst"));
    auto* last = dialog.findChild<DateField*>(QStringLiteral("leaveLast"));
    Fields::type(*first, QStringLiteral("21 Dec 2027"));
    Fields::type(*last, QStringLiteral("8 Jan"));
    first->setFocus();
    QCOMPARE(isoDate(*first->date()), std::string("2027-12-21"));
    QCOMPARE(isoDate(*last->date()), std::string("2028-01-08")); // the next one after the first day
    Fields::type(*first, QStringLiteral("1 Feb 2028"));
    last->setFocus();
    QCOMPARE(isoDate(*last->date()), std::string("2028-01-08"));
    QVERIFY(!ranges->add());
    QVERIFY(
        dialog.findChild<QLabel*>(QStringLiteral("leaveProblem"))->text().contains(QStringLiteral("before the first")));
    dialog.accept();
    QVERIFY(dialog.isVisible());
    QVERIFY(open.document().inputs().team[0].leave.empty());
}

void TestTypedFields::unusualLeaveAsks()
{
    testing::OpenPlan open;
    LeaveDialog dialog(open.document(), 0);
    testing::showAt(dialog, {});
    auto* ranges = dialog.findChild<DateRanges*>();
    const auto add = [&](const char* first, const char* last, const QString& answer) {
        dialog.findChild<DateField*>(QStringLiteral("leaveFirst"))->setText(QString::fromLatin1(first));
        dialog.findChild<DateField*>(QStringLiteral("leaveLast"))->setText(QString::fromLatin1(last));
        QString question;
        answerNext(question, answer);
        ranges->add();
        return question;
    };
    const QString start = plain(format::date(open.plan().startDate));
    // A year of leave that begins before the plan.
    QVERIFY(add("30 Jan 2026", "30 Jan 2027", QStringLiteral("Cancel")).contains(start));
    QCOMPARE(ranges->ranges().size(), std::size_t{0});
    QVERIFY(add("1 Mar 2027", "12 Apr 2027", QStringLiteral("Add it")).contains(QStringLiteral("43 days")));
    QCOMPARE(ranges->ranges().size(), std::size_t{1});
    QVERIFY(add("3 May 2027", "13 Jun 2027", QStringLiteral("Cancel")).isEmpty()); // six weeks are no question
    QCOMPARE(ranges->ranges().size(), std::size_t{2});
}

void TestTypedFields::leaveDialogTellsThePrice()
{
    testing::OpenPlan open;
    LeaveDialog dialog(open.document(), 0);
    testing::showAt(dialog, {});
    auto* price = dialog.findChild<QLabel*>(QStringLiteral("leavePrice"));
    const QString now = plain(format::date(open.plan().finishDate.likely));
    QTRY_VERIFY(plain(price->text()).contains(now));
    dialog.findChild<DateField*>(QStringLiteral("leaveFirst"))->setText(QStringLiteral("1 Feb 2027"));
    dialog.findChild<DateField*>(QStringLiteral("leaveLast"))->setText(QStringLiteral("3 Feb 2027"));
    QTRY_VERIFY(price->text().contains(QStringLiteral("later")));
    const QString told = plain(price->text());
    dialog.accept();
    QVERIFY2(told.contains(plain(format::date(open.plan().finishDate.likely))), qPrintable(told));
}

void TestTypedFields::typingIsWhereTheEyeIs()
{
    Fields fields;
    const InputOrigin origin(fields.window);
    QWidget header;
    testing::showAt(header, {200, 40});
    const auto lookAway = [&] {
        QTest::mouseClick(&header, Qt::LeftButton);
        return !origin.isInSight();
    };
    for (TypedField* field : {static_cast<TypedField*>(fields.date), static_cast<TypedField*>(fields.amount),
                              static_cast<TypedField*>(fields.effort)}) {
        QVERIFY(lookAway());
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY2(origin.isInSight(), qPrintable(field->objectName()));
    }
    QVERIFY(lookAway());
    fields.date->setFocus();
    QTest::keyClick(fields.date, Qt::Key_Down, Qt::AltModifier);
    auto* popup = fields.date->findChild<CalendarPopup*>();
    QVERIFY(popup);
    QVERIFY(lookAway());
    QTest::keyClick(popup->findChild<QCalendarWidget*>()->findChild<QAbstractItemView*>(), Qt::Key_Right);
    QVERIFY2(origin.isInSight(), "the calendar drops from its field");
    popup->close();
    QTest::keyClick(fields.elsewhere, Qt::Key_Shift);
    QVERIFY2(!origin.isInSight(), "a key that is no typing");
}

TRESTLE_UI_TEST(TestTypedFields)
#include "tst_typed_fields.moc"
