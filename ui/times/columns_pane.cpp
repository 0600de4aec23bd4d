#include "ui/times/columns_pane.h"

#include "ui/base/wording_times.h"
#include "ui/times/times_models.h"
#include "ui/times/times_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QTableView>

#include <algorithm>
#include <utility>
#include <vector>

namespace trestle {

namespace {

/// All that a column can say, in the order of the list.
const std::vector<TimesUse>& allTimesUses()
{
    static const std::vector<TimesUse> all = [] {
        std::vector<TimesUse> uses;
        for (const TimesWord& word : kTimesWords) {
            if (!hasUnit(word.meaning)) {
                uses.push_back({word.meaning, TimeUnit::weeks});
                continue;
            }
            for (const TimeUnit unit :
                 {TimeUnit::hours, TimeUnit::days, TimeUnit::weeks, TimeUnit::minutes, TimeUnit::seconds})
                uses.push_back({word.meaning, unit});
        }
        return uses;
    }();
    return all;
}

} // namespace

TimesColumnsPane::TimesColumnsPane(std::shared_ptr<const TimesFile> file, QWidget* parent)
    : QWidget(parent), m_columns(new TimesColumnsModel(file, guessTimes(file->table), this)),
      m_table(
          makeTimesTable(*m_columns, QStringLiteral("timesColumns"), tr("Columns"), TimesColumnsModel::Cells, this)),
      m_use(new QComboBox(this))
{
    setObjectName(QStringLiteral("timesColumnsPage"));
    m_use->setObjectName(QStringLiteral("timesUse"));
    for (const TimesUse& use : allTimesUses())
        m_use->addItem(wording::timesUse(use));
    addChoiceBelow(*this, *m_table, tr("This column sa&ys"), *m_use);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TimesColumnsPane::follow);
    connect(m_use, &QComboBox::activated, this, [this](int index) {
        m_columns->use(m_table->currentIndex().row(), allTimesUses().at(static_cast<std::size_t>(index)));
        Q_EMIT changed();
    });
    if (m_columns->rowCount() > 0)
        m_table->setCurrentIndex(m_columns->index(0, 0));
    follow();
}

const TimesMapping& TimesColumnsPane::mapping() const
{
    return m_columns->mapping();
}

void TimesColumnsPane::follow()
{
    const QModelIndex current = m_table->currentIndex();
    m_use->setEnabled(current.isValid());
    if (!current.isValid())
        return;
    const std::vector<TimesUse>& all = allTimesUses();
    const auto use = std::ranges::find(all, mapping().columns.at(static_cast<std::size_t>(current.row())));
    m_use->setCurrentIndex(use == all.end() ? 0 : static_cast<int>(use - all.begin()));
}

} // namespace trestle
