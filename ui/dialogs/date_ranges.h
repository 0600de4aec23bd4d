#pragma once

#include "models/date.h"

#include <QString>
#include <QWidget>

#include <vector>

class QDateEdit;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace trestle {

struct NamedRange {
    DateRange range;
    QString label;
    friend bool operator==(const NamedRange&, const NamedRange&) = default;
};

/// A list of date ranges to add to and take from, each with a label where `labelled`.
class DateRanges : public QWidget {
    Q_OBJECT
public:
    DateRanges(const QString& name, bool labelled, Date suggested, QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<NamedRange>& ranges() const { return m_ranges; }
    void setRanges(std::vector<NamedRange> ranges);

private:
    void add();
    void removeSelected();
    void refresh();

    std::vector<NamedRange> m_ranges;
    QListWidget* m_list;
    QDateEdit* m_first;
    QDateEdit* m_last;
    QLineEdit* m_label;
    QPushButton* m_remove;
};

} // namespace trestle
