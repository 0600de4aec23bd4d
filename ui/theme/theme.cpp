#include "ui/theme/theme.h"

#include "ui/theme/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QStyleFactory>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <utility>

namespace trestle {

namespace {

struct Shades {
    Role role;
    QRgb light;
    QRgb dark;
};

constexpr std::array kShades{
    Shades{Role::Window, 0xfff3f4f7, 0xff14171c},
    Shades{Role::Surface, 0xffffffff, 0xff1b1f26},
    Shades{Role::SurfaceMuted, 0xfff4f6f8, 0xff20252e},
    Shades{Role::Border, 0xffdbdfe6, 0xff2f3541},
    Shades{Role::Grid, 0xffe9ebf0, 0xff272c36},
    Shades{Role::ControlBorder, 0xff7b8595, 0xff7d8998},
    Shades{Role::Track, 0xffc2c8d1, 0xff4c5665},
    Shades{Role::Text, 0xff1b2330, 0xffe8ebf0},
    Shades{Role::TextMuted, 0xff5b6675, 0xffa3adba},
    Shades{Role::Accent, 0xff1d5fe0, 0xff7fa9ff},
    Shades{Role::TextOnAccent, 0xffffffff, 0xff0c1220},
    Shades{Role::Selection, 0xffe4edff, 0xff22314d},
    Shades{Role::Bar, 0xff44587a, 0xff8fa6cc},
    Shades{Role::BarSelected, 0xff1d5fe0, 0xff7fa9ff},
    Shades{Role::BarPale, 0xffc3cddd, 0xff3b4a66},
    Shades{Role::BarPaleBorder, 0xff667899, 0xff7d92b8},
    Shades{Role::DayOff, 0xffd2dae6, 0xff333f56},
    Shades{Role::Reference, 0xff6c7686, 0xff828d9d},
    Shades{Role::InPlace, 0xff217a35, 0xff63c17a},
    Shades{Role::Band, 0xffc9d8f5, 0xff2f4470},
    Shades{Role::Line, 0xff44587a, 0xff8fa6cc},
    Shades{Role::Target, 0xff1b2330, 0xffe8ebf0},
    Shades{Role::Stated, 0xff217a35, 0xff63c17a},
    Shades{Role::Derived, 0xff3a4555, 0xffd5dae2},
    Shades{Role::Assumed, 0xffa34a06, 0xfff2ab5f},
    Shades{Role::Yours, 0xff1d5fe0, 0xff7fa9ff},
    Shades{Role::Warning, 0xff8a5300, 0xfff0b357},
    Shades{Role::WarningSurface, 0xfffff6e0, 0xff332a18},
    Shades{Role::GoodSurface, 0xffe9f5ec, 0xff1d3226},
    Shades{Role::Error, 0xffb3261e, 0xffff8f85},
};

QColor shade(Role role, bool dark)
{
    const auto* found = std::find_if(kShades.begin(), kShades.end(), [=](const Shades& s) { return s.role == role; });
    Q_ASSERT(found != kShades.end());
    return QColor::fromRgb(dark ? found->dark : found->light);
}

QPalette makePalette(bool dark)
{
    const auto color = [dark](Role role) { return shade(role, dark); };
    QPalette palette(color(Role::Surface), color(Role::Window));
    const std::array<std::pair<QPalette::ColorRole, Role>, 19> roles{{
        {QPalette::Window, Role::Window},
        {QPalette::WindowText, Role::Text},
        {QPalette::Base, Role::Surface},
        {QPalette::AlternateBase, Role::SurfaceMuted},
        {QPalette::ToolTipBase, Role::Surface},
        {QPalette::ToolTipText, Role::Text},
        {QPalette::PlaceholderText, Role::TextMuted},
        {QPalette::Text, Role::Text},
        {QPalette::Button, Role::Surface},
        {QPalette::ButtonText, Role::Text},
        {QPalette::BrightText, Role::Error},
        {QPalette::Light, Role::Surface},
        {QPalette::Midlight, Role::Border},
        {QPalette::Dark, Role::ControlBorder},
        {QPalette::Mid, Role::Track},
        {QPalette::Highlight, Role::Accent},
        {QPalette::HighlightedText, Role::TextOnAccent},
        {QPalette::Link, Role::Accent},
        {QPalette::LinkVisited, Role::Accent},
    }};
    for (const auto& [paletteRole, role] : roles)
        palette.setColor(paletteRole, color(role));
    palette.setColor(QPalette::Shadow, dark ? QColor(0, 0, 0) : QColor(60, 66, 78));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, color(Role::ControlBorder));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(Role::Track));
    return palette;
}

/// What the desktop shows, asked before we set a palette of our own; kept on the application, which outlives windows.
bool systemIsDark(QApplication& application)
{
    constexpr auto kProperty = "trestleSystemDark";
    const QVariant known = application.property(kProperty);
    if (known.isValid())
        return known.toBool();
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(QStringLiteral("Fusion")));
    const bool dark = isDark(QApplication::palette()) || (fusion && isDark(fusion->standardPalette()));
    application.setProperty(kProperty, dark);
    return dark;
}

/// Where the desktop names no font of its own (a bare X server), text is set in Inter if it is there.
QFont applicationFont(const QFont& system)
{
    QFont font = system;
    const QString family = system.family();
    const bool unnamed = family.isEmpty() || family == u"Sans" || family == u"Sans Serif" || family == u"Helvetica" ||
                         family == QFontInfo(QFont(QStringLiteral("Sans Serif"))).family();
    if (unnamed && QFontDatabase::hasFamily(QStringLiteral("Inter")))
        font.setFamilies({QStringLiteral("Inter"), family});
    return font;
}

} // namespace

QColor roleColor(Role role, const QPalette& palette)
{
    return shade(role, isDark(palette));
}

QPalette lightPalette()
{
    return makePalette(false);
}

QPalette darkPalette()
{
    return makePalette(true);
}

bool isDark(const QPalette& palette)
{
    // A style sheet on a widget may replace its Window colour, even by a transparent one; nothing touches Midlight.
    return palette.color(QPalette::Active, QPalette::Midlight).lightness() < 128;
}

void applyTheme(QApplication& application, ThemeChoice choice)
{
    const bool system = systemIsDark(application);
    const bool dark = choice == ThemeChoice::System ? system : choice == ThemeChoice::Dark;
    if (!qobject_cast<Style*>(QApplication::style())) {
        QApplication::setStyle(new Style);
        QApplication::setFont(applicationFont(QApplication::font()));
    }
    const QPalette palette = dark ? darkPalette() : lightPalette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

double textScale(TextSize size)
{
    switch (size) {
    case TextSize::Fine: return 0.85;
    case TextSize::Small: return 0.92;
    case TextSize::Body: break;
    case TextSize::Heading: return 1.08;
    case TextSize::Title: return 1.38;
    case TextSize::Figure: return 2.0;
    }
    return 1.0;
}

QFont scaledFont(const QFont& base, TextSize size, int weight)
{
    return scaledFont(base, textScale(size), weight);
}

QFont scaledFont(const QFont& base, double factor, int weight)
{
    constexpr double kSmallest = 11.0;
    QFont font = base;
    const double size = std::max(kSmallest, QFontInfo(base).pixelSize() * factor);
    font.setPixelSize(static_cast<int>(std::lround(size)));
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

} // namespace trestle
