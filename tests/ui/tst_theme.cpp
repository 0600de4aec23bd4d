#include "tests/ui/support/harness.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPushButton>

#include <algorithm>
#include <cmath>

using namespace trestle;

namespace {

/// Relative luminance and contrast as WCAG 2 defines them.
double luminance(const QColor& color)
{
    const auto channel = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)}); // by value: two temporaries would dangle
    return (high + 0.05) / (low + 0.05);
}

struct Pair {
    const char* name;
    Role ink;
    Role ground;
    double least;
};

constexpr double kText = 4.5;
constexpr double kMark = 3.0;

constexpr Pair kPairs[]{
    {"text", Role::Text, Role::Surface, kText},
    {"text on the window", Role::Text, Role::Window, kText},
    {"text on a muted surface", Role::Text, Role::SurfaceMuted, kText},
    {"text on a selection", Role::Text, Role::Selection, kText},
    {"text on a warning", Role::Text, Role::WarningSurface, kText},
    {"muted text", Role::TextMuted, Role::Surface, kText},
    {"muted text on the window", Role::TextMuted, Role::Window, kText},
    {"muted text on a muted surface", Role::TextMuted, Role::SurfaceMuted, kText},
    {"muted text on a selection", Role::TextMuted, Role::Selection, kText},
    {"text on the accent", Role::TextOnAccent, Role::Accent, kText},
    {"links", Role::Accent, Role::Surface, kText},
    {"stated", Role::Stated, Role::Surface, kText},
    {"derived", Role::Derived, Role::Surface, kText},
    {"assumed", Role::Assumed, Role::Surface, kText},
    {"yours", Role::Yours, Role::Surface, kText},
    {"warning", Role::Warning, Role::Surface, kText},
    {"error", Role::Error, Role::Surface, kText},
    {"control borders", Role::ControlBorder, Role::Surface, kMark},
    {"control borders on a muted surface", Role::ControlBorder, Role::SurfaceMuted, kMark},
    {"bars", Role::Bar, Role::Surface, kMark},
    {"bars of a selected row", Role::BarSelected, Role::Selection, kMark},
    {"borders of pale bars", Role::BarPaleBorder, Role::Surface, kMark},
    {"reference windows", Role::Reference, Role::Surface, kMark},
    {"progress", Role::InPlace, Role::Surface, kMark},
    {"progress on its track", Role::InPlace, Role::Track, 1.5},
    {"lines", Role::Line, Role::Surface, kMark},
    {"lines on their band", Role::Line, Role::Band, kMark},
    {"target", Role::Target, Role::Surface, kMark},
    {"focus", Role::Accent, Role::Window, kMark},
};

} // namespace

class TestTheme : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void contrastIsEnough_data();
    void contrastIsEnough();
    void themesAreToldApart();
    void everyThemeAppliesToWidgets();
    void textKeepsItsSmallestSize();
};

void TestTheme::contrastIsEnough_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("pair");
    for (const bool dark : {false, true})
        for (std::size_t i = 0; i < std::size(kPairs); ++i)
            QTest::addRow("%s, %s", kPairs[i].name, dark ? "dark" : "light") << dark << static_cast<int>(i);
}

void TestTheme::contrastIsEnough()
{
    QFETCH(bool, dark);
    QFETCH(int, pair);
    const QPalette palette = dark ? darkPalette() : lightPalette();
    const Pair& p = kPairs[pair];
    const double found = contrast(roleColor(p.ink, palette), roleColor(p.ground, palette));
    QVERIFY2(found >= p.least, qPrintable(QStringLiteral("%1 : 1").arg(found)));
}

void TestTheme::themesAreToldApart()
{
    QVERIFY(!isDark(lightPalette()));
    QVERIFY(isDark(darkPalette()));
    // A widget may have another ground of its own; it still belongs to its theme.
    QPalette palette = lightPalette();
    palette.setColor(QPalette::Window, Qt::black);
    QCOMPARE(roleColor(Role::Text, palette), roleColor(Role::Text, lightPalette()));
}

void TestTheme::everyThemeAppliesToWidgets()
{
    QPushButton button(QStringLiteral("Text"));
    applyTheme(*qApp, ThemeChoice::Dark);
    QCoreApplication::processEvents(); // which is how widgets hear of it
    QVERIFY(isDark(button.palette()));
    QCOMPARE(button.palette().color(QPalette::ButtonText), roleColor(Role::Text, darkPalette()));
    applyTheme(*qApp, ThemeChoice::Light);
    QCoreApplication::processEvents();
    QVERIFY(!isDark(button.palette()));
}

void TestTheme::textKeepsItsSmallestSize()
{
    QFont base;
    base.setPixelSize(12);
    QCOMPARE(scaledFont(base, 0.5).pixelSize(), 11);
    QCOMPARE(scaledFont(base, 2).pixelSize(), 24);
    QCOMPARE(scaledFont(base, 1, QFont::Bold).weight(), QFont::Bold);
}

TRESTLE_UI_TEST(TestTheme)
#include "tst_theme.moc"
