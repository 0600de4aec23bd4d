#include "data/exchange/logo.h"
#include "data/file_io.h"
#include "data/formats/export_formats.h"
#include "models/money_rules.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/wording_exports.h"
#include "ui/export/export_dialog.h"
#include "ui/export/format_list.h"
#include "ui/report/drawn_writers.h"
#include "ui/report/export_memory.h"
#include "ui/report/plan_exporter.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/toast.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTimer>

#include <memory>
#include <optional>

using namespace trestle;

/// What the export dialog asks, what comes of it, and what is remembered.
class TestExportDialog : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void looksWell_data();
    void looksWell();
    void asksOnlyForWhatTheFormatTakes_data();
    void asksOnlyForWhatTheFormatTakes();
    void listsTheFormatsOfTheAudience();
    void headingsAreNoChoices();
    void wishIsWhatWasChosen();
    void aPriceIsWithGst();
    void noPagesAreNoReport();
    void cancelledPathKeepsTheDialog();
    void logoIsReadAndRemoved();
    void memoryKeepsWhatWasWished();
    void memorySurvivesAnything();
    void fileIsTheOneOfTheCommandLine_data();
    void fileIsTheOneOfTheCommandLine();
    void packGoesIntoAFolderOfItsOwn();
    void packThatCannotBeWrittenSaysWhatIsThere();
    void menuOpensTheDialog_data();
    void menuOpensTheDialog();
    void toastTellsOfThePack();
};

namespace {

const std::vector<ExportFormat>& allFormats()
{
    static const std::vector<ExportFormat> formats = exportFormats(drawnWriters());
    return formats;
}

QByteArray pngBytes(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// The dialog over the sample, and what it wished for.
class Opened {
public:
    explicit Opened(const ExportWish& first = {.format = QStringLiteral("pdf")})
        : m_dialog({m_open.document(), allFormats(),
                    [this](QWidget*, const QString&, const QString&, const QString&) { return logoFile; },
                    [this](const ExportWish& wish, QWidget*) {
                        wished = wish;
                        return goesOn;
                    }},
                   first)
    {
    }

    [[nodiscard]] ExportDialog& dialog() { return m_dialog; }
    [[nodiscard]] testing::OpenPlan& plan() { return m_open; }
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return m_dialog.findChild<T*>(QString::fromLatin1(name));
    }
    void choose(const char* key) const { find<FormatList>("exportFormat")->choose(QString::fromLatin1(key)); }
    void chooseAudience(Audience audience) const
    {
        auto* segments = find<Segments>("exportAudience");
        segments->findChildren<QAbstractButton*>().at(static_cast<qsizetype>(audience))->click();
    }

    QString logoFile;
    std::optional<ExportWish> wished;
    bool goesOn = true;

private:
    testing::OpenPlan m_open;
    ExportDialog m_dialog;
};

} // namespace

void TestExportDialog::looksWell_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("audience");
    for (const Audience audience : kAudiences) {
        QTest::addRow("pack, %s", keyOf(audience).data()) << QString() << static_cast<int>(audience);
        for (const char* key : {"pdf", "png", "csv", "json"})
            QTest::addRow("%s, %s", key, keyOf(audience).data())
                << QString::fromLatin1(key) << static_cast<int>(audience);
    }
}

void TestExportDialog::looksWell()
{
    QFETCH(QString, format);
    QFETCH(int, audience);
    ExportWish wish{.format = format, .audience = static_cast<Audience>(audience)};
    wish.look.letterhead.logo = pngBytes(QSize(300, 100)).toStdString();
    Opened opened(wish);
    testing::showAt(opened.dialog(), {});
    QTRY_VERIFY(!opened.dialog().wish().look.letterhead.logo.empty());
    QCOMPARE(testing::widgetProblems(opened.dialog()).join(u'\n'), QString());
    QVERIFY(opened.dialog().height() <= 720);
    QCOMPARE(opened.dialog().wish().format, format);
}

