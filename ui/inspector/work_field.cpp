#include "ui/inspector/work_field.h"

#include "ui/base/format.h"

namespace trestle {

namespace {

/// In days, as it can be typed again: "2.5 d", "1/2/3 d".
QString asTyped(const ThreePoint& work)
{
    const auto days = [](double weeks) { return format::number(weeks * kWorkingDaysPerWeek, 3).remove(u','); };
    if (work.low == work.high)
        return WorkField::tr("%1 d").arg(days(work.likely));
    return WorkField::tr("%1/%2/%3 d").arg(days(work.low), days(work.likely), days(work.high));
}

} // namespace

WorkField::WorkField(Kind kind, const QString& name, QWidget* parent) : TypedField(parent), m_kind(kind)
{
    setObjectName(name);
    setPlaceholderText(kind == Kind::Spent ? tr("not said") : tr("worked out"));
}

std::expected<std::optional<ThreePoint>, ProgressProblem> WorkField::typed() const
{
    if (isWritten())
        return m_work;
    const QString text = this->text().trimmed();
    if (text.isEmpty())
        return std::nullopt;
    const std::string said = format::utf8(text) + (m_kind == Kind::Spent ? " spent" : " left");
    const auto read = readTypedProgress(said, {Date{}, Date{}, m_hoursPerWeek, ItemState::underWay});
    if (!read)
        return std::unexpected(read.error());
    if (m_kind == Kind::Left && read->left)
        return *read->left;
    if (m_kind == Kind::Spent && read->spent)
        return ThreePoint{*read->spent, *read->spent, *read->spent};
    return std::unexpected(ProgressProblem::notUnderstood);
}

void WorkField::setWork(const std::optional<ThreePoint>& work, double hoursPerWeek)
{
    const bool typing = isTyping();
    m_work = work;
    m_hoursPerWeek = hoursPerWeek;
    if (typing)
        refresh();
    else
        rewrite();
}

TypedField::Reading WorkField::read() const
{
    const auto work = typed();
    if (!work)
        return {{},
                work.error() == ProgressProblem::unordered ? tr("Low comes first, as in 1/2/3 days.")
                : m_kind == Kind::Spent                    ? tr("Enter days, hours or weeks, such as 3 days or 20h.")
                                        : tr("Enter days, hours or weeks, such as 2 days or 1/2/3 days.")};
    if (!*work)
        return {};
    return {(*work)->low == (*work)->high ? format::exactEffort((*work)->likely)
                                          : format::effortRange((*work)->low, (*work)->high),
            {}};
}

QString WorkField::written() const
{
    return m_work ? asTyped(*m_work) : QString();
}

bool WorkField::store()
{
    const auto work = typed();
    if (!work || *work == m_work)
        return false;
    m_work = *work;
    return true;
}

} // namespace trestle
