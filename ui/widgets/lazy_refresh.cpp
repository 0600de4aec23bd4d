#include "ui/widgets/lazy_refresh.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

#include <utility>

namespace trestle {

LazyRefresh::LazyRefresh(QWidget& owner, Visible visible, std::function<void()> refresh)
    : QObject(&owner), m_owner(owner), m_visible(visible), m_refresh(std::move(refresh))
{
    owner.installEventFilter(this);
}

void LazyRefresh::watch(QWidget& child)
{
    child.installEventFilter(this);
}

void LazyRefresh::mark()
{
    m_due = true;
    if (!m_owner.isVisible())
        return;
    if (m_visible == Visible::AtOnce) {
        now();
        return;
    }
    // Posted events come before the frame; if a paint comes first, the event filter refreshes the
    // whole window, so that no part of it is painted out of date beside a new one.
    m_owner.window()->installEventFilter(this);
    if (!std::exchange(m_asked, true))
        QCoreApplication::postEvent(this, new QEvent(QEvent::UpdateLater));
}

void LazyRefresh::now()
{
    if (std::exchange(m_due, false))
        m_refresh();
}

bool LazyRefresh::event(QEvent* event)
{
    if (event->type() != QEvent::UpdateLater)
        return QObject::event(event);
    m_asked = false;
    if (m_owner.isVisible())
        now();
    return true;
}

bool LazyRefresh::eventFilter(QObject* watched, QEvent* event)
{
    const bool shows = event->type() == QEvent::Paint || event->type() == QEvent::UpdateRequest;
    if ((shows && m_owner.isVisible()) || (event->type() == QEvent::Show && watched == &m_owner))
        now();
    return QObject::eventFilter(watched, event);
}

} // namespace trestle