void TestExportDialog::asksOnlyForWhatTheFormatTakes_data()
{
    QTest::addColumn<QString>("key");
    for (const ExportFormat& format : allFormats())
        if (!format.needsChanges && !format.needsOffer)
            QTest::addRow("%s", format.key.data()) << QString::fromUtf8(format.key);
}

void TestExportDialog::asksOnlyForWhatTheFormatTakes()
{
    QFETCH(QString, key);
    Opened opened;
    opened.dialog().show();
    opened.choose(qPrintable(key));
    const ExportFormat* format = formatOf(allFormats(), key.toStdString());
    QVERIFY(format);
    const std::pair<const char*, bool> rows[] = {
        {"exportChart", format->takesChart},         {"exportPages", format->takesParts},
        {"exportPaper", format->takesPaper},         {"exportScale", format->takesScale},
        {"exportSeparator", format->takesSeparator}, {"exportGst", format->takesGst},
        {"exportCompany", format->takesLetterhead},  {"exportPreparedBy", format->takesLetterhead},
        {"exportNote", format->takesLetterhead},     {"exportLogo", format->takesLetterhead},
    };
    for (const auto& [name, taken] : rows)
        QVERIFY2(opened.find<QWidget>(name)->isVisible() == taken, name);
}

void TestExportDialog::listsTheFormatsOfTheAudience()
{
    Opened opened;
    auto* list = opened.find<FormatList>("exportFormat");
    const bool isPriced = trestle::isPriced(opened.plan().document().inputs());
    for (const Audience audience : {Audience::client, Audience::investor, Audience::internal}) {
        opened.chooseAudience(audience);
        QCOMPARE(list->itemText(0), wording::packTitle(audience));
        QCOMPARE(opened.find<QLabel>("exportAudienceLine")->text(), wording::audienceLine(audience));
        for (const ExportFormat& format : allFormats())
            QCOMPARE(list->findData(QString::fromUtf8(format.key)) >= 0,
                     format.audiences.include(audience) && !format.needsChanges && (!format.needsOffer || isPriced));
        QCOMPARE(opened.dialog().wish().audience, audience);
        QCOMPARE(opened.dialog().wish().format, QStringLiteral("pdf")); // stays
    }
}

void TestExportDialog::headingsAreNoChoices()
{
    Opened opened;
    auto* list = opened.find<FormatList>("exportFormat");
    const auto* items = qobject_cast<QStandardItemModel*>(list->model());
    QVERIFY(items);
    QStringList headings;
    for (int row = 0; row < list->count(); ++row)
        if (!items->item(row)->isEnabled())
            headings << list->itemText(row);
    QCOMPARE(headings.first(), QStringLiteral("Documents"));
    QVERIFY(headings.contains(QStringLiteral("Tables")));
    QCOMPARE(headings.removeDuplicates(), qsizetype{0});
    // The keys go past them.
    opened.dialog().show();
    list->choose({});
    QTest::keyClick(list, Qt::Key_Down);
    QVERIFY(!list->chosen().isEmpty());
}

void TestExportDialog::wishIsWhatWasChosen()
{
    Opened opened;
    opened.dialog().show();
    opened.chooseAudience(Audience::investor);
    opened.find<QComboBox>("exportPaper")->setCurrentIndex(1);
    opened.find<QCheckBox>("exportGst")->setChecked(true);
    opened.find<QComboBox>("exportScale")->setCurrentIndex(3);
    opened.find<QComboBox>("exportSeparator")->setCurrentIndex(2);
    opened.find<QLineEdit>("exportCompany")->setText(QStringLiteral("  Harrow & Söhne "));
    opened.find<QLineEdit>("exportPreparedBy")->setText(QStringLiteral("Jo"));
    opened.find<QPlainTextEdit>("exportNote")->setPlainText(QStringLiteral("Two\nlines"));
    opened.find<QCheckBox>("exportPage_risk")->setChecked(false);
    opened.dialog().accept();
    QVERIFY(opened.wished);
    const ExportWish& wish = *opened.wished;
    QCOMPARE(wish.format, QStringLiteral("pdf"));
    QVERIFY(wish.audience == Audience::investor);
    QVERIFY(wish.look.paper == PaperSize::a3);
    QVERIFY(wish.look.withGst);
    QCOMPARE(wish.look.scale, 4);
    QCOMPARE(wish.separator, ';');
    QVERIFY(wish.decimalComma);
    QCOMPARE(wish.look.letterhead.company, std::string("Harrow & S\xC3\xB6hne"));
    QCOMPARE(wish.look.letterhead.preparedBy, std::string("Jo"));
    QCOMPARE(wish.look.letterhead.note, std::string("Two\nlines"));
    QVERIFY(wish.look.parts);
    QVERIFY(std::ranges::find(*wish.look.parts, ReportPart::risk) == wish.look.parts->end());
    QVERIFY(std::ranges::find(*wish.look.parts, ReportPart::summary) != wish.look.parts->end());
    QVERIFY(!opened.dialog().isVisible());
    // All pages that the reader gets are none in particular.
    Opened again;
    again.dialog().accept();
    QVERIFY(again.wished && !again.wished->look.parts);
}

