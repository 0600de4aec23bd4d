#include "data/exchange/foreign/import_limits.h"
#include "data/exchange/ooxml/zip_archive.h"
#include "data/exchange/tasks_table/tasks_table_reader.h"
#include "data/exchange/tasks_table/xlsx_styles.h"
#include "data/exchange/tasks_table/xlsx_table_reader.h"
#include "data/formats/export_formats.h"
#include "tests/data/support/export_sources.h"
#include "tests/data/support/imported_plans.h"

#include <QTest>

#include <algorithm>

using namespace trestle;
using ooxml::ZipFiles;

/// Workbooks of tasks: what cells hold, which sheet is read, a workbook of another library, and what is refused.
class TestXlsxTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cells();
    void formats_data();
    void formats();
    void daysSince1904();
    void prefixes();
    void partsElsewhere();
    void sheets();
    void sheetsOfOnePart();
    void moreSheetsThanAreRead();
    void textsOfAllSheets();
    void becomesAPlan();
    void datesAreNoWork();
    void timesAreHours();
    void workbookOfALibrary();
    void refused_data();
    void refused();
    void cutAnywhere();
};

namespace {

constexpr const char* kSpreadsheet = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

struct Sheet {
    std::string name;
    std::string rows;
    std::string state{};
};

ZipFiles parts(const std::vector<Sheet>& sheets, const std::string& settings = {})
{
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string names;
    std::string links;
    ZipFiles files;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        names += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"" +
                 (sheets[i].state.empty() ? "" : " state=\"" + sheets[i].state + "\"") + "/>";
        links += "<Relationship Id=\"rId" + number + "\" Type=\"" + type + "worksheet\" Target=\"worksheets/sheet" +
                 number + ".xml\"/>";
        files["xl/worksheets/sheet" + number + ".xml"] =
            head + "<worksheet " + kSpreadsheet + "><sheetData>" + sheets[i].rows + "</sheetData></worksheet>";
    }
    files["xl/workbook.xml"] = head + "<workbook " + kSpreadsheet + " xmlns:r=\"" + type + "\">" + settings +
                               "<sheets>" + names + "</sheets></workbook>";
    files["xl/_rels/workbook.xml.rels"] = head + "<Relationships>" + links + "</Relationships>";
    files["xl/styles.xml"] =
        head + "<styleSheet " + kSpreadsheet +
        "><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"ddd d/mm/yyyy\"/></numFmts>"
        "<cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"9\"/>"
        "</cellXfs></styleSheet>";
    files["xl/sharedStrings.xml"] =
        head + "<sst " + kSpreadsheet + "><si><t>Task</t></si><si><r><t>Sk</t></r><r><t>etch</t></r></si></sst>";
    return files;
}

std::string zipped(const ZipFiles& files)
{
    return ooxml::zipArchive(files, {}).value();
}

std::string text(const std::string& at, const std::string& words)
{
    return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
}

QString cellWords(const TaskTable& table)
{
    QStringList rows;
    for (const TableRow& row : table.rows) {
        QStringList cells;
        for (const TableCell& cell : row.cells)
            cells += QString::fromStdString(cell.text);
        rows += QString::number(row.number) + ": " + cells.join('/');
    }
    return rows.join("; ");
}

const std::string kTasks = "<row r=\"1\">" + text("A1", "Task name") + text("B1", "Work (h)") + "</row><row r=\"2\">" +
                           text("A2", "Sketch") + "<c r=\"B2\"><v>40</v></c></row>";

} // namespace

