#include "ui/cash/cash_curve.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <initializer_list>

namespace trestle {

namespace {

/// Writes words where they are free: clear of the lines, of the diamonds and of each other. What has no place is left
/// out, since the table says it.
class CashLabels {
public:
    CashLabels(QPainter& painter, const QPalette& palette, const QFont& font, const QRectF& room)
        : m_painter(painter), m_palette(palette), m_plain(font), m_bold(font), m_room(room)
    {
        m_bold.setWeight(QFont::DemiBold);
    }

    [[nodiscard]] double line() const { return QFontMetricsF(m_plain).height(); }
    [[nodiscard]] QSizeF size(const QString& text, bool strong) const
    {
        return {QFontMetricsF(strong ? m_bold : m_plain).horizontalAdvance(text) + 4, line()};
    }
    void block(const QRectF& box) { m_taken.push_back(box); }
    void keepClearOf(const QPolygonF& curve)
    {
        QPainterPath path;
        path.addPolygon(curve);
        QPainterPathStroker strip; // a path that is asked for what it meets closes itself; a thin strip does not
        strip.setWidth(2);
        m_curves.addPath(strip.createStroke(path));
    }
    std::optional<QRectF> take(std::initializer_list<QRectF> boxes)
    {
        for (const QRectF& box : boxes)
            if (m_room.contains(box) && !m_curves.intersects(box.adjusted(-2, -1, 2, 1)) &&
                std::ranges::none_of(m_taken, [&](const QRectF& other) { return other.intersects(box); })) {
                m_taken.push_back(box);
                return box;
            }
        return std::nullopt;
    }
    void write(const QRectF& box, const QString& text, bool strong, Role role)
    {
        m_painter.fillRect(box, roleColor(Role::Surface, m_palette)); // no line crosses a word
        m_painter.setFont(strong ? m_bold : m_plain);
        m_painter.setPen(roleColor(role, m_palette));
        m_painter.drawText(box, Qt::AlignCenter, text);
    }
    void writeAt(std::initializer_list<QPointF> corners, const QString& text, bool strong, Role role)
    {
        for (const QPointF& corner : corners)
            if (const auto box = take({QRectF(corner, size(text, strong))})) {
                write(*box, text, strong, role);
                return;
            }
    }

private:
    QPainter& m_painter;
    const QPalette& m_palette;
    QFont m_plain;
    QFont m_bold;
    QRectF m_room;
    QPainterPath m_curves;
    std::vector<QRectF> m_taken;
};

/// Above the plot, right of the line or left of it.
void writeAbove(CashLabels& labels, QPointF top, const QString& text, bool strong)
{
    labels.writeAt({top + QPointF(2, 0), top - QPointF(2 + labels.size(text, strong).width(), 0)}, text, strong,
                   strong ? Role::Text : Role::TextMuted);
}

/// Two lines below the diamond, else above it, else beside.
void writeTranche(CashLabels& labels, QPointF diamond, const CashCurve::Tranche& tranche)
{
    const double line = labels.line();
    const QSizeF size(std::max(labels.size(tranche.label, true).width(), labels.size(tranche.amount, false).width()),
                      2 * line);
    constexpr double kGap = CashCurve::kDiamond + 2;
    const double below = diamond.y() + kGap;
    const double above = diamond.y() - kGap - size.height();
    const double middle = diamond.x() - size.width() / 2;
    const double left = diamond.x() - size.width();
    const auto box = [&](double x, double y) { return QRectF(QPointF(x, y), size); };
    const auto free = labels.take({box(middle, below), box(middle, above), box(left, below), box(diamond.x(), below),
                                   box(left, above), box(diamond.x(), above), box(middle, below + 1.2 * line),
                                   box(middle, above - 1.2 * line)});
    if (!free)
        return;
    labels.write(free->adjusted(0, 0, 0, -line), tranche.label, true, Role::Text);
    labels.write(free->adjusted(0, line, 0, 0), tranche.amount, false, Role::TextMuted);
}

} // namespace

void CashCurve::paintLabels(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const QRectF inside = plot(area);
    CashLabels labels(painter, palette, font, QRectF(QPointF(inside.left(), area.top()), area.bottomRight()));
    const double line = labels.line();
    QPolygonF likely{at(area, start, opening)};
    QPolygonF raised{at(area, start, opening + more)};
    for (std::size_t i = 0; i < months.size(); ++i) {
        likely << at(area, static_cast<double>(i + 1), months[i].likely.inDollars());
        raised << at(area, static_cast<double>(i + 1), months[i].likely.inDollars() + more);
    }
    labels.keepClearOf(likely);
    if (more > 0)
        labels.keepClearOf(raised);
    labels.block({area.left(), inside.bottom(), area.width(), area.bottom() - inside.bottom()}); // the months' names

    writeAbove(labels, {at(area, launch.at, 0).x(), area.top()}, launch.label, true);
    if (!horizon.label.isEmpty())
        writeAbove(labels, {at(area, horizon.at, 0).x(), area.top()}, horizon.label, false);

    const double zero = at(area, 0, 0).y();
    for (const Tranche& tranche : tranches)
        labels.block({at(area, tranche.at, 0).x() - kDiamond, zero - kDiamond, 2 * kDiamond, 2 * kDiamond});
    const auto first = std::ranges::find_if(months, [](const CashBand& month) { return month.likely < Money{}; });
    if (!runsOutLabel.isEmpty() && first != months.end()) {
        const QPointF point = at(area, static_cast<double>(first - months.begin() + 1), first->likely.inDollars());
        const double before = point.x() - labels.size(runsOutLabel, true).width() - 6;
        const double below = zero + 0.5 * line;
        labels.writeAt({{before, below},
                        {before, zero - 1.4 * line},
                        {point.x() + 6, zero - 1.6 * line},
                        {inside.left() + 4, below}},
                       runsOutLabel, true, Role::Error);
    }
    for (const Tranche& tranche : tranches)
        writeTranche(labels, at(area, tranche.at, 0), tranche);
    const QPointF from = likely.front();
    labels.writeAt({from + QPointF(8, -line - 2), from + QPointF(2, 4)}, openingLabel, false, Role::TextMuted);
    if (more > 0) {
        const QPointF point = raised[static_cast<qsizetype>(months.size() * 4 / 5)];
        const double across = point.x() - labels.size(moreLabel, false).width() / 2;
        labels.writeAt(
            {{across, point.y() - 1.6 * line}, {across, point.y() - 2.6 * line}, {across, point.y() + 0.6 * line}},
            moreLabel, false, Role::TextMuted);
    }
}

} // namespace trestle