// What is the plan's own choice is not one of the export's, and is not taken along to other plans.
void TestExportDialog::aPriceIsWithGst()
{
    for (const bool wished : {false, true}) {
        ProjectDocument project = testing::sampleProject();
        project.project.base.gst = GstBasis::price;
        testing::OpenPlan open(project);
        ExportWish first{.format = QStringLiteral("pdf")};
        first.look.withGst = wished;
        const ExportDialog dialog({open.document(), allFormats(), {}, [](const ExportWish&, QWidget*) { return true; }},
                                  first);
        const auto* box = dialog.findChild<QCheckBox*>(QStringLiteral("exportGst"));
        QVERIFY(box->isChecked());
        QVERIFY(!box->isEnabled());
        QCOMPARE(dialog.wish().look.withGst, wished);
    }
}

void TestExportDialog::noPagesAreNoReport()
{
    Opened opened;
    opened.choose("pdf");
    opened.dialog().show();
    if (!opened.find<QWidget>("exportPages")->isVisible())
        QSKIP("No format has pages");
    for (QCheckBox* box : opened.find<QWidget>("exportPages")->findChildren<QCheckBox*>())
        box->setChecked(false);
    opened.dialog().accept();
    QVERIFY(!opened.wished);
    QVERIFY(opened.dialog().isVisible());
    QCOMPARE(opened.find<QLabel>("exportDialogProblem")->text(), QStringLiteral("Choose at least one page."));
    opened.choose("json"); // has none
    opened.dialog().accept();
    QVERIFY(opened.wished);
}

void TestExportDialog::cancelledPathKeepsTheDialog()
{
    Opened opened;
    opened.goesOn = false;
    opened.dialog().show();
    opened.dialog().accept();
    QVERIFY(opened.wished);
    QVERIFY(opened.dialog().isVisible());
    opened.goesOn = true;
    opened.dialog().accept();
    QVERIFY(!opened.dialog().isVisible());
}

void TestExportDialog::logoIsReadAndRemoved()
{
    const QTemporaryDir folder;
    const auto write = [&](const char* name, const QByteArray& bytes) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    };
    const QByteArray png = pngBytes(QSize(600, 200));
    Opened opened;
    opened.dialog().show();
    const auto* problem = opened.find<QLabel>("exportDialogProblem");
    const auto* choose = opened.find<QPushButton>("logoChoose");
    const auto read = [&](const QString& file) {
        opened.logoFile = file;
        opened.find<QPushButton>("logoChoose")->click();
        QTRY_VERIFY(choose->isEnabled());
    };
    read(write("a.png", png));
    QCOMPARE(opened.dialog().wish().look.letterhead.logo, png.toStdString());
    QVERIFY(problem->text().isEmpty());
    const QPixmap preview = opened.find<QLabel>("logoPreview")->pixmap();
    QVERIFY(!preview.isNull());
    QVERIFY(preview.deviceIndependentSize().height() <= 48);
    // What is no picture changes nothing, and is said.
    read(write("b.png", "no picture"));
    QVERIFY2(problem->text().contains(QStringLiteral("is not a picture that can be used")),
             qPrintable(problem->text()));
    QCOMPARE(opened.dialog().wish().look.letterhead.logo, png.toStdString());
    QByteArray broken = png;
    broken[broken.size() / 2] = static_cast<char>(broken[broken.size() / 2] ^ 0xff);
    broken[45] = static_cast<char>(broken[45] ^ 0xff); // within what is packed
    QVERIFY(isLogo(broken.toStdString()));
    opened.find<QPushButton>("logoRemove")->click();
    QVERIFY(opened.dialog().wish().look.letterhead.logo.empty());
    QVERIFY(problem->text().isEmpty());
    read({}); // cancelled
    QVERIFY(opened.dialog().wish().look.letterhead.logo.empty());
}

