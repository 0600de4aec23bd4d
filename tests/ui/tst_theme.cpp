#include "tests/ui/support/harness.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableWidget>
#include <QToolTip>
#include <QVBoxLayout>

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
    void focusIsSeenAndNoState_data();
    void focusIsSeenAndNoState();
    void tipsAreWrappedAndRounded();
    void popupsAreRounded();
    void cellEditorsCoverTheirCell();
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

void TestTheme::focusIsSeenAndNoState_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<bool>("dark");
    for (const bool dark : {false, true})
        for (const char* kind : {"primary", "chip", "quiet", "plain"})
            QTest::addRow("%s, %s", kind, dark ? "dark" : "light") << QByteArray(kind) << dark;
}

/// A ring of the accent colour with the ground inside it: neither a chosen button nor a filled one looks like that.
void TestTheme::focusIsSeenAndNoState()
{
    QFETCH(QByteArray, kind);
    QFETCH(bool, dark);
    applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* button = new QPushButton(QStringLiteral("A button"), &window);
    auto* other = new QPushButton(QStringLiteral("Another"), &window);
    button->setCheckable(kind == "chip");
    button->setProperty(kind.constData(), true);
    column->addWidget(button);
    column->addWidget(other);
    testing::showAt(window, {300, 120});
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto picture = [&](bool focused, bool checked) {
        (focused ? button : other)->setFocus(Qt::TabFocusReason);
        button->setChecked(checked);
        QCoreApplication::processEvents();
        return button->grab().toImage();
    };
    const QImage still = picture(false, false);
    const QImage focused = picture(true, false);
    QVERIFY(still != focused);
    const QColor accent = roleColor(Role::Accent, button->palette());
    const QColor ground = roleColor(Role::Surface, button->palette());
    const int middle = focused.height() / 2;
    QVERIFY(contrast(focused.pixelColor(0, middle), accent) < 1.1);
    int inner = 1;
    while (inner < 8 && contrast(focused.pixelColor(inner, middle), accent) < kMark)
        ++inner;
    QVERIFY2(inner < 8, "within the ring another colour");
    if (kind == "primary")
        QVERIFY(contrast(focused.pixelColor(inner, middle), ground) < kMark);
    if (kind == "chip") {
        const QImage chosen = picture(false, true);
        const QImage both = picture(true, true);
        QVERIFY(chosen != focused && chosen != both && both != focused);
    }
    applyTheme(*qApp, ThemeChoice::Light);
}

void TestTheme::tipsAreWrappedAndRounded()
{
    QWidget window;
    testing::showAt(window, {400, 200});
    const QString text = QStringLiteral("The plan of one person takes every item in turn, so that what is longer than "
                                        "expected makes all that follows later as well.\nA line of its own.");
    QToolTip::showText(window.mapToGlobal(QPoint(20, 20)), text, &window);
    const auto shown = [] {
        QLabel* tip = nullptr;
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (widget->inherits("QTipLabel") && widget->isVisible())
                tip = qobject_cast<QLabel*>(widget);
        return tip;
    };
    QTRY_VERIFY(shown());
    const auto check = [&](const QString& expected) {
        const QLabel* tip = shown();
        QCOMPARE(tip->text().simplified(), expected.simplified());
        for (const QString& line : tip->text().split(u'\n'))
            QVERIFY2(line.size() <= 60, qPrintable(line));
        QVERIFY(tip->width() >= tip->sizeHint().width() && tip->height() >= tip->sizeHint().height());
        QVERIFY(!tip->mask().isEmpty() && !tip->mask().contains(QPoint(0, 0)));
    };
    check(text);
    // The same tip is used again for another text while it is shown.
    const QString second =
        QStringLiteral("Another tool tip, of another widget, that is as much too long for a single line as "
                       "the one before it was.");
    QToolTip::showText(window.mapToGlobal(QPoint(20, 60)), second, &window);
    QTRY_COMPARE(shown()->text().simplified(), second);
    check(second);
    QToolTip::hideText();
}

void TestTheme::popupsAreRounded()
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* box = new QComboBox(&window);
    box->addItems({QStringLiteral("One"), QStringLiteral("Two")});
    column->addWidget(box);
    testing::showAt(window, {200, 80});
    const auto isRounded = [](const QWidget& popup) {
        const QRegion mask = popup.mask();
        return !mask.isEmpty() && !mask.contains(QPoint(0, 0)) && mask.contains(popup.rect().center()) &&
               mask.boundingRect() == popup.rect();
    };
    box->showPopup();
    QTRY_VERIFY(QApplication::activePopupWidget());
    QVERIFY(isRounded(*QApplication::activePopupWidget()));
    box->hidePopup();
    QMenu menu;
    menu.addAction(QStringLiteral("Entry"));
    menu.popup(window.mapToGlobal(QPoint(0, 0)));
    QTRY_VERIFY(menu.isVisible());
    QVERIFY(isRounded(menu));
    menu.close();
}

void TestTheme::cellEditorsCoverTheirCell()
{
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(*qApp, theme);
        QTableWidget table(2, 2);
        table.setItem(0, 0, new QTableWidgetItem(QStringLiteral("The old text of the cell")));
        testing::showAt(table, {400, 200});
        table.setCurrentCell(0, 0);
        table.editItem(table.item(0, 0));
        auto* editor = table.viewport()->findChild<QLineEdit*>();
        QVERIFY(editor && editor->isVisible());
        editor->setText(QStringLiteral("1"));
        QCoreApplication::processEvents();
        QVERIFY(editor->geometry().contains(table.visualItemRect(table.item(0, 0)).adjusted(0, 0, -1, -1)));
        // Painted on a ground of another colour, nothing of that shows through.
        QImage image(editor->size(), QImage::Format_ARGB32);
        image.fill(Qt::magenta);
        editor->render(&image, {}, {}, QWidget::RenderFlags()); // what it paints itself
        int through = 0;
        for (int y = 3; y < image.height() - 3; ++y)
            for (int x = 3; x < image.width() - 3; ++x)
                through += image.pixelColor(x, y) == QColor(Qt::magenta) ? 1 : 0;
        QCOMPARE(through, 0);
    }
    applyTheme(*qApp, ThemeChoice::Light);
}

TRESTLE_UI_TEST(TestTheme)
#include "tst_theme.moc"
