#include "data/exchange/audience_rules.h"
#include "data/exchange/mspdi/mspdi_reader.h"
#include "data/exchange/private_notes.h"
#include "data/exchange/redaction.h"
#include "data/formats/export_formats.h"
#include "models/input_fields.h"
#include "tests/support/secret_plan.h"

#include <QTest>

#include <map>

using namespace trestle;

/// What an audience may not read is in no file for it.
class TestAudiences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void privateParagraphs_data();
    void privateParagraphs();
    void everyNoteIsRead();
    void figuresStay();
    void usualRateIsPublic();
    void shapesAreFound_data();
    void shapesAreFound();
    void secretsStayIn_data();
    void secretsStayIn();
    void internalTellsThem_data();
    void internalTellsThem();
    void clientReadsThePrice_data();
    void clientReadsThePrice();
    void investorsReadWhatWasSeen_data();
    void investorsReadWhatWasSeen();
    void investorsWorkbookStandsAlone();
    void tasksKeepTheirDates();
    void othersAreRefused();
};

namespace {

const std::vector<ExportFormat>& formats()
{
    static const std::vector<ExportFormat> all = exportFormats();
    return all;
}

/// With the simulation that every format can have.
ExportSource simulated(bool isAgency)
{
    static std::map<bool, ExportSource> made;
    const auto [at, isNew] = made.try_emplace(isAgency);
    if (isNew) {
        ExportSource source = secrets::source(isAgency);
        SimulationOptions options = source.simulation;
        options.price = isAgency;
        options.cash = true;
        source.risk = std::make_shared<const Risk>(simulate(*source.plan, options).value());
        at->second = std::move(source);
    }
    return at->second;
}

QString written(const ExportFormat& format, ExportSource source, Audience audience)
{
    source.audience = audience;
    const auto exported = exportAs(format, std::move(source));
    return exported ? secrets::textOf(exported->bytes) : QString::fromStdString("error: " + exported.error().what);
}

/// Each text of a field whose key says that it is a note gets the same words.
template <class Owner>
void setNotes(Owner& owner, const std::string& words);

template <class Value>
void setNote(std::string_view key, Value& value, const std::string& words)
{
    const bool isNote = key == "note" || key == "notes" || key == "phaseNotes";
    if constexpr (std::is_same_v<Value, std::string>) {
        if (isNote)
            value = words;
    } else if constexpr (kHasFields<Value>)
        setNotes(value, words);
    else if constexpr (requires { value.begin()->second; }) {
        for (auto& [id, part] : value)
            setNote(key, part, words);
    } else if constexpr (requires {
                             value.front();
                             value.push_back(value.front());
                         })
        for (auto& part : value)
            if constexpr (kHasFields<std::remove_cvref_t<decltype(part)>>)
                setNotes(part, words);
}

template <class Owner>
void setNotes(Owner& owner, const std::string& words)
{
    forEachField<Owner>([&](const auto& field) { setNote(field.key, owner.*field.member, words); });
}

} // namespace

void TestAudiences::privateParagraphs_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("read");
    QTest::newRow("none") << "Two parts.\n\nPrivate thoughts: none.\n" << "Two parts.\n\nPrivate thoughts: none.\n";
    QTest::newRow("empty") << "" << "";
    QTest::newRow("all") << "Private: she would take less." << "";
    QTest::newRow("any case, spaces before") << "\t  pRIVATE: a" << "";
    QTest::newRow("a space before the colon") << "Private : a" << "";
    QTest::newRow("with its lines") << "A\n\nPrivate: b\nc\nd\n\nE" << "A\n\nE";
    QTest::newRow("within a paragraph") << "A\nPrivate: b\nc\n\nE" << "A\n\nE";
    QTest::newRow("two") << "Private: a\n\nPrivate: b\n\nC" << "C";
    QTest::newRow("a line of spaces ends it") << "Private: a\n \t\nB" << "B";
    QTest::newRow("line ends of Windows") << "A\r\n\r\nPrivate: b\r\nc\r\n\r\nE" << "A\r\n\r\nE";
    QTest::newRow("line ends of old") << "A\r\rPrivate: b\rc\r\rE" << "A\r\rE";
    QTest::newRow("in a list, in bold") << "A\n- **Private:** b\n\nC" << "A\n\nC";
    QTest::newRow("no-break space") << QStringLiteral("\u00a0Private: b") << "";
    QTest::newRow("in the middle of a line") << "Not private: a" << "Not private: a";
}

