#pragma once

#include "data/formats/pack.h"

#include <QString>

#include <memory>

namespace trestle {

class PreparedReport;

/// A file to write, or a folder with a whole pack, of the plan as it was when it was asked for.
struct ExportJob {
    ExportSource source; ///< without a plan: that of the stamp's scenario is still to be made
    QString path;
    ExportFormat format = {};            ///< one, …
    std::vector<ExportFormat> pack = {}; ///< … or those that a pack may have
    bool isSettled = true;               ///< the source's plan is in the order that its inputs ask for

    struct Written {
        std::size_t files = 0;
        QString note; ///< what they could not hold, in words; empty for nothing
    };
    /// Writes; for any thread.
    [[nodiscard]] std::expected<Written, PackFailure> run() const;
    /// The report as it would be written, to be printed; likewise, where fonts are there.
    [[nodiscard]] Result<std::shared_ptr<const PreparedReport>> prepare() const;

private:
    [[nodiscard]] Result<ExportSource> settled() const;
};

} // namespace trestle
