#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;

namespace trestle {

/// Distances are steps of this rhythm: 4, 8, 12, 16, 24.
inline constexpr int kRhythm = 8;
inline constexpr int kHalfRhythm = kRhythm / 2;
inline constexpr int kPageMargin = 2 * kRhythm; ///< between the edge of a page or pane and what is on it
inline constexpr int kPopupRadius = 7;        ///< of the corners of menus, tool tips and other popups

/// What a colour is for. Every colour the window or a report paints comes from here, by role. Which role stands on
/// which, and how far apart the two must be: theme/role_pairs.h.
enum class Role {
    Window,
    Surface,
    SurfaceMuted,
    Border,
    Grid,
    ControlBorder, ///< of what can be clicked or typed into
    Track,         ///< the empty part of a progress bar
    Text,
    TextMuted,
    Accent,
    TextOnAccent,
    Selection,
    Bar,
    BarSelected,
    BarPale,
    BarPaleBorder,
    DayOff, ///< columns behind the bars, where nobody works
    Reference,
    InPlace,
    Band,
    Line,
    Target,
    Stated,
    Derived,
    Assumed,
    Yours,
    Warning,
    WarningSurface,
    GoodSurface, ///< behind good news in the colour of InPlace
    Error,
};

enum class ThemeChoice { System, Light, Dark };

/// The colour of a role in the theme that a palette belongs to: no global state, so a widget asks with its own
/// palette() and repaints on PaletteChange; a report asks with lightPalette().
QColor roleColor(Role role, const QPalette& palette);
QPalette lightPalette();
QPalette darkPalette();
bool isDark(const QPalette& palette);
/// Fusion as the base, our painting of controls (theme/style.h) and our palette. May be called again at any time.
void applyTheme(QApplication& application, ThemeChoice choice);

/// The sizes of text, as parts of the window's own font; at 13 pixels they are 11, 12, 13, 14, 18 and 26.
enum class TextSize { Fine, Small, Body, Heading, Title, Figure };
double textScale(TextSize size);
QFont scaledFont(const QFont& base, TextSize size, int weight = QFont::Normal);

/// The window's font, larger or smaller by a factor and never below 11 pixels. For what is fitted to the room it has
/// and for paper; text of the window has a TextSize.
QFont scaledFont(const QFont& base, double factor, int weight = QFont::Normal);

} // namespace trestle
