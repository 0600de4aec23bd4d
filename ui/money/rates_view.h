#pragma once

#include "models/money_terms.h"
#include "ui/money/dressed_part.h"

class QGridLayout;

namespace trestle {

class AmountField;
class NumberField;
class PlanDocument;

/// What a week of each is billed at, the margin wanted where nothing is said, and the mark-up on what is bought; edited
/// in place.
class RatesView : public DressedPart {
    Q_OBJECT
public:
    RatesView(PlanDocument& document, QWidget* parent);
    void refresh();

private:
    struct Line {
        std::array<QLabel*, 4> texts{}; ///< name, time, cost, worked
        AmountField* bill = nullptr;
    };
    void addLine();
    void editBillRate(std::size_t row);
    void editPart(NumberField& field, double PriceTerms::* part, const QString& label);

    PlanDocument& m_document;
    NumberField* m_margin;
    NumberField* m_markUp;
    QGridLayout* m_grid;
    std::vector<Line> m_lines;
};

} // namespace trestle
