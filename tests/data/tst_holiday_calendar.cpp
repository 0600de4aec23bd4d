#include "data/exchange/holiday_calendar.h"

#include <QTest>

#include <random>
#include <string>

using namespace trestle;

namespace {

std::string calendar(const std::string& events)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n" + events + "END:VCALENDAR\r\n";
}

std::string vevent(const std::string& properties)
{
    return "BEGIN:VEVENT\r\nUID:1\r\n" + properties + "END:VEVENT\r\n";
}

std::string shown(const std::vector<DayOff>& days)
{
    std::string text;
    for (const DayOff& day : days)
        text += (text.empty() ? "" : ", ") + isoDate(day.date) + " " + day.label;
    return text;
}

} // namespace

/// Holidays of other regions from an iCalendar file, which may be anything.
class TestHolidayCalendar : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void limits();
    void damagedFilesNeverCrash();
};

void TestHolidayCalendar::reads_data()
{
    QTest::addColumn<std::string>("file");
    QTest::addColumn<std::string>("days");
    const auto row = [](const char* what, const std::string& file, const char* days) {
        QTest::newRow(what) << file << std::string(days);
    };
    row("a day",
        calendar(vevent("DTSTART;VALUE=DATE:20270205\r\nDTEND;VALUE=DATE:20270206\r\nSUMMARY:Waitangi Day\r\n")),
        "2027-02-05 Waitangi Day");
    row("a day without an end", calendar(vevent("DTSTART;VALUE=DATE:20270205\r\nSUMMARY:A\r\n")), "2027-02-05 A");
    row("ends on its first day", calendar(vevent("DTSTART;VALUE=DATE:20270205\r\nDTEND;VALUE=DATE:20270205\r\n")),
        "2027-02-05 ");
    row("several days, the weekend left out",
        calendar(vevent("DTSTART;VALUE=DATE:20270205\r\nDTEND;VALUE=DATE:20270209\r\nSUMMARY:A\r\n")),
        "2027-02-05 A, 2027-02-08 A");
    row("so many days", calendar(vevent("DTSTART;VALUE=DATE:20270208\r\nDURATION:P2D\r\nSUMMARY:A\r\n")),
        "2027-02-08 A, 2027-02-09 A");
    row("by date, the first name stays",
        calendar(vevent("DTSTART:20270302\r\nSUMMARY:Later\r\n") + vevent("DTSTART:20270301\r\nSUMMARY:Sooner\r\n") +
                 vevent("DTSTART:20270302\r\nSUMMARY:Again\r\n")),
        "2027-03-01 Sooner, 2027-03-02 Later");
    row("folded and escaped", calendar(vevent("DTSTART:20270302\r\nSUMMARY:Fête\\, du \r\n travail\\n2027\r\n")),
        "2027-03-02 Fête, du travail 2027");
    row("lower case, line feeds alone, a byte order mark",
        "\xEF\xBB\xBF"
        "begin:vcalendar\nbegin:vevent\ndtstart;value=date:20270302\nsummary:A\nend:vevent\nend:vcalendar\n",
        "2027-03-02 A");
    row("a colon in a quoted parameter", calendar(vevent("DTSTART;X=\"a:b\":20270302\r\nSUMMARY;LANGUAGE=en:A: b\r\n")),
        "2027-03-02 A: b");
    row("cancelled", calendar(vevent("DTSTART:20270302\r\nSTATUS:CANCELLED\r\n")), "");
    row("time zones and alarms have rules of their own",
        calendar("BEGIN:VTIMEZONE\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nRRULE:FREQ=YEARLY\r\nEND:STANDARD\r\n"
                 "END:VTIMEZONE\r\n" +
                 vevent("DTSTART:20270302\r\nSUMMARY:A\r\nBEGIN:VALARM\r\nDURATION:PT5M\r\nEND:VALARM\r\n")),
        "2027-03-02 A");
    row("nothing in it", calendar(""), "");
}

void TestHolidayCalendar::reads()
{
    QFETCH(std::string, file);
    QFETCH(std::string, days);
    const auto read = readHolidayCalendar(file);
    QVERIFY2(read, read ? "" : read.error().what.c_str());
    QCOMPARE(shown(*read), days);
}

