#pragma once

#include "ui/money/price_words.h"

#include <QWidget>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QRadioButton;

namespace trestle {

/// The three kinds of price beside each other, one row per question, of which one is chosen. Where there is no room for
/// three columns, the chosen one alone.
class PriceKinds : public QWidget {
    Q_OBJECT
public:
    explicit PriceKinds(QWidget* parent = nullptr);

    void setRows(const std::vector<pricewords::KindRow>& rows, PriceKind chosen);
    /// Lays out for a width.
    void fitTo(int width);

Q_SIGNALS:
    void chose(trestle::PriceKind kind); ///< by the user

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        pricewords::KindRow row;
        QLabel* label = nullptr;
        std::array<QLabel*, 3> cells{};
    };
    void addLine();
    void arrange();
    void applyColours();
    [[nodiscard]] QRect chosenColumn() const;
    [[nodiscard]] std::size_t chosen() const;

    QGridLayout* m_grid;
    QButtonGroup* m_group;
    std::array<QRadioButton*, 3> m_heads{};
    std::vector<Line> m_lines;
    bool m_isWide = true;
};

} // namespace trestle
