#include "tests/ui/support/harness.h"
#include "ui/theme/motion.h"
#include "ui/theme/role_pairs.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QStyle>
#include <QTableWidget>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
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

/// A role as it is called in theme.h, for messages.
QString nameOf(Role role)
{
    constexpr std::array kNames{
        "Window",  "Surface",     "SurfaceMuted", "Border",         "Grid",         "ControlBorder",
        "Track",   "Text",        "TextMuted",    "Accent",         "TextOnAccent", "Selection",
        "Bar",     "BarSelected", "BarPale",      "BarPaleBorder",  "DayOff",       "Reference",
        "InPlace", "Band",        "Line",         "Target",         "Stated",       "Derived",
        "Assumed", "Yours",       "Warning",      "WarningSurface", "GoodSurface",  "Error"};
    static_assert(kNames.size() == static_cast<std::size_t>(Role::Error) + 1); // the last
    return QString::fromLatin1(kNames[static_cast<std::size_t>(role)]);
}

} // namespace

class TestTheme : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void contrastIsEnough_data();
    void contrastIsEnough();
    void everyRoleIsInAPair();
    void themesAreToldApart();
    void everyThemeAppliesToWidgets();
    void textKeepsItsSmallestSize();
    void textHasASizeOfTheScale();
    void motionIsReducedIfAnyoneSaysSo();
    void desktopsSayThatMotionIsReduced_data();
    void desktopsSayThatMotionIsReduced();
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
        for (std::size_t i = 0; i < kRolePairs.size(); ++i)
            QTest::addRow("%s on %s, %s", qPrintable(nameOf(kRolePairs[i].ink)),
                          qPrintable(nameOf(kRolePairs[i].ground)), dark ? "dark" : "light")
                << dark << static_cast<int>(i);
}

void TestTheme::contrastIsEnough()
{
    QFETCH(bool, dark);
    QFETCH(int, pair);
    const QPalette palette = dark ? darkPalette() : lightPalette();
    const RolePair& p = kRolePairs[static_cast<std::size_t>(pair)];
    const double found = contrast(roleColor(p.ink, palette), roleColor(p.ground, palette));
    QVERIFY2(found >= leastContrast(p.use), qPrintable(QStringLiteral("%1 : 1").arg(found)));
}

/// A role that no pair has is one whose contrast nobody computes.
void TestTheme::everyRoleIsInAPair()
{
    for (int role = 0; role <= static_cast<int>(Role::Error); ++role)
        QVERIFY2(std::ranges::any_of(kRolePairs,
                                     [role](const RolePair& pair) {
                                         return static_cast<int>(pair.ink) == role ||
                                                static_cast<int>(pair.ground) == role;
                                     }),
                 qPrintable(nameOf(static_cast<Role>(role))));
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

/// One home for the sizes of text: nothing of the window sets a factor of its own.
void TestTheme::textHasASizeOfTheScale()
{
    const QRegularExpression factor(QStringLiteral("scaledFont\\((?:[^(),]|\\(\\))+, *[0-9.]+ *[,)]"));
    QStringList found;
    int files = 0;
    QDirIterator sources(QStringLiteral(TRESTLE_SOURCE "/ui"), {"*.cpp", "*.h"}, QDir::Files,
                         QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        QFile file(sources.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        ++files;
        for (auto match = factor.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();)
            found += sources.fileName() + QStringLiteral(": ") + match.next().captured();
    }
    QVERIFY(files > 100);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    for (const double text : {13.0, 26.0}) {
        QFont base;
        base.setPixelSize(static_cast<int>(text));
        int last = 0;
        for (const TextSize size :
             {TextSize::Fine, TextSize::Small, TextSize::Body, TextSize::Heading, TextSize::Title, TextSize::Figure}) {
            const int pixels = scaledFont(base, size).pixelSize();
            QVERIFY(pixels > last);
            last = pixels;
        }
    }
}

void TestTheme::motionIsReducedIfAnyoneSaysSo()
{
    const auto glides = [] { return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0; };
    QVERIFY(glides());
    QApplication::setEffectEnabled(Qt::UI_FadeMenu, true);
    setMotionReduced(MotionVoice::User, true);
    setMotionReduced(MotionVoice::Desktop, true);
    QVERIFY(isMotionReduced());
    QVERIFY(!glides());
    QVERIFY(!QApplication::isEffectEnabled(Qt::UI_FadeMenu));
    setMotionReduced(MotionVoice::Desktop, false);
    QVERIFY(!glides());
    setMotionReduced(MotionVoice::User, false);
    QVERIFY(!isMotionReduced());
    QVERIFY(glides());
}

void TestTheme::desktopsSayThatMotionIsReduced_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<bool>("reduced");
    const QString gnome = QStringLiteral("org.gnome.desktop.interface");
    const QString kde = QStringLiteral("org.kde.kdeglobals.KDE");
    const QString both = QStringLiteral("org.freedesktop.appearance");
    const QString factor = QStringLiteral("AnimationDurationFactor");
    QTest::newRow("GNOME without") << gnome << QStringLiteral("enable-animations") << QVariant(false) << true;
    QTest::newRow("GNOME with") << gnome << QStringLiteral("enable-animations") << QVariant(true) << false;
    QTest::newRow("GNOME, something else") << gnome << QStringLiteral("cursor-blink") << QVariant(false) << false;
    QTest::newRow("KDE, at once") << kde << factor << QVariant(QStringLiteral("0")) << true;
    QTest::newRow("KDE, quick") << kde << factor << QVariant(QStringLiteral("0.5")) << false;
    QTest::newRow("KDE, nonsense") << kde << factor << QVariant(QStringLiteral("fast")) << false;
    QTest::newRow("freedesktop, reduced") << both << QStringLiteral("reduced-motion") << QVariant(1U) << true;
    QTest::newRow("freedesktop, no preference") << both << QStringLiteral("reduced-motion") << QVariant(0U) << false;
}

void TestTheme::desktopsSayThatMotionIsReduced()
{
    QFETCH(QString, group);
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    QFETCH(bool, reduced);
    QCOMPARE(desktopReducesMotion({{group, {{key, value}}}}), reduced);
    QVERIFY(!desktopReducesMotion({}));
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
    while (inner < 8 && contrast(focused.pixelColor(inner, middle), accent) < leastContrast(PairUse::Mark))
        ++inner;
    QVERIFY2(inner < 8, "within the ring another colour");
    if (kind == "primary")
        QVERIFY(contrast(focused.pixelColor(inner, middle), ground) < leastContrast(PairUse::Mark));
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
