#include "ui/window/answered_plans.h"

#include <QCryptographicHash>

namespace trestle {

namespace {

constexpr qsizetype kMostAnswered = 200;

QString signOf(const QString& plan)
{
    constexpr int kEnough = 12;
    return QString::fromLatin1(QCryptographicHash::hash(plan.toUtf8(), QCryptographicHash::Sha1).toHex().left(kEnough));
}

} // namespace

bool AnsweredPlans::holds(const QString& plan) const
{
    return m_signs.contains(signOf(plan));
}

void AnsweredPlans::add(const QString& plan)
{
    m_signs += signOf(plan);
    if (m_signs.size() > kMostAnswered)
        m_signs = m_signs.last(kMostAnswered);
}

} // namespace trestle
