#include "data/exchange/xlsx/xlsx_book.h"
#include "data/exchange/xlsx/zip_check.h"
#include "data/file_io.h"
#include "data/formats/export_formats.h"
#include "models/money/cash_table.h"
#include "models/plan/cost.h"
#include "models/risk/promises.h"
#include "models/rounding.h"
#include "tests/data/support/export_sources.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <set>

using namespace trestle;
using namespace std::chrono_literals;

/// The workbook, read by openpyxl and worked out again by LibreOffice, neither of which we wrote.
class TestXlsx : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sheetsAreThere_data();
    void sheetsAreThere();
    void everyFormulaHasItsValue();
    void figuresAreThePlans();
    void monthsAreThePlans();
    void useOfFundsMeetsTheHeadline();
    void cellsHaveTypes();
    void pagesAreSetUp();
    void namesSurvive_data();
    void namesSurvive();
    void longTextsAreCut();
    void lossesAreTold();
    void bytesDependOnThePlanAlone();
    void noRoomIsAnError();
    void cutOffFilesAreNoticed();
    void recalculatedIsThePlan_data();
    void recalculatedIsThePlan();
    void moreEffortIsDearer();
    void pagesShowAll();

private:
    /// A book that LibreOffice works out, after a change of a cell.
    struct Case {
        const char* row;
        std::function<void(Inputs&)> base;   ///< what the book is made of
        std::function<void(Inputs&)> change; ///< what its plan is like after the change of the cell
        const char* cell;                    ///< of Assumptions
        double value;
    };
    static std::vector<Case> cases();
    void recalculateAll();

    QString m_office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
    QTemporaryDir m_scratch;
};

