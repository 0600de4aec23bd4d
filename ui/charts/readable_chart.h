#pragma once

#include <QPalette>
#include <QWidget>

#include <optional>

namespace trestle {

class ChartActions;

/// A chart whose figures are read one by one, by pointing at them or with the arrow keys, in a line below it. What it
/// shows can be copied as a table. While its figures are being made it says so and shows none.
class ReadableChart : public QWidget {
    Q_OBJECT
public:
    explicit ReadableChart(const QString& name, QWidget* parent = nullptr);

    /// The reading shown; absent: none.
    [[nodiscard]] std::optional<std::size_t> reading() const { return m_reading; }
    void read(std::optional<std::size_t> index);
    [[nodiscard]] QString readout() const;
    /// Figures are under way: nothing is drawn but this text. Empty: they are there.
    void setPending(const QString& text);
    [[nodiscard]] bool isPending() const { return !m_pending.isEmpty(); }
    /// All figures for who cannot see the chart, and for the clipboard.
    void setTexts(const QString& description, const QString& table);
    [[nodiscard]] ChartActions& actions() const { return *m_actions; }
    /// The chart alone in other colours, as wide and high as it is: nothing that is being read, no frame.
    void paintPicture(QPainter& painter, const QRectF& area, const QPalette& palette);

    [[nodiscard]] virtual std::size_t readingCount() const = 0;
    [[nodiscard]] virtual QString readingText(std::size_t index) const = 0;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] virtual std::optional<std::size_t> readingAt(QPointF place) const = 0;
    /// Where the keys begin.
    [[nodiscard]] virtual std::size_t firstReading() const { return 0; }
    virtual void paintChart(QPainter& painter) const = 0;
    /// Where the chart is, above the line that reads it.
    [[nodiscard]] QRectF chartArea() const;
    [[nodiscard]] QFont chartFont() const;
    /// The colours of the window, or of a picture while one is painted.
    [[nodiscard]] QPalette chartPalette() const { return m_pictured.value_or(palette()); }
    [[nodiscard]] int readoutHeight() const;
    /// The figures are others: forgets what was read.
    void figuresChanged();

    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool step(int key);
    void describe();

    ChartActions* m_actions;
    std::optional<std::size_t> m_reading;
    std::optional<QPalette> m_pictured; ///< colours of a picture that is being painted
    QString m_pending;
    QString m_description;
    QString m_table;
};

} // namespace trestle
