#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>

#include "data/exchange/times/times_reader.h"
// clang-format on

#include <QWidget>

#include <memory>

class QComboBox;
class QTableView;

namespace trestle {

class TimesColumnsModel;

/// What each column of a file of times was taken for, to be changed.
class TimesColumnsPane : public QWidget {
    Q_OBJECT
public:
    TimesColumnsPane(std::shared_ptr<const TimesFile> file, QWidget* parent);

    [[nodiscard]] const TimesMapping& mapping() const;

Q_SIGNALS:
    void changed();

private:
    void follow();

    TimesColumnsModel* m_columns;
    QTableView* m_table;
    QComboBox* m_use;
};

} // namespace trestle
