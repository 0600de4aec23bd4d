// The larger controls: labels of buttons, tabs, headers, combo boxes, spin boxes and scroll bars.
#include "ui/theme/shapes.h"
#include "ui/theme/style.h"
#include "ui/theme/style_parts.h"
#include "ui/theme/theme.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QStyleOption>
#include <QStyleOptionComplex>
#include <QTabBar>
#include <QWidget>

namespace trestle {

namespace {

void drawTab(const QStyleOptionTab& tab, QPainter* painter)
{
    const bool selected = tab.state.testFlag(QStyle::State_Selected);
    const bool hovered = tab.state.testFlag(QStyle::State_MouseOver);
    if (!selected && !hovered)
        return;
    const QColor color = roleColor(selected ? Role::Accent : Role::Border, tab.palette);
    painter->fillRect(QRect(tab.rect.left() + 8, tab.rect.bottom() - 1, tab.rect.width() - 16, 2), color);
}

void drawHeaderSection(const QStyleOption& option, QPainter* painter)
{
    painter->fillRect(option.rect, roleColor(Role::Surface, option.palette));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      roleColor(Role::Border, option.palette));
}

} // namespace

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
    case CE_PushButtonBevel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
            button && widget && (widget->property("primary").toBool() || widget->property("link").toBool())) {
            const bool link = widget->property("link").toBool();
            QStyleOptionButton copy(*button);
            const bool enabled = button->state.testFlag(State_Enabled);
            const Role ink = !enabled ? Role::TextMuted : link ? Role::Accent : Role::TextOnAccent;
            copy.palette.setColor(QPalette::ButtonText, roleColor(ink, option->palette));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_ItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            // Selected rows are tinted, so that their text keeps its colour.
            QStyleOptionViewItem copy(*item);
            copy.palette.setColor(QPalette::Highlight, roleColor(Role::Selection, option->palette));
            copy.palette.setColor(QPalette::HighlightedText, roleColor(Role::Text, option->palette));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            drawTab(*tab, painter);
            return;
        }
        break;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            QStyleOptionTab copy(*tab);
            const bool selected = tab->state.testFlag(State_Selected);
            copy.palette.setColor(QPalette::WindowText,
                                  roleColor(selected ? Role::Text : Role::TextMuted, option->palette));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_Splitter:
        if (widget && widget->property("line").toBool())
            painter->fillRect(QRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1),
                              roleColor(Role::Border, option->palette));
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: drawHeaderSection(*option, painter); return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeader copy(*header);
            copy.palette.setColor(QPalette::ButtonText, roleColor(Role::TextMuted, option->palette));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_MenuBarEmptyArea: return;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            const bool lit = item->state.testFlag(State_Selected) && item->state.testFlag(State_Enabled);
            if (lit)
                shapes::panel(*painter, item->rect, 6, roleColor(Role::Selection, option->palette), {});
            const int flags = Qt::AlignCenter | Qt::TextSingleLine |
                              (styleHint(SH_UnderlineShortcut, option, widget, nullptr) ? Qt::TextShowMnemonic
                                                                                        : Qt::TextHideMnemonic);
            drawItemText(painter, item->rect, flags, option->palette, item->state.testFlag(State_Enabled), item->text,
                         QPalette::WindowText);
            return;
        }
        break;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    const QColor ink =
        roleColor(option->state.testFlag(State_Enabled) ? Role::Text : Role::ControlBorder, option->palette);
    switch (control) {
    case CC_ComboBox:
        if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            if (box->editable)
                drawField(option, painter, widget);
            else
                drawButton(option, painter, widget);
            shapes::chevron(*painter, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget), Qt::DownArrow,
                            ink);
            return;
        }
        break;
    case CC_SpinBox:
        if (const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
            if (box->frame)
                drawField(option, painter, widget);
            if (box->buttonSymbols == QAbstractSpinBox::NoButtons)
                return;
            shapes::chevron(*painter, subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget), Qt::UpArrow, ink);
            shapes::chevron(*painter, subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget), Qt::DownArrow, ink);
            return;
        }
        break;
    case CC_ScrollBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            const bool upright = bar->orientation == Qt::Vertical;
            const QRectF slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
            const QRectF thumb = upright ? slider.adjusted(3, 1, -3, -1) : slider.adjusted(1, 3, -1, -3);
            const bool active = option->state.testFlag(State_MouseOver) || bar->activeSubControls == SC_ScrollBarSlider;
            shapes::panel(*painter, thumb, 3,
                          roleColor(active ? Role::TextMuted : Role::ControlBorder, option->palette), {});
            return;
        }
        break;
    default: break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const
{
    if (control != CC_ScrollBar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!bar)
        return QProxyStyle::subControlRect(control, option, part, widget);

    // No arrows: the thumb has the whole length.
    constexpr int kShortest = 24;
    const bool upright = bar->orientation == Qt::Vertical;
    const int length = upright ? bar->rect.height() : bar->rect.width();
    const int span = bar->maximum - bar->minimum;
    const int thumb =
        span <= 0 ? length
                  : qBound(qMin(kShortest, length),
                           static_cast<int>(qint64{length} * bar->pageStep / (qint64{span} + bar->pageStep)), length);
    const int at =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb, bar->upsideDown);
    const auto along = [&](int from, int size) {
        const QRect rect = upright ? QRect(0, from, bar->rect.width(), size) : QRect(from, 0, size, bar->rect.height());
        return visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
    };
    switch (part) {
    case SC_ScrollBarSlider: return along(at, thumb);
    case SC_ScrollBarSubPage: return along(0, at);
    case SC_ScrollBarAddPage: return along(at + thumb, length - at - thumb);
    case SC_ScrollBarGroove: return along(0, length);
    default: return {};
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents)
        rect.adjust(6, 0, -6, 0);
    if (element == SE_PushButtonFocusRect)
        rect = option->rect;
    return rect;
}

} // namespace trestle