void TestXlsxTable::cells()
{
    const auto table = readXlsxTable(
        zipped(parts({{"Plan", "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c></row>"
                               "<row r=\"5\"><c r=\"A5\"><v>1.5</v></c><c r=\"B5\" s=\"1\"><v>46392</v></c>"
                               "<c r=\"C5\" s=\"2\"><v>46392.75</v></c><c r=\"D5\" s=\"3\"><v>0.5</v></c>"
                               "<c r=\"E5\" t=\"str\"><f>A1&amp;\"x\"</f><v>ax</v></c><c r=\"F5\" t=\"b\"><v>1</v></c>"
                               "<c r=\"G5\" t=\"e\"><v>#REF!</v></c><c r=\"H5\" t=\"d\"><v>2027-01-05T00:00:00</v></c>"
                               "<c r=\"I5\"><f>SUM(A1:A2)</f></c><c r=\"J5\" t=\"s\"/></row>"
                               "<row><c><v>7</v></c><c t=\"inlineStr\"><is><t>&lt;b&gt;</t></is></c></row>"}})),
        "a.xlsx");
    QVERIFY(table);
    QCOMPARE(table->name, "Plan");
    QCOMPARE(cellWords(*table), "2: Task//Sketch; "
                                "5: 1.5/2027-01-05/2027-01-05/50%/ax/TRUE//2027-01-05T00:00:00; 6: 7/<b>");
    const std::vector<TableCell>& row = table->rows[1].cells;
    QVERIFY(row[0].number == 1.5 && !row[0].date);
    QVERIFY(row[1].date == parseDate("2027-01-05") && row[2].date == row[1].date && row[7].date == row[1].date);
    QVERIFY(row[3].isPercent && row[3].number == 0.5);
}

void TestXlsxTable::formats_data()
{
    QTest::addColumn<int>("kind");
    const auto row = [](const char* code, xlsx::NumberKind kind) {
        QTest::addRow("%s", code) << static_cast<int>(kind);
    };
    row("d/m/yyyy", xlsx::NumberKind::date);
    row("[$-C09]dddd, d mmmm yyyy;@", xlsx::NumberKind::date);
    row("yyyy\\-mm\\-dd", xlsx::NumberKind::date);
    row("0.0%", xlsx::NumberKind::percent);
    row("General", xlsx::NumberKind::plain);
    row("#,##0.00", xlsx::NumberKind::plain);
    row("[Red]0.0", xlsx::NumberKind::plain);
    row("[h]:mm", xlsx::NumberKind::time);
    row("[mm]:ss", xlsx::NumberKind::time);
    row("h:mm AM/PM", xlsx::NumberKind::time);
    row("h:mm d/m", xlsx::NumberKind::date);
    row("[h]:mm d/m", xlsx::NumberKind::date);
    row("[$-F400]h:mm:ss", xlsx::NumberKind::time);
    row("[$$-C09]#,##0", xlsx::NumberKind::plain);
    row("[h", xlsx::NumberKind::time);
    row("0 \"hours\"", xlsx::NumberKind::plain);
    row("0 \"days\"", xlsx::NumberKind::plain);
    row("0\\d", xlsx::NumberKind::plain);
}

void TestXlsxTable::formats()
{
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(xlsx::kindOfFormat(QTest::currentDataTag())), kind);
}

void TestXlsxTable::daysSince1904()
{
    const auto table = readXlsxTable(zipped(parts({{"Plan", "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44930</v></c></row>"}},
                                                  "<workbookPr date1904=\"1\"/>")),
                                     "a.xlsx");
    QVERIFY(table);
    QCOMPARE(cellWords(*table), "1: 2027-01-05");
}

void TestXlsxTable::prefixes()
{
    ZipFiles files = parts({{"Plan", ""}});
    files["xl/worksheets/sheet1.xml"] =
        "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData><x:row "
        "r=\"1\">"
        "<x:c r=\"B1\" t=\"s\"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    const auto table = readXlsxTable(zipped(files), "a.xlsx");
    QVERIFY(table);
    QCOMPARE(cellWords(*table), "1: /Sketch");
}

