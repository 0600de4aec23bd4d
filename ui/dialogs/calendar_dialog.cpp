#include "ui/dialogs/calendar_dialog.h"

#include "data/exchange/holiday_calendar.h"
#include "data/file_io.h"
#include "models/calendar/days_off.h"
#include "models/decisions/finish_move.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/base/wording_decisions.h"
#include "ui/dialogs/date_ranges.h"
#include "ui/dialogs/days_off_dialogs.h"
#include "ui/document/plan_document.h"
#include "ui/questions/question_runner.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/reading_order.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr int kDateRole = Qt::UserRole; // days since 1970
constexpr std::chrono::weeks kListedBehind{8};
const std::chrono::month_day kChristmas{std::chrono::December, std::chrono::day{25}};
const std::chrono::month_day kNewYear{std::chrono::January, std::chrono::day{1}};

QString holidayText(const Holiday& day)
{
    const QString text = CalendarDialog::tr("%1: %2").arg(format::date(day.date), format::text(std::string(day.name)));
    return day.state == HolidayState::set ? text : CalendarDialog::tr("%1 (expected, not final)").arg(text);
}

std::chrono::month_day yearlyOf(Date date)
{
    const std::chrono::year_month_day day{date};
    return day.month() / day.day();
}

} // namespace

YearlyClosure usualClosure()
{
    return {kChristmas, kNewYear, format::utf8(CalendarDialog::tr("Closed over Christmas"))};
}

CalendarDialog::CalendarDialog(PlanDocument& document, QWidget* parent, FileToOpen fileToOpen)
    : FormDialog(QStringLiteral("calendarDialog"), tr("Calendar"),
                 tr("Days on which nobody works. Weekends are already off."), parent),
      m_document(document), m_fileToOpen(std::move(fileToOpen)), m_worked(document.inputs().workedHolidays),
      m_region(new QComboBox(this)), m_verified(new QLabel(this)), m_holidays(new QListWidget(this)),
      m_closed(makeCheck(tr("C&losed every year"), QStringLiteral("calendarClosed"), false, this)),
      m_closedFirst(new DateField(QStringLiteral("calendarClosedFirst"), document.today(), this)),
      m_closedLast(new DateField(QStringLiteral("calendarClosedLast"), document.today(), this)),
      m_days(new DateRanges(QStringLiteral("daysOff"), true, document.plan().startDate, document.today(), this)),
      m_import(new QPushButton(tr("&Import holidays (.ics)…"), this)), m_hours(new QDoubleSpinBox(this)),
      m_price(new QLabel(this)), m_pricing(new QuestionRunner(this)), m_reading(new QuestionRunner(this))
{
    QWidget* region = makeRegion();
    addFormRow(*form(), tr("&Public holidays"), region);
    addWide(m_holidays);
    addWide(makeClosure());
    addWide(makeOwnDays());
    m_hours->setRange(1, 168);
    m_hours->setDecimals(2);
    m_hours->setMinimumWidth(96);
    m_hours->setValue(document.inputs().hoursPerWeek);
    m_hours->setToolTip(tr("For efforts typed in hours, such as 12 h. Dates and costs do not depend on it."));
    addField(tr("Ho&urs in a full-time week"), m_hours, QStringLiteral("calendarHours"));
    m_price->setObjectName(QStringLiteral("calendarPrice"));
    m_price->setTextFormat(Qt::PlainText);
    m_price->setWordWrap(true);
    addWide(m_price);
    setMinimumWidth(660);

    listHolidays();
    connect(m_region, &QComboBox::currentIndexChanged, this, [this] {
        listHolidays();
        price();
    });
    connect(m_holidays, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
        const Date date{std::chrono::days{item->data(kDateRole).toInt()}};
        if (item->checkState() == Qt::Checked)
            m_worked.erase(date);
        else
            m_worked.insert(date);
        price();
    });
    connect(m_closed, &QCheckBox::toggled, this, [this](bool on) {
        m_closedFirst->setEnabled(on);
        m_closedLast->setEnabled(on);
        price();
    });
    for (const DateField* field : {m_closedFirst, m_closedLast})
        connect(field, &TypedField::settled, this, &CalendarDialog::price);
    connect(m_days, &DateRanges::changed, this, &CalendarDialog::price);
    connect(m_import, &QPushButton::clicked, this, &CalendarDialog::import);
    price();
}

