#pragma once

#include "models/decisions/what_if.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QShortcut;

namespace trestle {

class PlanDocument;
class QuestionRunner;

/// "What if I'm wrong about this?": a figure that the selection rests on, varied for a look, with its effect on the
/// headline. Closed it is a button and works nothing out; nothing of it is ever stored.
class WhatIfSection : public QWidget {
    Q_OBJECT
public:
    explicit WhatIfSection(PlanDocument& document, QWidget* parent = nullptr);
    ~WhatIfSection() override;

    /// Id of the selected phase or item; empty for the plan as a whole.
    void setNode(const QString& id);
    [[nodiscard]] bool isOpen() const;
    /// The answers shown; empty while they are worked out.
    [[nodiscard]] const std::vector<WhatIf>& answers() const { return m_answers; }

Q_SIGNALS:
    void answered();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Row {
        QLabel* what;
        QLabel* weeks;
        QLabel* money;
    };
    void makeBody();
    void setOpen(bool open);
    void refresh();
    void ask();
    void showPending(const Figure& figure);
    void showAnswers(const Figure& figure, const std::vector<WhatIf>& answers);
    void applyColours();

    PlanDocument& m_document;
    QuestionRunner* m_runner;
    QString m_node;
    std::vector<Figure> m_figures; ///< as the box lists them
    std::vector<WhatIf> m_answers;
    QPushButton* m_toggle;
    QShortcut* m_escape = nullptr;
    QWidget* m_body;
    QComboBox* m_figure = nullptr;
    QLabel* m_value = nullptr;
    QLabel* m_note = nullptr;
    QGridLayout* m_grid = nullptr;
    std::vector<Row> m_rows;
};

} // namespace trestle