void TestAudiences::privateParagraphs()
{
    QFETCH(QString, note);
    QFETCH(QString, read);
    QCOMPARE(QString::fromStdString(withoutPrivate(note.toStdString())), read);
}

void TestAudiences::everyNoteIsRead()
{
    ExportSource source = secrets::source(false);
    setNotes(source.document.project.base, "Private: gone");
    source.audience = Audience::investor;
    Inputs expected = source.document.project.base;
    const ExportSource redacted = forAudience(std::move(source));
    setNotes(expected, "");
    expected.phaseNotes.clear(); // where all are gone, the phases are as well
    for (auto& [id, item] : expected.items)
        for (Evidence& place : item.evidence->places)
            place = {place.path.substr(place.path.rfind('/') + 1), 0, {}, {}};
    const Inputs& read = redacted.document.project.base;
    QCOMPARE(read.notes, std::string());
    QVERIFY(read.phaseNotes == expected.phaseNotes);
    QVERIFY(read.items == expected.items);
    QVERIFY(read.estimates == expected.estimates);
    QVERIFY(read.cash == expected.cash);
    QCOMPARE(expected.cash.monthly.front().note, std::string());
}

/// Dates, totals and what follows from the runs are what they were.
void TestAudiences::figuresStay()
{
    const ExportSource before = simulated(true);
    ExportSource source = before;
    source.audience = Audience::client;
    const ExportSource client = forAudience(source);
    const int confidence = priceConfidence(before.plan->inputs);
    const Money price = priceFigures(*before.plan, *before.risk, confidence).fixed.price;
    QCOMPARE(priceFigures(*client.plan, *client.risk, confidence).fixed.price.cents, price.cents);
    QCOMPARE(likelyValue(*client.plan).cents, likelyValue(*before.plan).cents);
    for (const Person& person : client.plan->inputs.team)
        QCOMPARE(person.weeklyRate.cents, std::int64_t{0});
    // Another simulation of what the client's writer has comes to the same price: options are priced that way.
    SimulationOptions options = before.simulation;
    options.price = true;
    const auto again = simulate(*client.plan, options);
    QVERIFY(again);
    QVERIFY(again->value == before.risk->value);
    for (const auto& [name, audience] : {std::pair{"investor", Audience::investor}, {"client", Audience::client}}) {
        source.audience = audience;
        const ExportSource redacted = forAudience(source);
        QVERIFY2(redacted.plan->finishDate.likely == before.plan->finishDate.likely, name);
        QCOMPARE(redacted.plan->total.likely.cents, before.plan->total.likely.cents);
        for (const PersonPlan& person : redacted.plan->people) {
            QCOMPARE(person.weeklyRate.cents, std::int64_t{0});
            QCOMPARE(person.cost.likely.cents, std::int64_t{0});
        }
    }
    source.audience = Audience::internal;
    QVERIFY(forAudience(source).document == before.document);
}

void TestAudiences::usualRateIsPublic()
{
    ExportSource source = secrets::source(false);
    source.audience = Audience::investor;
    QVERIFY(!tellsUsualRate(source)); // people cost something else
    QCOMPARE(forAudience(source).plan->catalogue->personWeekRate.value.cents, std::int64_t{0});
    Plan plan = *source.plan;
    for (Person& person : plan.inputs.team)
        person.weeklyRate = plan.catalogue->personWeekRate.value;
    source.plan = std::make_shared<const Plan>(plan);
    QVERIFY(tellsUsualRate(source));
    source.audience = Audience::client;
    QVERIFY(!tellsUsualRate(source));
    auto own = std::make_shared<Catalogue>(*plan.catalogue);
    own->personWeekRate.from.kind = ProvenanceKind::yours;
    plan.catalogue = own;
    source.plan = std::make_shared<const Plan>(plan);
    source.audience = Audience::investor;
    QVERIFY(!tellsUsualRate(source));
}