void TestHolidayCalendar::refuses_data()
{
    QTest::addColumn<std::string>("file");
    QTest::addColumn<std::string>("line");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* what, const std::string& file, const char* line, DetailKind kind) {
        QTest::newRow(what) << file << std::string(line) << static_cast<int>(kind);
    };
    row("empty", "", "0", DetailKind::calendarFile);
    row("something else", "%PDF-1.4\n1 0 obj\n", "1", DetailKind::calendarFile);
    row("another kind of card", "BEGIN:VCARD\nEND:VCARD\n", "1", DetailKind::calendarFile);
    row("not UTF-8", calendar(vevent("DTSTART:20270302\r\nSUMMARY:F\xEAte\r\n")), "1", DetailKind::calendarFile);
    row("every year", calendar(vevent("DTSTART:20270302\r\nRRULE:FREQ=YEARLY\r\n")), "7", DetailKind::singleEvents);
    row("more dates", calendar(vevent("DTSTART:20270302\r\nRDATE:20280302\r\n")), "7", DetailKind::singleEvents);
    row("a time of day", calendar(vevent("DTSTART:20270302T090000Z\r\n")), "6", DetailKind::wholeDayEvents);
    row("hours", calendar(vevent("DTSTART:20270302\r\nDURATION:PT8H\r\n")), "7", DetailKind::wholeDayEvents);
    row("no such day", calendar(vevent("DTSTART:20270230\r\n")), "6", DetailKind::compactDate);
    row("a day in another form", calendar(vevent("DTSTART:2027-03-02\r\n")), "6", DetailKind::compactDate);
    row("no day", calendar(vevent("SUMMARY:A\r\n")), "4", DetailKind::compactDate);
    row("far away", calendar(vevent("DTSTART:99990101\r\n")), "6", DetailKind::compactDate);
    row("ends before it begins", calendar(vevent("DTSTART:20270302\r\nDTEND:20270301\r\n")), "4",
        DetailKind::orderedDays);
    row("longer than a year", calendar(vevent("DTSTART:20270302\r\nDTEND:20290302\r\n")), "4", DetailKind::orderedDays);
    row("cut off", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20270302\r\n", "3", DetailKind::calendarEnd);
    row("ends crosswise", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", "3", DetailKind::calendarFile);
    row("behind its end", calendar("") + "X:Y\r\n", "5", DetailKind::calendarFile);
    row("a line of no property", calendar("nothing\r\n"), "4", DetailKind::calendarFile);
    row("nested without end", calendar([] {
            std::string deep;
            for (int i = 0; i < 1000; ++i)
                deep += "BEGIN:X\r\n";
            return deep;
        }()),
        "11", DetailKind::calendarFile);
}

void TestHolidayCalendar::refuses()
{
    QFETCH(std::string, file);
    QFETCH(std::string, line);
    QFETCH(int, kind);
    const auto read = readHolidayCalendar(file);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::invalidCalendar);
    QCOMPARE(read.error().where, line);
    QCOMPARE(static_cast<int>(read.error().fix.kind), kind);
}

void TestHolidayCalendar::limits()
{
    const auto kindOf = [](const std::string& file) {
        const auto read = readHolidayCalendar(file);
        return read ? DetailKind::none : read.error().fix.kind;
    };
    QCOMPARE(kindOf(std::string(kLargestHolidayFile + 1, '\n')), DetailKind::calendarFile);
    const std::string start = "DTSTART:20270302\r\nSUMMARY:";
    QCOMPARE(kindOf(calendar(vevent(start + std::string(kLongestHolidayLine, 'a') + "\r\n"))),
             DetailKind::calendarLine);
    std::string folded = start;
    for (int i = 0; i < 1000; ++i)
        folded += "\r\n aaaaaaaaaaaaaaaaaaaa";
    QCOMPARE(kindOf(calendar(vevent(folded + "\r\n"))), DetailKind::calendarLine);
    // A label is cut between two characters.
    const auto cut = readHolidayCalendar(calendar(vevent(start + "a" + [] {
        std::string accents;
        for (int i = 0; i < 80; ++i)
            accents += "é";
        return accents;
    }() + "\r\n")));
    QVERIFY(cut);
    QCOMPARE(cut->front().label.size(), std::size_t{99});
    std::string many;
    for (int year = 1970; year < 1995; ++year)
        many += vevent("DTSTART:" + std::to_string(year) + "0101\r\nDTEND:" + std::to_string(year + 1) + "0101\r\n");
    QCOMPARE(kindOf(calendar(many)), DetailKind::fewerHolidays);
}

void TestHolidayCalendar::damagedFilesNeverCrash()
{
    const std::string sound =
        calendar(vevent("DTSTART;VALUE=DATE:20270205\r\nDURATION:P2D\r\nSUMMARY:Fête\\, du\r\n  travail\r\n") +
                 vevent("DTSTART;X=\"a:b\":20270302\r\nDTEND:20270303\r\nSTATUS:CONFIRMED\r\n"));
    std::mt19937 random(7);
    int readable = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string file = sound;
        const unsigned changes = 1 + random() % 4;
        for (unsigned i = 0; i < changes && !file.empty(); ++i) {
            const std::size_t at = random() % file.size();
            switch (random() % 4) {
            case 0: file[at] = static_cast<char>(random() % 256); break;
            case 1: file.erase(at, 1 + random() % 30); break;
            case 2: file.insert(at, file.substr(random() % file.size(), random() % 60)); break;
            default: file.resize(at); break;
            }
        }
        const auto read = readHolidayCalendar(file);
        readable += read ? 1 : 0;
        if (!read)
            QCOMPARE(read.error().code, ErrorCode::invalidCalendar);
        else
            for (const DayOff& day : *read)
                QVERIFY(isWeekday(day.date) && day.label.size() <= 100);
    }
    QVERIFY(readable > 100 && readable < 20'000); // both ways were taken
}

QTEST_APPLESS_MAIN(TestHolidayCalendar)
#include "tst_holiday_calendar.moc"
