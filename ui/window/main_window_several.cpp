// Several windows, each with a plan of its own.
#include "ui/base/format.h"
#include "ui/document/plan_document.h"
#include "ui/window/main_window.h"

#include <QApplication>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace trestle {

namespace {

constexpr QPoint kBeside(32, 32); ///< of a new window from the one it comes from

QList<MainWindow*> mainWindows()
{
    QList<MainWindow*> windows;
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (auto* window = qobject_cast<MainWindow*>(widget); window && window->isVisible())
            windows += window;
    return windows;
}

} // namespace

MainWindow& MainWindow::newWindow()
{
    WindowServices services = m_services;
    services.opening.clear();
    auto* window = new MainWindow(m_settings, std::move(services));
    window->setAttribute(Qt::WA_DeleteOnClose);
    if (!isMaximized() && !isFullScreen())
        window->setGeometry(geometry().translated(kBeside));
    window->show();
    return *window;
}

MainWindow& MainWindow::forAnotherPlan()
{
    return m_document && m_services.severalWindows ? newWindow() : *this;
}

/// By what they are, not by what they are called: links lead to the same file.
bool MainWindow::shows(const QString& path) const
{
    std::error_code code;
    return m_document && std::filesystem::equivalent(format::utf8(path), format::utf8(m_document->filePath()), code) &&
           !code;
}

/// A plan is written by one window alone: where it is open in another, that one comes to the front.
bool MainWindow::raiseWhereOpen(const QString& path)
{
    const QList<MainWindow*> windows = mainWindows();
    const auto holder = std::ranges::find_if(
        windows, [this, &path](const MainWindow* window) { return window != this && window->shows(path); });
    if (holder == windows.end())
        return false;
    (*holder)->setWindowState((*holder)->windowState() & ~Qt::WindowMinimized);
    (*holder)->raise();
    (*holder)->activateWindow();
    return true;
}

void MainWindow::openBeside(const QString& path)
{
    if (!shows(path) && !raiseWhereOpen(path))
        forAnotherPlan().openPath(path);
}

/// Every window, each with care for what is not on disk yet; the first that stays ends it.
void MainWindow::quit()
{
    for (MainWindow* window : mainWindows())
        if (window != this && !window->close())
            return;
    close();
}

} // namespace trestle
