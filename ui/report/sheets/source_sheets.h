#pragma once

#include "models/plan/plan.h"
#include "ui/base/text_block.h"
#include "ui/inspector/sources.h"

#include <QPalette>
#include <QRectF>

#include <cstddef>
#include <vector>

class QPainter;

namespace trestle {

/// The report's last pages: every figure that the plan rests on and where it comes from, for the whole plan, for each
/// phase and its items, and for the links. Units of paper.h.
class SourceSheets {
public:
    /// `page`: the room on a page.
    SourceSheets(const Plan& plan, const QPalette& palette, const QRectF& page);

    [[nodiscard]] std::size_t count() const { return m_pages.size(); }
    void paint(QPainter& painter, std::size_t page) const;

private:
    struct Line {
        TextBlock figure;
        TextBlock note;
        ProvenanceKind kind = ProvenanceKind::assumed;
        bool heading = false;
        double height = 0;
    };
    void heading(const QString& title);
    void add(const SourceRow& row);
    void addPhase(const Plan& plan, const PhasePlan& phase);
    void addLinks(const Plan& plan);
    void breakIntoPages();
    void paintLine(QPainter& painter, const Line& line, double y) const;

    const QPalette& m_palette;
    QRectF m_page;
    std::vector<Line> m_lines;
    std::vector<std::size_t> m_pages; ///< the first line of each page
};

} // namespace trestle
