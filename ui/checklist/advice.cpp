#include "ui/checklist/advice.h"

#include "ui/format.h"
#include "ui/plan_document.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"

#include <QVBoxLayout>

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
    return advice;
}

Advice::Advice(PlanDocument& document, QWidget* parent) : QWidget(parent), m_document(document)
{
    setObjectName(QStringLiteral("advice"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    connect(&m_document, &PlanDocument::planChanged, this, &Advice::refresh);
    refresh();
}

void Advice::refresh()
{
    const QStringList advice = adviceFor(m_document.plan());
    setVisible(!advice.isEmpty());
    if (advice == m_shown)
        return;
    m_shown = advice;
    qDeleteAll(findChildren<Banner*>(Qt::FindDirectChildrenOnly));
    for (qsizetype i = 0; i < advice.size(); ++i) {
        auto* box = new Banner(QStringLiteral("advice%1").arg(i + 1), this);
        layout()->addWidget(box);
        box->tell(advice[i]);
    }
}

} // namespace trestle
