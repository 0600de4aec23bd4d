#include "data/formats/export_formats.h"
#include "tests/ui/support/harness.h"
#include "ui/base/wording_exports.h"
#include "ui/report/plan_exporter.h"
#include "ui/window/main_window.h"

#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>

#include <algorithm>
#include <array>

using namespace trestle;

/// What the window says and does with every export format there is.
class TestExportFormats : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void everyFormatIsWritten_data();
    void everyFormatIsWritten();
    void entriesHaveAKeyEach();
    void menuFollowsWhatIsRegistered();
    void entriesAreWorded();
    void versionsFollowTheReport();
};

namespace {

const std::vector<ExportFormat>& allFormats()
{
    static const std::vector<ExportFormat> formats = WindowServices().formats;
    return formats;
}

} // namespace

void TestExportFormats::everyFormatIsWritten_data()
{
    QTest::addColumn<std::size_t>("at");
    for (std::size_t i = 0; i < allFormats().size(); ++i)
        QTest::addRow("%s", allFormats()[i].key.data()) << i;
}

void TestExportFormats::everyFormatIsWritten()
{
    QFETCH(std::size_t, at);
    testing::OpenPlan open;
    QString filter;
    const auto ask = [&](QWidget*, const QString&, const QString& path, const QString& wanted) {
        filter = wanted;
        return path;
    };
    PlanExporter exporter({[&] { return &open.document(); }, ask, testing::tickingClock()}, nullptr);
    QSignalSpy finished(&exporter, &PlanExporter::finished);
    exporter.ask(allFormats()[at]);
    QVERIFY(finished.wait(60000));
    const QString ending = QString::fromUtf8(allFormats()[at].ending);
    const std::string_view key = allFormats()[at].key;
    const bool isMeant = formatOfFile(allFormats(), allFormats()[at].ending)->key == key;
    const QString path = open.folder() + QStringLiteral("/ledgerly") +
                         (isMeant ? QString() : u' ' + QString::fromUtf8(key)) + u'.' + ending;
    QCOMPARE(finished[0][0].toString(), path);
    QVERIFY(QFileInfo(path).size() > 0);
    QVERIFY(filter.endsWith(QStringLiteral("(*.%1)").arg(ending)));
}

void TestExportFormats::entriesHaveAKeyEach()
{
    const QStringList entries = wording::exportEntries(allFormats());
    QCOMPARE(entries.size(), static_cast<qsizetype>(allFormats().size()));
    QSet<QString> keys;
    for (const QString& entry : entries) {
        const auto key = QRegularExpression("&(\\w)").match(entry);
        QVERIFY2(key.hasMatch(), qPrintable(entry));
        QVERIFY2(!keys.contains(key.captured(1)), qPrintable(entry));
        keys += key.captured(1);
    }
}

void TestExportFormats::menuFollowsWhatIsRegistered()
{
    testing::OpenPlan open;
    const ExportFormat rows{
        .key = "rows", .ending = "rows", .name = "ROWS", .write = [](const ExportSource&) -> Result<Exported> {
            return Exported{"one, two", {{LossKind::links, 3}, {LossKind::goals, 1}}};
        }};
    PlanExporter::Needs needs{[&] { return &open.document(); },
                              [](QWidget*, const QString&, const QString& path, const QString&) { return path; },
                              testing::tickingClock()};
    needs.formats = {rows};
    PlanExporter exporter(needs, nullptr);
    QMenu menu;
    exporter.fill(menu);
    QCOMPARE(menu.actions().size(), qsizetype{1});
    QCOMPARE(menu.actions().front()->text(), QStringLiteral("Table as &ROWS…"));
    QVERIFY(!exporter.writeReportSince({}, {})); // no format tells changes
    QSignalSpy finished(&exporter, &PlanExporter::finished);
    menu.actions().front()->trigger();
    QVERIFY(finished.wait(60000));
    QFile file(open.folder() + QStringLiteral("/ledgerly.rows"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "one, two");
    QCOMPARE(finished[0][1].toString(), QStringLiteral("3 links are left out; target and budget are left out"));
}

void TestExportFormats::entriesAreWorded()
{
    std::vector<ExportFormat> some = allFormats();
    std::erase_if(some, [](const ExportFormat& format) {
        constexpr std::array<std::string_view, 5> keys{"pdf", "png", "svg", "csv", "json"};
        return std::ranges::find(keys, format.key) == keys.end();
    });
    QCOMPARE(wording::exportEntries(some), (QStringList{"Report as &PDF…", "Gantt chart as P&NG…",
                                                        "Gantt chart as &SVG…", "Table as &CSV…", "Plan as &JSON…"}));
}

void TestExportFormats::versionsFollowTheReport()
{
    testing::OpenPlan open;
    PlanExporter exporter({[&] { return &open.document(); }, {}, testing::tickingClock()}, nullptr);
    QMenu menu;
    exporter.fill(menu);
    QStringList words = wording::exportEntries(allFormats());
    words.insert(words.indexOf(QStringLiteral("Report as &PDF…")) + 1,
                 QStringLiteral("Report with what changed sinc&e"));
    QStringList shown;
    for (const QAction* action : menu.actions())
        shown += action->text();
    QCOMPARE(shown, words);
}

TRESTLE_UI_TEST(TestExportFormats)
#include "tst_export_formats.moc"