void TestXlsxTable::partsElsewhere()
{
    ZipFiles files = parts({{"Plan", "<row r=\"1\"><c t=\"s\"><v>0</v></c><c s=\"1\"><v>0.5</v></c></row>"}});
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string& links = files["xl/_rels/workbook.xml.rels"];
    links.insert(links.find("</Relationships>"), "<Relationship Id=\"a\" Type=\"" + type +
                                                     "sharedStrings\" Target=\"texts/all.xml\"/><Relationship "
                                                     "Id=\"b\" Type=\"" +
                                                     type + "styles\" Target=\"/other/looks.xml\"/>");
    files["xl/texts/all.xml"] = "<sst><si><t>Elsewhere</t></si></sst>";
    files["other/looks.xml"] = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>";
    const auto table = readXlsxTable(zipped(files), "a.xlsx");
    QVERIFY(table);
    QCOMPARE(cellWords(*table), "1: Elsewhere/50%");
}

void TestXlsxTable::sheets()
{
    const std::string notes = "<row r=\"1\">" + text("A1", "Read me") + "</row>";
    const auto nameOf = [](const std::vector<Sheet>& sheets) {
        const auto table = readXlsxTable(zipped(parts(sheets)), "a.xlsx");
        return table ? QString::fromStdString(table->name) + ' ' +
                           QString::number(table->losses.all().empty() ? 0 : table->losses.all().front().count)
                     : QString("none");
    };
    QCOMPARE(nameOf({{"Tasks", kTasks}}), "Tasks 0");
    QCOMPARE(nameOf({{"Notes", notes}, {"Tasks", kTasks}}), "Tasks 1");
    QCOMPARE(nameOf({{"Old", kTasks, "hidden"}, {"Notes", notes}}), "Notes 0");
    QCOMPARE(nameOf({{"Empty", ""}, {"Notes", notes}}), "Notes 0");
    const std::string far = "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>";
    QCOMPARE(nameOf({{"Far", far}, {"Tasks", kTasks}}), "Tasks 0");
    QCOMPARE(nameOf({{"Far", far}, {"Notes", notes}}), "none");
}

void TestXlsxTable::sheetsOfOnePart()
{
    ZipFiles files = parts({{"Tasks", kTasks}});
    std::string names;
    std::string links;
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
    for (int i = 1; i <= 20'000; ++i) {
        const std::string number = std::to_string(i);
        names += "<sheet name=\"S" + number + "\" r:id=\"rId" + number + "\"/>";
        links += "<Relationship Id=\"rId" + number + "\" Type=\"" + type + "\" Target=\"worksheets/" +
                 (i % 2 == 0 ? "sheet1.xml" : "Sheet1.xml") + "\"/>";
    }
    files["xl/workbook.xml"] = std::string("<workbook ") + kSpreadsheet + "><sheets>" + names + "</sheets></workbook>";
    files["xl/_rels/workbook.xml.rels"] = "<Relationships>" + links + "</Relationships>";
    const auto table = readXlsxTable(zipped(files), "a.xlsx");
    QVERIFY(table);
    QCOMPARE(table->name, "S1");
    QVERIFY(table->losses.all().empty());
}

void TestXlsxTable::moreSheetsThanAreRead()
{
    std::vector<Sheet> sheets(kMostSheets + 50, Sheet{"Empty", ""});
    sheets[kMostSheets - 1] = {"Tasks", kTasks};
    sheets[kMostSheets] = {"More tasks", kTasks};
    const auto table = readXlsxTable(zipped(parts(sheets)), "a.xlsx");
    QVERIFY(table);
    QCOMPARE(table->name, "Tasks");
    QCOMPARE(table->losses.all(), (std::vector<ImportLoss>{{ImportLossKind::sheets, 50}}));
}

void TestXlsxTable::textsOfAllSheets()
{
    // One long text in many cells: no sheet has too much of it, all together have.
    std::string rows;
    for (int i = 0; i < 500; ++i)
        rows += "<row><c t=\"s\"><v>0</v></c></row>";
    std::vector<Sheet> sheets{{"Tasks", kTasks}};
    sheets.resize(5, Sheet{"Long", rows});
    ZipFiles files = parts(sheets);
    files["xl/sharedStrings.xml"] = "<sst><si><t>" + std::string(kLongestCell, 'a') + "</t></si></sst>";
    const auto table = readXlsxTable(zipped(files), "a.xlsx");
    QVERIFY(table);
    QCOMPARE(table->name, "Tasks");
    QCOMPARE(table->losses.all(), (std::vector<ImportLoss>{{ImportLossKind::sheets, 4}}));
}

