#pragma once

#include <QWidget>

namespace trestle {

class PlanDocument;
class SummaryCard;

/// The row of cards across the top: headline, range, readiness, target.
class SummaryBar : public QWidget {
    Q_OBJECT
public:
    explicit SummaryBar(PlanDocument& document, QWidget* parent = nullptr);

Q_SIGNALS:
    void planWanted();
    void costWanted();
    void checklistWanted();
    void targetWanted();

private:
    void refresh();

    PlanDocument& m_document;
    SummaryCard* m_headline;
    SummaryCard* m_range;
    SummaryCard* m_readiness;
    SummaryCard* m_target;
};

} // namespace trestle
