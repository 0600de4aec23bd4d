#include "ui/widgets/typed_field.h"

#include "ui/widgets/field_hint.h"

#include <QEvent>
#include <QKeyEvent>
#include <QStyle>
#include <QStyleOptionFrame>

#include <algorithm>

namespace trestle {

TypedField::TypedField(QWidget* parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, &TypedField::refresh);
    connect(this, &QLineEdit::editingFinished, this, &TypedField::settle);
}

QString TypedField::problem() const
{
    return isEnabled() ? read().problem : QString();
}

void TypedField::settle()
{
    if (!isEnabled() || isWritten() || !read().problem.isEmpty())
        return;
    const bool changed = store();
    rewrite();
    if (changed)
        Q_EMIT settled();
}

void TypedField::restore()
{
    rewrite();
}

void TypedField::rewrite()
{
    if (isWritten())
        refresh();
    else
        setText(written()); // refreshes
}

void TypedField::refresh()
{
    const Reading reading = isEnabled() ? read() : Reading();
    const bool wrong = !reading.problem.isEmpty();
    const QString says = wrong ? reading.problem : reading.meaning;
    if (property("wrong").toBool() != wrong) {
        setProperty("wrong", wrong);
        update();
    }
    setAccessibleDescription(says);
    const bool typing = hasFocus() && isVisible() && (wrong || !isWritten()) && !says.isEmpty();
    if (!typing) {
        if (m_hint)
            m_hint->hide();
        return;
    }
    if (m_hint && m_hint->parentWidget() != window())
        delete m_hint;
    if (!m_hint)
        m_hint = new FieldHint(window());
    m_hint->showBelow(*this, says, wrong);
}

void TypedField::setSample(const QString& widest)
{
    m_sample = widest;
    updateGeometry();
}

QSize TypedField::sizeHint() const
{
    QSize size = QLineEdit::sizeHint();
    if (m_sample.isEmpty())
        return size;
    constexpr int kPadding = 24; // of the style and of the line itself
    const QMargins inside = textMargins();
    size.setWidth(fontMetrics().horizontalAdvance(m_sample) + kPadding + inside.left() + inside.right());
    return size;
}

QSize TypedField::minimumSizeHint() const
{
    return m_sample.isEmpty() ? QLineEdit::minimumSizeHint() : sizeHint();
}

void TypedField::keyPressEvent(QKeyEvent* event)
{
    const bool up = event->key() == Qt::Key_Up || event->key() == Qt::Key_PageUp;
    const bool down = event->key() == Qt::Key_Down || event->key() == Qt::Key_PageDown;
    if ((up || down) && event->modifiers() == Qt::NoModifier) {
        const bool larger = event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown;
        if (!isReadOnly())
            step(up ? 1 : -1, larger);
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void TypedField::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    refresh();
}

void TypedField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event); // settles
    refresh();
}

void TypedField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        refresh();
}

void TypedField::moveEvent(QMoveEvent* event)
{
    QLineEdit::moveEvent(event);
    if (m_hint && m_hint->isVisible())
        refresh();
}

void TypedField::hideEvent(QHideEvent* event)
{
    QLineEdit::hideEvent(event);
    if (m_hint)
        m_hint->hide();
}

TypedField* settleFields(QWidget& root)
{
    TypedField* first = nullptr;
    for (auto* field : root.findChildren<TypedField*>()) {
        field->settle();
        if (!first && !field->problem().isEmpty())
            first = field;
    }
    return first;
}

} // namespace trestle