void TestExportDialog::memoryKeepsWhatWasWished()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    ExportWish wish{.format = QStringLiteral("csv"), .audience = Audience::client};
    wish.look.letterhead = {"Harrow; \"Söhne\"", "Jo", "Two\nlines", pngBytes(QSize(20, 10)).toStdString()};
    wish.look.paper = PaperSize::letter;
    wish.look.withGst = true;
    wish.look.scale = 3;
    wish.separator = ';';
    wish.decimalComma = true;
    {
        Settings settings(file);
        ExportMemory memory(settings);
        memory.keep(wish);
        memory.keepFolder(QStringLiteral("/somewhere"));
    }
    Settings settings(file);
    const ExportMemory memory(settings);
    QCOMPARE(memory.folder(), QStringLiteral("/somewhere"));
    const ExportWish kept = memory.wish();
    QCOMPARE(kept.format, wish.format);
    QVERIFY(kept.audience == wish.audience);
    QVERIFY(kept.look.letterhead.note.empty()); // is to one reader: the next file may be for another
    wish.look.letterhead.note.clear();
    QVERIFY(kept.look.letterhead == wish.look.letterhead);
    QVERIFY(kept.look.paper == wish.look.paper);
    QVERIFY(kept.look.withGst);
    QCOMPARE(kept.look.scale, 3);
    QCOMPARE(kept.separator, ';');
    QVERIFY(kept.decimalComma);
}

void TestExportDialog::memorySurvivesAnything()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    const ExportMemory memory(settings);
    QCOMPARE(memory.wish().format, QStringLiteral("pdf")); // nothing is kept yet
    QVERIFY(memory.wish().audience == Audience::internal);
    settings.setText(keys::exportAudience, QStringLiteral("everyone"));
    settings.setText(keys::exportPaper, QStringLiteral("a0"));
    settings.setText(keys::exportScale, QStringLiteral("1000"));
    settings.setText(keys::exportFormat, QStringLiteral("wordperfect"));
    settings.setBytes(keys::letterheadLogo, "no picture");
    const ExportWish wish = memory.wish();
    QVERIFY(wish.audience == Audience::internal);
    QVERIFY(wish.look.paper == PaperSize::a4);
    QCOMPARE(wish.look.scale, ExportLook().scale);
    QVERIFY(wish.look.letterhead.logo.empty());
    Opened opened(wish); // lists what there is
    QCOMPARE(opened.dialog().wish().format, QString());
}

void TestExportDialog::fileIsTheOneOfTheCommandLine_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("lean");
    for (const char* key : {"png", "csv", "json", "pdf"})
        for (const bool lean : {false, true})
            QTest::addRow("%s%s", key, lean ? ", a scenario" : "") << QString::fromLatin1(key) << lean;
}

