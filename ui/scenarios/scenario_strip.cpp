#include "ui/scenarios/scenario_strip.h"

#include "ui/base/format.h"
#include "ui/document/plan_document.h"
#include "ui/scenarios/scenario_words.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace trestle {

ScenarioStrip::ScenarioStrip(PlanDocument& document, QWidget* parent)
    : QFrame(parent), m_document(document), m_name(new QLabel(this)), m_changes(new QPushButton(this)),
      m_back(new QPushButton(tr("Back to base"), this))
{
    setObjectName(QStringLiteral("scenarioStrip"));
    setAccessibleName(tr("Open scenario"));
    m_name->setObjectName(QStringLiteral("scenarioStripName"));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_changes->setObjectName(QStringLiteral("scenarioChanges"));
    m_changes->setProperty("quiet", true);
    m_back->setObjectName(QStringLiteral("scenarioBack"));
    m_back->setToolTip(tr("Show and edit the base plan; the scenario stays"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kPageMargin, 4, kPageMargin, 4);
    row->setSpacing(8);
    row->addWidget(m_name, 1);
    row->addWidget(m_changes);
    row->addWidget(m_back);
    connect(m_changes, &QPushButton::clicked, this, &ScenarioStrip::changesWanted);
    connect(m_back, &QPushButton::clicked, this, [this] { m_document.setActiveScenario({}); });
    connect(&document, &PlanDocument::planChanged, this, &ScenarioStrip::refresh); // follows scenariosChanged
    refresh();
}

void ScenarioStrip::refresh()
{
    const Project& project = m_document.contents();
    const Scenario* scenario = findScenario(project, format::utf8(m_document.activeScenario()));
    setVisible(scenario);
    if (!scenario)
        return;
    const QStringList all = scenariowords::changes(m_document.catalogue(), project.base, *scenario);
    m_changes->setText(scenariowords::changeCount(*scenario));
    m_changes->setToolTip(all.isEmpty() ? tr("Edits stay in this scenario.") : all.join(u'\n'));
    m_changes->setAccessibleDescription(m_changes->toolTip());
    showName();
}

void ScenarioStrip::showName()
{
    const QString name = format::isolated(m_document.activeScenario());
    m_name->setToolTip(name);
    m_name->setText(m_name->fontMetrics().elidedText(tr("Scenario: %1").arg(name), Qt::ElideRight, m_name->width()));
    m_name->setAccessibleName(tr("Scenario: %1").arg(name));
}

void ScenarioStrip::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    layout()->activate();
    showName();
}

void ScenarioStrip::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_name->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
}

void ScenarioStrip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), roleColor(Role::Selection, palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), roleColor(Role::Accent, palette()));
}

} // namespace trestle
