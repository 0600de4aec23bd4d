#pragma once

#include "ui/questions/question_key.h"

#include <QObject>

#include <memory>

namespace trestle {

class QuestionRunner;

/// The better order of the plan that a window shows. Looking for it takes many times as long as making the plan, so it
/// is looked for off the GUI thread; meanwhile the plan keeps the order that it had. Orders found a moment ago are
/// remembered, so that undo, notes and targets need no search.
class BetterOrder : public QObject {
    Q_OBJECT
public:
    explicit BetterOrder(QObject* parent = nullptr);
    ~BetterOrder() override;

    /// The plan of these inputs: in catalogue order or in the better one where that is known, else in the order of
    /// `before`.
    [[nodiscard]] Result<Plan> planOf(const std::shared_ptr<const Catalogue>& catalogue, const Inputs& inputs,
                                      const Plan& before) const;
    /// Whether the plan is in the order that its inputs ask for. If not, that is looked for, and `found` follows.
    bool follow(const std::shared_ptr<const Plan>& plan);

Q_SIGNALS:
    void found();

private:
    QuestionRunner* m_runner;
    RecentAnswers<std::shared_ptr<const Plan>> m_known;
};

} // namespace trestle
