#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>

#include "models/progress/import_times.h"
// clang-format on

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QPushButton;
class QTableView;

namespace trestle {

class UnmatchedNamesModel;

/// What a file calls things that are no item, and for the current one a choice of the items of the plan.
class NamesPane : public QWidget {
    Q_OBJECT
public:
    NamesPane(std::shared_ptr<const Catalogue> catalogue, const Inputs& inputs, QWidget* parent);

    void setNames(std::vector<UnmatchedName> names);

Q_SIGNALS:
    /// The user says which item a name is; empty: none.
    void chosen(const QString& name, const QString& item);

private:
    void follow();
    void choose(const QString& item);

    UnmatchedNamesModel* m_names;
    QTableView* m_table;
    QComboBox* m_item;
    QPushButton* m_suggestion;
};

} // namespace trestle
