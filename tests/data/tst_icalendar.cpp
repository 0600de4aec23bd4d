#include "data/exchange/clean_text.h"
#include "data/formats/export_formats.h"
#include "data/unicode.h"
#include "models/money/payments.h"
#include "models/money/price.h"
#include "models/risk/promises.h"
#include "tests/data/support/export_sources.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

using namespace trestle;

namespace {

using Event = std::map<std::string, std::string>; ///< by name, parameters included

struct CalendarRead {
    Event head;
    std::vector<Event> events;
};

/// The content lines, unfolded; nothing where a line is none of RFC 5545.
std::optional<std::vector<std::string>> contentLines(std::string_view bytes)
{
    std::vector<std::string> lines;
    while (!bytes.empty()) {
        const std::size_t end = bytes.find("\r\n");
        if (end == std::string_view::npos || end > 75)
            return {};
        const std::string_view line = bytes.substr(0, end);
        for (std::string_view rest = line; !rest.empty();) {
            const std::size_t length = characterLength(rest);
            if (length == 0 || rest[0] == '\r' || rest[0] == '\n')
                return {};
            rest.remove_prefix(length);
        }
        if (line.starts_with(' ') && !lines.empty())
            lines.back() += line.substr(1);
        else
            lines.emplace_back(line);
        bytes.remove_prefix(end + 2);
    }
    return lines;
}

/// What an escaped text says; nothing where something stands in it that has to be escaped.
std::optional<std::string> unescaped(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ';' || text[i] == ',')
            return {};
        if (text[i] != '\\') {
            out += text[i];
            continue;
        }
        if (++i == text.size() || !std::string_view("\\;,nN").contains(text[i]))
            return {};
        out += text[i] == 'n' || text[i] == 'N' ? '\n' : text[i];
    }
    return out;
}

bool isText(const std::string& name)
{
    return name == "SUMMARY" || name == "DESCRIPTION" || name.starts_with("X-WR-");
}

/// Strictly: one calendar, events that end, each property once.
std::optional<CalendarRead> readCalendar(std::string_view bytes)
{
    const auto lines = contentLines(bytes);
    if (!lines || lines->size() < 2 || lines->front() != "BEGIN:VCALENDAR" || lines->back() != "END:VCALENDAR")
        return {};
    CalendarRead calendar;
    bool inEvent = false;
    for (std::size_t i = 1; i + 1 < lines->size(); ++i) {
        const std::string& line = (*lines)[i];
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos)
            return {};
        const std::string name = line.substr(0, colon);
        const auto value = isText(name) ? unescaped(line.substr(colon + 1)) : line.substr(colon + 1);
        if (!value)
            return {};
        if (name == "BEGIN" || name == "END") {
            if (*value != "VEVENT" || inEvent != (name == "END"))
                return {};
            inEvent = !inEvent;
            if (inEvent)
                calendar.events.emplace_back();
        } else if (!(inEvent ? calendar.events.back() : calendar.head).emplace(name, *value).second)
            return {};
    }
    return inEvent ? std::nullopt : std::optional(calendar);
}

Exported written(const ExportSource& source)
{
    const auto formats = exportFormats();
    return exportAs(*formatOf(formats, "ics"), source).value();
}

CalendarRead calendarOf(const ExportSource& source)
{
    const auto calendar = readCalendar(written(source).bytes);
    if (!calendar)
        qFatal("no calendar");
    return *calendar;
}

std::string compact(Date date)
{
    std::string text = isoDate(date);
    std::erase(text, '-');
    return text;
}

/// Dates of the events by what they are called, behind the plan's name.
std::map<std::string, std::string> datesOf(const CalendarRead& calendar, const Plan& plan)
{
    std::map<std::string, std::string> dates;
    for (const Event& event : calendar.events)
        dates[event.at("SUMMARY").substr(plan.inputs.name.size() + 2)] = event.at("DTSTART;VALUE=DATE");
    return dates;
}

std::vector<std::string> uidsOf(const CalendarRead& calendar)
{
    std::vector<std::string> uids;
    for (const Event& event : calendar.events)
        uids.push_back(event.at("UID"));
    return uids;
}

} // namespace

