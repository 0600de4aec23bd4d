#pragma once

#include "models/inputs.h"
#include "ui/dialogs/form_dialog.h"

class QCheckBox;
class QLabel;

namespace trestle {

class DateField;
class DateRanges;
class PlanDocument;
class QuestionRunner;
struct NamedRange;

/// First day, last day and leave of one person, with what the leave does to the finish of the likely plan.
class LeaveDialog : public FormDialog {
    Q_OBJECT
public:
    LeaveDialog(PlanDocument& document, std::size_t person, QWidget* parent = nullptr);
    void accept() override;

private:
    [[nodiscard]] std::optional<Date> firstDay() const;
    [[nodiscard]] std::optional<Date> lastDay() const;
    [[nodiscard]] std::vector<DateRange> leave() const; ///< with what is typed
    void price();

    PlanDocument& m_document;
    std::size_t m_person;
    QCheckBox* m_later;
    DateField* m_firstDay;
    QCheckBox* m_leaves;
    DateField* m_lastDay;
    DateRanges* m_leave;
    QLabel* m_price;
    QuestionRunner* m_runner;
};

/// Days off with the same label and no working day between them, as ranges; and ranges as their weekdays.
std::vector<NamedRange> rangesOf(const std::vector<DayOff>& days);
std::vector<DayOff> daysOf(const std::vector<NamedRange>& ranges);

} // namespace trestle
