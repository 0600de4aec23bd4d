#pragma once

#include "models/date.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace trestle {

class DateField;

struct NamedRange {
    DateRange range;
    QString label;
    friend bool operator==(const NamedRange&, const NamedRange&) = default;
};

/// A list of date ranges to add to and take from, each with a label where `labelled`. A last day that is left empty is
/// the first day. What begins before `start`, or is longer than six weeks, is asked about before it is added.
class DateRanges : public QWidget {
    Q_OBJECT
public:
    DateRanges(const QString& name, bool labelled, Date start, Date today, QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<NamedRange>& ranges() const { return m_ranges; }
    void setRanges(std::vector<NamedRange> ranges);
    /// The ranges with the one that is typed, if it is one.
    [[nodiscard]] std::vector<NamedRange> rangesWithTyped() const;
    /// Adds what is typed, if anything is. False where it is no range, or the user does not want it.
    bool add();

Q_SIGNALS:
    /// rangesWithTyped() is another.
    void changed();

private:
    [[nodiscard]] std::optional<NamedRange> typed() const;
    [[nodiscard]] bool isWanted(DateRange range);
    void removeSelected();
    void refresh();
    void tell(const QString& problem, DateField* field);

    std::vector<NamedRange> m_ranges;
    Date m_start;
    QListWidget* m_list;
    DateField* m_first;
    DateField* m_last;
    QLineEdit* m_label;
    QPushButton* m_remove;
    QLabel* m_problem;
};

} // namespace trestle
