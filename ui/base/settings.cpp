#include "ui/base/settings.h"

#include "models/rate_cards.h"
#include "ui/base/format.h"

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr int kMostRecent = 10;
constexpr QLatin1StringView kRecent{"recent"};
constexpr QLatin1StringView kRateCard{"rateCard"};
constexpr QLatin1StringView kClientCards{"clientCards"};
constexpr QLatin1StringView kRoles{"roles"};

/// Whole cents; nothing where there is no such key or it holds anything else.
std::optional<Money> centsOf(const QVariant& value)
{
    bool isNumber = false;
    const qlonglong cents = value.toString().toLongLong(&isNumber);
    return isNumber ? std::optional(Money{cents}) : std::nullopt;
}

} // namespace

Settings::Settings()
    : m_store(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("trestle"), QStringLiteral("trestle"))
{
}

Settings::Settings(const QString& iniPath) : m_store(iniPath, QSettings::IniFormat) {}

QList<RecentPlan> Settings::recentPlans() const
{
    QList<RecentPlan> plans;
    const int count = std::min(m_store.beginReadArray(kRecent), kMostRecent);
    for (int i = 0; i < count; ++i) {
        m_store.setArrayIndex(i);
        const RecentPlan plan{m_store.value(QStringLiteral("path")).toString(),
                              m_store.value(QStringLiteral("name")).toString(),
                              m_store.value(QStringLiteral("headline")).toString()};
        if (!plan.path.isEmpty())
            plans += plan;
    }
    m_store.endArray();
    return plans;
}

void Settings::remember(const RecentPlan& plan)
{
    QList<RecentPlan> plans = recentPlans();
    plans.removeIf([&](const RecentPlan& other) { return other.path == plan.path; });
    plans.prepend(plan);
    if (plans.size() > kMostRecent)
        plans.resize(kMostRecent);
    writeRecent(plans);
}

void Settings::forget(const QString& path)
{
    QList<RecentPlan> plans = recentPlans();
    plans.removeIf([&](const RecentPlan& other) { return other.path == path; });
    writeRecent(plans);
}

void Settings::writeRecent(const QList<RecentPlan>& plans)
{
    m_store.remove(kRecent);
    m_store.beginWriteArray(kRecent, static_cast<int>(plans.size()));
    for (int i = 0; i < plans.size(); ++i) {
        m_store.setArrayIndex(i);
        m_store.setValue(QStringLiteral("path"), plans[i].path);
        m_store.setValue(QStringLiteral("name"), plans[i].name);
        m_store.setValue(QStringLiteral("headline"), plans[i].headline);
    }
    m_store.endArray();
}

RateCard Settings::readCard(QLatin1StringView array) const
{
    RateCard card;
    const int count = m_store.beginReadArray(array);
    for (int i = 0; i < std::min(count, static_cast<int>(RateCard::kMostRoles)); ++i) {
        m_store.setArrayIndex(i);
        CardRole role;
        role.title = format::utf8(m_store.value(QStringLiteral("title")).toString().trimmed());
        role.billRate = centsOf(m_store.value(QStringLiteral("billCents")));
        role.paidOut = m_store.value(QStringLiteral("paidOut"), true).toBool();
        const std::optional<Money> cost = centsOf(m_store.value(QStringLiteral("costCents")));
        role.costRate = cost.value_or(Money{});
        if (cost)
            static_cast<void>(card.add(std::move(role)));
    }
    m_store.endArray();
    return card;
}

void Settings::writeCard(QLatin1StringView array, const RateCard& card)
{
    m_store.beginWriteArray(array, static_cast<int>(card.roles().size()));
    for (int i = 0; i < static_cast<int>(card.roles().size()); ++i) {
        const CardRole& role = card.roles()[static_cast<std::size_t>(i)];
        m_store.setArrayIndex(i);
        m_store.setValue(QStringLiteral("title"), format::raw(role.title));
        m_store.setValue(QStringLiteral("costCents"), QString::number(role.costRate.cents));
        if (role.billRate)
            m_store.setValue(QStringLiteral("billCents"), QString::number(role.billRate->cents));
        m_store.setValue(QStringLiteral("paidOut"), role.paidOut);
    }
    m_store.endArray();
}

// The default stands where the one card was when there was only one.
RateCards Settings::rateCards() const
{
    RateCards cards(readCard(kRateCard));
    const int count = m_store.beginReadArray(kClientCards);
    for (int i = 0; i < std::min(count, static_cast<int>(RateCards::kMostCards)); ++i) {
        m_store.setArrayIndex(i);
        std::string client = format::utf8(m_store.value(QStringLiteral("client")).toString());
        static_cast<void>(cards.add(std::move(client), readCard(kRoles)));
    }
    m_store.endArray();
    return cards;
}

void Settings::setRateCards(const RateCards& cards)
{
    m_store.remove(kRateCard);
    m_store.remove(kClientCards);
    writeCard(kRateCard, cards.standard());
    const int count = static_cast<int>(cards.all().size()) - 1;
    m_store.beginWriteArray(kClientCards, count);
    for (int i = 0; i < count; ++i) {
        const ClientCard& client = cards.all()[static_cast<std::size_t>(i) + 1];
        m_store.setArrayIndex(i);
        m_store.setValue(QStringLiteral("client"), format::raw(client.client));
        writeCard(kRoles, client.card);
    }
    m_store.endArray();
}

ThemeChoice Settings::theme() const
{
    const QString name = text(keys::theme);
    return name == u"light" ? ThemeChoice::Light : name == u"dark" ? ThemeChoice::Dark : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice choice)
{
    setText(keys::theme, choice == ThemeChoice::Light  ? QStringLiteral("light")
                         : choice == ThemeChoice::Dark ? QStringLiteral("dark")
                                                       : QStringLiteral("system"));
}

QByteArray Settings::bytes(const QString& key) const
{
    return m_store.value(key).toByteArray();
}

void Settings::setBytes(const QString& key, const QByteArray& value)
{
    m_store.setValue(key, value);
}

QString Settings::text(const QString& key, const QString& otherwise) const
{
    return m_store.value(key, otherwise).toString();
}

void Settings::setText(const QString& key, const QString& value)
{
    m_store.setValue(key, value);
}

bool Settings::flag(const QString& key, bool otherwise) const
{
    return m_store.value(key, otherwise).toBool();
}

void Settings::setFlag(const QString& key, bool value)
{
    m_store.setValue(key, value);
}

QStringList Settings::list(const QString& key) const
{
    return m_store.value(key).toStringList();
}

void Settings::setList(const QString& key, const QStringList& value)
{
    m_store.setValue(key, value);
}

} // namespace trestle
