#pragma once

#include "data/exchange/export_format.h"

#include <QString>

namespace trestle {

/// A file to write, of the plan as it was when the file was asked for.
struct ExportJob {
    ExportFormat format;
    ExportSource source;
    QString path;
    bool isSettled = true; ///< the source's plan is in the order that its inputs ask for

    /// Writes the file; for any thread. Gives the words for what the format cannot hold; empty for nothing.
    [[nodiscard]] Result<QString> run() const;
};

} // namespace trestle
