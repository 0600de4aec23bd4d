#include "tests/ui/support/harness.h"

#include "data/embedded.h"
#include "ui/questions/risk_service.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QRegularExpression>
#include <QWidget>

#include <chrono>
#include <utility>

namespace trestle::testing {

void UiTest::init()
{
    // What the platform without a display says of itself is none of our doing, nor that it asks a font for letters that
    // another one has.
    QTest::failOnWarning(QRegularExpression(
        QStringLiteral("^(?!This plugin does not support|QStandardPaths: | *OpenType support missing)")));
}

Date today()
{
    return *parseDate("2026-11-23");
}

Clock tickingClock()
{
    return [at = std::int64_t{1'800'000'000'000}]() mutable { return at += 1000; };
}

namespace {

ProjectDocument shippedProject()
{
    constexpr std::string_view kSample = "samples/ledgerly.json";
    Result<ProjectDocument> project = parsePlanJson(embeddedJson(kSample).value(), std::string(kSample));
    if (!project)
        qFatal("The sample cannot be read: %s", project.error().what.c_str());
    return std::move(*project);
}

} // namespace

ProjectDocument sampleProject()
{
    ProjectDocument project = shippedProject();
    project.project.scenarios.clear();     // tests bring their own
    project.project.base.outsideView = {}; // their figures are those of the estimates alone
    return project;
}

Inputs shippedInputs()
{
    return shippedProject().project.base;
}

ProjectDocument emptyProject()
{
    Result<LoadedCatalogue> catalogue = builtinCatalogue();
    if (!catalogue)
        qFatal("The catalogue cannot be read: %s", catalogue.error().what.c_str());
    Project project;
    project.base = newInputs(*catalogue->catalogue, "Empty", *parseDate("2027-01-04"));
    return {std::move(project), std::move(*catalogue)};
}

OpenPlan::OpenPlan(const ProjectDocument& project)
{
    Result<PlanFile> file = PlanFile::create(path().toStdString(), project, "New plan", tickingClock());
    if (!file)
        qFatal("No plan file: %s", file.error().what.c_str());
    m_document = std::move(*PlanDocument::adopt(std::move(*file)));
    m_document->setToday(today);
}

QString OpenPlan::path() const
{
    return m_folder.filePath(QStringLiteral("ledgerly.trestle"));
}

void OpenPlan::reopen()
{
    m_document.reset();
    Result<PlanFile> file = PlanFile::open(path().toStdString(), OpenMode::readWrite, tickingClock());
    if (!file)
        qFatal("The plan file does not open: %s", file.error().what.c_str());
    m_document = std::move(*PlanDocument::adopt(std::move(*file)));
    m_document->setToday(today);
}

SimulationOptions windowsSimulation()
{
    SimulationOptions options;
    options.price = true;
    return options;
}

bool awaitRisk(const PlanDocument& document)
{
    constexpr int kLongest = 60'000; // milliseconds, for machines under a sanitizer
    return QTest::qWaitFor([&] { return !document.simulation().isUnderWay(); }, kLongest) && document.risk();
}

void beforeFrame()
{
    QCoreApplication::sendPostedEvents();
}

void showAt(QWidget& widget, QSize size)
{
    if (size.isValid())
        widget.resize(size);
    widget.show();
    if (!QTest::qWaitForWindowExposed(&widget))
        qFatal("The widget was not shown");
    QCoreApplication::processEvents();
}

int runTest(int argc, char** argv, const std::function<std::unique_ptr<QObject>()>& make)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("trestle-test"));
    applyTheme(application, ThemeChoice::Light);
    const std::unique_ptr<QObject> test = make();
    return QTest::qExec(test.get(), argc, argv);
}

} // namespace trestle::testing
