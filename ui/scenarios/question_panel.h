#pragma once

#include "models/plan/plan.h"
#include "ui/questions/question_runner.h"

#include <QWidget>

#include <functional>
#include <map>
#include <memory>
#include <utility>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace trestle {

class AmountField;
class DateField;
class PlanDocument;

/// A question about the open scenario that takes a while: fields, a button that asks, progress with a button that
/// stops, and room for the answer. An answer is of the plan it was asked for: once that changes, it goes.
class QuestionPanel : public QWidget {
    Q_OBJECT
public:
    [[nodiscard]] bool isBusy() const { return m_runner.isBusy(); }
    [[nodiscard]] bool isAnswered() const { return m_answered; }
    [[nodiscard]] QString status() const;

    void ask(); ///< as the button does
    void stop();

protected:
    QuestionPanel(PlanDocument& document, const QString& name, const QString& askText, QWidget* parent);

    /// Fields stand side by side under their labels, on a further row where there is no room. Each follows its
    /// suggestion until the user sets it.
    DateField* addDate(const QString& label, const QString& name, std::function<Date()> suggestion);
    AmountField* addMoney(const QString& label, const QString& name, std::function<Money()> suggestion);
    QSpinBox* addPercent(const QString& label, const QString& name, std::function<int()> suggestion);
    /// A condition that may be asked besides: ticked or not; a per cent, or none.
    QCheckBox* addCheck(const QString& label, const QString& text, const QString& name);
    QSpinBox* addPercentIfAny(const QString& label, const QString& name, int most);
    /// Whether the field is there at all: what cannot be asked of this plan is not.
    static void setOffered(QWidget* field, bool offered);
    static bool isOffered(const QWidget* field);

    /// Begins with the open scenario's plan as it is now, calling begin().
    virtual void start(const std::shared_ptr<const Plan>& plan) = 0;
    virtual void clearAnswer() = 0;
    /// Whether the answer is still right for inputs that are simulated as they were.
    [[nodiscard]] virtual bool holdsFor(const Inputs& /*now*/) const { return true; }
    template <class Question, class Answer>
    void begin(const std::shared_ptr<const Plan>& plan, Question question, Answer answer)
    {
        m_runner.ask(plan, std::move(question), [this, answer = std::move(answer)](auto result) {
            finish();
            if (result)
                m_answered = true;
            else
                tellError(result.error());
            if (result)
                answer(*result);
        });
    }
    void tell(const QString& text);
    /// A field that has been set by other means than the user keeps that.
    void keep(QWidget* field) { m_suggestions.erase(field); }
    [[nodiscard]] PlanDocument& document() const { return m_document; }
    [[nodiscard]] const QString& askedOf() const { return m_scenario; } ///< the scenario; empty: the base
    [[nodiscard]] QVBoxLayout& answerColumn() const { return *m_answer; }

private:
    void addField(const QString& label, QWidget* field, const QString& name);
    QWidget* addCell(const QString& label, QWidget* field);
    void follow(QWidget* field, std::function<void()> suggestion);
    void suggest();
    [[nodiscard]] bool settleAll();
    void finish();
    void tellError(const Error& error);
    void followDocument();

    PlanDocument& m_document;
    QString m_name;
    QWidget* m_fields;
    QPushButton* m_ask;
    QPushButton* m_stop;
    QProgressBar* m_progress;
    QLabel* m_status;
    QVBoxLayout* m_answer;
    std::map<QWidget*, std::function<void()>> m_suggestions; ///< of fields that the user has not set
    QString m_scenario;
    QuestionKey m_asked;
    bool m_answered = false;
    QuestionRunner m_runner;
};

} // namespace trestle
