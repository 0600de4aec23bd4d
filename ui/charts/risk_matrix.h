#pragma once

#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QString>

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

class QPainter;

namespace trestle {

/// How likely and how bad: numbered risks in three by three fields, the worse the darker. A dashed number with an arrow
/// to it is where a risk goes with its response. Painted alike on screen and on paper.
struct RiskMatrix {
    static constexpr int kSide = 3;

    struct Place {
        int column = 0;
        int row = 0; ///< from the top
        friend bool operator==(const Place&, const Place&) = default;
    };
    struct Mark {
        int number = 0;
        Place at;
        std::optional<Place> after; ///< with its response
        friend bool operator==(const Mark&, const Mark&) = default;
    };
    struct Heading {
        QString title;
        QString detail;
    };

    std::vector<Mark> marks;
    std::array<Heading, kSide> rows;
    std::array<QString, kSide> columns;
    QString below; ///< under the headings of the columns
    std::optional<std::size_t> reading;
    QFont font;

    [[nodiscard]] double height() const;
    [[nodiscard]] QRectF field(const QRectF& area, Place place) const;
    /// The circle of a mark; of the dashed one with `after`.
    [[nodiscard]] QRectF circle(const QRectF& area, std::size_t mark, bool after = false) const;
    void paint(QPainter& painter, const QRectF& area, const QPalette& palette) const;

private:
    [[nodiscard]] double headingWidth() const;
    void paintFields(QPainter& painter, const QRectF& area, const QPalette& palette) const;
    void paintArrow(QPainter& painter, const QRectF& area, std::size_t mark, const QPalette& palette) const;
    void paintMark(QPainter& painter, const QRectF& area, std::size_t mark, const QPalette& palette) const;
};

} // namespace trestle
