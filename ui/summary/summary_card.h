#pragma once

#include "ui/summary/summary_text.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

#include <array>
#include <optional>

namespace trestle {

/// Low, likely and high on one line, as a small picture beside the headline.
struct RangeGlyph {
    double low = 0;
    double likely = 0;
    double high = 0;
    friend bool operator==(const RangeGlyph&, const RangeGlyph&) = default;
};

/// A figure with its caption and detail. A button: it opens what stands behind the figure.
class SummaryCard : public QAbstractButton {
    Q_OBJECT
public:
    enum class Size { Headline, Normal };
    SummaryCard(const QString& name, Size size, QWidget* parent);

    void show(const SummaryText& text, std::optional<RangeGlyph> glyph = {});
    using QWidget::show;
    [[nodiscard]] const SummaryText& shown() const { return m_text; }
    [[nodiscard]] bool fits() const; ///< all text is shown whole at the present size

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Line {
        QFont font;
        QString text;
        Role role = Role::Text;
        int height = 0;
    };
    [[nodiscard]] QRect textArea() const;
    [[nodiscard]] std::array<Line, 3> lines() const;
    void paintGlyph(QPainter& painter, const QRect& area) const;
    void setUpFonts();
    [[nodiscard]] QFont fittingFont(const QString& text, int width) const;

    Size m_size;
    SummaryText m_text;
    std::optional<RangeGlyph> m_glyph;
    QFont m_captionFont;
    QFont m_valueFont;
    QFont m_detailFont;
};

} // namespace trestle
