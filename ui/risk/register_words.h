#pragma once

#include "models/decisions/risk_worth.h"
#include "models/plan/plan.h"
#include "models/risk/risk_place.h"
#include "ui/charts/risk_matrix.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

/// What the register of risks says, as plain values for screen and paper.
namespace trestle {

struct RegisterRow {
    std::string id;
    int number = 0;
    QString title;
    QString chance;   ///< "35 %"
    QString impact;   ///< "1 to 5 weeks in Security"
    QString response; ///< what is done about it; "none yet"
    QString owner;
    QString status;
    QString time;      ///< that it adds: "3 days", "no time"; empty while it is worked out
    QString money;     ///< without the currency
    double bar = 0;    ///< of the time, as a part of the most in the register
    bool over = false; ///< did not happen and no longer can
    friend bool operator==(const RegisterRow&, const RegisterRow&) = default;
};

struct ResponseRow {
    int number = 0;
    QString title;
    QString change; ///< "35 % → 12 %"
    QString cost;
    QString time; ///< that it saves
    QString money;
    QString pays; ///< "AUD 500 for 2 days"
    double bar = 0;
    friend bool operator==(const ResponseRow&, const ResponseRow&) = default;
};

namespace registerwords {

/// Those that add most first, those that did not happen last; before `worth` is there as `order` says, by id, and what
/// is in neither after it.
std::vector<RegisterRow> rows(const Plan& plan, const RegisterWorth* worth, const std::vector<std::string>& order = {});
/// Of risks that may still happen; those that save most first, without figures before `worth` is there.
std::vector<ResponseRow> responses(const Plan& plan, const RegisterWorth* worth);

/// "Together they move 80 % sure by 15 days and AUD 12,000"; empty without a risk that may still happen.
QString together(const Plan& plan, const RegisterWorth& worth);
/// Why a wait adds no wages; empty where there is none, or people are retained.
QString unpaidWaits(const Plan& plan);
/// "Number 3 pays for itself"; empty where no response does.
QString paysForItself(const Plan& plan, const RegisterWorth& worth);

/// What it does if it happens: "1 to 5 weeks in Security, AUD 5,000 to 25,000".
QString impact(const Plan& plan, const RiskEvent& event);
/// "3 days", "1.1 weeks"; "no time" for what is not worth telling.
QString time(Weeks weeks);
QString titleOf(const RiskEvent& event);

/// The picture "How likely, how bad" of the risks that may still happen, with its words.
RiskMatrix matrix(const Plan& plan);
/// "Dashed: number 2 with its response."
QString matrixSentence(const Plan& plan);
/// A risk of the picture in words: "2, the review finds a hole: likely, weeks if it happens; unlikely with its
/// response".
QString placeWords(const Plan& plan, std::size_t risk);

} // namespace registerwords

} // namespace trestle
