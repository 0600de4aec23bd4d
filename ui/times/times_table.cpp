#include "ui/times/times_table.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace trestle {

QTableView* makeTimesTable(QAbstractItemModel& model, const QString& name, const QString& title, int wide,
                           QWidget* parent)
{
    constexpr int least = 190;
    auto* table = new QTableView(parent);
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setModel(&model);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setCornerButtonEnabled(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setProperty("roomy", true);
    table->setMinimumHeight(least);
    table->verticalHeader()->hide();
    QHeaderView* header = table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(wide, QHeaderView::Stretch);
    header->setHighlightSections(false);
    return table;
}

QHBoxLayout* addChoiceBelow(QWidget& page, QTableView& table, const QString& text, QComboBox& choice)
{
    auto* column = new QVBoxLayout(&page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(&table, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    auto* label = new QLabel(text, &page);
    label->setObjectName(choice.objectName() + QStringLiteral("Label"));
    label->setBuddy(&choice);
    QString plain = text;
    choice.setAccessibleName(plain.remove(u'&'));
    row->addWidget(label);
    row->addWidget(&choice, 1);
    column->addLayout(row);
    return row;
}

} // namespace trestle
