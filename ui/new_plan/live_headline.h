#pragma once

#include "models/plan/plan.h"
#include "models/risk/promises.h"
#include "ui/questions/question_key.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QVBoxLayout;

namespace trestle {

class NewPlanDraft;
class QuestionRunner;

/// What a draft comes to: plan and simulation of the same inputs.
struct DraftFigures {
    std::shared_ptr<const Plan> plan;
    std::shared_ptr<const Risk> risk;
};

/// The twenty dots, with room of their own.
class DotsView : public QWidget {
    Q_OBJECT
public:
    explicit DotsView(QWidget* parent);
    void setOdds(const std::optional<CountableOdds>& odds, bool dimmed);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<CountableOdds> m_odds;
    bool m_dimmed = false;
};

/// By when and for how much, beside the steps of a new plan, from the first answer on. It is worked out off the GUI
/// thread; figures of before stand dimmed until then, all of them, so that none stands beside one of another draft.
class LiveHeadline : public QWidget {
    Q_OBJECT
public:
    LiveHeadline(NewPlanDraft& draft, QWidget* parent);
    ~LiveHeadline() override;

    /// Whether what stands there is of the draft as it is.
    [[nodiscard]] bool isUpToDate() const { return !m_waits; }
    [[nodiscard]] QString promise() const;

Q_SIGNALS:
    void updated();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QLabel* label;
        QLabel* value;
    };
    QLabel* addText(const QString& name, double scale, int weight);
    Row addRow(const QString& name, const QString& label);
    void follow();
    void take(const Result<DraftFigures>& found);
    void tell();
    void colour();

    NewPlanDraft& m_draft;
    QuestionRunner* m_runner;
    RecentAnswers<std::shared_ptr<const Risk>> m_known;
    std::optional<QuestionKey> m_asked;
    DraftFigures m_shown;
    bool m_waits = false;
    bool m_dimmed = false;
    QVBoxLayout* m_rows;
    QLabel* m_caption = nullptr;
    QLabel* m_promise;
    DotsView* m_dots;
    QLabel* m_odds;
    QWidget* m_details; ///< the rows between two lines
    Row m_likely;
    Row m_own;
    Row m_paid;
    Row m_target;
    QLabel* m_note = nullptr;
};

} // namespace trestle
