#include "ui/progress/rest_panel.h"

#include "ui/document/plan_document.h"
#include "ui/progress/reasons_dialog.h"
#include "ui/progress/rest_words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace trestle {

RestPanel::RestPanel(PlanDocument& document, QWidget* parent)
    : DressedPart(QStringLiteral("restPanel"), parent), m_document(document),
      m_learn(new QCheckBox(tr("&Learn from finished work"), this)), m_why(new QPushButton(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kRhythm);
    column->addWidget(addLabel(QStringLiteral("restTitle"), tr("What it says of the rest"), Role::Text,
                               TextSize::Heading, QFont::DemiBold));
    m_sentence = addLabel(QStringLiteral("restSentence"), {});
    column->addWidget(m_sentence);
    m_learn->setObjectName(QStringLiteral("restLearn"));
    m_learn->setToolTip(tr("Off, the forecast leaves finished work out of account. The headline says so."));
    m_why->setObjectName(QStringLiteral("restWhy"));
    m_why->setProperty("link", true);
    auto* row = new QHBoxLayout;
    row->setSpacing(kRhythm);
    row->addWidget(m_learn);
    row->addStretch(1);
    row->addWidget(m_why);
    column->addLayout(row);
    connect(m_learn, &QCheckBox::toggled, this, [this](bool on) {
        m_document.edit(on ? tr("Learn from finished work") : tr("Leave finished work out of account"),
                        [on](Inputs& inputs) { inputs.learn = on; });
    });
    connect(m_why, &QPushButton::clicked, this, &RestPanel::openReasons);
}

void RestPanel::show(const ProgressReport& report)
{
    m_report = report;
    const Plan& plan = m_document.plan();
    m_sentence->setText(restwords::sentence(plan, report));
    const QSignalBlocker blocker(m_learn);
    m_learn->setChecked(plan.inputs.learn);
    const std::optional<QString> factor = restwords::factor(plan, report);
    m_why->setVisible(factor.has_value());
    if (factor)
        m_why->setText(tr("Why %1?").arg(*factor));
}

void RestPanel::openReasons()
{
    ReasonsDialog(m_document.plan(), m_report, this).exec();
}

} // namespace trestle
