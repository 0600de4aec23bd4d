#include "ui/new_plan/share_line.h"

#include "ui/base/format.h"
#include "ui/base/wording_typed.h"

namespace trestle {

namespace {

constexpr double kHalf = 0.5;
constexpr double kLeastShare = 0.001; // as the rules of a plan have it

bool isShare(double share)
{
    return share >= kLeastShare && share <= 1;
}

} // namespace

ShareLine::ShareLine(const QString& name, double share, QWidget* parent) : TypedField(parent), m_share(share)
{
    setObjectName(name);
    rewrite();
}

QString ShareLine::words(double share)
{
    return share == 1 ? tr("Full-time") : share == kHalf ? tr("Half-time") : format::fte(share);
}

std::expected<double, FigureProblem> ShareLine::typed() const
{
    if (isWritten())
        return m_share;
    for (const double known : {1.0, kHalf})
        if (text().trimmed().compare(words(known), Qt::CaseInsensitive) == 0)
            return known;
    const std::string said = format::utf8(text());
    auto share = readTypedShare(said);
    if (!share)
        if (const auto days = readTypedEffort(said))
            share = *days;
    if (share && !isShare(*share))
        return std::unexpected(FigureProblem::notUnderstood);
    return share;
}

double ShareLine::share() const
{
    return typed().value_or(m_share);
}

TypedField::Reading ShareLine::read() const
{
    const auto share = typed();
    if (share)
        return {tr("%1 of a full week").arg(format::percent(*share, 1)), {}};
    return {{}, tr("A part of a full week, such as 0.6, 60 % or 3 days.")};
}

QString ShareLine::written() const
{
    return words(m_share);
}

bool ShareLine::store()
{
    const double now = share();
    if (now == m_share)
        return false;
    m_share = now;
    return true;
}

} // namespace trestle
