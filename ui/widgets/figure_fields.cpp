#include "ui/widgets/figure_fields.h"

#include "ui/base/format.h"
#include "ui/base/wording_typed.h"

#include <algorithm>

namespace trestle {

namespace {

constexpr int kNumberDecimals = 3;

} // namespace

/// To the dollar where there are no cents.
QString AmountField::inField(Money amount) const
{
    const bool whole = amount.cents % 100 == 0;
    if (m_plain)
        return whole ? format::amount(amount) : format::exactAmount(amount);
    return whole ? format::money(amount) : format::exactMoney(amount);
}

void AmountField::setPlain(const QString& widest)
{
    const bool wasWritten = isWritten();
    m_plain = true;
    setAlignment(Qt::AlignRight);
    setSample(widest);
    if (wasWritten)
        rewrite();
}

AmountField::AmountField(const QString& name, Money amount, QWidget* parent) : TypedField(parent), m_amount(amount)
{
    setObjectName(name);
    setSample(QStringLiteral("AUD 99,999,999"));
    rewrite();
}

std::expected<std::optional<Money>, FigureProblem> AmountField::typed() const
{
    if (isWritten())
        return m_amount;
    const QString figure = text().trimmed();
    const bool isBelow = m_signed && (figure.startsWith(u'-') || figure.startsWith(QChar(0x2212)));
    const auto amount = readTypedAmount(format::utf8(isBelow ? figure.sliced(1) : figure));
    if (amount)
        return isBelow ? Money{} - *amount : *amount;
    if (m_optional && amount.error() == FigureProblem::empty)
        return std::nullopt;
    return std::unexpected(amount.error());
}

Money AmountField::amount() const
{
    return amountIfAny().value_or(Money{});
}

std::optional<Money> AmountField::amountIfAny() const
{
    return typed().value_or(m_amount);
}

void AmountField::setAmount(Money amount)
{
    setAmountIfAny(amount);
}

void AmountField::setAmountIfAny(std::optional<Money> amount)
{
    const bool typing = isTyping();
    m_amount = amount;
    if (typing)
        refresh();
    else
        rewrite();
}

void AmountField::setOptional(const QString& placeholder)
{
    m_optional = true;
    setPlaceholderText(placeholder);
    refresh();
}

TypedField::Reading AmountField::read() const
{
    const auto amount = typed();
    if (amount)
        return {*amount ? inField(**amount) : QString(), {}};
    return {{}, wording::figureProblem(wording::amountExpected(amount.error()))};
}

QString AmountField::written() const
{
    return m_amount ? inField(*m_amount) : QString();
}

bool AmountField::store()
{
    const std::optional<Money> now = amountIfAny();
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
    const std::int64_t cents = now->value_or(Money{}).cents + by;
    setText(inField({m_signed ? cents : std::max<std::int64_t>(0, cents)}));
    settle();
    selectAll();
}

NumberField::NumberField(const QString& name, double least, double most, QWidget* parent)
    : TypedField(parent), m_least(least), m_most(most), m_number(least)
{
    setObjectName(name);
    setAlignment(Qt::AlignRight);
    setSample(QStringLiteral("99.9"));
    rewrite();
}

std::optional<double> NumberField::typed() const
{
    if (isWritten())
        return m_number;
    const auto number = readTypedNumber(format::utf8(text()));
    return number && *number >= m_least && *number <= m_most ? std::optional(*number) : std::nullopt;
}

double NumberField::number() const
{
    return typed().value_or(m_number);
}

void NumberField::setNumber(double number)
{
    const bool typing = isTyping();
    m_number = number;
    if (typing)
        refresh();
    else
        rewrite();
}

void NumberField::setRange(double least, double most)
{
    m_least = least;
    m_most = most;
    refresh();
}

TypedField::Reading NumberField::read() const
{
    if (typed())
        return {};
    return {{},
            tr("Enter a number from %1 to %2.")
                .arg(format::number(m_least, kNumberDecimals), format::number(m_most, kNumberDecimals))};
}

QString NumberField::written() const
{
    return format::number(m_number, kNumberDecimals);
}

bool NumberField::store()
{
    const double now = number();
    if (now == m_number)
        return false;
    m_number = now;
    return true;
}

void NumberField::step(int steps, bool larger)
{
    const auto now = typed();
    if (!now)
        return;
    setText(format::number(std::clamp(*now + steps * (larger ? 5.0 : 1.0), m_least, m_most), kNumberDecimals));
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
    return readTypedEffort(format::utf8(text()), m_hoursPerWeek);
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

void EffortField::setHoursPerWeek(double hours)
{
    m_hoursPerWeek = hours;
    refresh();
}

TypedField::Reading EffortField::read() const
{
    const auto effort = typed();
    if (effort)
        return {format::exactEffort(*effort), {}};
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
