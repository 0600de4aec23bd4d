#include "ui/progress/reasons_dialog.h"

#include "ui/progress/rest_words.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace trestle {

namespace {

QLabel* addReasonText(QDialog& dialog, const char* name, const QString& text)
{
    auto* label = new QLabel(text, &dialog);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QTableWidget* makeReasonTable(const QStringList& heads, const std::vector<QStringList>& rows, QDialog& dialog)
{
    auto* view = new QTableWidget(static_cast<int>(rows.size()), static_cast<int>(heads.size()), &dialog);
    view->setObjectName(QStringLiteral("reasonsTable"));
    view->setAccessibleName(dialog.windowTitle());
    view->setHorizontalHeaderLabels(heads);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setCornerButtonEnabled(false);
    view->setTabKeyNavigation(false);
    view->setProperty("roomy", true);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(dialog.fontMetrics().height() + 14);
    view->horizontalHeader()->setHighlightSections(false);
    const auto side = [](int column) { return (column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter; };
    for (int row = 0; row < view->rowCount(); ++row)
        for (int column = 0; column < view->columnCount(); ++column) {
            auto* cell = new QTableWidgetItem(rows[static_cast<std::size_t>(row)].value(column));
            cell->setTextAlignment(side(column));
            view->setItem(row, column, cell);
        }
    for (int column = 0; column < view->columnCount(); ++column)
        view->horizontalHeaderItem(column)->setTextAlignment(side(column));
    view->resizeColumnsToContents();
    view->horizontalHeader()->setStretchLastSection(true);
    return view;
}

} // namespace

ReasonsDialog::ReasonsDialog(const Plan& plan, const ProgressReport& report, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("reasonsDialog"));
    setWindowTitle(tr("What finished work says of the rest"));
    QTableWidget* view = makeReasonTable(restwords::reasonHeads(), restwords::reasons(plan, report), *this);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setObjectName(QStringLiteral("reasonsButtons"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    column->setSpacing(kPageMargin);
    column->addWidget(addReasonText(*this, "reasonsSentence", restwords::sentence(plan, report)));
    column->addWidget(view);
    column->addWidget(addReasonText(*this, "reasonsExplanation", restwords::explanation()));
    column->addWidget(buttons);
    int wide = 2 * kPageMargin + 40;
    for (int at = 0; at < view->columnCount(); ++at)
        wide += view->columnWidth(at) + 8;
    constexpr int kMostRows = 12;
    const int rows = std::min(view->rowCount(), kMostRows);
    view->setMinimumHeight(view->horizontalHeader()->sizeHint().height() + rows * view->rowHeight(0) + 8);
    resize(wide, sizeHint().height());
}

} // namespace trestle
