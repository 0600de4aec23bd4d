#pragma once

#include "models/money_terms.h"
#include "ui/money/dressed_part.h"

#include <vector>

class QComboBox;
class QGridLayout;
class QPushButton;

namespace trestle {

class CrossButton;
class NumberField;
class PlanDocument;

/// The parts that a price is paid in, edited in place. The plan takes them when they make a whole; until then they say
/// what is missing.
class PaymentParts : public DressedPart {
    Q_OBJECT
public:
    PaymentParts(PlanDocument& document, QWidget* parent);
    void refresh();

private:
    struct Line {
        NumberField* percent = nullptr;
        QWidget* percentPiece = nullptr;
        QComboBox* when = nullptr;
        CrossButton* remove = nullptr;
    };
    void addLine();
    void showDraft();
    void fillChoices(QComboBox& when) const;
    [[nodiscard]] int choiceOf(const PaymentPart& part) const;
    [[nodiscard]] PaymentPart withChoice(PaymentPart part, int choice) const;
    void change();
    void tellSum();

    PlanDocument& m_document;
    std::vector<PaymentPart> m_draft;
    bool m_isOpen = false; ///< the draft is not the plan's yet
    std::vector<Line> m_lines;
    QGridLayout* m_grid;
    QPushButton* m_add;
    QPushButton* m_putBack;
    QLabel* m_sum;
};

} // namespace trestle
