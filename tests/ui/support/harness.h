#pragma once

#include "data/project_json.h"
#include "models/plan/plan.h"
#include "models/risk/simulation.h"
#include "ui/base/settings.h"
#include "ui/document/plan_document.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

class QWidget;

/// What the window's tests share: a display-less application with our theme, plans in scratch folders, and the rule
/// that a warning nobody expected fails the test.
namespace trestle::testing {

/// Base of every test class of the window. `QTest::ignoreMessage` announces a warning that is meant to come.
class UiTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
};

/// The day that tests take for today: a Monday.
Date today();
/// Time for files: each call is a second later than the last.
Clock tickingClock();

ProjectDocument sampleProject(); ///< Ledgerly as it ships, without its scenarios
Inputs shippedInputs();          ///< of the sample, its outside view with them
ProjectDocument emptyProject();  ///< nothing ticked, start 2027-01-04

/// A plan open in a file of its own, in a folder that goes with it.
class OpenPlan {
public:
    explicit OpenPlan(const ProjectDocument& project = sampleProject());

    [[nodiscard]] PlanDocument& document() const { return *m_document; }
    [[nodiscard]] const Plan& plan() const { return m_document->plan(); }
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// Closes the document, all of it on disk.
    void close() { m_document.reset(); }
    /// Closes the document and opens the file again.
    void reopen();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PlanDocument> m_document;
};

/// Waits until the simulation of the document's plan has ended; true if it gave a result.
bool awaitRisk(const PlanDocument& document);
/// What the window asks of the simulation of a plan without cash.
SimulationOptions windowsSimulation();

/// What the event loop does before it paints the next frame.
void beforeFrame();

/// Shows a widget, of a size if one is given, and waits until it is painted.
void showAt(QWidget& widget, QSize size);

/// Makes the application with the light theme and runs one test object.
int runTest(int argc, char** argv, const std::function<std::unique_ptr<QObject>()>& make);

} // namespace trestle::testing

#define TRESTLE_UI_TEST(Test)                                                                                          \
    int main(int argc, char** argv)                                                                                    \
    {                                                                                                                  \
        return trestle::testing::runTest(argc, argv, [] { return std::make_unique<Test>(); });                         \
    }
