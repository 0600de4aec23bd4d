#include "ui/risk/risk_words.h"

#include "models/risk/promises.h"
#include "ui/base/format_difference.h"
#include "ui/base/tr.h"
#include "ui/gantt/time_axis.h"
#include "ui/risk/layer_words.h"
#include "ui/risk/movers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace trestle {

namespace {

constexpr Weeks kLeastSwing = 0.005; // weeks: less reads as 0.0 and draws as nothing

QString dateAt(const Plan& plan, Weeks finish)
{
    return format::date(plan.calendar.lastDate(0, finish));
}

/// By less than a dollar there is nothing to draw.
bool costVaries(const Risk& risk)
{
    return risk.sortedTotal.back() - risk.sortedTotal.front() >= 1;
}

QString titleOf(const Plan& plan, std::size_t phase)
{
    return format::text(plan.phases[phase].shortTitle);
}

/// "Database", "Database and Testing", "Database, Testing and 3 more".
QString listed(const QStringList& titles)
{
    constexpr qsizetype kNamed = 3;
    if (titles.size() <= 1)
        return titles.join(QString());
    if (titles.size() <= kNamed)
        return tr("%1 and %2").arg(titles.first(titles.size() - 1).join(tr(", ")), titles.last());
    return tr("%1 and %2 more").arg(titles.first(kNamed - 1).join(tr(", "))).arg(titles.size() - kNamed + 1);
}

RiskPart finishPart(const Plan& plan, const Risk& risk)
{
    RiskPart part = riskTitles().finish;
    if (plan.nothingLeft()) {
        part.sentence = tr("Nothing is left to build, so there is nothing to be unsure of.");
        return part;
    }
    if (!risk.finishVaries()) {
        part.sentence = tr("Every simulated plan is done by %1: no estimate has a range that could move the finish.")
                            .arg(dateAt(plan, risk.sortedFinish.back()));
        return part;
    }
    const Chance likely = chanceOfLikely(plan, risk).onTime;
    part.drawn = true;
    part.sentence = tr("%1 chance of finishing by %2. The likely date, %3, has %4.")
                        .arg(format::wholePercent(plan.inputs.confidence),
                             format::date(headlineOf(plan, risk, plan.inputs.confidence).finishDate),
                             format::dayMonth(plan.finishDate.likely), riskwords::aChance(likely));
    if (const QString outside = riskwords::outsideSentence(plan, risk); !outside.isEmpty())
        part.sentence += u' ' + outside;
    return part;
}

RiskPart costPart(const Plan& plan, const Risk& risk)
{
    RiskPart part = riskTitles().cost;
    if (!costVaries(risk)) {
        if (risk.sortedTotal.back() >= 1)
            part.sentence = tr("Every simulated plan costs %1: nothing that it is made of has a range.")
                                .arg(format::money(Money::rounded(risk.sortedTotal.back())));
        return part;
    }
    const Chance likely = chanceOfLikely(plan, risk).inBudget;
    part.drawn = true;
    part.sentence = tr("%1 chance of costing no more than %2. The likely cost, %3, has %4.")
                        .arg(format::wholePercent(plan.inputs.confidence),
                             format::promise(headlineOf(plan, risk, plan.inputs.confidence).total),
                             format::shownMoney(plan.shown.total.likely), riskwords::aChance(likely));
    if (const QString outside = riskwords::outsideCostSentence(plan, risk); !outside.isEmpty())
        part.sentence += u' ' + outside;
    return part;
}

RiskPart jointPart(const Plan& plan, const Risk& risk)
{
    RiskPart part = riskTitles().joint;
    const TargetChance chance = targetChance(plan, risk);
    const auto& date = plan.inputs.targetDate;
    const auto& budget = plan.inputs.budget;
    if (plan.nothingLeft())
        return part;
    if (!date && !budget) {
        part.sentence = tr("Set a target date and a budget above to see the chance of meeting both.");
        return part;
    }
    if (!budget) {
        part.sentence = tr("%1 of finishing by %2. Set a budget as well to see the chance of meeting both.")
                            .arg(format::capitalised(riskwords::aChance(*chance.onTime)), format::date(*date));
        return part;
    }
    if (!date) {
        part.sentence =
            tr("%1 of costing no more than %2. Set a target date as well to see the chance of meeting both.")
                .arg(format::capitalised(riskwords::aChance(*chance.inBudget)), format::money(*budget));
        return part;
    }
    const Chance both = *chance.both;
    part.drawn = risk.finishVaries() && costVaries(risk);
    part.sentence =
        tr("%1 of meeting both: done by %2, for no more than %3.")
            .arg(format::capitalised(riskwords::aChance(both)), format::date(*date), format::money(*budget));
    return part;
}

/// None of them where there is none.
const Mover* mostMoving(const std::vector<Mover>& movers, double Sensitivity::* low, double Sensitivity::* high)
{
    const auto swing = [&](const Mover& mover) { return mover.moves.*high - mover.moves.*low; };
    const auto most = std::ranges::max_element(movers, {}, swing);
    return most == movers.end() ? nullptr : &*most;
}

bool allMoveTogether(const Plan& plan)
{
    return plan.inputs.correlation > 1 - 1e-9;
}

RiskPart finishMoversPart(const Plan& plan, const Risk& risk)
{
    RiskPart part = riskTitles().finishMovers;
    const std::vector<Mover> movers = moversOf(plan, risk);
    const Mover* most = mostMoving(movers, &Sensitivity::finishWhenLow, &Sensitivity::finishWhenHigh);
    if (!most || plan.nothingLeft() || !risk.finishVaries())
        return part;
    const Sensitivity& moves = most->moves;
    if (moves.finishWhenHigh - moves.finishWhenLow < kLeastSwing)
        return part;
    if (allMoveTogether(plan) && !most->isProject) {
        part.sentence =
            tr("All phases run early or late together, so no single one moves the finish: from %1 weeks in the "
               "shortest fifth of the plans to %2 in the longest.")
                .arg(riskwords::signedWeeks(moves.finishWhenLow), riskwords::signedWeeks(moves.finishWhenHigh));
        return part;
    }
    part.drawn = true;
    const QString later = format::weeks(std::max(0.0, moves.finishWhenHigh));
    const QString earlier = format::weeks(std::max(0.0, -moves.finishWhenLow));
    part.sentence =
        most->isProject
            ? tr("How the project goes as a whole matters most: where it goes badly, the finish is %1 later than on "
                 "average; where it goes well, %2 earlier.")
                  .arg(later, earlier)
            : tr("%1 matters most: where it runs long, the finish is %2 later than on average; where it is short, %3 "
                 "earlier.")
                  .arg(most->title, later, earlier);
    return part;
}

RiskPart costMoversPart(const Plan& plan, const Risk& risk)
{
    RiskPart part = riskTitles().costMovers;
    const std::vector<Mover> movers = moversOf(plan, risk);
    const Mover* most = mostMoving(movers, &Sensitivity::costWhenLow, &Sensitivity::costWhenHigh);
    if (!most || plan.nothingLeft() || !costVaries(risk))
        return part;
    const Sensitivity& moves = most->moves;
    if (moves.costWhenHigh - moves.costWhenLow < 1)
        return part;
    if (allMoveTogether(plan) && !most->isProject) {
        part.sentence = tr("The cost moves with them: from %1 in the shortest fifth to %2 in the longest.")
                            .arg(riskwords::signedMoney(moves.costWhenLow), riskwords::signedMoney(moves.costWhenHigh));
        return part;
    }
    if (risk.oneCrewInSeries) {
        part.sentence = tr("Your team works through one thing after another, so a late week is also a dearer one. %1 "
                           "matters most: from %2 to %3.")
                            .arg(most->title, riskwords::signedMoney(moves.costWhenLow),
                                 riskwords::signedMoney(moves.costWhenHigh));
        return part;
    }
    part.drawn = true;
    const QString more = format::simulated(Money::rounded(std::max(0.0, moves.costWhenHigh)));
    const QString less = format::simulatedAmount(Money::rounded(std::max(0.0, -moves.costWhenLow)));
    part.sentence =
        most->isProject
            ? tr("How the project goes as a whole matters most: %1 more than on average where it goes badly, %2 less "
                 "where it goes well.")
                  .arg(more, less)
            : tr("%1 matters most: %2 more than on average where it runs long, %3 less where it is short.")
                  .arg(most->title, more, less);
    return part;
}

RiskPart driversPart(const Plan& plan, const Risk& risk)
{
    RiskPart part = riskTitles().drivers;
    QStringList withWork;
    QStringList always;
    for (std::size_t p = 0; p < risk.phases.size(); ++p) {
        if (!risk.phases[p].hasWork)
            continue;
        withWork << titleOf(plan, p);
        if (risk.phases[p].drivesFinish >= 1)
            always << titleOf(plan, p);
    }
    if (withWork.isEmpty())
        return part;
    if (withWork.size() == 1) {
        part.sentence = tr("Only %1 is left, so it alone decides the finish.").arg(withWork.first());
        return part;
    }
    if (risk.oneCrewInSeries) {
        part.sentence = tr("Everyone is always busy, so a day lost anywhere delays the finish by a day.");
        return part;
    }
    part.drawn = true;
    if (!always.isEmpty()) {
        part.sentence = tr("A day lost on %1 always delays the finish.").arg(listed(always));
        return part;
    }
    const auto most = std::ranges::max_element(risk.phases, {}, &PhaseRisk::drivesFinish);
    part.sentence = tr("A day lost on %1 delays the finish most often: in %2.")
                        .arg(titleOf(plan, static_cast<std::size_t>(most - risk.phases.begin())),
                             riskwords::plansOfHundred({most->drivesFinish, true}));
    return part;
}

} // namespace

