#include "ui/new_plan/choice_card.h"

#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace trestle {

namespace {

constexpr int kInside = 12;
constexpr int kDot = 16;
constexpr int kTextLeft = kInside + kDot + 10;
constexpr int kMeaningGap = 2;

QFont cardTitleFont(const QFont& font)
{
    return scaledFont(font, TextSize::Body, QFont::DemiBold);
}

QFont cardMeaningFont(const QFont& font)
{
    return scaledFont(font, TextSize::Small);
}

} // namespace

ChoiceCard::ChoiceCard(const QString& name, const QString& title, const QString& meaning, QWidget* parent)
    : QRadioButton(title, parent), m_meaning(meaning)
{
    setObjectName(name);
    setAccessibleDescription(meaning);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int ChoiceCard::heightForWidth(int width) const
{
    const QRect room(0, 0, width - kTextLeft - kInside, 10'000);
    const int meaning = QFontMetrics(cardMeaningFont(font())).boundingRect(room, Qt::TextWordWrap, m_meaning).height();
    return 2 * kInside + QFontMetrics(cardTitleFont(font())).height() + kMeaningGap + meaning;
}

QSize ChoiceCard::sizeHint() const
{
    constexpr int kWide = 174;
    return {kWide, heightForWidth(kWide)};
}

QSize ChoiceCard::minimumSizeHint() const
{
    const int title = QFontMetrics(cardTitleFont(font())).size(Qt::TextShowMnemonic, text()).width();
    return {kTextLeft + title + kInside, 0};
}

void ChoiceCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto color = [this](Role role) { return roleColor(role, palette()); };
    const bool on = isChecked();
    const Role fill = on ? Role::Selection : underMouse() ? Role::SurfaceMuted : Role::Surface;
    shapes::panel(painter, rect(), 6, color(fill), color(on || hasFocus() ? Role::Accent : Role::ControlBorder),
                  hasFocus() ? 2 : 1);

    const QFontMetrics title(cardTitleFont(font()));
    const QRectF dot(kInside, kInside + (title.height() - kDot) / 2.0, kDot, kDot);
    painter.setPen(QPen(color(on ? Role::Accent : Role::ControlBorder), 1.4));
    painter.setBrush(color(Role::Surface));
    painter.drawEllipse(dot.adjusted(0.7, 0.7, -0.7, -0.7));
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Role::Accent));
        painter.drawEllipse(dot.adjusted(4, 4, -4, -4));
    }
    const QRect words = rect().adjusted(kTextLeft, kInside, -kInside, -kInside);
    painter.setFont(cardTitleFont(font()));
    painter.setPen(color(Role::Text));
    const bool underlined = style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, this) != 0;
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop | (underlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                     text());
    painter.setFont(cardMeaningFont(font()));
    painter.setPen(color(Role::TextMuted));
    painter.drawText(words.adjusted(0, title.height() + kMeaningGap, 0, 0),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_meaning);
}

} // namespace trestle
