#pragma once

#include "models/inputs.h"
#include "ui/dialogs/form_dialog.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace trestle {

class DateField;
class DateRanges;
class PlanDocument;
class QuestionRunner;

/// What "closed over Christmas" means unless the user says otherwise.
YearlyClosure usualClosure();

/// When nobody works: a state's public holidays, a closure of every year, days of the plan's own; and the hours of a
/// week. With what it all does to the promise.
class CalendarDialog : public FormDialog {
    Q_OBJECT
public:
    /// Asks for a file to open; empty when cancelled.
    using FileToOpen =
        std::function<QString(QWidget* parent, const QString& title, const QString& folder, const QString& filter)>;

    /// `fileToOpen`: asks for a file of holidays.
    explicit CalendarDialog(PlanDocument& document, QWidget* parent = nullptr, FileToOpen fileToOpen = {});
    void accept() override;

private:
    QWidget* makeRegion();
    QWidget* makeClosure();
    QWidget* makeOwnDays();
    void listHolidays();
    void price();
    void import();
    [[nodiscard]] std::string region() const;
    /// The plan's inputs with what stands in the dialog.
    [[nodiscard]] Inputs edited() const;

    PlanDocument& m_document;
    FileToOpen m_fileToOpen;
    std::set<Date> m_worked; ///< public holidays that are unticked
    QComboBox* m_region;
    QLabel* m_verified;
    QListWidget* m_holidays;
    QCheckBox* m_closed;
    DateField* m_closedFirst;
    DateField* m_closedLast;
    DateRanges* m_days;
    QPushButton* m_import;
    QDoubleSpinBox* m_hours;
    QLabel* m_price;
    QuestionRunner* m_pricing;
    QuestionRunner* m_reading;
};

} // namespace trestle
