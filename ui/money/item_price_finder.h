#pragma once

#include "models/money/item_price.h"
#include "ui/questions/question_key.h"

#include <QObject>

#include <optional>

namespace trestle {

class PlanDocument;
class QuestionRunner;

/// What each item that is offered apart costs the client, worked out off the GUI thread.
class ItemPriceFinder : public QObject {
    Q_OBJECT
public:
    explicit ItemPriceFinder(PlanDocument& document, QObject* parent);

    /// Works out the prices of the plan as it is, unless they are known or on their way.
    void ask();
    /// Of the plan as it is; null while they are not there.
    [[nodiscard]] const ItemPrices* prices() const;
    [[nodiscard]] bool isBusy() const;

Q_SIGNALS:
    void changed();

private:
    /// What the prices depend on.
    struct Question {
        QuestionKey plan;
        PriceKind kind = PriceKind::fixed;
        int confidence = 80;
        friend bool operator==(const Question&, const Question&) = default;
    };
    [[nodiscard]] Question now() const;

    PlanDocument& m_document;
    QuestionRunner* m_runner;
    std::optional<Question> m_asked; ///< the last question, …
    bool m_isAnswered = false;       ///< … answered or not: what was dropped is asked again
    std::optional<ItemPrices> m_prices;
};

} // namespace trestle
