#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;

namespace trestle {

inline constexpr int kPageMargin = 16; ///< between the edge of a page or pane and what is on it
inline constexpr int kPopupRadius = 7; ///< of the corners of menus, tool tips and other popups

/// What a colour is for. Every colour the window or a report paints comes from here, by role. Text roles have 4.5:1
/// and mark roles 3:1 against Surface in both themes (tests/ui/tst_theme checks).
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

/// The window's font, larger or smaller by a factor and never below 11 pixels.
QFont scaledFont(const QFont& base, double factor, int weight = QFont::Normal);

} // namespace trestle
