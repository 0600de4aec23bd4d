#pragma once

#include "ui/document/newest_texts.h"
#include "ui/window/answered_plans.h"

#include <QObject>

namespace trestle {

class Banner;
class PlanDocument;

/// A plan that was made with an earlier version of the catalogue keeps it. This offers, once a plan and version, the
/// newest texts: what counts as in place, as partly, and what does not. No figure changes with them.
class TextsOffer : public QObject {
    Q_OBJECT
public:
    TextsOffer(PlanDocument& document, Banner& banner, QObject* parent = nullptr);

    /// Short signs of the plans where it was declined, to be kept between sessions.
    [[nodiscard]] const QStringList& answered() const { return m_answered.signs(); }
    void setAnswered(const QStringList& answered);

private:
    void follow();
    void decline();
    [[nodiscard]] QString offered(const Catalogue& texts) const;

    PlanDocument& m_document;
    Banner& m_banner;
    NewestTexts m_texts;
    AnsweredPlans m_answered;
};

} // namespace trestle
