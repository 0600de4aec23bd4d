#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "models/progress/moved.h"
// clang-format on
#include "ui/money/dressed_part.h"
#include "ui/questions/question_key.h"

class QPushButton;

namespace trestle {

class PlanDocument;
class QuestionRunner;
class TextTable;

/// The plan against its baseline: a table, and what moved it in words. Without one: how to set one.
class BaselinePanel : public DressedPart {
    Q_OBJECT
public:
    BaselinePanel(PlanDocument& document, QWidget* parent);

    void refresh();
    /// What moved is being worked out.
    [[nodiscard]] bool isBusy() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void show(const Moved& moved);

    PlanDocument& m_document;
    QuestionRunner* m_runner;
    QLabel* m_name;
    TextTable* m_table;
    QLabel* m_causes;
    QPushButton* m_set;
    std::shared_ptr<const Plan> m_about; ///< what was asked for
    bool m_withRisk = false;
};

} // namespace trestle
