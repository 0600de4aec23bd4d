#include "tests/ui/support/widget_checks.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QFontInfo>
#include <QFontMetrics>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QTabBar>
#include <QWidget>

namespace trestle::testing {

namespace {

QString nameOf(const QWidget& widget)
{
    QStringList path;
    for (const QWidget* w = &widget; w; w = w->parentWidget())
        path.prepend(w->objectName().isEmpty() ? QString::fromLatin1(w->metaObject()->className()) : w->objectName());
    return path.join(u'/');
}

/// Made by Qt inside a widget of ours.
bool isQtsOwn(const QWidget& widget)
{
    if (widget.objectName().startsWith(QStringLiteral("qt_")))
        return true;
    const QWidget* parent = widget.parentWidget();
    if (!parent)
        return false;
    return qobject_cast<const QSplitterHandle*>(&widget) || qobject_cast<const QHeaderView*>(&widget) ||
           qobject_cast<const QScrollBar*>(&widget) || qobject_cast<const QAbstractSpinBox*>(parent) ||
           qobject_cast<const QComboBox*>(parent) || qobject_cast<const QLineEdit*>(parent) ||
           qobject_cast<const QTabBar*>(parent) || qobject_cast<const QHeaderView*>(parent) || isQtsOwn(*parent);
}

bool isControl(const QWidget& widget)
{
    return qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QLineEdit*>(&widget) ||
           qobject_cast<const QAbstractItemView*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget) ||
           qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QTabBar*>(&widget) ||
           (widget.focusPolicy() & Qt::TabFocus && !qobject_cast<const QAbstractScrollArea*>(&widget) &&
            !widget.focusProxy());
}

QString accessibleName(const QWidget& widget)
{
    // Qt takes a widget by a plain pointer, though asking its name changes nothing.
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(&widget));
    return interface ? interface->text(QAccessible::Name) : QString();
}

void checkNames(const QWidget& widget, QStringList& problems)
{
    if (widget.objectName().isEmpty())
        problems += nameOf(widget) + QStringLiteral(": no objectName");
    if (isControl(widget) && accessibleName(widget).trimmed().isEmpty())
        problems += nameOf(widget) + QStringLiteral(": no accessible name");
    const auto* label = qobject_cast<const QLabel*>(&widget);
    if (label && label->textFormat() != Qt::RichText && !label->accessibleName().isEmpty() &&
        !label->accessibleName().contains(label->text()))
        problems += nameOf(widget) + QStringLiteral(": its accessible name hides its text");
}

void checkText(const QWidget& widget, QStringList& problems)
{
    constexpr int kSmallest = 11;
    const auto complain = [&](const QString& text) {
        problems += QStringLiteral("%1: \"%2\" does not fit in %3×%4")
                        .arg(nameOf(widget), text)
                        .arg(widget.width())
                        .arg(widget.height());
    };
    if (const auto* label = qobject_cast<const QLabel*>(&widget); label && !label->text().isEmpty()) {
        if (QFontInfo(label->font()).pixelSize() < kSmallest)
            problems += nameOf(widget) + QStringLiteral(": text below 11 pixels");
        const bool wraps = label->wordWrap();
        const QSize needed = wraps ? QSize(0, label->heightForWidth(label->width())) : label->minimumSizeHint();
        if (needed.width() > label->width() || needed.height() > label->height())
            complain(label->text());
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget); button && !button->text().isEmpty()) {
        QString text = button->text();
        const int width = QFontMetrics(button->font()).horizontalAdvance(text.remove(u'&'));
        if (width > button->width() || QFontMetrics(button->font()).height() > button->height())
            complain(button->text());
    }
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
        for (int i = 0; i < tabs->count(); ++i)
            if (!tabs->rect().contains(tabs->tabRect(i)))
                complain(tabs->tabText(i));
}

/// Children that one layout places never cover each other, and stay inside.
void checkLayout(const QWidget& widget, QStringList& problems)
{
    const QLayout* layout = widget.layout();
    if (!layout)
        return;
    QList<const QWidget*> placed;
    for (const QObject* child : widget.children()) {
        const auto* w = qobject_cast<const QWidget*>(child);
        if (w && !w->isWindow() && w->isVisible() && layout->indexOf(w) >= 0)
            placed += w;
    }
    for (qsizetype i = 0; i < placed.size(); ++i) {
        if (!widget.rect().contains(placed[i]->geometry()))
            problems += nameOf(*placed[i]) + QStringLiteral(": reaches out of its parent");
        for (qsizetype k = i + 1; k < placed.size(); ++k)
            if (placed[i]->geometry().intersects(placed[k]->geometry()) && !widget.inherits("QStackedWidget"))
                problems += nameOf(*placed[i]) + QStringLiteral(": overlaps ") + placed[k]->objectName();
    }
}

} // namespace

QStringList widgetProblems(const QWidget& root)
{
    QStringList problems;
    QList<const QWidget*> all{&root};
    for (const QWidget* widget : root.findChildren<QWidget*>())
        all += widget;
    for (const QWidget* widget : std::as_const(all)) {
        if (!widget->isVisible() || isQtsOwn(*widget))
            continue;
        checkNames(*widget, problems);
        checkText(*widget, problems);
        checkLayout(*widget, problems);
    }
    return problems;
}

} // namespace trestle::testing
