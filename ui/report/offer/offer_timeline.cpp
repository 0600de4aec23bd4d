#include "ui/report/offer/offer_timeline.h"

#include "ui/paper/paper.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <chrono>

namespace trestle {

namespace {

constexpr double kOfferBar = 12;
constexpr double kOfferRow = 23;
constexpr double kOfferMonths = 24;
constexpr double kCircle = 16;

class TimelinePainter {
public:
    TimelinePainter(DocumentTimeline timeline, double width, const QPalette& palette)
        : m_timeline(std::move(timeline)), m_width(width), m_palette(palette)
    {
        m_first = m_timeline.first();
        m_days = static_cast<double>((m_timeline.end() - m_first).count());
        const QFont label = paper::font(paper::kSmall + 1);
        const auto titleOf = [&](std::size_t row) {
            return row < m_timeline.bars.size() ? QString::fromStdString(m_timeline.bars[row].title)
                                                : QStringLiteral("Payments");
        };
        const std::size_t rows = m_timeline.bars.size() + (m_timeline.hasOwnRow() ? 1 : 0);
        double wide = 0;
        for (std::size_t row = 0; row < rows; ++row)
            wide = std::max(wide, paper::advance(titleOf(row), label));
        m_labels = std::min(wide, width * 0.35) + 18;
        double y = kOfferMonths;
        for (std::size_t row = 0; row < rows; ++row) {
            m_titles.push_back(paper::text(titleOf(row), label, m_labels - 18));
            m_tops.push_back(y);
            y += std::max(kOfferRow, m_titles.back().height() + 4);
        }
        m_tops.push_back(y);
    }

    [[nodiscard]] double height() const { return m_tops.back() + kOfferRow; }

    void paint(QPainter& painter, const QRectF& place) const
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(place.topLeft());
        paintOfferMonths(painter);
        for (std::size_t row = 0; row < m_titles.size(); ++row) {
            const double middle = (m_tops[row] + m_tops[row + 1]) / 2;
            m_titles[row].paint(painter, {0, middle - m_titles[row].height() / 2}, ink(Role::Text));
            if (row < m_timeline.bars.size()) {
                const DocumentTimeline::Bar& bar = m_timeline.bars[row];
                const double from = xOf(bar.from);
                const double wide = std::max(3.0, xOf(bar.to + std::chrono::days{1}) - from);
                shapes::panel(painter, {from, middle - kOfferBar / 2, wide, kOfferBar}, 3, ink(Role::Bar), {});
            }
        }
        paintPromise(painter);
        for (std::size_t row = 0; row < m_titles.size(); ++row)
            paintMarks(painter, row);
        painter.restore();
    }

private:
    [[nodiscard]] QColor ink(Role role) const { return roleColor(role, m_palette); }

    [[nodiscard]] double xOf(Date day) const
    {
        return m_labels + static_cast<double>((day - m_first).count()) / m_days * (m_width - m_labels);
    }

    void paintOfferMonths(QPainter& painter) const
    {
        for (const DocumentTimeline::Tick& tick : m_timeline.ticks()) {
            const double x = xOf(tick.day);
            painter.fillRect(QRectF(x, kOfferMonths - 6, 0.8, m_tops.back() - kOfferMonths + 6), ink(Role::Grid));
            paper::text(QString::fromStdString(tick.title), paper::font(paper::kSmall), 80)
                .paint(painter, {x + 4, 0}, ink(Role::TextMuted));
        }
    }

    /// A dashed line through all rows, with its words below them.
    void paintPromise(QPainter& painter) const
    {
        const double x = xOf(m_timeline.promised + std::chrono::days{1});
        QPen pen(ink(Role::Text), 1.2, Qt::SolidLine, Qt::FlatCap);
        pen.setDashPattern({3.0, 2.2});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, kOfferMonths - 4), QPointF(x, m_tops.back() + 4));
        const QFont font = paper::font(13, QFont::DemiBold);
        const QString promise = QString::fromStdString(m_timeline.promise);
        const double wide = paper::advance(promise, font) + 1;
        const double left = std::clamp(x - wide / 2, m_labels, std::max(m_labels, m_width - wide));
        paper::text(promise, font, wide).paint(painter, {left, m_tops.back() + 5}, ink(Role::Text));
    }

    /// Those of one row beside each other, where they fall on the same days.
    void paintMarks(QPainter& painter, std::size_t row) const
    {
        const QFont font = paper::font(paper::kSmall, QFont::DemiBold);
        const double middle = (m_tops[row] + m_tops[row + 1]) / 2;
        double free = 0; // from where on there is room
        for (const DocumentTimeline::Mark& mark : m_timeline.marks) {
            if (std::min(mark.row, m_timeline.bars.size()) != row)
                continue;
            const QString number = QString::fromStdString(mark.number);
            const double wide = std::max(kCircle, paper::advance(number, font) + 8);
            const double left = std::max(xOf(mark.day) - wide / 2, free);
            free = left + wide + 2;
            const QRectF circle(left, middle - kCircle / 2, wide, kCircle);
            shapes::panel(painter, circle, kCircle / 2, ink(Role::Surface), ink(Role::Text), 1.2);
            paper::line(painter, circle, number, font, ink(Role::Text), Qt::AlignHCenter);
        }
    }

    DocumentTimeline m_timeline;
    double m_width;
    QPalette m_palette;
    Date m_first{};
    double m_days = 1;
    double m_labels = 0;
    std::vector<TextBlock> m_titles;
    std::vector<double> m_tops; ///< of the rows, and the end of the last
};

} // namespace

void addOfferTimeline(PageFlow& flow, const QPalette& palette, const DocumentTimeline& timeline)
{
    const TimelinePainter made(timeline, flow.width(), palette);
    flow.block(made.height(), [made](QPainter& painter, const QRectF& place) { made.paint(painter, place); });
}

} // namespace trestle
