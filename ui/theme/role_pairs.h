#pragma once

#include "ui/theme/theme.h"

#include <array>

namespace trestle {

/// What a colour on another one tells, and so how far the two must be apart (WCAG 2.2, 1.4.3 and 1.4.11).
enum class PairUse {
    Text,  ///< is read: 4.5 to 1
    Mark,  ///< a shape, a border or a state that tells something; also the text of what can't be used now: 3 to 1
    Guide, ///< a line or a ground that helps the eye; what it tells stands beside it as well: it is seen, no more
};

struct RolePair {
    Role ink;
    Role ground;
    PairUse use;
};

constexpr double leastContrast(PairUse use)
{
    switch (use) {
    case PairUse::Text: return 4.5;
    case PairUse::Mark: return 3.0;
    case PairUse::Guide: break;
    }
    return 1.1;
}

/// Every two roles that meet somewhere in the window or on paper. Who paints one role on another for the first time
/// adds the pair; tests/ui/tst_theme computes the contrast of each in both themes, and asks for every role.
inline constexpr std::array kRolePairs{
    // What is read.
    RolePair{Role::Text, Role::Surface, PairUse::Text},
    RolePair{Role::Text, Role::Window, PairUse::Text},
    RolePair{Role::Text, Role::SurfaceMuted, PairUse::Text},
    RolePair{Role::Text, Role::Selection, PairUse::Text},
    RolePair{Role::Text, Role::WarningSurface, PairUse::Text},
    RolePair{Role::Text, Role::Band, PairUse::Text},    // in the corner where date and budget are met
    RolePair{Role::Text, Role::BarPale, PairUse::Text}, // in the worst fields of the risk matrix
    RolePair{Role::TextMuted, Role::Surface, PairUse::Text},
    RolePair{Role::TextMuted, Role::Window, PairUse::Text},
    RolePair{Role::TextMuted, Role::SurfaceMuted, PairUse::Text},
    RolePair{Role::TextMuted, Role::Selection, PairUse::Text},
    RolePair{Role::TextMuted, Role::WarningSurface, PairUse::Text},
    RolePair{Role::TextOnAccent, Role::Accent, PairUse::Text},
    RolePair{Role::Surface, Role::Bar, PairUse::Text}, // letters of the risks
    RolePair{Role::Accent, Role::Surface, PairUse::Text},
    RolePair{Role::Accent, Role::Window, PairUse::Text},
    RolePair{Role::Accent, Role::Selection, PairUse::Text},
    RolePair{Role::Stated, Role::Surface, PairUse::Text},
    RolePair{Role::Derived, Role::Surface, PairUse::Text},
    RolePair{Role::Assumed, Role::Surface, PairUse::Text},
    RolePair{Role::Yours, Role::Surface, PairUse::Text},
    RolePair{Role::Warning, Role::Surface, PairUse::Text},
    RolePair{Role::Warning, Role::SurfaceMuted, PairUse::Text}, // a card under the pointer
    RolePair{Role::Warning, Role::WarningSurface, PairUse::Text},
    RolePair{Role::InPlace, Role::GoodSurface, PairUse::Text},
    RolePair{Role::InPlace, Role::Selection, PairUse::Mark}, // what was typed is understood
    RolePair{Role::Warning, Role::Selection, PairUse::Text}, // a line that is late
    RolePair{Role::Error, Role::Selection, PairUse::Text},   // what was typed is not understood
    RolePair{Role::Error, Role::Surface, PairUse::Text},
    RolePair{Role::Error, Role::Window, PairUse::Text},

    // What can be clicked, typed into or has the focus.
    RolePair{Role::ControlBorder, Role::Surface, PairUse::Mark},
    RolePair{Role::ControlBorder, Role::Window, PairUse::Mark},
    RolePair{Role::ControlBorder, Role::SurfaceMuted, PairUse::Mark},
    RolePair{Role::ControlBorder, Role::Selection, PairUse::Mark},
    RolePair{Role::Accent, Role::SurfaceMuted, PairUse::Mark},
    RolePair{Role::TextMuted, Role::Track, PairUse::Mark}, // a main button that can't be pressed now

    // What charts tell.
    RolePair{Role::Bar, Role::Surface, PairUse::Mark},
    RolePair{Role::Bar, Role::Selection, PairUse::Mark},
    RolePair{Role::Bar, Role::BarPale, PairUse::Mark},
    RolePair{Role::Bar, Role::Track, PairUse::Mark},
    RolePair{Role::Bar, Role::SurfaceMuted, PairUse::Mark}, // beside time with nothing to do
    RolePair{Role::BarPaleBorder, Role::SurfaceMuted, PairUse::Mark},
    RolePair{Role::BarSelected, Role::Surface, PairUse::Mark},
    RolePair{Role::BarSelected, Role::Selection, PairUse::Mark},
    RolePair{Role::BarSelected, Role::BarPale, PairUse::Mark},
    RolePair{Role::BarPaleBorder, Role::Surface, PairUse::Mark},
    RolePair{Role::BarPaleBorder, Role::Selection, PairUse::Mark},
    RolePair{Role::Bar, Role::DayOff, PairUse::Mark},
    RolePair{Role::Target, Role::DayOff, PairUse::Mark},
    RolePair{Role::Accent, Role::DayOff, PairUse::Mark},
    RolePair{Role::BarSelected, Role::DayOff, PairUse::Mark},
    RolePair{Role::BarPaleBorder, Role::DayOff, PairUse::Mark},
    RolePair{Role::Reference, Role::DayOff, PairUse::Mark},
    RolePair{Role::Text, Role::DayOff, PairUse::Mark}, // slack
    RolePair{Role::Reference, Role::Surface, PairUse::Mark},
    RolePair{Role::Reference, Role::Selection, PairUse::Mark},
    RolePair{Role::InPlace, Role::Surface, PairUse::Mark},
    RolePair{Role::InPlace, Role::Selection, PairUse::Mark},
    RolePair{Role::InPlace, Role::Track, PairUse::Mark},
    RolePair{Role::Line, Role::Surface, PairUse::Mark},
    RolePair{Role::Line, Role::Band, PairUse::Mark},
    RolePair{Role::Bar, Role::Band, PairUse::Mark},   // past projects where the next are expected
    RolePair{Role::Error, Role::Band, PairUse::Mark}, // cash below zero
    RolePair{Role::Target, Role::Surface, PairUse::Mark},
    RolePair{Role::Target, Role::Band, PairUse::Mark},
    RolePair{Role::Target, Role::Selection, PairUse::Mark},
    RolePair{Role::TextMuted, Role::Band, PairUse::Mark}, // where the pointer reads a chart
    RolePair{Role::Accent, Role::Band, PairUse::Mark},
    RolePair{Role::Accent, Role::BarPale, PairUse::Mark},

    // What only guides the eye.
    RolePair{Role::Border, Role::Surface, PairUse::Guide},
    RolePair{Role::Border, Role::Window, PairUse::Guide},
    RolePair{Role::Grid, Role::Surface, PairUse::Guide},
    RolePair{Role::Track, Role::Surface, PairUse::Guide},
    RolePair{Role::Band, Role::Surface, PairUse::Guide},
};

} // namespace trestle
