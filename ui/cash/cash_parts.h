#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "ui/cash/cash_words.h"
// clang-format on

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace trestle {

class AmountField;
class PlanDocument;

/// Figures beside each other, each below what it is and above what else there is to say of it.
class CashFigureStrip : public QWidget {
    Q_OBJECT
public:
    explicit CashFigureStrip(QWidget* parent);

    void setFigures(const std::vector<cashwords::Figure>& figures);
    /// No figures while they are worked out; what stands below keeps its place.
    void wait();
    /// As many in a line as have room in a width.
    void fitTo(int width);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Block {
        QWidget* widget = nullptr;
        QLabel* title = nullptr;
        QLabel* value = nullptr;
        QLabel* note = nullptr;
    };
    Block addBlock();
    void applyColours();

    QGridLayout* m_grid;
    std::vector<Block> m_blocks;
    int m_columns = 0;
};

/// What the page asks before there is anything to tell: how much is in the bank.
class CashStart : public QWidget {
    Q_OBJECT
public:
    CashStart(PlanDocument& document, QWidget* parent);
    void refresh();

protected:
    void changeEvent(QEvent* event) override;

private:
    void store();
    void applyColours();

    PlanDocument& m_document;
    QLabel* m_question;
    QLabel* m_why;
    AmountField* m_opening;
    QLabel* m_problem;
};

} // namespace trestle