void TestXlsxTable::becomesAPlan()
{
    const auto table = readXlsxTable(zipped(parts({{"Tasks", kTasks}})), "a.xlsx");
    QVERIFY(table);
    const auto project = readTasksTable(*table, guessMapping(*table), parseDate("2027-01-04").value(), "a.xlsx");
    QVERIFY(project);
    const auto plan = planOfForeign(*project, "a.xlsx");
    QVERIFY(plan);
    QCOMPARE(test::outlineWords(test::planOf(*plan)), "Tasks: Sketch 1");
}

void TestXlsxTable::datesAreNoWork()
{
    const auto table = readXlsxTable(zipped(parts({{"Tasks", kTasks + "<row r=\"3\">" + text("A3", "Draw") +
                                                                 "<c r=\"B3\" s=\"1\"><v>46000</v></c></row>"}})),
                                     "a.xlsx");
    QVERIFY(table);
    const auto project = readTasksTable(*table, guessMapping(*table), parseDate("2027-01-04").value(), "a.xlsx");
    QVERIFY(project);
    QVERIFY(project->tasks[0].work && !project->tasks[1].work);
    const ImportLoss loss{ImportLossKind::badAmounts, 1};
    QCOMPARE(std::ranges::count(project->losses.all(), loss), std::ptrdiff_t{1});
}

void TestXlsxTable::timesAreHours()
{
    ZipFiles files =
        parts({{"Tasks", "<row r=\"1\">" + text("A1", "Task name") + text("B1", "Work (days)") + "</row><row r=\"2\">" +
                             text("A2", "Sketch") + "<c r=\"B2\" s=\"1\"><v>1.25</v></c></row><row r=\"3\">" +
                             text("A3", "Draw") + "<c r=\"B3\" s=\"2\"><v>0.1</v></c></row><row r=\"4\">" +
                             text("A4", "Build") + "<c r=\"B4\"><v>5</v></c></row>"}});
    files["xl/styles.xml"] = std::string("<styleSheet ") + kSpreadsheet +
                             "><numFmts><numFmt numFmtId=\"164\" formatCode=\"[h]:mm\"/></numFmts><cellXfs><xf "
                             "numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>";
    const auto table = readXlsxTable(zipped(files), "a.xlsx");
    QVERIFY(table);
    QCOMPARE(cellWords(*table), "1: Task name/Work (days); 2: Sketch/30 h; 3: Draw/2.4 h; 4: Build/5");
    const auto project = readTasksTable(*table, guessMapping(*table), parseDate("2027-01-04").value(), "a.xlsx");
    QVERIFY(project);
    const auto plan = planOfForeign(*project, "a.xlsx");
    QVERIFY(plan);
    QCOMPARE(test::outlineWords(test::planOf(*plan)), "Tasks: Sketch 0.75, Draw 0.06, Build 1");
}

void TestXlsxTable::workbookOfALibrary()
{
    ExportSource source = test::sampleSource();
    source.simulation.runs = 200;
    source.risk = std::make_shared<const Risk>(simulate(*source.plan, source.simulation).value());
    const auto formats = exportFormats();
    const auto workbook = std::ranges::find(formats, "xlsx", &ExportFormat::key);
    QVERIFY(workbook != formats.end());
    const auto table = readXlsxTable(workbook->write(source)->bytes, "a.xlsx");
    QVERIFY(table);
    const auto isIn = [&](const std::string& title) {
        return std::ranges::any_of(table->rows, [&](const TableRow& row) {
            return std::ranges::any_of(row.cells, [&](const TableCell& cell) { return cell.text.contains(title); });
        });
    };
    QVERIFY(isIn(source.plan->items.front().title));
    QVERIFY(hasTaskHeadings(*table));
    QVERIFY(std::ranges::any_of(table->rows, [](const TableRow& row) {
        return std::ranges::any_of(row.cells, [](const TableCell& cell) { return cell.date.has_value(); });
    }));
}

