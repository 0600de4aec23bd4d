#pragma once

#include "models/risk/promises.h"
#include "ui/questions/question_key.h"

#include <QObject>

#include <optional>

namespace trestle {

class PlanDocument;
class QuestionRunner;

/// The headline of the base, while a scenario is open: what the scenario's own is compared with. Worked out off the GUI
/// thread, once the scenario's simulation is there.
class BaseHeadline : public QObject {
    Q_OBJECT
public:
    BaseHeadline(PlanDocument& document, QObject* parent);
    ~BaseHeadline() override; ///< stops what is under way

    /// Nothing while it is worked out, and where the base itself is open.
    [[nodiscard]] const std::optional<Headline>& headline() const { return m_headline; }

Q_SIGNALS:
    void changed();

private:
    void follow();

    PlanDocument& m_document;
    QuestionRunner* m_runner;
    std::optional<QuestionKey> m_about; ///< the base that it is of
    std::optional<Headline> m_headline;
};

} // namespace trestle
