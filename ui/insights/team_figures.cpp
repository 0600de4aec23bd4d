#include "ui/insights/team_figures.h"

#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace trestle {

TeamFiguresDialog::TeamFiguresDialog(const std::vector<QStringList>& table, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("teamFiguresDialog"));
    setWindowTitle(tr("Weeks and AUD by team size"));
    const auto rows = static_cast<int>(table.size()) - 1;
    const auto columns = static_cast<int>(table.front().size());
    auto* view = new QTableWidget(rows, columns, this);
    view->setObjectName(QStringLiteral("teamFiguresTable"));
    view->setAccessibleName(windowTitle());
    view->setHorizontalHeaderLabels(table.front());
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setCornerButtonEnabled(false);
    view->setTabKeyNavigation(false);
    view->setProperty("roomy", true);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 14);
    view->horizontalHeader()->setHighlightSections(false);
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            auto* cell = new QTableWidgetItem(table[static_cast<std::size_t>(row) + 1][column]);
            const bool isText = column == 0 || column == columns - 1;
            cell->setTextAlignment((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            view->setItem(row, column, cell);
        }
    // A heading stands over its figures.
    for (int column = 0; column < columns; ++column)
        view->horizontalHeaderItem(column)->setTextAlignment(
            (column == 0 || column == columns - 1 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    view->resizeColumnsToContents();
    view->horizontalHeader()->setStretchLastSection(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setObjectName(QStringLiteral("teamFiguresButtons"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    column->setSpacing(kPageMargin);
    column->addWidget(view);
    column->addWidget(buttons);
    int wide = 2 * kPageMargin + 40;
    for (int at = 0; at < columns; ++at)
        wide += view->columnWidth(at) + 8;
    const int tall = view->horizontalHeader()->sizeHint().height() + rows * view->rowHeight(0) + 8;
    view->setMinimumHeight(tall);
    resize(wide, sizeHint().height());
}

} // namespace trestle
