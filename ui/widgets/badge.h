#pragma once

#include "models/catalogue.h"

#include <QWidget>

class QPainter;

namespace trestle {

/// Where a figure comes from, as a word in an outlined pill: told by the word, helped by the colour.
class Badge : public QWidget {
    Q_OBJECT
public:
    explicit Badge(QWidget* parent = nullptr);
    void setKind(ProvenanceKind kind);
    [[nodiscard]] ProvenanceKind kind() const { return m_kind; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    /// The pill itself, for pages on paper as well; its text is set in the painter's font.
    static void paint(QPainter& painter, const QRectF& rect, ProvenanceKind kind, const QPalette& palette);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ProvenanceKind m_kind = ProvenanceKind::assumed;
};

} // namespace trestle