void TestAudiences::shapesAreFound_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    for (const char* text :
         {"7317", "7,317", "7317.00", "AUD 7,317.00 a week", "<v>7317</v>", "5,7317,6", "7 317", "7.317", "7317,00"})
        QTest::addRow("%s", text) << 7317.0 << QString::fromUtf8(text) << true;
    for (const char* text : {"17317", "73170", "a7317b", "17,317", "1.7317"})
        QTest::addRow("%s", text) << 7317.0 << QString::fromUtf8(text) << false;
    for (const char* text : {"1463.4", "1,463.40", "1463.400000"})
        QTest::addRow("%s", text) << 1463.4 << QString::fromUtf8(text) << true;
    for (const char* text : {"192.55", "192.552632", "192,55"})
        QTest::addRow("%s", text) << 7317.0 / 38 << QString::fromUtf8(text) << true;
    QTest::newRow("another") << 1463.4 << "1463.5" << false;
}

void TestAudiences::shapesAreFound()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QFETCH(bool, found);
    QCOMPARE(secrets::anyOf({secrets::amountShape(value)}).match(text).hasMatch(), found);
}

void TestAudiences::secretsStayIn_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("audience");
    QTest::addColumn<bool>("isAgency");
    for (const ExportFormat& format : formats())
        for (const Audience audience : {Audience::client, Audience::investor})
            for (const bool isAgency : {true, false})
                if (format.write && format.audiences.include(audience) && (isAgency || !format.needsOffer))
                    QTest::addRow("%s for %s of %s", format.key.data(), keyOf(audience).data(),
                                  isAgency ? "an agency" : "a founder")
                        << QString::fromUtf8(format.key) << static_cast<int>(audience) << isAgency;
}

void TestAudiences::secretsStayIn()
{
    QFETCH(QString, key);
    QFETCH(int, audience);
    QFETCH(bool, isAgency);
    const auto whom = static_cast<Audience>(audience);
    const ExportSource source = simulated(isAgency);
    const QString text = written(*formatOf(formats(), key.toStdString()), source, whom);
    QVERIFY(text.contains(QStringLiteral("Ledgerly")));
    const QString leaks = secrets::leaks(text, secrets::secretsOf(*source.plan, *source.risk), whom);
    QVERIFY2(leaks.isEmpty(), qPrintable(leaks));
}

/// The same search finds each of them in files of the maker's own.
void TestAudiences::internalTellsThem_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("told");
    QTest::newRow("csv") << "csv" << QStringList{"total cost", "slack", "private note cassowary"};
    QTest::newRow("cashflow") << "cashflow" << QStringList{"opening cash", "monthly line", "grant"};
    QTest::newRow("ics") << "ics" << QStringList{"target date", "chances"};
    QTest::newRow("mermaid") << "mermaid" << QStringList{"target date", "chances"};
    QTest::newRow("html") << "html" << QStringList{"total cost",
                                                   "budget",
                                                   "chances",
                                                   "private note pademelon",
                                                   "file of the source",
                                                   "line of the source",
                                                   "an assistant's words"};
    QTest::newRow("xlsx") << "xlsx"
                          << QStringList{"rate of Ana",
                                         "rate of Ben",
                                         "salary",
                                         "total cost",
                                         "risk",
                                         "budget",
                                         "private note zebrafish",
                                         "private note cassowary",
                                         "private note bandicoot",
                                         "file of the source",
                                         "line of the source",
                                         "an assistant's words"};
    QTest::newRow("pptx") << "pptx" << QStringList{"target date", "chances"};
    QTest::newRow("msproject") << "msproject" << QStringList{"rate of Ana", "rate of Ben", "total cost"};
    for (const char* key : {"github", "jira", "linear", "notion", "trello"})
        QTest::newRow(key) << key << QStringList{"private note cassowary"};
    QTest::newRow("json") << "json"
                          << QStringList{"rate of Ana",
                                         "rate of Ben",
                                         "rate in a scenario",
                                         "bill rate of Ana",
                                         "salary",
                                         "on-costs",
                                         "margin",
                                         "margin in a scenario",
                                         "mark-up",
                                         "private note zebrafish",
                                         "private note cassowary",
                                         "private note bandicoot",
                                         "private note pademelon",
                                         "private note echidna",
                                         "private note numbat",
                                         "private note quoll",
                                         "excerpt of the source",
                                         "file of the source",
                                         "proposal",
                                         "line of a proposal"};
}

