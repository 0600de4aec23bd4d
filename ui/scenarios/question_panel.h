#pragma once

#include "models/plan.h"
#include "ui/question_thread.h"

#include <QWidget>

#include <set>
#include <utility>

class QDateEdit;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace trestle {

class PlanDocument;

/// A question about the open scenario that takes a while: fields, a button that asks, progress with a button that
/// stops, and room for the answer. An answer is of the plan it was asked for: once that changes, it goes.
class QuestionPanel : public QWidget {
    Q_OBJECT
public:
    [[nodiscard]] bool isBusy() const { return m_thread.isBusy(); }
    [[nodiscard]] bool isAnswered() const { return m_answered; }
    [[nodiscard]] QString status() const;

    void ask(); ///< as the button does
    void stop();

protected:
    QuestionPanel(PlanDocument& document, const QString& name, const QString& askText, QWidget* parent);

    /// Fields stand side by side under their labels, on a further row where there is no room. What they start with
    /// follows the plan until the user changes them: suggest() fills them.
    QDateEdit* addDate(const QString& label, const QString& name, QDate value);
    QSpinBox* addMoney(const QString& label, const QString& name, Money value);
    QSpinBox* addPercent(const QString& label, const QString& name, int value);
    /// Gives a field a value unless the user gave it one.
    void fill(QDateEdit& field, QDate value);
    void fill(QSpinBox& field, int value);
    /// The value that a field of whole dollars takes for an amount: rounded up, as far as it goes.
    static int wholeDollars(Money amount);
    /// Fills the fields from the plan as it is; called when it or its simulation changes.
    virtual void suggest() = 0;

    /// Begins with the open scenario's plan as it is now, calling begin().
    virtual void start(const Plan& plan) = 0;
    virtual void clearAnswer() = 0;
    template <class Question, class Answer>
    void begin(Question question, Answer answer)
    {
        m_thread.ask(std::move(question), [this, answer = std::move(answer)](auto result) {
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
    [[nodiscard]] PlanDocument& document() const { return m_document; }
    [[nodiscard]] const QString& askedOf() const { return m_scenario; } ///< the scenario; empty: the base
    [[nodiscard]] QVBoxLayout& answerColumn() const { return *m_answer; }

private:
    void addField(const QString& label, QWidget* field, const QString& name);
    QWidget* addCell(const QString& label, QWidget* field);
    void chosen(const QWidget* field);
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
    QString m_scenario;
    std::set<const QWidget*> m_chosen; // fields that the user changed
    bool m_filling = false;
    Inputs m_asked; // as the simulation sees them
    bool m_answered = false;
    QuestionThread m_thread;
};

} // namespace trestle
