#include "ui/base/input_origin.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

#include <utility>

namespace trestle {

namespace {

/// Fields that show what keys do to them as they do it, and that do nothing else.
bool isField(const QObject* widget)
{
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
           qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget) ||
           qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSlider*>(widget);
}

/// As well the calendar or list that drops from a field.
bool isOfField(const QWidget* widget)
{
    while (widget && !isField(widget))
        widget = widget->parentWidget();
    return widget != nullptr;
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

void InputOrigin::takeKey(const QWidget* widget, const QKeyEvent& key)
{
    // A key that its field does not use is sent on to the field's parents; it was pressed in the field all the same.
    const Key last = std::exchange(m_lastKey, {widget, &key, key.type(), key.timestamp()});
    const bool isSentOn = last.event == &key && last.type == key.type() && last.time == key.timestamp() &&
                          last.widget && widget->isAncestorOf(last.widget);
    if (!isSentOn)
        m_isInSight = isOfField(widget) && isOfPages(widget);
}

bool InputOrigin::eventFilter(QObject* watched, QEvent* event)
{
    if (!watched->isWidgetType())
        return QObject::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride: // a key that becomes a shortcut is no key press
        takeKey(static_cast<QWidget*>(watched), *static_cast<QKeyEvent*>(event));
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
