#pragma once

#include "data/exchange/audience.h"
#include "data/exchange/export_look.h"

#include <QString>

namespace trestle {

/// What the user wants written of the plan in the window.
struct ExportWish {
    QString format; ///< its key; empty: the whole pack that the audience gets, into a folder
    Audience audience = Audience::internal;
    QString scenario = {}; ///< empty: the base
    ExportLook look = {};
    char separator = ',';
    bool decimalComma = false;

    [[nodiscard]] bool isPack() const { return format.isEmpty(); }
};

} // namespace trestle