QWidget* CalendarDialog::makeRegion()
{
    auto* row = new QWidget(this);
    row->setObjectName(QStringLiteral("calendarRegionRow"));
    m_region->setObjectName(QStringLiteral("calendarRegion"));
    m_region->setAccessibleName(tr("Public holidays"));
    m_region->addItem(tr("None"), QString());
    for (const HolidayRegion& region : holidayRegions())
        m_region->addItem(format::text(std::string(region.name)), format::raw(std::string(region.code)));
    m_region->setCurrentIndex(std::max(m_region->findData(format::raw(m_document.inputs().region)), 0));
    m_verified->setObjectName(QStringLiteral("calendarVerified"));
    m_verified->setForegroundRole(QPalette::PlaceholderText);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    line->addWidget(m_region);
    line->addWidget(m_verified, 1);
    row->setFocusProxy(m_region);
    m_holidays->setObjectName(QStringLiteral("calendarHolidays"));
    m_holidays->setAccessibleName(tr("Public holidays in this plan; those unticked are worked"));
    m_holidays->setToolTip(tr("Untick a day on which this plan works all the same."));
    m_holidays->setFixedHeight(116);
    return row;
}

QWidget* CalendarDialog::makeClosure()
{
    const std::vector<YearlyClosure>& closures = m_document.inputs().closures;
    const YearlyClosure closure = closures.empty() ? usualClosure() : closures.front();
    const Date start = m_document.plan().startDate;
    int year = static_cast<int>(std::chrono::year_month_day{start}.year());
    if (closureIn(closure, year).last < start)
        ++year;
    const DateRange days = closureIn(closure, year);
    m_closed->setText(closure.label.empty() || closure == usualClosure()
                          ? tr("C&losed over Christmas, every year")
                          : tr("%1, every year").arg(format::text(closure.label)));
    m_closed->setChecked(!closures.empty());
    m_closedFirst->setDate(days.first);
    m_closedFirst->setAccessibleName(tr("First day of the closure, every year"));
    m_closedFirst->setEnabled(m_closed->isChecked());
    m_closedLast->setDate(days.last);
    m_closedLast->setAccessibleName(tr("Last day of the closure, every year"));
    m_closedLast->setEnabled(m_closed->isChecked());
    auto* to = new QLabel(tr("to"), this);
    to->setObjectName(QStringLiteral("calendarClosedTo"));
    auto* row = new QWidget(this);
    row->setObjectName(QStringLiteral("calendarClosedRow"));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_closed);
    line->addWidget(m_closedFirst);
    line->addWidget(to);
    line->addWidget(m_closedLast);
    line->addStretch(1);
    return row;
}

QWidget* CalendarDialog::makeOwnDays()
{
    auto* box = new QWidget(this);
    box->setObjectName(QStringLiteral("calendarOwnDays"));
    auto* heading = new QLabel(tr("Other days off"), box);
    heading->setObjectName(QStringLiteral("calendarOwnHeading"));
    m_days->setRanges(rangesOf(m_document.inputs().daysOff));
    m_days->findChild<QListWidget*>(QStringLiteral("daysOffList"))->setFixedHeight(104);
    m_import->setObjectName(QStringLiteral("calendarImport"));
    m_import->setAutoDefault(false);
    m_import->setToolTip(tr("Adds the days of a calendar file, such as another country's holidays."));
    auto* head = new QHBoxLayout;
    head->addWidget(heading);
    head->addStretch(1);
    head->addWidget(m_import);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_days);
    return box;
}

std::string CalendarDialog::region() const
{
    return format::utf8(m_region->currentData().toString());
}

