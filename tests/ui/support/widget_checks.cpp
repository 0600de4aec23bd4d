#include "tests/ui/support/widget_checks.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontInfo>
#include <QFontMetrics>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QTabBar>
#include <QTextDocument>
#include <QWidget>

#include <cmath>
#include <optional>

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
    // A box makes its own buttons, and names them after what they do.
    if (widget.objectName().isEmpty() && !qobject_cast<const QDialogButtonBox*>(widget.parentWidget()))
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
            if (tabs->isTabVisible(i) && !tabs->rect().contains(tabs->tabRect(i)))
                complain(tabs->tabText(i));
}

/// Where the first line of a label's, a field's or a button's text stands, in pixels below its top; nothing of what has
/// no such line.
std::optional<double> baselineOf(const QWidget& widget)
{
    const QFontMetricsF metrics(widget.font());
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        const QRect inside = label->contentsRect();
        if (label->heightForWidth(label->width()) > 1.5 * metrics.height() || label->text().contains(u'\n'))
            return std::nullopt; // several lines
        const double top =
            label->alignment() & Qt::AlignTop ? inside.top() : inside.top() + (inside.height() - metrics.height()) / 2;
        return top + metrics.ascent();
    }
    if (qobject_cast<const QLineEdit*>(&widget) || qobject_cast<const QComboBox*>(&widget) ||
        qobject_cast<const QAbstractSpinBox*>(&widget) || qobject_cast<const QAbstractButton*>(&widget))
        return (widget.height() - metrics.height()) / 2 + metrics.ascent();
    if (const auto* edit = qobject_cast<const QPlainTextEdit*>(&widget))
        return edit->viewport()->y() + edit->document()->documentMargin() + metrics.ascent();
    if (!widget.layout())
        return std::nullopt;
    for (int i = 0; i < widget.layout()->count(); ++i) // a field with a button beside it
        if (const QWidget* inner = widget.layout()->itemAt(i)->widget())
            if (const std::optional<double> baseline = baselineOf(*inner))
                return inner->y() + *baseline;
    return std::nullopt;
}

/// What stands beside a field is on the line of the field's text.
void checkBaselines(const QWidget& widget, QStringList& problems)
{
    for (const QFormLayout* form : widget.findChildren<QFormLayout*>())
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem* label = form->itemAt(row, QFormLayout::LabelRole);
            const QLayoutItem* field = form->itemAt(row, QFormLayout::FieldRole);
            if (!label || !field || !label->widget() || !field->widget() || !label->widget()->isVisible())
                continue;
            const std::optional<double> left = baselineOf(*label->widget());
            const std::optional<double> right = baselineOf(*field->widget());
            if (!left || !right)
                continue;
            const double off = label->geometry().top() + *left - field->geometry().top() - *right;
            if (std::abs(off) > 1.5)
                problems += QStringLiteral("%1: its label stands %2 pixels off").arg(nameOf(*field->widget())).arg(off);
        }
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
    checkBaselines(root, problems);
    return problems;
}

} // namespace trestle::testing
