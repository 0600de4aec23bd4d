#pragma once

#include "models/decisions/risk_worth.h"
#include "ui/questions/question_key.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace trestle {

class PlanDocument;
class QuestionRunner;
class RegisterModel;
class RegisterTable;
class ResponseModel;

/// The register of risks: what may happen, what each adds to the promise, and what each response is worth. Rows are
/// edited in place; Enter opens all of a risk, Delete takes it away. Without a risk it says how to begin.
class RegisterView : public QWidget {
    Q_OBJECT
public:
    explicit RegisterView(PlanDocument& document, QWidget* parent = nullptr);
    ~RegisterView() override;

    [[nodiscard]] RegisterModel& model() const { return *m_model; }
    [[nodiscard]] RegisterTable& table() const { return *m_table; }
    /// What is shown; null while it is worked out.
    [[nodiscard]] const RegisterWorth* worth() const { return m_worth.get(); }

Q_SIGNALS:
    /// An edit that makes no sense, with what would.
    void refused(const trestle::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addHead(QVBoxLayout& column);
    void addTable(QVBoxLayout& column);
    void addResponses(QVBoxLayout& column);
    void refresh();
    void showWorth();
    void ask();
    void fillSuggestions();
    void addSuggestion(const std::string& id);
    void addRisk();
    void editRisk();
    void editResponse();
    void removeRisk();
    void showRowMenu(const QPoint& place);
    void followRow();
    void makeCurrent(const std::string& id);
    [[nodiscard]] std::string currentId() const;
    void applyColours();

    PlanDocument& m_document;
    RegisterModel* m_model;
    ResponseModel* m_responses;
    RegisterTable* m_table = nullptr;
    RegisterTable* m_responseTable = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_responseTitle = nullptr;
    QLabel* m_responseSentence = nullptr;
    QMenu* m_menu = nullptr;
    QPushButton* m_suggestions = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_response = nullptr;
    QPushButton* m_remove = nullptr;
    std::shared_ptr<const RegisterWorth> m_worth;
    RecentAnswers<std::shared_ptr<const RegisterWorth>> m_known;
    QuestionRunner* m_runner;
};

} // namespace trestle
