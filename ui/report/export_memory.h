#pragma once

#include "ui/report/export_wish.h"

namespace trestle {

class Settings;

/// What was last exported, with which letterhead and into which folder, from one session to the next. The note to the
/// reader is not kept: it is to one reader, and the next file may be for another.
class ExportMemory {
public:
    explicit ExportMemory(Settings& settings) : m_settings(settings) {}

    /// The last wish, without a scenario. What the settings file, which may be edited by hand, has no sound value for
    /// is as at first.
    [[nodiscard]] ExportWish wish() const;
    void keep(const ExportWish& wish);

    [[nodiscard]] QString folder() const; ///< empty: none yet
    void keepFolder(const QString& folder);

private:
    Settings& m_settings;
};

} // namespace trestle
