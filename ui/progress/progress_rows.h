#pragma once

#include "models/progress/progress_report.h"

#include <QString>

#include <string>
#include <vector>

/// What happened and what is due, as the rows of one list: a heading for each part and its items below it.
namespace trestle {

struct ProgressRow {
    enum class Kind { UnderWay, Late, Due, Finished }; ///< in the list's order
    Kind kind = Kind::UnderWay;
    bool isHeading = false;
    std::string item; ///< id; of a heading none
    ItemState state = ItemState::missing;
    QString title;
    int count = 0;       ///< of a heading: items below it
    QString who;         ///< of an item
    QString when;        ///< of an item: what was spent, when it was due or is to start, when it was done
    QString aside;       ///< at the right; of a heading: what stands there below it
    bool isLate = false; ///< the words at the right say so
    friend bool operator==(const ProgressRow&, const ProgressRow&) = default;
};

using ProgressRows = std::vector<ProgressRow>;

ProgressRows progressRows(const Plan& plan, const ProgressReport& report);

/// The whole row as a sentence, for who does not look.
QString describe(const ProgressRow& row);

/// Who works on an item in the likely plan: "Ana", "Ana, Ben", "Everyone".
QString whoIsOn(const Plan& plan, const ItemPlan& item);

} // namespace trestle
