#include "ui/base/settings.h"

#include <algorithm>

namespace trestle {

namespace {

constexpr int kMostRecent = 10;
constexpr QLatin1StringView kRecent{"recent"};

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
