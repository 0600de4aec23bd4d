#include "ui/widgets/figure_fields.h"

#include "ui/base/format.h"
#include "ui/base/wording_typed.h"

#include <algorithm>

namespace trestle {

namespace {

/// To the dollar where there are no cents.
QString moneyInField(Money amount)
{
    return amount.cents % 100 == 0 ? format::money(amount) : format::exactMoney(amount);
}

} // namespace

AmountField::AmountField(const QString& name, Money amount, QWidget* parent) : TypedField(parent), m_amount(amount)
{
    setObjectName(name);
    setSample(QStringLiteral("AUD 99,999,999"));
    rewrite();
}

std::expected<Money, FigureProblem> AmountField::typed() const
{
    if (isWritten())
        return m_amount;
    return readTypedAmount(format::utf8(text()));
}

Money AmountField::amount() const
{
    return typed().value_or(m_amount);
}

void AmountField::setAmount(Money amount)
{
    const bool typing = isTyping();
    m_amount = amount;
    if (typing)
        refresh();
    else
        rewrite();
}

TypedField::Reading AmountField::read() const
{
    const auto amount = typed();
    if (amount)
        return {moneyInField(*amount), {}};
    return {{}, wording::figureProblem(wording::amountExpected(amount.error()))};
}

QString AmountField::written() const
{
    return moneyInField(m_amount);
}

bool AmountField::store()
{
    const Money now = amount();
    if (now == m_amount)
        return false;
    m_amount = now;
    return true;
}

void AmountField::step(int steps, bool larger)
{
    const auto now = typed();
    if (!now)
        return;
    constexpr int kLarger = 10;
    const std::int64_t by = m_step.cents * steps * (larger ? kLarger : 1);
    setText(moneyInField({std::max<std::int64_t>(0, now->cents + by)}));
    settle();
    selectAll();
}

EffortField::EffortField(const QString& name, QWidget* parent) : TypedField(parent)
{
    setObjectName(name);
    setAlignment(Qt::AlignRight);
    rewrite();
}

std::expected<PersonWeeks, FigureProblem> EffortField::typed() const
{
    if (isWritten())
        return m_effort;
    return readTypedEffort(format::utf8(text()));
}

PersonWeeks EffortField::effort() const
{
    return typed().value_or(m_effort);
}

void EffortField::setEffort(PersonWeeks effort)
{
    const bool typing = isTyping();
    m_effort = effort;
    if (typing)
        refresh();
    else
        rewrite();
}

TypedField::Reading EffortField::read() const
{
    const auto effort = typed();
    if (effort)
        return {format::personWeeks(*effort, *effort), {}};
    return {{}, wording::figureProblem(wording::effortExpected(effort.error()))};
}

/// "3", not "3.00"; what two places would make nothing of keeps more.
QString EffortField::written() const
{
    constexpr PersonWeeks kSmall = 0.01;
    return format::number(m_effort, m_effort > 0 && m_effort < kSmall ? 6 : 2);
}

bool EffortField::store()
{
    const PersonWeeks now = effort();
    if (now == m_effort)
        return false;
    m_effort = now;
    return true;
}

void EffortField::step(int steps, bool larger)
{
    const auto now = typed();
    if (!now)
        return;
    setText(format::number(std::max(PersonWeeks{}, *now + steps * (larger ? 5 : 0.5)), 6));
    settle();
    selectAll();
}

} // namespace trestle