/// The plan's dates as iCalendar, read by a strict reader of our own and by one that we did not write.
class TestICalendar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formIsRfc5545();
    void datesAreThePlans();
    void invoicesWhereThereIsAPrice();
    void uidsStay();
    void namesSurvive_data();
    void namesSurvive();
    void othersReadTheSame();
    void nothingLeftHasALaunch();
    void whatIsPastHasNoEvent();
};

void TestICalendar::whatIsPastHasNoEvent()
{
    const ExportSource source = test::inProgressSource();
    const Plan& plan = *source.plan;
    const auto dates = datesOf(calendarOf(source), plan);
    const auto titleOf = [&](const char* id) { return plan.findPhase(id)->title; };
    QVERIFY(!dates.contains(titleOf("database") + " finishes"));
    QVERIFY(!dates.contains(titleOf("authentication") + " starts")); // it did
    QVERIFY(dates.contains(titleOf("authentication") + " finishes"));
    QVERIFY(dates.contains(titleOf("observability") + " starts"));
    for (const auto& [what, day] : dates)
        QVERIFY2(day >= compact(plan.startDate), what.c_str());
}

void TestICalendar::formIsRfc5545()
{
    const CalendarRead calendar = calendarOf(test::sampleSource());
    QCOMPARE(calendar.head.at("VERSION"), std::string("2.0"));
    QVERIFY(calendar.head.contains("PRODID"));
    QCOMPARE(calendar.head.at("X-WR-CALNAME"), std::string("Ledgerly"));
    for (const char* fact : {"Runs: 50", "Seed: 1", "Catalogue: prototype-to-production", "Made at: 2026-11-22T10:00"})
        QVERIFY2(calendar.head.at("X-WR-CALDESC").contains(fact), fact);
    std::set<std::string> uids;
    for (const Event& event : calendar.events) {
        QVERIFY(uids.insert(event.at("UID")).second);
        QCOMPARE(event.at("DTSTAMP"), std::string("20261122T100000Z"));
        const auto day = [&](const char* name) {
            const std::string& text = event.at(name);
            return parseDate(text.substr(0, 4) + '-' + text.substr(4, 2) + '-' + text.substr(6)).value();
        };
        QVERIFY(day("DTEND;VALUE=DATE") == day("DTSTART;VALUE=DATE") + std::chrono::days{1});
    }
}

void TestICalendar::datesAreThePlans()
{
    const Date target = parseDate("2027-06-30").value();
    ExportSource source = test::sampleSource([&](Inputs& inputs) {
        inputs.client.clear();
        inputs.targetDate = target;
        for (Person& person : inputs.team)
            person.billRate.reset();
    });
    source.risk = std::make_shared<const Risk>(simulate(*source.plan, source.simulation).value());
    const Plan& plan = *source.plan;
    std::map<std::string, std::string> expected{
        {"launch, likely", compact(plan.finishDate.likely)},
        {"launch, 80 % sure", compact(headlineOf(plan, *source.risk, 80).finishDate)},
        {"target date", compact(target)}};
    for (const PhasePlan& phase : plan.phases) {
        if (!phase.when.likely.hasWork)
            continue;
        expected[phase.title + " starts"] = compact(plan.calendar.startDate(phase.when.likely.start));
        expected[phase.title + " finishes"] =
            compact(plan.calendar.lastDate(phase.when.likely.start, phase.when.likely.finish));
    }
    QVERIFY(expected.size() > 9);
    QVERIFY(expected["launch, likely"] < expected["launch, 80 % sure"]);
    QCOMPARE(datesOf(calendarOf(source), plan), expected);
}

void TestICalendar::invoicesWhereThereIsAPrice()
{
    const ExportSource source = test::sampleSource([](Inputs& inputs) {
        inputs.client = "Bo";
        inputs.price.payments = {{40, PaymentWhen::signing, {}}, {60, PaymentWhen::launch, {}}};
    });
    SimulationOptions options = source.simulation;
    options.price = true;
    const Risk risk = simulate(*source.plan, options).value();
    const auto payments = paymentSchedule(*source.plan, firmPrice(source.plan->inputs, risk, 80));
    QCOMPARE(payments.size(), std::size_t{2});
    const CalendarRead calendar = calendarOf(source);
    const auto dates = datesOf(calendar, *source.plan);
    QCOMPARE(dates.at("invoice 1 of 2"), compact(payments[0].invoiced));
    QCOMPARE(dates.at("invoice 2 of 2"), compact(payments[1].invoiced));
    for (const Event& event : calendar.events)
        if (event.at("SUMMARY").ends_with("invoice 1 of 2")) {
            const std::string cents = std::to_string(payments[0].exGst.cents);
            QCOMPARE(event.at("DESCRIPTION").substr(0, cents.size() + 13),
                     "AUD " + cents.substr(0, cents.size() - 2) + '.' + cents.substr(cents.size() - 2) + " ex GST;");
            QVERIFY(event.at("DESCRIPTION").ends_with("due " + isoDate(payments[0].due)));
        }
}

