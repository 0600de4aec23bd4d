#pragma once

#include "data/exchange/audience.h"
#include "data/exchange/export_look.h"

#include <QWidget>

#include <map>
#include <optional>
#include <vector>

class QCheckBox;

namespace trestle {

/// A box for each part of a report; those that the audience does not read are not there.
class PageChecks : public QWidget {
    Q_OBJECT
public:
    explicit PageChecks(QWidget* parent);

    void showFor(Audience audience);
    /// Ticks these; absent: all.
    void choose(const std::optional<std::vector<ReportPart>>& parts);
    /// Absent: all that the audience reads. Empty: none, which makes no report.
    [[nodiscard]] std::optional<std::vector<ReportPart>> chosen() const;

private:
    std::map<ReportPart, QCheckBox*> m_boxes;
};

} // namespace trestle
