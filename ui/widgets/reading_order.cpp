#include "ui/widgets/reading_order.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTextEdit>
#include <QWidget>

namespace trestle {

namespace {

void collect(const QLayout& layout, QWidgetList& order);

void collect(QWidget& widget, QWidgetList& order)
{
    if ((widget.focusPolicy() & Qt::TabFocus) != 0)
        order += &widget;
    else if (const auto* scroll = qobject_cast<QScrollArea*>(&widget); scroll && scroll->widget())
        collect(*scroll->widget(), order);
    else if (widget.layout())
        collect(*widget.layout(), order);
}

void collect(const QLayout& layout, QWidgetList& order)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem* item = layout.itemAt(i);
        if (QWidget* widget = item->widget())
            collect(*widget, order);
        else if (const QLayout* inner = item->layout())
            collect(*inner, order);
    }
}

QWidgetList readingOrder(const QWidget& root)
{
    QWidgetList order;
    if (root.layout())
        collect(*root.layout(), order);
    return order;
}

/// As high as a field's frame, so that text in the middle of either stands on one line.
void levelWith(QWidget& label, const QWidget& field)
{
    const auto* line = qobject_cast<const QLineEdit*>(&field);
    const int height =
        line || qobject_cast<const QComboBox*>(&field) ? field.sizeHint().height() : QLineEdit().sizeHint().height();
    label.setFixedHeight(height); // a form would make it as high as it likes beside a tall field
}

} // namespace

void setReadingOrder(QWidget& root)
{
    const QWidgetList order = readingOrder(root);
    for (qsizetype i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order[i - 1], order[i]);
}

QWidget* firstField(const QWidget& root)
{
    for (QWidget* widget : readingOrder(root))
        if (widget->isEnabled() && !widget->isHidden() && !qobject_cast<QAbstractButton*>(widget) &&
            !qobject_cast<QAbstractItemView*>(widget) && !qobject_cast<QLabel*>(widget))
            return widget;
    return nullptr;
}

QLabel* addFormRow(QFormLayout& form, const QString& label, QWidget* field)
{
    auto* text = new QLabel(label, field->parentWidget());
    text->setObjectName(field->objectName() + QStringLiteral("Label"));
    text->setBuddy(field);
    addFormRow(form, text, field);
    return text;
}

void addFormRow(QFormLayout& form, QWidget* label, QWidget* field)
{
    levelWith(*label, *field);
    form.addRow(label, field);
}

} // namespace trestle
