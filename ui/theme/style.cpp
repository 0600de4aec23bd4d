#include "ui/theme/style.h"

#include "ui/theme/shapes.h"
#include "ui/theme/style_parts.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QMenuBar>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>
#include <optional>

namespace trestle {

namespace {

constexpr double kRadius = 6.0;

bool says(const QWidget* widget, const char* property)
{
    return widget && widget->property(property).toBool();
}

bool has(const QStyleOption* option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

QColor borderOf(const QStyleOption* option)
{
    if (!has(option, QStyle::State_Enabled))
        return roleColor(Role::Border, option->palette);
    const bool focused = has(option, QStyle::State_HasFocus);
    return roleColor(focused ? Role::Accent : Role::ControlBorder, option->palette);
}

void drawFocus(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const bool button = qobject_cast<const QAbstractButton*>(widget) && option->rect == widget->rect();
    drawFocusRing(option, painter, says(widget, "chip") ? option->rect.height() / 2.0 : button ? kRadius : kRadius - 2);
}

void drawTickBox(const QStyleOption* option, QPainter* painter)
{
    const auto mark = has(option, QStyle::State_NoChange) ? shapes::Mark::Dash
                      : has(option, QStyle::State_On)     ? shapes::Mark::Tick
                                                          : shapes::Mark::Empty;
    shapes::tickBox(*painter, QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), mark, borderOf(option),
                    roleColor(Role::Accent, option->palette), roleColor(Role::TextOnAccent, option->palette));
}

void drawRadio(const QStyleOption* option, QPainter* painter)
{
    const bool on = has(option, QStyle::State_On);
    const QColor ring = on ? roleColor(Role::Accent, option->palette) : borderOf(option);
    const QRectF whole = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const double side = std::min(whole.width(), whole.height());
    const QRectF circle(whole.center() - QPointF(side / 2, side / 2), QSizeF(side, side));
    shapes::panel(*painter, circle, side / 2, roleColor(Role::Surface, option->palette), ring, 1.25);
    if (on)
        shapes::panel(*painter, circle.adjusted(side / 4, side / 4, -side / 4, -side / 4), side / 4, ring, {});
}

/// A line without a frame over a cell of a table or a tree.
bool isCellEditor(const QWidget* widget)
{
    const QWidget* viewport = widget ? widget->parentWidget() : nullptr;
    return viewport && qobject_cast<const QAbstractItemView*>(viewport->parentWidget()) &&
           viewport->objectName() == u"qt_scrollarea_viewport";
}

/// Covers what the cell shows.
void drawCellEditor(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Base));
    const Role role = says(widget, "wrong") ? Role::Error : Role::Accent;
    shapes::panel(*painter, option->rect, 3, {}, roleColor(role, option->palette), 1.5);
}

std::optional<Qt::ArrowType> arrowOf(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowDown: return Qt::DownArrow;
    case QStyle::PE_IndicatorArrowUp: return Qt::UpArrow;
    case QStyle::PE_IndicatorArrowLeft: return Qt::LeftArrow;
    case QStyle::PE_IndicatorArrowRight: return Qt::RightArrow;
    default: return std::nullopt;
    }
}

} // namespace

void drawFocusRing(const QStyleOption* option, QPainter* painter, double radius)
{
    constexpr double kRing = 2;
    const QRectF rect = option->rect;
    shapes::panel(*painter, rect.adjusted(kRing, kRing, -kRing, -kRing), radius - kRing, {},
                  roleColor(Role::Surface, option->palette), 1.5);
    shapes::panel(*painter, rect, radius, {}, roleColor(Role::Accent, option->palette), kRing);
}

