#include "ui/times/names_pane.h"

#include "models/progress/item_names.h"
#include "ui/base/format.h"
#include "ui/times/times_models.h"
#include "ui/times/times_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace trestle {

NamesPane::NamesPane(std::shared_ptr<const Catalogue> catalogue, const Inputs& inputs, QWidget* parent)
    : QWidget(parent), m_names(new UnmatchedNamesModel(catalogue, this)),
      m_table(makeTimesTable(*m_names, QStringLiteral("timesNames"), tr("Names without an item"),
                             UnmatchedNamesModel::Name, this)),
      m_item(new QComboBox(this)), m_suggestion(new QPushButton(tr("Take the su&ggestion"), this))
{
    setObjectName(QStringLiteral("timesNamesPage"));
    m_item->setObjectName(QStringLiteral("timesItem"));
    m_item->addItem(tr("None: leave it out"));
    const ItemNames known(*catalogue, inputs);
    for (const Item* item : known.items())
        m_item->addItem(format::text(item->title), QString::fromStdString(item->id));
    m_suggestion->setObjectName(QStringLiteral("timesSuggestion"));
    addChoiceBelow(*this, *m_table, tr("This is the i&tem"), *m_item)->addWidget(m_suggestion);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &NamesPane::follow);
    connect(m_item, &QComboBox::activated, this, [this](int index) { choose(m_item->itemData(index).toString()); });
    connect(m_suggestion, &QPushButton::clicked, this,
            [this] { choose(QString::fromStdString(m_names->at(m_table->currentIndex().row()).suggestion)); });
    follow();
}

void NamesPane::setNames(std::vector<UnmatchedName> names)
{
    m_names->setNames(std::move(names));
    if (!m_table->currentIndex().isValid() && m_names->rowCount() > 0)
        m_table->setCurrentIndex(m_names->index(0, 0));
    follow();
}

void NamesPane::follow()
{
    const QModelIndex current = m_table->currentIndex();
    m_item->setEnabled(current.isValid());
    m_suggestion->setEnabled(false);
    if (!current.isValid())
        return;
    const UnmatchedName& name = m_names->at(current.row());
    const int item = name.chosen.empty() ? 0 : m_item->findData(QString::fromStdString(name.chosen));
    m_item->setCurrentIndex(std::max(0, item));
    m_suggestion->setEnabled(!name.suggestion.empty() && name.suggestion != name.chosen);
}

void NamesPane::choose(const QString& item)
{
    if (const QModelIndex current = m_table->currentIndex(); current.isValid())
        Q_EMIT chosen(QString::fromStdString(m_names->at(current.row()).name), item);
}

} // namespace trestle
