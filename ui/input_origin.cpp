#include "ui/input_origin.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace trestle {

namespace {

/// Fields that show what keys do to them as they do it, and that do nothing else.
bool isField(const QObject* widget)
{
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
           qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget) ||
           qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSlider*>(widget);
}

} // namespace

InputOrigin::InputOrigin(QWidget& pages) : QObject(&pages), m_pages(pages)
{
    qApp->installEventFilter(this);
}

bool InputOrigin::isOfPages(const QWidget* widget) const
{
    for (; widget; widget = widget->parentWidget()) {
        if (widget == &m_pages)
            return true;
        if (qobject_cast<const QDialog*>(widget))
            return false;
    }
    return false;
}

bool InputOrigin::eventFilter(QObject* watched, QEvent* event)
{
    if (!watched->isWidgetType())
        return QObject::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride: // a key that becomes a shortcut is no key press
        m_isInSight = isField(watched) && isOfPages(static_cast<QWidget*>(watched));
        break;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::Wheel: m_isInSight = isOfPages(static_cast<QWidget*>(watched)); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace trestle
