#pragma once

#include "ui/pictures/chart_picture.h"

#include <QObject>

#include <functional>

class QWidget;

namespace trestle {

/// What the place that charts stand in adds to their pictures: the plan that they are of, with its end and its promise,
/// and where pictures are saved. Charts find the one of the nearest widget around them; without one their pictures say
/// nothing but what the charts show, and cannot be saved.
class ChartHome : public QObject {
public:
    struct Needs {
        std::function<ChartPicture()> frame; ///< all but the chart
        /// Asks for a file and writes the picture there; `subject` is what the chart shows.
        std::function<void(const QString& subject, const ChartPicture& picture)> save;
    };
    ChartHome(QWidget& place, Needs needs);

    static const ChartHome* of(const QWidget& chart);
    [[nodiscard]] ChartPicture frame() const { return m_needs.frame(); }
    void save(const QString& subject, const ChartPicture& picture) const { m_needs.save(subject, picture); }

private:
    Needs m_needs;
};

} // namespace trestle
