#pragma once

#include <QWidget>

#include <optional>

namespace trestle {

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
    void copyTable() const;
    void copyPicture();

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
    [[nodiscard]] int readoutHeight() const;
    /// The figures are others: forgets what was read.
    void figuresChanged();

    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    bool step(int key);
    void describe();

    std::optional<std::size_t> m_reading;
    QString m_pending;
    QString m_description;
    QString m_table;
};

} // namespace trestle
