#include "ui/checklist/advice.h"

#include "models/calendar/days_off.h"
#include "ui/base/format.h"
#include "ui/document/plan_document.h"
#include "ui/widgets/banner.h"

#include <QCryptographicHash>
#include <QVBoxLayout>

#include <utility>

namespace trestle {

QStringList adviceFor(const Plan& plan)
{
    const Catalogue& catalogue = *plan.catalogue;
    const Profile& profile = plan.inputs.profile;
    QStringList advice;
    const auto add = [&](const std::string& text) {
        if (!text.empty())
            advice += format::text(text);
    };
    if (const ScaleStep* scale = findScale(catalogue, profile.scale))
        add(scale->warning);
    if (profile.validated == false)
        add(catalogue.validateFirst);
    if (profile.maintainer == Maintainer::onePerson)
        add(catalogue.simplicityAdvice);
    if (isPastKnownHolidays(plan.inputs, plan.finishDate.high))
        advice +=
            Advice::tr("The plan runs past %1. Public holidays after that are not known yet, so later dates may slip.")
                .arg(kLastHolidayYear);
    return advice;
}

Advice::Advice(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_box(new Banner(QStringLiteral("adviceBox"), this))
{
    setObjectName(QStringLiteral("advice"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_box);
    m_box->addCross(QStringLiteral("adviceClose"), tr("Close this advice"), [this] { close(); });
    connect(&m_document, &PlanDocument::planChanged, this, &Advice::refresh);
    refresh();
}

void Advice::refresh()
{
    m_shown = adviceFor(m_document.plan());
    m_shown.removeIf([this](const QString& advice) { return m_closed.contains(signOf(advice)); });
    setVisible(!m_shown.isEmpty());
    if (m_shown.isEmpty())
        m_box->clear();
    else
        m_box->tell(m_shown.join(QStringLiteral("\n\n")));
}

void Advice::close()
{
    constexpr qsizetype kMost = 60; // of all plans; the oldest go first
    for (const QString& advice : std::as_const(m_shown))
        m_closed += signOf(advice);
    if (m_closed.size() > kMost)
        m_closed = m_closed.last(kMost);
    refresh();
}

void Advice::setClosed(const QStringList& closed)
{
    m_closed = closed;
    refresh();
}

QString Advice::signOf(const QString& advice) const
{
    constexpr int kEnough = 12;
    const QString both = m_document.filePath() + u'\n' + advice;
    return QString::fromLatin1(QCryptographicHash::hash(both.toUtf8(), QCryptographicHash::Sha1).toHex().left(kEnough));
}

} // namespace trestle
