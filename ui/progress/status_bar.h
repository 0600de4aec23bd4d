#pragma once

#include <QWidget>

class QPushButton;

namespace trestle {

class DateField;
class PlanDocument;

/// The status date of the plan, and what is made from here: times imported, a weekly report, a baseline.
class StatusBar : public QWidget {
    Q_OBJECT
public:
    explicit StatusBar(PlanDocument& document, QWidget* parent);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    QPushButton* addButton(const char* name, const QString& text, const char* action);

    PlanDocument& m_document;
    DateField* m_date;
};

} // namespace trestle
