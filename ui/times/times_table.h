#pragma once

#include <QString>

class QAbstractItemModel;
class QComboBox;
class QHBoxLayout;
class QTableView;
class QWidget;

namespace trestle {

/// A table to be read by rows; the column `wide` takes what the others leave.
QTableView* makeTimesTable(QAbstractItemModel& model, const QString& name, const QString& title, int wide,
                           QWidget* parent);
/// Puts a table into a page with a choice for its current row below it; in the row of the choice, which is returned,
/// there is room for more. `text` has a mnemonic.
QHBoxLayout* addChoiceBelow(QWidget& page, QTableView& table, const QString& text, QComboBox& choice);

} // namespace trestle
