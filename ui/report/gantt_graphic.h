#pragma once

#include "data/exchange/export_stamp.h"
#include "models/plan/plan.h"
#include "models/risk/simulation.h"
#include "ui/base/text_block.h"
#include "ui/gantt/gantt_page.h"

#include <QPalette>
#include <QSizeF>
#include <QString>

class QPainter;

namespace trestle {

/// The Gantt chart as a picture of its own: title and headline above, chart with labels and legend, provenance below.
/// Units are pixels of 1/96 inch.
class GanttGraphic {
public:
    GanttGraphic(const Plan& plan, const Risk& risk, const ExportStamp& stamp);

    [[nodiscard]] QSizeF size() const;
    void paint(QPainter& painter) const;
    [[nodiscard]] QString title() const;
    /// The plan in a sentence for each phase, for who cannot see the picture.
    [[nodiscard]] QString description() const;

private:
    [[nodiscard]] TextBlock name() const;
    [[nodiscard]] TextBlock headline() const;
    [[nodiscard]] TextBlock caption() const;
    [[nodiscard]] double chartTop() const;

    const Plan& m_plan;
    const Risk& m_risk;
    const ExportStamp& m_stamp;
    QPalette m_palette;
    GanttPageOptions m_options;
    double m_chartHeight = 0;
};

} // namespace trestle