namespace {

Exported exported(const ExportSource& source)
{
    const auto formats = exportFormats();
    auto written = exportAs(*formatOf(formats, "xlsx"), source);
    if (!written)
        qFatal("not written: %s", written.error().what.c_str());
    return std::move(*written);
}

/// Sheets by name; of each the cells by name: {"formula", "value", "type", "format"}; and what else is asked for.
QJsonObject readBook(const std::string& bytes)
{
    const std::string json = test::fromPython(
        "import sys, io, json, openpyxl, datetime, zipfile\n"
        "data = sys.stdin.buffer.read()\n"
        "book = openpyxl.load_workbook(io.BytesIO(data))\n"
        "values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)\n"
        "def plain(v): return v.isoformat()[:10] if isinstance(v, (datetime.datetime, datetime.date)) else v\n"
        "out = {'parts': zipfile.ZipFile(io.BytesIO(data)).namelist(), 'order': book.sheetnames,\n"
        "       'created': str(book.properties.created), 'sheets': {}}\n"
        "for sheet in book:\n"
        "    cells = {}\n"
        "    for row in sheet.iter_rows():\n"
        "        for c in row:\n"
        "            if c.value is None: continue\n"
        "            v = values[sheet.title][c.coordinate].value\n"
        "            cells[c.coordinate] = {'formula': c.value if c.data_type == 'f' else '', 'value': plain(v),\n"
        "                'type': 'd' if c.is_date else values[sheet.title][c.coordinate].data_type,\n"
        "                'format': c.number_format}\n"
        "    out['sheets'][sheet.title] = {'cells': cells, 'charts': len(sheet._charts),\n"
        "        'landscape': sheet.page_setup.orientation == 'landscape', 'fits': "
        "sheet.sheet_properties.pageSetUpPr.fitToPage,\n"
        "        'high': sheet.page_setup.fitToHeight, 'titles': sheet.print_title_rows or '', 'frozen': "
        "sheet.freeze_panes or ''}\n"
        "print(json.dumps(out))",
        bytes);
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

QJsonObject cellsOf(const QJsonObject& book, const char* sheet)
{
    return book[u"sheets"][QLatin1StringView(sheet)][u"cells"].toObject();
}

QJsonValue valueAt(const QJsonObject& book, const char* sheet, const QString& cell)
{
    return cellsOf(book, sheet)[cell][u"value"];
}

/// The number of the first row from `from` on whose first cell says so; 0 where there is none.
int rowOf(const QJsonObject& book, const char* sheet, const QString& label, int from = 1)
{
    const QJsonObject cells = cellsOf(book, sheet);
    for (int row = from; row < from + 2000; ++row)
        if (cells[QStringLiteral("A%1").arg(row)][u"value"].toString() == label)
            return row;
    return 0;
}

std::int64_t centsAt(const QJsonObject& book, const char* sheet, const QString& cell)
{
    const QJsonValue value = valueAt(book, sheet, cell);
    if (!value.isDouble())
        qFatal("no number in %s %s", sheet, qPrintable(cell));
    return std::llround(value.toDouble() * 100);
}

/// Where three cases stand side by side from a column on.
PerCase<std::int64_t> centsOfCases(const QJsonObject& book, const char* sheet, char first, int row)
{
    PerCase<std::int64_t> cents;
    for (const Case which : kCases)
        cents.at(which) =
            centsAt(book, sheet, QStringLiteral("%1%2").arg(QChar(first + static_cast<int>(which))).arg(row));
    return cents;
}

/// `freeCents`: by how many cents a line of the low and the high case may be off. Once they are worked out again, the
/// cases are rounded each for itself, where the plan moves a cent so that no line costs more in a lower case.
bool hasAmountsOf(const QJsonObject& book, const Plan& plan, std::int64_t freeCents = 0)
{
    const auto isAt = [&](const char* sheet, char column, int row, const PerCase<Money>& money, std::int64_t off = 0) {
        const PerCase<std::int64_t> found = centsOfCases(book, sheet, column, std::max(row, 1));
        const bool is = row > 0 && found.likely == money.likely.cents && std::abs(found.low - money.low.cents) <= off &&
                        std::abs(found.high - money.high.cents) <= off;
        if (!is)
            qWarning("%s row %d: %lld, not %lld", sheet, row, static_cast<long long>(found.likely),
                     static_cast<long long>(money.likely.cents));
        return is;
    };
    bool all = isAt("Summary", 'B', rowOf(book, "Summary", QStringLiteral("Labour")), plan.labour);
    all = isAt("Summary", 'B', rowOf(book, "Summary", QStringLiteral("Running costs")), plan.runningTotal) && all;
    all = isAt("Summary", 'B', rowOf(book, "Summary", QStringLiteral("Total without GST")), plan.total) && all;
    all = isAt("Plan", 'H', rowOf(book, "Plan", QStringLiteral("Labour")), plan.labour) && all;
    all = isAt("Plan", 'H', rowOf(book, "Plan", QStringLiteral("Total without GST")), plan.total) && all;
    int row = 5;
    for (const PhasePlan& phase : plan.phases) {
        all = isAt("Plan", 'H', row++, phase.cost, freeCents * phase.inScope) && all;
        for (std::size_t i = phase.firstItem; i < phase.firstItem + phase.itemCount; ++i)
            all = isAt("Plan", 'H', row++, plan.items[i].cost, freeCents) && all;
    }
    row = 5;
    for (const PersonPlan& person : plan.people)
        all = isAt("People", 'G', row++, person.cost, freeCents) && all;
    all = isAt("People", 'G', row, plan.labour) && all;
    const bool hasActual = plan.actual.any();
    const QString total = hasActual ? QStringLiteral("F%1") : QStringLiteral("E%1"); // of a month
    const Money spent = plan.actual.total();
    if (hasActual) {
        const PerCase<Money> each{spent, spent, spent};
        all = isAt("Summary", 'B', rowOf(book, "Summary", QStringLiteral("Spent so far")), each) && all;
        all = isAt("Plan", 'H', rowOf(book, "Plan", QStringLiteral("Spent so far")), each) && all;
    }
    row = 5;
    for (const MonthCost& month : costByMonth(plan, trestle::Case::likely)) {
        const bool is =
            centsAt(book, "Cost by month", QStringLiteral("B%1").arg(row)) == month.labour.cents &&
            (!hasActual || centsAt(book, "Cost by month", QStringLiteral("E%1").arg(row)) == month.actual.cents) &&
            centsAt(book, "Cost by month", total.arg(row)) == month.total().cents;
        if (!is)
            qWarning("month in row %d: %lld, not %lld", row,
                     static_cast<long long>(centsAt(book, "Cost by month", QStringLiteral("B%1").arg(row))),
                     static_cast<long long>(month.labour.cents));
        all = is && all;
        ++row;
    }
    return centsAt(book, "Cost by month", total.arg(row)) == plan.total.likely.cents && all;
}

/// The balances at month ends.
bool hasCashOf(const QJsonObject& book, const Plan& plan)
{
    const QJsonObject cells = cellsOf(book, "Cash");
    QString column; // the last
    for (auto cell = cells.begin(); cell != cells.end(); ++cell)
        if (cell.value()[u"value"].toString() == QStringLiteral("On the last day"))
            column = cell.key().chopped(1) + QStringLiteral("%1");
    int row = 5;
    for (const CashMonth& month : cashTable(plan).months)
        if (centsAt(book, "Cash", column.arg(row++)) != month.last.cents) {
            qWarning("cash in row %d", row - 1);
            return false;
        }
    return true;
}

void addPeople(Inputs& inputs)
{
    inputs.team.push_back({"Ben", 0.6, Money{412'345}, {}, std::chrono::sys_days{2027y / 2 / 1}, {}});
    inputs.team.push_back({"Cy", 0.35, Money{333'333}, {}, {}, {}});
    inputs.team.back().paidOut = false;
    inputs.team[0].leave = {{std::chrono::sys_days{2027y / 2 / 8}, std::chrono::sys_days{2027y / 2 / 26}}};
}

void payAll(Inputs& inputs)
{
    inputs.costMode = CostMode::retained;
}

/// Two months and a half after the start, with money spent in the first two.
void beginWithBooks(Inputs& inputs)
{
    inputs.asOf = inputs.start + std::chrono::days{75};
    const std::chrono::year_month first = monthOf(inputs.start);
    inputs.actualCosts = {{first, Money{3'125'050}, "Wages"},
                          {first + std::chrono::months{1}, Money{1'000'001}, "Wages"},
                          {first + std::chrono::months{1}, Money{-20'000}, "Refund"}};
}

void setOpening(Inputs& inputs)
{
    inputs.cash.opening = Money::dollars(200'000);
    inputs.cash.once = {{"Grant", Money::dollars(20'000), std::chrono::sys_days{2027y / 3 / 1}}};
}

std::set<std::string> titlesOf(const Plan& plan)
{
    std::set<std::string> titles;
    for (const ItemPlan& item : plan.items)
        titles.insert(item.title);
    return titles;
}

} // namespace

std::vector<TestXlsx::Case> TestXlsx::cases()
{
    const auto rate = [](std::size_t person, Money weekly) {
        return [person, weekly](Inputs& inputs) { inputs.team[person].weeklyRate = weekly; };
    };
    return {{"as it is", {}, {}, "", 0},
            {"one rate", {}, rate(0, Money{612'345}), "D5", 6123.45},
            {"a rate of nothing", {}, rate(1, Money{}), "D6", 0},
            {"more people", addPeople, rate(2, Money{399'999}), "D7", 3999.99},
            {"retained",
             [](Inputs& inputs) {
                 addPeople(inputs);
                 payAll(inputs);
             },
             rate(0, Money{700'007}), "D5", 7000.07},
            {"begun",
             [](Inputs& inputs) {
                 beginWithBooks(inputs);
                 setOpening(inputs);
             },
             rate(0, Money{612'345}), "D5", 6123.45}};
}

void TestXlsx::initTestCase()
{
    QVERIFY(m_scratch.isValid());
    if (!m_office.isEmpty())
        recalculateAll();
}

/// All books at once: LibreOffice takes longer to start than to work.
void TestXlsx::recalculateAll()
{
    QStringList files;
    const auto save = [&](const QString& name, const ExportSource& source, const QString& cell, double value) {
        const std::string bytes =
            test::fromPython(QStringLiteral("import sys, io, openpyxl\n"
                                            "book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))\n"
                                            "if '%1': book['Assumptions']['%1'] = %2\n"
                                            "out = io.BytesIO()\n"
                                            "book.save(out)\n" // without any values
                                            "sys.stdout.buffer.write(out.getvalue())")
                                 .arg(cell)
                                 .arg(value, 0, 'f', 4)
                                 .toUtf8()
                                 .constData(),
                             exported(source).bytes);
        files += m_scratch.filePath(name + QStringLiteral(".xlsx"));
        QVERIFY(writeFileAtomically(files.back().toStdString(), bytes));
    };
    for (const Case& one : cases())
        save(QString::fromUtf8(one.row), test::sampleSource(one.base), QString::fromUtf8(one.cell), one.value);
    save(QStringLiteral("effort"), test::sampleSource(), QStringLiteral("D9"), 5);
    const auto office = [&](const QStringList& arguments) {
        QProcess process;
        process.start(m_office, QStringList{QStringLiteral("-env:UserInstallation=file://") +
                                                m_scratch.filePath(QStringLiteral("profile")),
                                            QStringLiteral("--headless"), QStringLiteral("--convert-to")} +
                                    arguments);
        QVERIFY2(process.waitForFinished(240'000) && process.exitCode() == 0,
                 process.readAllStandardError().constData());
    };
    office(QStringList{QStringLiteral("xlsx:Calc MS Excel 2007 XML"), QStringLiteral("--outdir"),
                       m_scratch.filePath(QStringLiteral("again"))} +
           files);
    const QString shown = m_scratch.filePath(QStringLiteral("shown.xlsx"));
    QVERIFY(writeFileAtomically(shown.toStdString(), exported(test::sampleSource([](Inputs& inputs) {
                                                         addPeople(inputs);
                                                         setOpening(inputs);
                                                         inputs.notes = std::string(300, 'n') + " end";
                                                     })).bytes));
    office({QStringLiteral("pdf"), QStringLiteral("--outdir"), m_scratch.path(), shown});
}

void TestXlsx::sheetsAreThere_data()
{
    QTest::addColumn<bool>("priced");
    QTest::addColumn<bool>("cash");
    QTest::newRow("plain") << false << false;
    QTest::newRow("priced") << true << false;
    QTest::newRow("cash") << false << true;
    QTest::newRow("both") << true << true;
}

void TestXlsx::sheetsAreThere()
{
    QFETCH(bool, priced);
    QFETCH(bool, cash);
    const QJsonObject book = readBook(exported(test::sampleSource([&](Inputs& inputs) {
                                          inputs.client = priced ? "Someone" : "";
                                          inputs.cash.opening.reset();
                                          if (cash)
                                              setOpening(inputs);
                                      })).bytes);
    QStringList wanted{"Summary", "Plan", "Cost by month", "Use of funds", "People", "Risk"};
    if (priced)
        wanted += "Price";
    if (cash)
        wanted += "Cash";
    wanted += {"Assumptions", "Staffing", "Workings"};
    QCOMPARE(book[u"order"].toVariant().toStringList(), wanted);
    for (const QString& part : book[u"parts"].toVariant().toStringList())
        QVERIFY2(!part.contains("vba", Qt::CaseInsensitive) && !part.contains("external", Qt::CaseInsensitive),
                 qPrintable(part));
    QVERIFY(book[u"created"].toString().startsWith("2026-11-22 10:00"));
}

void TestXlsx::everyFormulaHasItsValue()
{
    const QJsonObject book = readBook(exported(test::sampleSource(setOpening)).bytes);
    int formulas = 0;
    for (const QString& sheet : book[u"order"].toVariant().toStringList()) {
        const QJsonObject cells = cellsOf(book, sheet.toUtf8().constData());
        for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
            const QString formula = cell.value()[u"formula"].toString();
            if (formula.isEmpty())
                continue;
            ++formulas;
            QVERIFY2(cell.value()[u"value"].isDouble(), qPrintable(sheet + cell.key()));
            QVERIFY2(!formula.contains("#") && !formula.contains("["), qPrintable(formula));
        }
    }
    QVERIFY(formulas > 500);
}

void TestXlsx::figuresAreThePlans()
{
    for (const auto& change : {std::function<void(Inputs&)>{}, std::function<void(Inputs&)>{addPeople},
                               std::function<void(Inputs&)>{beginWithBooks}}) {
        const ExportSource source = test::sampleSource(change);
        const Plan& plan = *source.plan;
        const QJsonObject book = readBook(exported(source).bytes);
        QVERIFY(hasAmountsOf(book, plan));
        const int finish = rowOf(book, "Summary", "Finish");
        QCOMPARE(valueAt(book, "Summary", QString("C%1").arg(finish)).toString(),
                 QString::fromStdString(isoDate(plan.finishDate.likely)));
        const auto risk = simulate(plan, source.simulation);
        QVERIFY(risk);
        const Headline sure = headlineOf(plan, *risk, plan.inputs.confidence);
        QCOMPARE(valueAt(book, "Summary", QString("E%1").arg(finish)).toString(),
                 QString::fromStdString(isoDate(sure.finishDate)));
        const QString promise = QString("E%1").arg(rowOf(book, "Summary", "Total without GST"));
        QCOMPARE(centsAt(book, "Summary", promise), promised(sure.total).cents);
    }
}

void TestXlsx::monthsAreThePlans()
{
    const ExportSource source = test::sampleSource();
    const QJsonObject book = readBook(exported(source).bytes);
    // The months add up to the likely total, and what is put on top to the headline.
    const int total = rowOf(book, "Cost by month", "Total");
    const QString sum = QString("E%1");
    QCOMPARE(centsAt(book, "Cost by month", sum.arg(total)), source.plan->total.likely.cents);
    QCOMPARE(centsAt(book, "Cost by month", sum.arg(total)) + centsAt(book, "Cost by month", sum.arg(total + 1)),
             centsAt(book, "Cost by month", sum.arg(total + 2)));
    QCOMPARE(centsAt(book, "Cost by month", sum.arg(total + 2)),
             centsAt(book, "Summary", sum.arg(rowOf(book, "Summary", "Total without GST"))));
}

void TestXlsx::useOfFundsMeetsTheHeadline()
{
    ExportSource source = test::sampleSource();
    source.risk = std::make_shared<const Risk>(simulate(*source.plan, source.simulation).value());
    const QJsonObject book = readBook(exported(source).bytes);
    const int total = rowOf(book, "Use of funds", "Total"); // of the months
    const qint64 promise = centsAt(book, "Summary", QString("E%1").arg(rowOf(book, "Summary", "Total without GST")));
    QCOMPARE(promise, promised(headlineOf(*source.plan, *source.risk, 80).total).cents);
    QCOMPARE(centsAt(book, "Use of funds", QString("B%1").arg(total)), promise);
    qint64 months = 0;
    for (int row = 5; row < total; ++row)
        months += centsAt(book, "Use of funds", QString("B%1").arg(row));
    QCOMPARE(months, promise);
    qint64 milestones = 0;
    qint64 likely = 0;
    int row = total + 3;
    for (; valueAt(book, "Use of funds", QString("A%1").arg(row)).toString() != "Total"; ++row) {
        likely += centsAt(book, "Use of funds", QString("C%1").arg(row));
        milestones += centsAt(book, "Use of funds", QString("D%1").arg(row));
    }
    QCOMPARE(milestones, promise);
    QCOMPARE(centsAt(book, "Use of funds", QString("D%1").arg(row)), promise);
    QCOMPARE(likely, source.plan->shown.total.likely.cents);
}

void TestXlsx::cellsHaveTypes()
{
    const ExportSource source = test::sampleSource();
    const QJsonObject book = readBook(exported(source).bytes);
    const QJsonObject plan = cellsOf(book, "Plan");
    QCOMPARE(plan[u"D5"][u"type"].toString(), "d");
    QCOMPARE(
        plan[u"D5"][u"value"].toString(),
        QString::fromStdString(isoDate(source.plan->calendar.startDate(source.plan->phases[0].when.likely.start))));
    QCOMPARE(plan[u"I5"][u"type"].toString(), "n");
    QCOMPARE(plan[u"I5"][u"format"].toString(), "#,##0.00");
    QCOMPARE(plan[u"A5"][u"type"].toString(), "s");
    QCOMPARE(cellsOf(book, "Cost by month")[u"A5"][u"type"].toString(), "d");
    QCOMPARE(cellsOf(book, "Risk")[u"A5"][u"value"].toDouble(), 0.1);
}

void TestXlsx::pagesAreSetUp()
{
    const QJsonObject book = readBook(exported(test::sampleSource(setOpening)).bytes);
    for (const QString& name : book[u"order"].toVariant().toStringList()) {
        const QJsonValue sheet = book[u"sheets"][name];
        QVERIFY2(sheet[u"landscape"].toBool() && sheet[u"fits"].toBool(), qPrintable(name));
        QCOMPARE(sheet[u"high"].toInt(1), name == "Summary" ? 1 : 0); // 1 where nothing is said
        QVERIFY2(!sheet[u"titles"].toString().isEmpty(), qPrintable(name));
        QVERIFY2(!sheet[u"frozen"].toString().isEmpty(), qPrintable(name));
        QCOMPARE(sheet[u"charts"].toInt(), name == "Cost by month" || name == "Use of funds" ? 1
                                           : name == "Risk"                                  ? 2
                                                                                             : 0);
    }
}

void TestXlsx::namesSurvive_data()
{
    QTest::addColumn<std::string>("name");
    for (const test::HostileName& hostile : test::hostileNames())
        QTest::newRow(hostile.row) << hostile.name;
    QTest::newRow("looks like an escape") << std::string("a_x0041_b");
    for (const char* first : {"=1+1", "+1", "-1", "@SUM(A1)", "'a"})
        QTest::newRow(first) << std::string(first);
}

void TestXlsx::namesSurvive()
{
    QFETCH(std::string, name);
    const Exported written = exported(test::namedSource(name));
    const QJsonObject book = readBook(written.bytes);
    TextCleaner cleaner("\t\n");
    QString wanted = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    wanted.replace("\r\n", "\n").replace('\r', '\n');
    wanted = QString::fromStdString(cleaner.clean(name.contains('\xff') ? name : wanted.toStdString()));
    for (const auto& [sheet, cell] : {std::pair{"Summary", "A1"}, {"Plan", "A5"}, {"Plan", "A6"}, {"People", "A5"}}) {
        // What openpyxl reads of "_x0041_" is what stands in the file.
        const QString read = valueAt(book, sheet, cell).toString().replace("_x005F_", "_");
        QCOMPARE(read, wanted);
        QCOMPARE(cellsOf(book, sheet)[QLatin1StringView(cell)][u"formula"].toString(), "");
    }
    const auto replaced = std::ranges::find(written.losses, LossKind::characters, &Loss::kind);
    QCOMPARE(replaced != written.losses.end(), cleaner.replaced() > 0);
}

void TestXlsx::longTextsAreCut()
{
    const auto noteOf = [](const std::string& note) {
        return exported(test::sampleSource([&](Inputs& inputs) {
            inputs.phaseNotes[inputs.phaseNotes.empty() ? "database" : inputs.phaseNotes.begin()->first] = note;
        }));
    };
    const auto longest = [](const Exported& written) {
        qsizetype most = 0;
        for (const QJsonValue& cell : cellsOf(readBook(written.bytes), "Plan"))
            most = std::max(most, cell[u"value"].toString().size());
        return most;
    };
    constexpr qsizetype kMost = XlsxBook::kLongestText;
    const auto cut = [](const Exported& written) {
        const auto loss = std::ranges::find(written.losses, LossKind::shortened, &Loss::kind);
        return loss == written.losses.end() ? std::size_t{0} : loss->count;
    };
    const Exported fits = noteOf(std::string(kMost, 'a'));
    QCOMPARE(longest(fits), kMost);
    QCOMPARE(cut(fits), std::size_t{0});
    const Exported tooLong = noteOf(std::string(kMost + 1, 'a'));
    QCOMPARE(longest(tooLong), kMost);
    QCOMPARE(cut(tooLong), std::size_t{1});
    // A character of two units is not cut in two.
    const Exported pair = noteOf(std::string(kMost - 1, 'a') + "\U0001F3D7");
    QCOMPARE(longest(pair), kMost - 1);
    QCOMPARE(cut(pair), std::size_t{1});
}

void TestXlsx::lossesAreTold()
{
    const ExportSource source = test::sampleSource();
    const std::vector<Loss> losses = exported(source).losses;
    QCOMPARE(losses.front(), (Loss{LossKind::links, source.plan->links.size()}));
    const auto kinds = [](const std::vector<Loss>& all) {
        std::set<LossKind> found;
        for (const Loss& loss : all)
            found.insert(loss.kind);
        return found;
    };
    QVERIFY(kinds(losses).contains(LossKind::profile));
    QVERIFY(!kinds(losses).contains(LossKind::daysOff));
    const auto withDayOff = exported(
        test::sampleSource([](Inputs& inputs) { inputs.daysOff = {{std::chrono::sys_days{2027y / 2 / 2}, "Fair"}}; }));
    QVERIFY(kinds(withDayOff.losses).contains(LossKind::daysOff));
}

void TestXlsx::bytesDependOnThePlanAlone()
{
    ExportSource source = test::sampleSource();
    const std::string first = exported(source).bytes;
    for (const char* zone : {"XST-10:30", "YST+5"}) {
        qputenv("TZ", zone);
        tzset();
        QVERIFY(exported(source).bytes == first);
    }
    qputenv("TZ", "UTC");
    tzset();
    source.stamp.madeAt = {};
    const std::string atStart = exported(source).bytes;
    QVERIFY(atStart != first);
    QTest::qWait(1100); // a second later on the clock on the wall
    QVERIFY(exported(source).bytes == atStart);
}

void TestXlsx::noRoomIsAnError()
{
    ExportSource source = test::sampleSource();
    SimulationOptions options;
    options.runs = 50;
    options.price = true;
    source.risk = std::make_shared<const Risk>(simulate(*source.plan, options).value());
    const auto formats = exportFormats();
    // In a process of its own: the library leaves memory behind when it fails.
    const pid_t child = fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{20'000, 20'000};
        if (setrlimit(RLIMIT_FSIZE, &small) != 0)
            _exit(2);
        const auto written = exportAs(*formatOf(formats, "xlsx"), source);
        const bool isRight = !written && (written.error().code == ErrorCode::diskFull ||
                                          written.error().code == ErrorCode::fileUnwritable);
        _exit(isRight ? 0 : 1);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

void TestXlsx::cutOffFilesAreNoticed()
{
    const auto zipOf = [](const char* xml) {
        return test::fromPython("import sys, io, zipfile\n"
                                "out = io.BytesIO()\n"
                                "z = zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED)\n"
                                "z.writestr('a.xml', '<a><b/></a>')\n"
                                "z.writestr('b.xml', sys.stdin.buffer.read())\n"
                                "z.close()\n"
                                "sys.stdout.buffer.write(out.getvalue())",
                                xml);
    };
    const std::string whole = zipOf("<?xml version=\"1.0\"?>\n<sheet x=\"1\"><row/></sheet>");
    QVERIFY(isWholeZipOfXml(whole));
    QVERIFY(isWholeZipOfXml(zipOf("<sheet/>")));
    for (const char* xml : {"", "<sheet><row/>", "<sheet><row></row>", "<sheet", "no element"})
        QVERIFY2(!isWholeZipOfXml(zipOf(xml)), xml);
    for (std::size_t length = 0; length < whole.size(); ++length)
        QVERIFY(!isWholeZipOfXml(std::string_view(whole).substr(0, length)));
    const std::string book = exported(test::sampleSource()).bytes;
    QVERIFY(isWholeZipOfXml(book));
    for (std::size_t at = 0; at < whole.size(); ++at) { // never read beyond its end, whatever stands in it
        std::string broken = whole;
        broken[at] = static_cast<char>(broken[at] ^ '\xff');
        isWholeZipOfXml(broken);
    }
}

void TestXlsx::recalculatedIsThePlan_data()
{
    QTest::addColumn<int>("index");
    const std::vector<Case> all = cases();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].row) << static_cast<int>(i);
}

void TestXlsx::recalculatedIsThePlan()
{
    QFETCH(int, index);
    if (m_office.isEmpty())
        QSKIP("no LibreOffice");
    const Case one = cases()[static_cast<std::size_t>(index)];
    const ExportSource source = test::sampleSource(one.base);
    const ExportSource changed = test::sampleSource([&](Inputs& inputs) {
        if (one.base)
            one.base(inputs);
        if (one.change)
            one.change(inputs);
    });
    for (std::size_t i = 0; i < source.plan->items.size(); ++i) // a rate staffs nobody otherwise
        QVERIFY(source.plan->items[i].crew == changed.plan->items[i].crew);
    const auto bytes =
        readTextFile(m_scratch.filePath(QStringLiteral("again/%1.xlsx").arg(QString::fromUtf8(one.row))).toStdString());
    QVERIFY(bytes);
    const QJsonObject book = readBook(*bytes);
    QVERIFY(hasAmountsOf(book, *changed.plan, 1));
    if (changed.plan->inputs.cash.opening)
        QVERIFY(hasCashOf(book, *changed.plan));
}

void TestXlsx::moreEffortIsDearer()
{
    if (m_office.isEmpty())
        QSKIP("no LibreOffice");
    const ExportSource source = test::sampleSource();
    const Plan& plan = *source.plan;
    const auto bytes = readTextFile(m_scratch.filePath(QStringLiteral("again/effort.xlsx")).toStdString());
    QVERIFY(bytes);
    const QJsonObject book = readBook(*bytes);
    // The first item's likely effort is five person-weeks now: its labour goes with it, and nobody else's.
    const ItemPlan& item = plan.items.front();
    QVERIFY(item.hasWork);
    const auto now = static_cast<double>(item.cost.likely.cents) * 5 / item.effort.likely;
    const auto labour = centsOfCases(book, "Plan", 'H', rowOf(book, "Plan", "Labour"));
    QVERIFY(std::abs(static_cast<double>(labour.likely - plan.labour.likely.cents + item.cost.likely.cents) - now) <
            10);
    QCOMPARE(labour.low, plan.labour.low.cents);
    QVERIFY(std::abs(static_cast<double>(centsOfCases(book, "Plan", 'H', 6).likely) - now) < 10);
    std::int64_t sum = 0;
    for (const PhasePlan& phase : plan.phases)
        sum += centsOfCases(book, "Plan", 'H', rowOf(book, "Plan", QString::fromStdString(phase.title))).likely;
    QCOMPARE(sum, labour.likely);
    QCOMPARE(centsAt(book, "Cost by month", QString("B%1").arg(rowOf(book, "Cost by month", "Total"))), labour.likely);
    QCOMPARE(valueAt(book, "Plan", "D6").toString(),
             QString::fromStdString(isoDate(plan.calendar.startDate(item.when.likely.start))));
}

void TestXlsx::pagesShowAll()
{
    if (m_office.isEmpty())
        QSKIP("no LibreOffice");
    QProcess process;
    process.start("pdftotext", {m_scratch.filePath("shown.pdf"), "-"});
    QVERIFY(process.waitForFinished());
    const QString text = QString::fromUtf8(process.readAllStandardOutput()).simplified();
    QVERIFY(!text.contains("###")); // a figure wider than its column
    QVERIFY(!text.contains("#REF") && !text.contains("#NAME") && !text.contains("Err:"));
    for (const std::string& title : titlesOf(*test::sampleSource().plan))
        QVERIFY2(text.contains(QString::fromStdString(title)), title.c_str());
    for (const char* words : {"Cash", "Grant", "Price with GST", "Cy", "What moves the plan", "end"})
        QVERIFY2(text.contains(words), words);
}

QTEST_GUILESS_MAIN(TestXlsx)
#include "tst_xlsx.moc"