namespace riskwords {

bool isSingular(Chance chance)
{
    const ToldChance told = trestle::told(chance);
    return told.kind != ChanceKind::always && told.percent <= 1;
}

QString plansOfHundred(Chance chance)
{
    const ToldChance told = trestle::told(chance);
    switch (told.kind) {
    case ChanceKind::never: return tr("no plan");
    case ChanceKind::always: return tr("all plans");
    case ChanceKind::rarely: return tr("fewer than 1 plan of 100");
    case ChanceKind::nearlyAlways: return tr("more than 99 plans of 100");
    case ChanceKind::percent: break;
    }
    return told.percent == 1 ? tr("1 plan of 100") : tr("%1 plans of 100").arg(told.percent);
}

QString aChance(Chance chance)
{
    const ToldChance told = trestle::told(chance);
    switch (told.kind) {
    case ChanceKind::never: return tr("no chance");
    case ChanceKind::rarely:
    case ChanceKind::nearlyAlways: return tr("a chance of %1").arg(format::chance(told));
    case ChanceKind::always:
    case ChanceKind::percent: break;
    }
    const int percent = told.percent;
    const bool vowel = percent == 8 || percent == 11 || percent == 18 || percent / 10 == 8;
    return (vowel ? tr("an %1 chance") : tr("a %1 chance")).arg(format::chance(told));
}

QString signedWeeks(double weeks)
{
    const QString figure = format::fixed(weeks, 1);
    return weeks > 0 && figure != format::fixed(0, 1) ? u'+' + figure : figure;
}

QString signedMoney(double dollars)
{
    return format::signedMoney(Money::rounded(dollars));
}

QString signedAmount(double dollars)
{
    return format::signedAmount(Money::rounded(dollars));
}

Weeks projectWeek(const Plan& plan, Weeks finish)
{
    return TimeAxis::ofPlan(plan, 1.0).planStart() + finish;
}

Table percentileTable(const Plan& plan, const Risk& risk)
{
    Table table{{tr("Plans"), tr("done by"), tr("weeks"), tr("AUD at most")}};
    for (const double q : {0.1, 0.5, 0.8, 0.9})
        table.push_back({format::percent(q), dateAt(plan, risk.finishAt(q)),
                         format::fixed(projectWeek(plan, risk.finishAt(q)), 1),
                         format::promiseAmount(risk.totalAt(q))});
    return table;
}

Table quarterTable(const Plan& plan, const Risk& risk)
{
    Table table{{tr("Plans"), tr("share")}};
    const TargetChance chance = targetChance(plan, risk);
    if (!chance.quarters)
        return table;
    const ToldQuarters quarters = told(*chance.quarters);
    const auto add = [&](const QString& name, ToldChance part) { table.push_back({name, format::chance(part)}); };
    add(tr("on time and in budget"), quarters.both);
    add(tr("on time, over budget"), quarters.onTimeOnly);
    add(tr("late, in budget"), quarters.inBudgetOnly);
    add(tr("late and over budget"), quarters.neither);
    return table;
}

Table moverTable(const Plan& plan, const Risk& risk)
{
    Table table{
        {tr("Phase"), tr("weeks when short"), tr("weeks when long"), tr("AUD when short"), tr("AUD when long")}};
    for (const Mover& mover : moversOf(plan, risk))
        table.push_back({mover.title, signedWeeks(mover.moves.finishWhenLow), signedWeeks(mover.moves.finishWhenHigh),
                         signedAmount(mover.moves.costWhenLow), signedAmount(mover.moves.costWhenHigh)});
    return table;
}

Table driverTable(const Plan& plan, const Risk& risk)
{
    Table table{{tr("Phase"), tr("with your people"), tr("with unlimited people")}};
    for (std::size_t p = 0; p < risk.phases.size(); ++p)
        if (const PhaseRisk& phase = risk.phases[p]; phase.hasWork)
            table.push_back({titleOf(plan, p), format::chance(toldShare(phase.drivesFinish)),
                             format::chance(toldShare(phase.drivesByLinks))});
    return table;
}

QString asTabbedText(const Table& table)
{
    QStringList lines;
    for (const QStringList& row : table)
        lines << row.join(u'\t');
    return lines.join(u'\n');
}

QString asSentences(const Table& table)
{
    QStringList rows;
    for (std::size_t r = 1; r < table.size(); ++r) {
        QStringList cells{table[r].first()};
        for (qsizetype c = 1; c < table[r].size(); ++c)
            cells << tr("%1 %2").arg(table.front()[c], table[r][c]);
        rows << cells.join(tr(", "));
    }
    return rows.join(QStringLiteral("; "));
}

} // namespace riskwords

RiskWords riskTitles()
{
    RiskWords words;
    words.finish.title = tr("When it is done");
    words.cost.title = tr("What it costs");
    words.joint.title = tr("On time and in budget");
    words.finishMovers.title = tr("What moves the finish");
    words.costMovers.title = tr("What moves the cost");
    words.drivers.title = tr("What drives the finish");
    return words;
}

RiskWords riskWords(const Plan& plan, const Risk& risk)
{
    RiskWords words;
    words.finish = finishPart(plan, risk);
    words.cost = costPart(plan, risk);
    words.joint = jointPart(plan, risk);
    words.finishMovers = finishMoversPart(plan, risk);
    words.costMovers = costMoversPart(plan, risk);
    words.drivers = driversPart(plan, risk);
    words.basis = (risk.runs == 1 ? tr("%1 simulated plan, seed %2") : tr("%1 simulated plans, seed %2"))
                      .arg(format::number(risk.runs, 0))
                      .arg(risk.seed);
    return words;
}

} // namespace trestle