void drawButton(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const auto color = [option](Role role) { return roleColor(role, option->palette); };
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool hovered = enabled && has(option, QStyle::State_MouseOver);
    const bool pressed = has(option, QStyle::State_Sunken);
    const bool focused = enabled && has(option, QStyle::State_HasFocus);
    const QRectF rect = option->rect;
    const double radius = says(widget, "chip") ? rect.height() / 2.0 : kRadius;
    if (says(widget, "primary")) {
        const QColor accent = enabled ? color(Role::Accent) : color(Role::Track);
        shapes::panel(*painter, rect, radius, pressed ? accent.darker(112) : hovered ? accent.darker(106) : accent, {});
        if (focused)
            drawFocusRing(option, painter, radius);
        return;
    }
    const bool on = (has(option, QStyle::State_On) && !says(widget, "disclosure")) || says(widget, "answered");
    const bool quiet = says(widget, "quiet") && !has(option, QStyle::State_HasFocus);
    if (quiet && !hovered && !pressed && !on)
        return;
    const QColor fill = on                   ? color(Role::Selection)
                        : hovered || pressed ? color(Role::SurfaceMuted)
                                             : color(Role::Surface);
    QColor border = on ? color(Role::Accent) : borderOf(option);
    if (says(widget, "link") && enabled)
        border = color(Role::Accent);
    else if (quiet && !on)
        border = color(Role::Border);
    else if (!on && !has(option, QStyle::State_HasFocus) && !says(widget, "chip") && !hovered &&
             !qobject_cast<const QComboBox*>(widget)) // a list shows its edge: its text alone could be a label
        border = color(Role::Border);
    shapes::panel(*painter, rect, radius, fill, border);
    if (focused)
        drawFocusRing(option, painter, radius);
}

