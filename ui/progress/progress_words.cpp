#include "ui/progress/progress_words.h"

#include "models/learning.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"

namespace trestle::progresswords {

namespace {

QString likelyOf(const Plan& plan, const ItemPlan& item)
{
    const double part =
        wasPartly(plan.inputs, item.id) || item.state == ItemState::partial ? plan.catalogue->partialFactor.value : 1.0;
    return format::effort(item.fullEffort.likely * part);
}

QString dayWords(Date day, Date today)
{
    return day == today ? tr("today") : day == today - std::chrono::days(1) ? tr("yesterday") : format::shortDate(day);
}

QString leftWords(const ThreePoint& left)
{
    const QString range = format::effortRange(left.low, left.high);
    return left.low == left.high ? tr("%1 left").arg(range)
                                 : tr("%1 left, likely %2").arg(range, format::effort(left.likely));
}

/// What becomes of the item, in parts.
QStringList parts(const Plan& plan, const ItemPlan& item, const TypedProgress& said, std::optional<Date> today)
{
    const auto day = [&](Date date) { return today ? dayWords(date, *today) : format::shortDate(date); };
    QStringList words;
    switch (said.state) {
    case ItemState::done: words += said.finished ? tr("finished %1").arg(day(*said.finished)) : tr("finished"); break;
    case ItemState::missing:
        words += item.actual.any() ? tr("not started: what was recorded goes") : tr("not started");
        return words;
    default: words += tr("under way"); break;
    }
    if (said.started)
        words += tr("started %1").arg(day(*said.started));
    if (said.spent)
        words += tr("%1 spent (likely %2)").arg(format::exactEffort(*said.spent), likelyOf(plan, item));
    if (said.left)
        words += leftWords(*said.left);
    return words;
}

} // namespace

QString meaning(const Plan& plan, const ItemPlan& item, const TypedProgress& said, const ProgressContext& context,
                Date today)
{
    QString text = parts(plan, item, said, today).join(tr(", "));
    Inputs after = plan.inputs;
    recordProgress(after, item.id, said, context.today);
    if (statusDate(after) != statusDate(plan.inputs))
        text = tr("%1; the status date moves to %2").arg(text, format::shortDate(statusDate(after)));
    return text;
}

QString problem(ProgressProblem problem, const ProgressContext& context)
{
    switch (problem) {
    case ProgressProblem::empty: return examples();
    case ProgressProblem::notUnderstood: return tr("Not understood. Type it like %1.").arg(examples());
    case ProgressProblem::noSuchDate: return tr("There is no such day. Type it like “done 28 Jan”.");
    case ProgressProblem::afterToday:
        return tr("That is after %1. Say what has happened by then.").arg(format::shortDate(context.today));
    case ProgressProblem::finishBeforeStart: return tr("It would finish before it started.");
    case ProgressProblem::leftOrSpent: return tr("Is that spent or left? Type “3 days spent” or “3 days left”.");
    case ProgressProblem::share: return tr("Say what was spent or what is left: “2 days left”.");
    case ProgressProblem::unordered: return tr("Low comes first: “1/2/3 days left”.");
    case ProgressProblem::contradiction: return tr("That says two things at once. Type one, like “2 days left”.");
    case ProgressProblem::tooLarge: return tr("That is too much. Type it like “2 days left”.");
    }
    return {};
}

QString editLabel(const Plan& plan, const ItemPlan& item, const TypedProgress& said)
{
    QStringList words = parts(plan, item, said, std::nullopt);
    return tr("%1: %2").arg(wording::nodeTitle(plan, item.id), words.join(tr(", ")));
}

QString examples()
{
    return tr("“done, took 3 days”, “2 days left”, “started Monday”");
}

} // namespace trestle::progresswords
