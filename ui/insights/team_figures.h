#pragma once

#include <QDialog>
#include <QStringList>

#include <vector>

namespace trestle {

/// The team-size curve as a table to read and copy from.
class TeamFiguresDialog : public QDialog {
    Q_OBJECT
public:
    /// Rows of cells, headings first.
    TeamFiguresDialog(const std::vector<QStringList>& table, QWidget* parent);
};

} // namespace trestle
