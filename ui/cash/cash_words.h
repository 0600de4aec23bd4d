#pragma once

#include "models/money/cash.h"
#include "models/plan/plan.h"

#include <QString>
#include <QStringList>

#include <vector>

/// What the Cash page says in words: whether the money lasts, what is lacking, and which line is which.
namespace trestle::cashwords {

/// A figure with what it is above it, and what else there is to say below.
struct Figure {
    QString title;
    QString value;
    QString note;
    friend bool operator==(const Figure&, const Figure&) = default;
};

/// "AUD 55,700 more makes it 80 % sure that the money lasts until three months after launch."
QString headline(const Plan& plan, const CashFigures& figures);
/// What the figures are called: funding needed, runs out, at launch, lasts.
QStringList figureTitles();
std::vector<Figure> figures(const Plan& plan, const CashFigures& figures);
/// "until three months after launch", "until launch".
QString untilHorizon(const Plan& plan);
/// "three months after launch", "launch".
QString horizonName(const Plan& plan);
QString monthName(std::chrono::year_month month); ///< "April 2027"
/// "6,000 a month from 4 Jan 2027 to 31 Dec 2027".
QString rule(const MonthlyLine& line);
/// "40,000 on 14 May 2027".
QString rule(const OneOff& line);
/// How much is needed more than there is, at the plan's confidence.
Money needed(const Plan& plan, const CashFigures& figures);
/// "End of April 2027: AUD −377 likely, 8 of 10 projects between −3,000 and 2,000".
QString reading(const CashBand& month);
/// The whole picture, for those who do not see it.
QString description(const Plan& plan, const CashFigures& figures);
/// The month ends as tab-separated text.
QString table(const CashFigures& figures);
/// What counts with GST and what doesn't, and whose time is left out.
QString basis(const Plan& plan);

} // namespace trestle::cashwords
