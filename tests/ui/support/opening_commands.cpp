#include "tests/ui/support/opening_commands.h"

#include <QAction>
#include <QApplication>
#include <QTest>
#include <QTimer>
#include <QWidget>

namespace trestle::testing {

namespace {

QWidget* openedOver(const QWidget& window)
{
    if (QWidget* modal = QApplication::activeModalWidget())
        return modal;
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (widget != &window && widget->isVisible() && widget->windowType() != Qt::ToolTip)
            return widget;
    return nullptr;
}

} // namespace

QStringList commandsThatOpen()
{
    return {QStringLiteral("actionNew"),       QStringLiteral("actionPalette"),     QStringLiteral("actionDetails"),
            QStringLiteral("actionStart"),     QStringLiteral("actionAsOf"),        QStringLiteral("actionCalendar"),
            QStringLiteral("actionCatalogue"), QStringLiteral("actionTarget"),      QStringLiteral("actionPastePeople"),
            QStringLiteral("actionRateCard"),  QStringLiteral("actionNewScenario"), QStringLiteral("actionGuide"),
            QStringLiteral("actionKeys"),      QStringLiteral("actionHowSureHelp"), QStringLiteral("actionAbout")};
}

bool lookAtWhatOpens(QWidget& window, const QString& command, const std::function<void(QWidget&)>& look)
{
    auto* action = window.findChild<QAction*>(command);
    if (!action)
        return false;
    constexpr int kLongest = 5'000; // milliseconds
    constexpr int kSettled = 100;
    bool opened = false;
    QTimer timer;
    timer.setSingleShot(true);
    timer.setInterval(kSettled);
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        QWidget* widget = openedOver(window);
        if (!widget) {
            timer.start();
            return;
        }
        look(*widget);
        opened = true;
        widget->close();
    });
    timer.start(); // a dialog has an event loop of its own, which ends when it closes
    action->trigger();
    return QTest::qWaitFor([&] { return opened; }, kLongest);
}

} // namespace trestle::testing