// For whom, of which scenario and how: what is written is what exportAs makes of that.
void TestExportDialog::fileIsTheOneOfTheCommandLine()
{
    QFETCH(QString, key);
    QFETCH(bool, lean);
    testing::OpenPlan open;
    Scenario scenario;
    scenario.name = "Lean";
    scenario.team = {open.document().inputs().team.front()};
    open.document().addScenario(scenario);
    open.document().setActiveScenario({});
    QTRY_VERIFY(open.document().isSettled());
    const Clock still = [] { return Clock::result_type(1'798'761'600'000); };
    ExportWish wish{
        .format = key, .audience = Audience::investor, .scenario = lean ? QStringLiteral("Lean") : QString()};
    wish.look.scale = 1;
    wish.separator = ';';
    PlanExporter exporter({[&] { return &open.document(); }, {}, still}, nullptr);
    QSignalSpy finished(&exporter, &PlanExporter::finished);
    const QString path = open.folder() + QStringLiteral("/out");
    QVERIFY(exporter.write(wish, path));
    QVERIFY(!exporter.write(wish, path)); // one at a time
    QVERIFY(finished.wait(60000));

    ExportSource source;
    source.document = open.document().project();
    const auto inputs = inputsOf(source.document.project, lean ? "Lean" : "");
    QVERIFY(inputs);
    source.plan = std::make_shared<const Plan>(*makePlan(source.document.catalogue.catalogue, *inputs));
    source.stamp = {lean ? "Lean" : "", std::chrono::sys_seconds(std::chrono::seconds(1'798'761'600)),
                    planHash(source.document)};
    source.audience = Audience::investor;
    source.look.scale = 1;
    source.separator = ';';
    const auto alone = exportAs(*formatOf(allFormats(), key.toStdString()), std::move(source));
    QVERIFY(alone);
    const auto written = readTextFile(path.toStdString());
    QVERIFY(written);
    if (key != QStringLiteral("csv") && key != QStringLiteral("json")) // which say whether there is a simulation
        QVERIFY(*written == alone->bytes);
    else
        QCOMPARE(QByteArray::fromStdString(*written).left(20), QByteArray::fromStdString(alone->bytes).left(20));
}

void TestExportDialog::packGoesIntoAFolderOfItsOwn()
{
    testing::OpenPlan open;
    const QTemporaryDir settingsFolder;
    Settings settings(settingsFolder.filePath(QStringLiteral("settings.ini")));
    ExportMemory memory(settings);
    const QTemporaryDir target;
    QString start;
    PlanExporter::Needs needs{[&] { return &open.document(); }, {}, testing::tickingClock()};
    needs.folder = [&](QWidget*, const QString&, const QString& folder) {
        start = folder;
        return target.path();
    };
    needs.memory = &memory;
    PlanExporter exporter(needs, nullptr);
    QSignalSpy packed(&exporter, &PlanExporter::packed);
    ExportWish wish{.format = {}, .audience = Audience::investor};
    wish.look.letterhead.company = "Harrow";
    QVERIFY(exporter.ask(wish, nullptr));
    QVERIFY(packed.wait(120000));
    QCOMPARE(start, open.folder()); // beside the plan, at first
    const QString folder = target.path() + QStringLiteral("/ledgerly for investors");
    QCOMPARE(packed[0][0].toString(), folder);
    const QStringList files = QDir(folder).entryList(QDir::Files);
    QCOMPARE(packed[0][1].toInt(), static_cast<int>(files.size()));
    QVERIFY(files.contains(QStringLiteral("README.txt")));
    QVERIFY(files.contains(QStringLiteral("Ledgerly report.pdf")));
    QCOMPARE(memory.folder(), target.path());
    QCOMPARE(memory.wish().look.letterhead.company, std::string("Harrow"));
    QVERIFY(memory.wish().isPack());
}

void TestExportDialog::packThatCannotBeWrittenSaysWhatIsThere()
{
    testing::OpenPlan open;
    const QTemporaryDir target;
    QVERIFY(QDir(target.path()).mkpath(QStringLiteral("pack/README.txt"))); // a folder, where the file belongs
    PlanExporter exporter({[&] { return &open.document(); }, {}, testing::tickingClock()}, nullptr);
    QSignalSpy failed(&exporter, &PlanExporter::failed);
    QVERIFY(exporter.write(ExportWish{.format = {}, .audience = Audience::client},
                           target.filePath(QStringLiteral("pack"))));
    QVERIFY(failed.wait(120000));
    const QStringList written = failed[0][1].toStringList();
    QVERIFY(!written.isEmpty());
    for (const QString& name : written)
        QVERIFY(QFile::exists(target.filePath(QStringLiteral("pack/") + name)));
    QVERIFY(failed[0][0].value<Error>().code == ErrorCode::fileUnwritable);
}

void TestExportDialog::menuOpensTheDialog_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("audience");
    QTest::addColumn<bool>("pack");
    QTest::newRow("export") << QStringLiteral("actionExportAs") << static_cast<int>(Audience::internal) << false;
    QTest::newRow("investors") << QStringLiteral("actionPackInvestor") << static_cast<int>(Audience::investor) << true;
    QTest::newRow("client") << QStringLiteral("actionPackClient") << static_cast<int>(Audience::client) << true;
}

void TestExportDialog::menuOpensTheDialog()
{
    QFETCH(QString, command);
    QFETCH(int, audience);
    QFETCH(bool, pack);
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    WindowServices services;
    services.clock = testing::tickingClock();
    services.today = testing::today;
    services.plansFolder = folder.filePath(QStringLiteral("plans"));
    MainWindow window(settings, std::move(services));
    testing::showAt(window, QSize(1280, 720));
    QVERIFY(!window.findChild<QAction*>(command)->isEnabled()); // no plan
    window.openSample();
    auto* action = window.findChild<QAction*>(command);
    QVERIFY(action->isEnabled());
    QVERIFY(window.findChild<QMenu*>(QStringLiteral("exportMenu"))->actions().contains(action));
    std::optional<ExportWish> wish;
    QTimer::singleShot(0, &window, [&] {
        auto* dialog = window.findChild<ExportDialog*>();
        if (!dialog)
            return;
        wish = dialog->wish();
        dialog->reject();
    });
    action->trigger();
    QVERIFY(wish);
    QCOMPARE(static_cast<int>(wish->audience), audience);
    QCOMPARE(wish->isPack(), pack);
}

void TestExportDialog::toastTellsOfThePack()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    WindowServices services;
    services.clock = testing::tickingClock();
    services.today = testing::today;
    services.plansFolder = folder.filePath(QStringLiteral("plans"));
    services.ask.folder = [&](auto&&...) { return folder.path(); };
    QString leftOut;
    services.ask.leftOut = [&](QWidget*, const QString& losses) { leftOut = losses; };
    QStringList opened;
    services.openOutside = [&](const QUrl& url) {
        opened += url.toLocalFile();
        return true;
    };
    MainWindow window(settings, std::move(services));
    testing::showAt(window, QSize(1280, 720));
    window.openSample();
    QTimer::singleShot(0, &window, [&] {
        if (auto* dialog = window.findChild<ExportDialog*>())
            dialog->accept();
    });
    window.findChild<QAction*>(QStringLiteral("actionPackClient"))->trigger();
    auto* toast = window.findChild<Toast*>();
    QTRY_VERIFY_WITH_TIMEOUT(toast->text().startsWith(QStringLiteral("Saved ")), 60000);
    QVERIFY2(toast->text().contains(QStringLiteral(" files in ")), qPrintable(toast->text()));
    for (const char* command : {"actionExportAs", "actionPackInvestor", "actionPrint"}) // the file is written
        QVERIFY(window.findChild<QAction*>(QString::fromLatin1(command))->isEnabled());
    QVERIFY(!window.findChild<QWidget*>(QStringLiteral("newsBanner"))->isVisible());
    auto* losses = window.findChild<QPushButton*>(QStringLiteral("toastLeftOut"));
    QVERIFY(losses); // the calendar has no place for people
    auto* show = window.findChild<QPushButton*>(QStringLiteral("toastFolder"));
    losses->click();
    QVERIFY2(leftOut.startsWith(QStringLiteral("Ledgerly ")), qPrintable(leftOut));
    show->click();
    QCOMPARE(opened.size(), qsizetype{1});
    QVERIFY(opened.first().endsWith(QStringLiteral(" for the client")));
    QVERIFY(QFile::exists(opened.first() + QStringLiteral("/README.txt")));
}

TRESTLE_UI_TEST(TestExportDialog)
#include "tst_export_dialog.moc"