void TestAudiences::internalTellsThem()
{
    QFETCH(QString, key);
    QFETCH(QStringList, told);
    const ExportSource source = simulated(true);
    const QString text = written(*formatOf(formats(), key.toStdString()), source, Audience::internal);
    const QStringList found = secrets::toldBy(text, secrets::secretsOf(*source.plan, *source.risk));
    for (const QString& name : told)
        QVERIFY2(found.contains(name), qPrintable(name));
}

void TestAudiences::clientReadsThePrice_data()
{
    QTest::addColumn<QString>("key");
    for (const char* key : {"html", "xlsx", "pptx"})
        QTest::newRow(key) << key;
}

void TestAudiences::clientReadsThePrice()
{
    QFETCH(QString, key);
    const ExportSource source = simulated(true);
    const QString text = written(*formatOf(formats(), key.toStdString()), source, Audience::client);
    const auto all = secrets::secretsOf(*source.plan, *source.risk);
    QVERIFY(secrets::toldBy(text, all).contains(QStringLiteral("price")));
    QVERIFY(text.contains(QStringLiteral("Read by all again.")) || key != QStringLiteral("xlsx"));
}

void TestAudiences::investorsReadWhatWasSeen_data()
{
    QTest::addColumn<QString>("key");
    for (const char* key : {"html", "xlsx"})
        QTest::newRow(key) << key;
}

/// The file alone, whatever an assistant said of it.
void TestAudiences::investorsReadWhatWasSeen()
{
    QFETCH(QString, key);
    const ExportSource source = simulated(false);
    const QString text = written(*formatOf(formats(), key.toStdString()), source, Audience::investor);
    const QStringList told = secrets::toldBy(text, secrets::secretsOf(*source.plan, *source.risk));
    QVERIFY(told.contains(QStringLiteral("file of the source")));
    QVERIFY(told.contains(QStringLiteral("an assistant")));
}

/// No formula of it needs a sheet that is not there, and what adds up still does.
void TestAudiences::investorsWorkbookStandsAlone()
{
    const ExportSource source = simulated(false);
    const QString text = written(*formatOf(formats(), "xlsx"), source, Audience::investor);
    const QString own = written(*formatOf(formats(), "xlsx"), source, Audience::internal);
    for (const char* sheet : {"Staffing", "Workings"}) {
        QVERIFY2(!text.contains(QString::fromUtf8(sheet)), sheet);
        QVERIFY2(own.contains(QString::fromUtf8(sheet)), sheet);
    }
    QVERIFY(text.count(QStringLiteral("<f>SUM(")) > 20);
    const QStringList told = secrets::toldBy(text, secrets::secretsOf(*source.plan, *source.risk));
    for (const char* name : {"total cost", "labour", "cost of a phase", "opening cash", "grant"})
        QVERIFY2(told.contains(QString::fromUtf8(name)), name);
}

/// A plan of tasks without people and costs has the dates of the one with them, and is read.
void TestAudiences::tasksKeepTheirDates()
{
    const ExportFormat& format = *formatOf(formats(), "msproject");
    const auto datesIn = [](const QString& text) {
        static const QRegularExpression date(QStringLiteral("<(?:Start|Finish)>[^<]*<"));
        QStringList dates;
        for (auto it = date.globalMatch(text.section(QStringLiteral("</Tasks>"), 0, 0)); it.hasNext();)
            dates << it.next().captured();
        return dates;
    };
    ExportSource source = simulated(true);
    const QStringList own = datesIn(written(format, source, Audience::internal));
    QVERIFY(own.size() > 80);
    for (const Audience audience : {Audience::client, Audience::investor}) {
        source.audience = audience;
        const Exported exported = exportAs(format, source).value();
        QCOMPARE(datesIn(secrets::textOf(exported.bytes)), own);
        const auto read = readMspdi(exported.bytes, "tasks.xml");
        QVERIFY(read);
        QCOMPARE(read->people.empty(), audience == Audience::client);
    }
}

void TestAudiences::othersAreRefused()
{
    for (const char* key : {"cashflow", "people"}) {
        ExportSource source = secrets::source(false);
        source.audience = Audience::client;
        const auto exported = exportAs(*formatOf(formats(), key), std::move(source));
        QVERIFY(!exported);
        QCOMPARE(exported.error().code, ErrorCode::noExportForAudience);
        QCOMPARE(exported.error().fix, std::string("internal, investor"));
    }
}

QTEST_GUILESS_MAIN(TestAudiences)
#include "tst_audiences.moc"
