#pragma once

#include "ui/charts/project_dots.h"
#include "ui/summary/summary_text.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

#include <optional>

namespace trestle {

class CaptionButton;

/// The promise in countable odds, beside the headline. Without odds it keeps its place empty.
struct OddsGlyph {
    std::optional<ProjectDots> dots;
    QString words; ///< below the dots, on two lines
    friend bool operator==(const OddsGlyph&, const OddsGlyph&) = default;
};

/// A figure with its caption and detail. A button: it opens what stands behind the figure.
class SummaryCard : public QAbstractButton {
    Q_OBJECT
public:
    enum class Size { Headline, Normal };
    SummaryCard(const QString& name, Size size, QWidget* parent);

    void show(const SummaryText& text, std::optional<OddsGlyph> glyph = {});
    using QWidget::show;
    /// Makes the caption a button for what it names; `name` is its objectName, `purpose` what it does.
    CaptionButton* makeCaptionButton(const QString& name, const QString& purpose);
    /// By how much the value has just moved, in a chip beside the caption that moves nothing; empty words: none.
    void setMoved(const QString& words, HeadlineDelta::Kind kind = HeadlineDelta::Kind::none);
    [[nodiscard]] const QString& moved() const { return m_moved; }
    /// In place of the detail: how the value compares with another; empty: the detail stands.
    void setComparison(const QString& words);
    [[nodiscard]] const QString& comparison() const { return m_comparison; }
    /// By how much since the plan was opened, in the tooltip; empty: not at all.
    void setSinceOpened(const QString& words);
    /// A thin line along the lower edge, 0 to 1, for what takes its time; absent: none.
    void setProgress(std::optional<double> part);
    [[nodiscard]] const SummaryText& shown() const { return m_text; }
    [[nodiscard]] const std::optional<OddsGlyph>& glyph() const { return m_glyph; }
    /// The value of before, dimmed, while the value is awaited; empty: none.
    [[nodiscard]] QString dimmed() const { return m_text.isAwaited ? m_old.value : QString(); }
    /// So many pixels for one of the window's usual text: a row of cards grows with its text.
    [[nodiscard]] static double textScale(const QWidget& widget);
    static constexpr int kHeight = 108; ///< at the usual size of text
    [[nodiscard]] bool fits() const;    ///< all text is shown whole at the present size

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// A text in a font in which it fits its room, if there is one.
    struct Line {
        QFont font;
        QString text;
        int top = 0;
        int width = 0; ///< of its room
    };
    /// All that is written below the caption, from the top.
    struct Lines {
        Line value;
        Line line;
        Line detail;
    };
    [[nodiscard]] int glyphWidth() const;
    [[nodiscard]] QRect textArea() const;
    [[nodiscard]] QRect valueArea() const;
    [[nodiscard]] Line captionLine() const;
    [[nodiscard]] Lines lines(const SummaryText& text) const;
    [[nodiscard]] const SummaryText& painted() const; ///< of before, while the value is awaited
    void placeCaption();
    void paintLines(QPainter& painter) const;
    void paintGlyph(QPainter& painter, const QRectF& area) const;
    void paintAside(QPainter& painter) const;
    void paintMoved(QPainter& painter, int left) const;
    void describe();
    void setUpFonts();

    Size m_size;
    SummaryText m_text;
    SummaryText m_old; ///< the last that was not awaited
    QString m_moved;
    QString m_sinceOpened;
    QString m_comparison;
    HeadlineDelta::Kind m_movedKind = HeadlineDelta::Kind::none;
    std::optional<OddsGlyph> m_glyph;
    std::optional<double> m_progress;
    CaptionButton* m_caption = nullptr;
    QString m_purpose; ///< of the caption button
    QFont m_captionFont;
    QFont m_valueFont;
    QFont m_detailFont;
};

} // namespace trestle