void drawField(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const bool wrong = says(widget, "wrong");
    const bool focused = has(option, QStyle::State_HasFocus) && has(option, QStyle::State_Enabled);
    shapes::panel(*painter, option->rect, kRadius, option->palette.color(QPalette::Base),
                  wrong ? roleColor(Role::Error, option->palette) : borderOf(option), focused || wrong ? 1.5 : 1.0);
}

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    if (const auto arrow = arrowOf(element)) {
        const auto role = has(option, State_Enabled) ? QPalette::ButtonText : QPalette::Dark;
        shapes::chevron(*painter, option->rect, *arrow, option->palette.color(role));
        return;
    }
    if (drawPopupPart(element, option, painter, widget))
        return;
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool: drawButton(option, painter, widget); return;
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0)
            drawField(option, painter, widget);
        else if (isCellEditor(widget))
            drawCellEditor(option, painter, widget);
        return;
    }
    case PE_FrameLineEdit: return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawTickBox(option, painter); return;
    case PE_IndicatorRadioButton: drawRadio(option, painter); return;
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractItemView*>(widget) || has(option, State_KeyboardFocusChange))
            drawFocus(option, painter, widget);
        return;
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea*>(widget)) {
            shapes::panel(*painter, option->rect, kRadius - 2, {}, borderOf(option));
            return;
        }
        break;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          roleColor(Role::Border, option->palette));
        return;
    case PE_PanelItemViewRow:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            // The ground beside a selected entry of a tree is tinted as the entry is.
            QStyleOptionViewItem copy(*item);
            copy.palette.setColor(QPalette::Highlight, roleColor(Role::Selection, option->palette));
            QProxyStyle::drawPrimitive(element, &copy, painter, widget);
            return;
        }
        break;
    case PE_IndicatorBranch:
        if (has(option, State_Children))
            shapes::chevron(*painter, option->rect, has(option, State_Open) ? Qt::DownArrow : Qt::RightArrow,
                            roleColor(Role::TextMuted, option->palette));
        return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_HeaderMargin: return 8;
    case PM_FocusFrameHMargin: return says(widget, "roomy") ? 7 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ScrollBarExtent: return 12;
    case PM_SplitterWidth: return 8;
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight: return 16;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_MenuBarPanelWidth: return 0;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuVMargin: return 4;
    case PM_MenuHMargin: return 3;
    case PM_ToolTipLabelFrameWidth: return 6;
    case PM_MenuBarItemSpacing: return 4;
    case PM_TabBarTabHSpace: return says(widget, "tight") ? 12 : 24;
    case PM_TabBarTabVSpace: return 16;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    if (popupMask(hint, option, data))
        return 1;
    switch (hint) {
    case SH_Widget_Animation_Duration:
        return isMotionReduced() ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    case SH_EtchDisabledText: return 0;
    case SH_UnderlineShortcut: return m_altHeld;
    case SH_DitherDisabledText: return 0;
    case SH_ComboBox_Popup: return 0;
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    case SH_ToolTip_WakeUpDelay: return 400;
    case SH_ToolTipLabel_Opacity: return 255;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

/// A warning in the colours of the banners, the sign of a menu bar with more, the cross that clears a field; the others
/// as they come.
QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const
{
    const QPalette palette = widget ? widget->palette() : QGuiApplication::palette();
    // Menu bars and fields ask for these as they are made; Qt would look through the desktop's icons for them.
    if (icon == SP_ToolBarHorizontalExtensionButton)
        return shapes::chevronIcon(16, Qt::RightArrow, palette.color(QPalette::ButtonText));
    if (icon == SP_LineEditClearButton)
        return shapes::crossIcon(16, roleColor(Role::TextMuted, palette));
    if (icon != SP_MessageBoxWarning)
        return QProxyStyle::standardIcon(icon, option, widget);
    constexpr int kSize = 32;
    constexpr int kDensest = 3; // device pixels to a logical one
    QPixmap pixmap(kSize * kDensest, kSize * kDensest);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(kDensest, kDensest);
    const QPolygonF triangle{{16, 5.5}, {28, 26.5}, {4, 26.5}};
    const QColor ink = roleColor(Role::Warning, palette);
    painter.setPen(QPen(ink, 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(roleColor(Role::WarningSurface, palette));
    painter.drawPolygon(triangle);
    painter.drawLine(QPointF(16, 13), QPointF(16, 19));
    painter.drawPoint(QPointF(16, 23));
    return QIcon(pixmap);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    constexpr int kControlHeight = 30;
    QSize full = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: {
        // Fusion asks for a wide minimum; ours are as wide as their text and a margin.
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const bool menu = button && button->features.testFlag(QStyleOptionButton::HasMenu);
        const int margin = says(widget, "chip") ? 22 : says(widget, "quiet") ? 16 : 28;
        full.setWidth(size.width() + margin + (menu ? 2 : 0));
        full.setHeight(std::max(size.height() + 10, says(widget, "chip") ? 26 : kControlHeight));
        break;
    }
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox: full.setHeight(std::max(full.height(), kControlHeight)); break;
    case CT_HeaderSection: full.setHeight(std::max(full.height(), kControlHeight)); break;
    case CT_MenuBarItem: full = QSize(size.width() + 16, std::max(size.height() + 8, kControlHeight)); break;
    default: break;
    }
    return full;
}

void Style::setMotionReduced(MotionVoice voice, bool reduced)
{
    if (reduced)
        m_againstMotion.insert(voice);
    else
        m_againstMotion.erase(voice);
}

void Style::polish(QApplication* application)
{
    QProxyStyle::polish(application);
    application->installEventFilter(this);
}

bool Style::eventFilter(QObject* watched, QEvent* event)
{
    const bool press = event->type() == QEvent::KeyPress;
    if ((press || event->type() == QEvent::KeyRelease) && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Alt &&
        press != m_altHeld) {
        m_altHeld = press;
        for (QWidget* widget : QApplication::allWidgets())
            if (qobject_cast<QMenuBar*>(widget) || qobject_cast<QAbstractButton*>(widget) ||
                qobject_cast<QLabel*>(widget))
                widget->update();
    }
    shapePopup(watched, *event);
    return QProxyStyle::eventFilter(watched, event);
}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractSpinBox*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace trestle
