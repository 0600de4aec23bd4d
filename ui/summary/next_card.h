#pragma once

#include "models/decisions/best_move.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace trestle {

class BestMoveFinder;
class NextItemButton;
class PlanDocument;

/// What to do next: the item to build, who and when, and the one move worth trying. The move of before stands dimmed
/// while that of the plan shown is looked for.
class NextCard : public Card {
    Q_OBJECT
public:
    explicit NextCard(PlanDocument& document, QWidget* parent = nullptr);

    /// Who and when on a line of their own; where that is not shown, the item's tooltip says it.
    void setSecondLine(bool shown);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void itemWanted(const QString& item);
    void tryWanted(const trestle::Move& move);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showItem();
    void showMove();
    void say(const QString& before, const QString& what, const QString& effect);
    void fitMove();
    void setDimmed(bool dimmed);

    /// What the label says, in parts that may be shortened.
    struct Words {
        QString before; ///< "Best move:"
        QString what;
        QString effect;
    };

    PlanDocument& m_document;
    BestMoveFinder& m_finder;
    QString m_itemId;
    Words m_words;
    bool m_isDimmed = false;
    NextItemButton* m_item;
    QWidget* m_line;
    QLabel* m_move;
    QPushButton* m_try;
};

} // namespace trestle
