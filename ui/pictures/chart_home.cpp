#include "ui/pictures/chart_home.h"

#include <QWidget>

#include <utility>

namespace trestle {

ChartHome::ChartHome(QWidget& place, Needs needs) : QObject(&place), m_needs(std::move(needs))
{
    setObjectName(QStringLiteral("chartHome"));
}

const ChartHome* ChartHome::of(const QWidget& chart)
{
    for (const QWidget* place = &chart; place; place = place->parentWidget())
        for (const QObject* child : place->children())
            if (const auto* home = dynamic_cast<const ChartHome*>(child))
                return home;
    return nullptr;
}

} // namespace trestle
