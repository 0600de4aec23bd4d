#pragma once

#include "models/inputs.h"
#include "ui/dialogs/form_dialog.h"

class QCheckBox;

namespace trestle {

class DateRanges;
class PlanDocument;
struct NamedRange;

/// Company closures and holidays, on which nobody works.
class DaysOffDialog : public FormDialog {
    Q_OBJECT
public:
    explicit DaysOffDialog(PlanDocument& document, QWidget* parent = nullptr);
    void accept() override;

private:
    PlanDocument& m_document;
    DateRanges* m_days;
};

/// First day and leave of one person.
class LeaveDialog : public FormDialog {
    Q_OBJECT
public:
    LeaveDialog(PlanDocument& document, std::size_t person, QWidget* parent = nullptr);
    void accept() override;

private:
    PlanDocument& m_document;
    std::size_t m_person;
    QCheckBox* m_later;
    QDateEdit* m_firstDay;
    DateRanges* m_leave;
};

/// Days off with the same label and no working day between them, as ranges; and ranges as their weekdays.
std::vector<NamedRange> rangesOf(const std::vector<DayOff>& days);
std::vector<DayOff> daysOf(const std::vector<NamedRange>& ranges);

} // namespace trestle
