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
#include <iterator>

using namespace trestle;

/// What the window says and does with every export format there is.
class TestExportFormats : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void everyFormatIsWritten_data();
    void everyFormatIsWritten();
    void webPageTellsVersions();
    void entriesHaveAKeyEach();
    void menuFollowsWhatIsRegistered();
    void entriesAreWorded();
    void versionsFollowTheReport();
    void aProposalIsAPdf();
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
    const ExportFormat& format = allFormats()[at];
    if (format.needsChanges) {
        std::optional<Revision> agreed;
        open.document().withFile(&open.document(), [&](PlanFile& file) -> std::function<void()> {
            return [&, head = file.head()] { agreed = head; };
        });
        QTRY_VERIFY(agreed.has_value());
        exporter.askSince(format, *agreed, u' ' + QString::fromUtf8(format.key));
    } else {
        exporter.ask(format);
    }
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

void TestExportFormats::webPageTellsVersions()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    document.withFile(&document, [](PlanFile& file) -> std::function<void()> {
        static_cast<void>(file.setTag(file.head().id, "Sent to the board"));
        return {};
    });
    PlanExporter exporter({[&] { return &document; }, {}, testing::tickingClock()}, nullptr);
    QSignalSpy finished(&exporter, &PlanExporter::finished);
    QVERIFY(exporter.write(*formatOf(allFormats(), "html"), open.folder() + QStringLiteral("/a.html")));
    QVERIFY(finished.wait(60000));
    QFile file(open.folder() + QStringLiteral("/a.html"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("<bdi>Sent to the board</bdi>"));
}

void TestExportFormats::entriesHaveAKeyEach()
{
    testing::OpenPlan open;
    PlanExporter exporter({[&] { return &open.document(); }, {}, testing::tickingClock()}, nullptr);
    QMenu menu;
    menu.addAction(QStringLiteral("E&xport…"));
    exporter.fill(menu);
    qsizetype formats = 0;
    for (const QMenu* one : menu.findChildren<QMenu*>() + QList<QMenu*>{&menu}) {
        QSet<QString> keys;
        for (const QAction* action : one->actions()) {
            formats += action->objectName().startsWith(QStringLiteral("export")) && !action->menu() ? 1 : 0;
            if (!action->isEnabled())
                continue;
            const auto key = QRegularExpression("&(\\w)").match(action->text());
            QVERIFY2(key.hasMatch(), qPrintable(action->text()));
            QVERIFY2(!keys.contains(key.captured(1).toLower()), qPrintable(action->text()));
            keys += key.captured(1).toLower();
        }
    }
    for (const ExportFormat& format : allFormats()) { // what tells changes has a menu of versions
        QString name = QString::fromUtf8(format.key);
        name[0] = name[0].toUpper();
        formats += format.needsChanges && menu.findChild<QMenu*>(QStringLiteral("export%1Menu").arg(name)) ? 1 : 0;
    }
    QCOMPARE(formats, static_cast<qsizetype>(allFormats().size()));
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
    QCOMPARE(menu.actions().size(), qsizetype{1}); // the menu of what is not used most
    auto* entry = menu.findChild<QAction*>(QStringLiteral("exportRows"));
    QVERIFY(entry);
    QCOMPARE(entry->text(), QStringLiteral("Table as &ROWS…"));
    QVERIFY(!exporter.writeReportSince({}, {})); // no format tells changes
    QSignalSpy finished(&exporter, &PlanExporter::finished);
    entry->trigger();
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
    std::vector<const ExportFormat*> meant;
    for (const ExportFormat& format : some)
        meant.push_back(&format);
    QCOMPARE(wording::exportEntries(meant, QStringLiteral("E")),
             (QStringList{"Report as &PDF…", "Gantt chart as P&NG…", "Gantt chart as &SVG…", "Table as &CSV…",
                          "Plan as &JSON…"}));
}

void TestExportFormats::versionsFollowTheReport()
{
    testing::OpenPlan open;
    PlanExporter exporter({[&] { return &open.document(); }, {}, testing::tickingClock()}, nullptr);
    QMenu menu;
    exporter.fill(menu);
    const QList<QAction*> entries = menu.actions();
    const auto at = std::ranges::find(entries, menu.findChild<QAction*>(QStringLiteral("exportPdf")));
    QVERIFY(at != entries.end() && std::next(at) != entries.end());
    QCOMPARE((*std::next(at))->text(), QStringLiteral("Report with what changed sinc&e"));
    QVERIFY(entries.contains(menu.findChild<QMenu*>(QStringLiteral("exportTicketsMenu"))->menuAction()));
    auto* offers = menu.findChild<QMenu*>(QStringLiteral("exportOfferMenu"));
    QVERIFY(offers && entries.contains(offers->menuAction()));
    auto* versions = menu.findChild<QMenu*>(QStringLiteral("exportChangeorderdocxMenu"));
    QVERIFY(versions && offers->actions().contains(versions->menuAction()));
    QVERIFY(entries.contains(menu.findChild<QMenu*>(QStringLiteral("exportMoreMenu"))->menuAction()));
    QVERIFY(entries.size() < 10); // short
}

void TestExportFormats::aProposalIsAPdf()
{
    testing::OpenPlan open;
    const auto ask = [](QWidget*, const QString&, const QString& path, const QString&) { return path; };
    PlanExporter exporter({[&] { return &open.document(); }, ask, testing::tickingClock()}, nullptr);
    QSignalSpy finished(&exporter, &PlanExporter::finished);
    exporter.askProposal();
    QVERIFY(finished.wait(60000));
    QCOMPARE(finished[0][0].toString(), open.folder() + QStringLiteral("/ledgerly proposal.pdf"));
    QFile file(finished[0][0].toString());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));
}

TRESTLE_UI_TEST(TestExportFormats)
#include "tst_export_formats.moc"
