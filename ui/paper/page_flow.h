#pragma once

#include "models/catalogue.h"
#include "ui/paper/page_table.h"

#include <QPalette>
#include <QRectF>
#include <QString>

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

class QPainter;

namespace trestle {

/// One page, without what the frame has around it. It may be painted at any time, any number of times.
using PaintPage = std::function<void(QPainter& painter)>;

/// Fills pages from the top: blocks one below the other, on to the next page where one does not fit. Units of paper.h.
///
///     PageFlow flow(room, palette, tr("Money"), tr("Amounts are ex GST."));
///     flow.heading(tr("Use of funds by month"));
///     flow.block(180, [=](QPainter& painter, const QRectF& place) { bars.paint(painter, place, palette); });
///     flow.table(PageTable(columns, rows, flow.width(), palette));
///     return flow.take();
class PageFlow {
public:
    using Paint = std::function<void(QPainter& painter, const QRectF& place)>;

    /// A figure with what it is above and what it means below.
    struct Figure {
        QString caption;
        QString value;
        QString detail;
    };
    /// What stands beside others in a block.
    struct Column {
        double height = 0;
        Paint paint;
    };

    static constexpr double kGap = 24; ///< between parts

    /// `title` stands on every page ("…, continued" from the second on), `lead` below it on the first. Both may be
    /// empty.
    PageFlow(const QRectF& room, const QPalette& palette, const QString& title = {}, const QString& lead = {});

    [[nodiscard]] double width() const { return m_room.width(); }
    /// Of one of `count` columns beside each other.
    [[nodiscard]] double columnWidth(std::size_t count) const;

    /// Room before the next block; none at the top of a page.
    void gap(double height = kGap);
    /// Never broken; `withNext`: never the last on its page.
    void block(double height, Paint paint, bool withNext = false);
    /// Of a part, with an aside at the right; stays with what follows.
    void heading(const QString& text, const QString& aside = {});
    void paragraph(const QString& text, int pixels = 13, Role role = Role::Text, bool withNext = false);
    /// Up to four beside each other.
    void figures(const std::vector<Figure>& figures);
    /// "stated" in its pill, and what is.
    void sourced(ProvenanceKind kind, const QString& text);
    /// Its head again on every page that it reaches, with the group that the page begins in.
    void table(PageTable table);
    void beside(std::vector<Column> columns);

    /// A flow for one of `count` columns beside each other: what is added to it becomes column().
    [[nodiscard]] PageFlow columnFlow(std::size_t count) const;
    /// All that was added, one below the other.
    [[nodiscard]] Column column() const;

    [[nodiscard]] std::size_t blockCount() const { return m_blocks.size(); }
    void setTitle(const QString& title) { m_title = title; }
    /// Of the pages after the first where that has none.
    void setLaterTitle(const QString& title) { m_laterTitle = title; }

    std::vector<PaintPage> take();

private:
    struct Block {
        double before = 0; ///< room above it, but for the top of a page
        double height = 0;
        bool withNext = false;
        Paint paint;
        std::size_t head = kNone; ///< what is repeated above it where it begins a page: of m_heads
    };
    struct Placed {
        QRectF place;
        Paint paint;
    };
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    [[nodiscard]] Column titleOf(bool first) const;
    /// From a block to the last that has to stand on its page.
    [[nodiscard]] double togetherHeight(std::size_t block) const;

    QRectF m_room;
    QPalette m_palette;
    QString m_title;
    QString m_lead;
    QString m_laterTitle;
    double m_before = 0;
    std::vector<Block> m_blocks;
    std::vector<Column> m_heads;
};

} // namespace trestle