void TestICalendar::uidsStay()
{
    const auto startingLater = [](int days) {
        return test::sampleSource([&](Inputs& inputs) {
            inputs.price.payments = {{40, PaymentWhen::signing, {}}, {60, PaymentWhen::launch, {}}};
            inputs.start += std::chrono::days{days};
        });
    };
    ExportSource source = startingLater(0);
    const auto uids = uidsOf(calendarOf(source));
    source.stamp.madeAt += std::chrono::hours{50};
    QCOMPARE(uidsOf(calendarOf(source)), uids);
    // Other figures move events, and make no new ones.
    const ExportSource later = startingLater(14);
    QCOMPARE(uidsOf(calendarOf(later)), uids);
    QVERIFY(calendarOf(later).events != calendarOf(source).events);
    source.stamp.scenario = "Lean";
    for (const std::string& uid : uidsOf(calendarOf(source)))
        QVERIFY(std::ranges::find(uids, uid) == uids.end());
}

void TestICalendar::namesSurvive_data()
{
    QTest::addColumn<std::string>("name");
    for (const test::HostileName& hostile : test::hostileNames())
        QTest::newRow(hostile.row) << hostile.name;
}

void TestICalendar::namesSurvive()
{
    QFETCH(std::string, name);
    const Exported exported = written(test::namedSource(name));
    const auto calendar = readCalendar(exported.bytes);
    QVERIFY(calendar);
    TextCleaner cleaner;
    QString shown = QString::fromStdString(cleaner.clean(name)); // line breaks are one and the same
    shown.replace("\r\n", "\n").replace('\r', '\n');
    QCOMPARE(QString::fromStdString(calendar->head.at("X-WR-CALNAME")), shown);
    QVERIFY(std::ranges::any_of(calendar->events, [&](const Event& event) {
        return QString::fromStdString(event.at("SUMMARY")) == shown + ": " + shown + " starts";
    }));
    const auto loss = std::ranges::find(exported.losses, LossKind::characters, &Loss::kind);
    QCOMPARE(loss != exported.losses.end(), cleaner.replaced() > 0);
}

void TestICalendar::othersReadTheSame()
{
    const ExportSource source = test::namedSource("a;b,c\\ \u8a08\U0001F3D7 \"q\"");
    const std::string theirs =
        test::fromPython("import sys, icalendar\n"
                         "calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())\n"
                         "out = ''\n"
                         "for event in calendar.walk('VEVENT'):\n"
                         "    out += '|'.join([str(event['UID']), event['DTSTART'].dt.strftime('%Y%m%d'),\n"
                         "                     event['DTEND'].dt.strftime('%Y%m%d'), str(event['SUMMARY'])]) + '\\n'\n"
                         "sys.stdout.buffer.write(out.encode())\n",
                         written(source).bytes);
    std::string ours;
    for (const Event& event : calendarOf(source).events)
        ours += event.at("UID") + '|' + event.at("DTSTART;VALUE=DATE") + '|' + event.at("DTEND;VALUE=DATE") + '|' +
                event.at("SUMMARY") + '\n';
    QCOMPARE(QString::fromStdString(theirs), QString::fromStdString(ours));
}

void TestICalendar::nothingLeftHasALaunch()
{
    const std::shared_ptr<const Plan> sample = test::sampleSource().plan;
    const ExportSource done = test::sampleSource([&](Inputs& inputs) {
        inputs.client.clear();
        for (const ItemPlan& item : sample->items)
            setState(inputs, item.id, ItemState::done);
    });
    const auto dates = datesOf(calendarOf(done), *done.plan);
    QVERIFY(dates.contains("launch, likely"));
    QVERIFY(std::ranges::none_of(dates, [](const auto& date) { return date.first.ends_with(" starts"); }));
}

QTEST_GUILESS_MAIN(TestICalendar)
#include "tst_icalendar.moc"
