#include "ui/charts/project_dots.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace trestle {

namespace {

constexpr int kRows = 5; // a higher stack spreads over the neighbouring columns

/// The column that a finish falls into; where all finish at the same time, the dots are spread over all columns.
int columnOf(const CountableOdds& odds, std::size_t dot)
{
    const Weeks from = odds.finish.front();
    const Weeks width = odds.finish.back() - from;
    const double part = width > kEpsilon ? (odds.finish[dot] - from) / width
                                         : static_cast<double>(dot) / (CountableOdds::kProjects - 1.0);
    return std::min(ProjectDots::kColumns - 1, static_cast<int>(part * ProjectDots::kColumns));
}

} // namespace

int ProjectDots::keptColumns() const
{
    if (odds.kept == 0)
        return 0;
    if (odds.kept == CountableOdds::kProjects)
        return kColumns;
    // Right of the last that is kept, with room for all of either kind.
    const auto room = [](std::size_t count) { return (static_cast<int>(count) + kRows - 1) / kRows; };
    return std::clamp(columnOf(odds, odds.kept - 1) + 1, room(odds.kept),
                      kColumns - room(CountableOdds::kProjects - odds.kept));
}

std::array<ProjectDots::Dot, CountableOdds::kProjects> ProjectDots::dots() const
{
    std::array<Dot, CountableOdds::kProjects> places;
    std::array<int, kColumns> heights{};
    const auto placeOne = [&](std::size_t dot, int first, int last, int away) {
        const int wanted = std::clamp(columnOf(odds, dot), first, last);
        int column = wanted;
        while (heights[static_cast<std::size_t>(column)] >= kRows && column + away >= first && column + away <= last)
            column += away;
        if (heights[static_cast<std::size_t>(column)] >= kRows) // full up to the edge
            column = static_cast<int>(std::min_element(heights.begin() + first, heights.begin() + last + 1) -
                                      heights.begin());
        places[dot] = {column, heights[static_cast<std::size_t>(column)]++};
    };
    // From the line outwards, so that a full column gives to the one further from the line.
    const int line = keptColumns();
    for (std::size_t dot = odds.kept; dot-- > 0;)
        placeOne(dot, 0, line - 1, -1);
    for (std::size_t dot = odds.kept; dot < CountableOdds::kProjects; ++dot)
        placeOne(dot, line, kColumns - 1, 1);
    return places;
}

void ProjectDots::paint(QPainter& painter, const QRectF& area, const QPalette& palette, bool dimmed) const
{
    constexpr double kGap = 1.5; // between dots, and from the ground
    const auto places = dots();
    const int highest = std::ranges::max_element(places, {}, &Dot::row)->row + 1;
    const double step = std::min(area.width() / kColumns, (area.height() - 2) / std::max(highest, kRows - 1));
    const double left = area.left() + (area.width() - step * kColumns) / 2;
    const double ground = area.bottom() - 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(area.left(), ground, area.width(), 1), roleColor(Role::Border, palette));
    const QColor ink = roleColor(dimmed ? Role::ControlBorder : Role::Bar, palette);
    for (std::size_t dot = 0; dot < places.size(); ++dot) {
        const QRectF box(left + places[dot].column * step, ground - (places[dot].row + 1) * step, step, step);
        const bool filled = dot < odds.kept && !dimmed;
        painter.setPen(filled ? QPen(Qt::NoPen) : QPen(ink, 1.2));
        painter.setBrush(filled ? QBrush(ink) : QBrush(Qt::NoBrush));
        painter.drawEllipse(box.adjusted(kGap / 2, kGap / 2, -kGap / 2, -kGap / 2).adjusted(0.4, 0.4, -0.4, -0.4));
    }
    const int line = keptColumns();
    if (line > 0 && line < kColumns)
        painter.fillRect(QRectF(left + line * step - 0.75, area.top(), 1.5, area.height()),
                         roleColor(dimmed ? Role::TextMuted : Role::Text, palette));
    painter.restore();
}

} // namespace trestle