void CalendarDialog::listHolidays()
{
    const QSignalBlocker quiet(m_holidays);
    m_holidays->clear();
    const HolidayRegion* region = findRegion(this->region());
    m_holidays->setEnabled(region);
    if (!region) {
        m_verified->clear();
        m_verified->setToolTip({});
        return;
    }
    const Plan& plan = m_document.plan();
    const Date last = plan.finishDate.high + kListedBehind;
    for (const Holiday& day : weekdayHolidays(*region, plan.inputs.start, last)) {
        auto* item = new QListWidgetItem(holidayText(day), m_holidays);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_worked.contains(day.date) ? Qt::Unchecked : Qt::Checked);
        item->setData(kDateRole, static_cast<int>(day.date.time_since_epoch().count()));
        item->setToolTip(format::text(std::string(day.source)));
    }
    m_verified->setText(last > kLastHolidayDate ? tr("Known to %1 only").arg(format::date(kLastHolidayDate))
                                                : tr("Checked to %1").arg(format::date(region->verifiedTo)));
    m_verified->setToolTip(tr("By rule of the %1.\nNot in it: %2.")
                               .arg(format::text(std::string(region->act)), format::text(std::string(region->left))));
}

Inputs CalendarDialog::edited() const
{
    Inputs inputs = m_document.inputs();
    inputs.region = region();
    inputs.workedHolidays = m_worked;
    inputs.hoursPerWeek = m_hours->value();
    if (!m_closed->isChecked()) {
        if (!inputs.closures.empty())
            inputs.closures.erase(inputs.closures.begin());
    } else {
        if (inputs.closures.empty())
            inputs.closures.push_back(usualClosure());
        YearlyClosure& closure = inputs.closures.front();
        closure.first = yearlyOf(m_closedFirst->date().value_or(Date{}));
        closure.last = yearlyOf(m_closedLast->date().value_or(Date{}));
    }
    return inputs;
}

/// What the calendar that stands in the dialog does to the promise, once it is worked out.
void CalendarDialog::price()
{
    Inputs inputs = edited();
    inputs.daysOff = daysOf(m_days->rangesWithTyped());
    m_price->setText(tr("Working out what this does to the finish…"));
    m_pricing->ask(
        m_document.sharedPlan(),
        [inputs = std::move(inputs), known = m_document.risk()](const Plan& plan, const QuestionOptions& options) {
            QuestionOptions asked = options;
            asked.known = known;
            return finishMove(plan, inputs, asked);
        },
        [this](const Result<FinishMove>& move) {
            m_price->setText(move ? wording::finishMove(*move) : wording::error(move.error()));
        });
}

void CalendarDialog::import()
{
    const auto ask = m_fileToOpen ? m_fileToOpen
                                  : FileToOpen([](auto&&... asked) { return QFileDialog::getOpenFileName(asked...); });
    const QString path = ask(this, tr("Import holidays"), {}, tr("Calendar files (*.ics)"));
    if (path.isEmpty())
        return;
    m_import->setEnabled(false);
    m_reading->ask(
        [file = format::utf8(path)](const QuestionOptions& /*options*/) -> Result<std::vector<DayOff>> {
            const auto bytes = readTextFile(file, kLargestHolidayFile);
            if (!bytes)
                return std::unexpected(bytes.error());
            return readHolidayCalendar(*bytes);
        },
        [this](const Result<std::vector<DayOff>>& days) {
            m_import->setEnabled(true);
            if (!days) {
                complain(wording::error(days.error()));
                return;
            }
            complain(days->empty() ? tr("There are no holidays on weekdays in this file.") : QString());
            std::vector<DayOff> all = daysOf(m_days->ranges());
            all.insert(all.end(), days->begin(), days->end());
            m_days->setRanges(rangesOf(daysOf(rangesOf(all))));
        });
}

void CalendarDialog::accept()
{
    if (!settle() || !m_days->add())
        return;
    Inputs inputs = edited();
    inputs.daysOff = daysOf(m_days->ranges());
    m_document.edit(tr("Calendar"), [&](Inputs& now) { now = std::move(inputs); });
    FormDialog::accept();
}

} // namespace trestle
