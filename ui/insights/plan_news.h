#pragma once

#include "models/decisions/lengthening.h"
#include "models/decisions/order_offer.h"

#include <QWidget>

#include <memory>
#include <optional>

class QPushButton;

namespace trestle {

class Banner;
class PlanDocument;
class QuestionRunner;
class Trial;

/// What the window says of the last edit, in bars above the plan: the trial that is on, with what it saves, and that a
/// tick made the plan longer, why, and what a better order would win back.
class PlanNews : public QWidget {
    Q_OBJECT
public:
    explicit PlanNews(PlanDocument& document, QWidget* parent = nullptr);
    ~PlanNews() override;
    [[nodiscard]] Trial& trial() const { return *m_trial; }

private:
    void followPlan();
    void showTrial();
    void showLonger(const std::optional<OrderOffer>& offer);
    void askOrder();
    void follow();

    PlanDocument& m_document;
    QuestionRunner* m_runner;
    Trial* m_trial;
    Banner* m_trialBar;
    Banner* m_longerBar;
    QPushButton* m_useOrder = nullptr;
    std::shared_ptr<const Plan> m_before; ///< the plan before the last edit
    std::optional<Lengthening> m_longer;
};

} // namespace trestle