void TestXlsxTable::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<DetailKind>("detail");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const std::string& bytes, DetailKind detail, const char* where) {
        QTest::addRow("%s", name) << QByteArray::fromStdString(bytes) << detail << QString(where);
    };
    row("nothing", "", DetailKind::workbookFile, "a.xlsx#");
    row("an old workbook, or a password", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", DetailKind::workbookFile, "a.xlsx#");
    row("a zip of something else", zipped({{"a.txt", "a"}}), DetailKind::workbookFile, "a.xlsx#");
    ZipFiles files = parts({{"Tasks", kTasks}});
    files["xl/worksheets/sheet1.xml"] = "<worksheet>\n<sheetData>";
    row("a part that is cut off", zipped(files), DetailKind::xmlFile, "a.xlsx#xl/worksheets/sheet1.xml:2");
    files["xl/worksheets/sheet1.xml"] = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><worksheet/>";
    row("entities", zipped(files), DetailKind::noDefinitions, "a.xlsx#xl/worksheets/sheet1.xml#");
    files["xl/worksheets/sheet1.xml"] = std::string(kLargestZipMember + 1, ' ');
    row("a bomb", zipped(files), DetailKind::smallerArchive, "a.xlsx#xl/worksheets/sheet1.xml");
    std::string wide = "<row r=\"1\">";
    for (int i = 0; i < 5'000; ++i)
        wide += "<c t=\"s\"><v>0</v></c>";
    row("5,000 columns", zipped(parts({{"Tasks", wide + "</row>"}})), DetailKind::fewerColumns, "a.xlsx#Tasks!IW1");
    row("a far column", zipped(parts({{"Tasks", "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"}})),
        DetailKind::fewerColumns, "a.xlsx#Tasks!XFD1");
    for (const char* index : {"2", "-1", "one"})
        row("a text that is not there",
            zipped(parts({{"Tasks", "<row r=\"1\"><c r=\"J1\" t=\"s\"><v>" + std::string(index) + "</v></c></row>"}})),
            DetailKind::workbookFile, "a.xlsx#Tasks!J1");
    row("a long text",
        zipped(parts({{"Tasks", "<row r=\"1\">" + text("A1", std::string(kLongestCell + 1, 'a')) + "</row>"}})),
        DetailKind::shorterCells, "a.xlsx#Tasks!A1");
    std::string whole = zipped(parts({{"Tasks", kTasks}}));
    row("cut off", whole.substr(0, whole.size() / 2), DetailKind::workbookFile, "a.xlsx#");
}

void TestXlsxTable::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(DetailKind, detail);
    QFETCH(QString, where);
    const auto table = readXlsxTable(bytes.toStdString(), "a.xlsx");
    QVERIFY(!table);
    QVERIFY(table.error().code == ErrorCode::invalidTasks);
    QVERIFY(table.error().fix.kind == detail);
    QCOMPARE(table.error().where, where.toStdString());
}

void TestXlsxTable::cutAnywhere()
{
    const std::string whole = zipped(parts({{"Tasks", kTasks}}));
    for (std::size_t length = 0; length < whole.size(); length += 7)
        QVERIFY(!readXlsxTable(whole.substr(0, length), "a.xlsx"));
    std::string bent = whole;
    for (std::size_t at = 0; at < whole.size(); at += 11) { // no crash, whatever becomes of it
        bent[at] = static_cast<char>(bent[at] ^ 0x55);
        const auto table = readXlsxTable(bent, "a.xlsx");
        QVERIFY(table || table.error().code == ErrorCode::invalidTasks);
        bent[at] = whole[at];
    }
}

QTEST_GUILESS_MAIN(TestXlsxTable)
#include "tst_xlsx_table.moc"
