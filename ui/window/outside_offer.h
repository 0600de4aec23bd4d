#pragma once

#include "models/decisions/estimate.h"
#include "ui/window/answered_plans.h"

#include <QObject>

namespace trestle {

class Banner;
class PlanDocument;
class QuestionRunner;

/// A plan of before there was an outside view rests on the estimates alone, and a promise that was given may not move
/// by itself. This offers, once a plan, to count how projects usually vary, with both headlines side by side.
class OutsideOffer : public QObject {
    Q_OBJECT
public:
    OutsideOffer(PlanDocument& document, Banner& banner, QObject* parent = nullptr);

    /// Short signs of the plans that were answered, to be kept between sessions.
    [[nodiscard]] const QStringList& answered() const { return m_answered.signs(); }
    void setAnswered(const QStringList& answered);

private:
    void follow();
    void show(const Plan& plan, const Risk& alone, const Headline& usual);
    void switchOver();
    void keepEstimates();
    [[nodiscard]] bool isDue() const;

    PlanDocument& m_document;
    Banner& m_banner;
    QuestionRunner* m_runner;
    AnsweredPlans m_answered;
};

} // namespace trestle
