#pragma once

#include "data/exchange/export_look.h"

#include <QImage>
#include <QPalette>
#include <QRectF>
#include <QString>

#include <cstddef>

class QPainter;

namespace trestle {

/// What stands at the head and the foot of every page of a document, in units of paper.h. As high as its texts need:
/// none is cut.
class PageFrame {
public:
    struct Words {
        QString owner; ///< at the left of the head: who sends it, or what it is of
        QImage logo;   ///< before that; null: a tile with its first letter
        QString about; ///< at the right: "Investor pack · 28 November 2026"
        QString foot;  ///< how it was made
    };

    PageFrame(Words words, PaperSize size, const QPalette& palette);

    /// What is left of a page.
    [[nodiscard]] QRectF room() const;
    /// `page` from 0.
    void paint(QPainter& painter, std::size_t page, std::size_t pages) const;

private:
    [[nodiscard]] QSizeF logoSize() const;
    [[nodiscard]] double ownerWidth() const;
    [[nodiscard]] double headHeight() const;
    [[nodiscard]] double footHeight() const;
    void paintLogo(QPainter& painter, const QRectF& place) const;

    Words m_words;
    QSizeF m_size;
    QPalette m_palette;
};

} // namespace trestle
