#include "ui/help/helper.h"

#include <QApplication>
#include <QKeyEvent>

#include <utility>

namespace trestle {

Helper::Helper(HelpWindow::OpenOutside openOutside, QWidget& window)
    : QObject(&window), m_openOutside(std::move(openOutside)), m_window(window)
{
    qApp->installEventFilter(this);
}

void Helper::openHere()
{
    const QWidget* focus = QApplication::focusWidget();
    open(guide::topicFor(focus ? focus : &m_window));
}

void Helper::open(const guide::Place& place)
{
    QWidget* over = QApplication::activeModalWidget();
    if (!over)
        over = &m_window;
    if (m_help && m_help->parentWidget() != over)
        delete m_help; // what lies over a dialog belongs to it: the window behind gets no input
    if (!m_help)
        m_help = new HelpWindow(m_openOutside, over);
    m_help->showPlace(place);
}

bool Helper::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_F1) {
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (widget && widget->window() == &m_window)
            return false; // the command does it
        while (widget && widget != &m_window)
            widget = widget->parentWidget();
        if (widget) {
            openHere();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace trestle
