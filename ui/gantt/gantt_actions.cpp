#include "ui/gantt/gantt_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace trestle {

namespace {

QAction* makeAction(QObject* parent, const char* name, const QString& text, const QString& tip)
{
    auto* action = new QAction(text, parent);
    action->setObjectName(QLatin1String(name));
    action->setToolTip(tip);
    return action;
}

/// A quiet button that does what the action does, looks as it stands, and says what it says.
QPushButton* makeButton(QWidget* parent, QAction* action, const QString& text)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setAccessibleName(QString(action->text()).remove(u'&'));
    button->setToolTip(action->toolTip());
    button->setProperty("quiet", true);
    button->setCheckable(action->isCheckable());
    button->setChecked(action->isChecked());
    button->setVisible(action->isVisible());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::toggled, button, &QPushButton::setChecked);
    QObject::connect(action, &QAction::visibleChanged, button,
                     [button, action] { button->setVisible(action->isVisible()); });
    return button;
}

} // namespace

GanttActions::GanttActions(QObject* parent) : QObject(parent)
{
    zoomIn = makeAction(this, "ganttZoomIn", tr("&Zoom in"), tr("Zoom in (+ in the plan, or Ctrl and the wheel)"));
    zoomOut = makeAction(this, "ganttZoomOut", tr("Zoom &out"), tr("Zoom out (− in the plan, or Ctrl and the wheel)"));
    fit = makeAction(this, "ganttFit", tr("&Fit"), tr("The whole plan in view (0 in the plan)"));
    slack =
        makeAction(this, "ganttSlack", tr("Slac&k"), tr("Show how late each bar may start before the finish moves"));
    slack->setCheckable(true);
    baseline = makeAction(this, "ganttBaseline", tr("&Baseline"), tr("Show what the baseline promised as thin bars"));
    baseline->setCheckable(true);
    baseline->setChecked(true);
    baseline->setVisible(false);
    openAll = makeAction(this, "ganttOpenAll", tr("&Expand all"), tr("Show the items of every phase"));
    closeAll = makeAction(this, "ganttCloseAll", tr("Co&llapse all"), tr("Show phases alone"));
    makeLinks();
    makeTools();
    showLinkMode();
}

GanttActions::~GanttActions()
{
    if (m_tools && !m_tools->parentWidget())
        delete m_tools;
}

void GanttActions::makeLinks()
{
    m_linksMenu = std::make_unique<QMenu>(tr("Li&nks"));
    m_linksMenu->setObjectName(QStringLiteral("ganttLinksMenu"));
    m_links = new QActionGroup(this);
    const auto add = [this](LinkMode mode, const char* name, const QString& text) {
        QAction* action = m_links->addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setCheckable(true);
        action->setChecked(mode == m_linkMode);
        action->setData(static_cast<int>(mode));
        connect(action, &QAction::triggered, this, [this, mode] { setLinkMode(mode); });
    };
    add(LinkMode::Selected, "ganttLinksSelected", tr("&Selected only"));
    add(LinkMode::All, "ganttLinksAll", tr("&All"));
    add(LinkMode::None, "ganttLinksNone", tr("&None"));
    m_linksMenu->addActions(m_links->actions());
}

void GanttActions::makeTools()
{
    m_tools = new QWidget;
    m_tools->setObjectName(QStringLiteral("ganttTools"));
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_linksButton = new QPushButton(m_tools);
    m_linksButton->setObjectName(QStringLiteral("ganttLinksButton"));
    m_linksButton->setProperty("quiet", true);
    m_linksButton->setMenu(m_linksMenu.get());
    row->addWidget(m_linksButton);
    row->addWidget(makeButton(m_tools, slack, tr("Slack")));
    row->addWidget(makeButton(m_tools, baseline, tr("Baseline")));
    row->addWidget(makeButton(m_tools, fit, tr("Fit")));
    row->addWidget(makeButton(m_tools, zoomOut, QStringLiteral("−")));
    row->addWidget(makeButton(m_tools, zoomIn, QStringLiteral("+")));
}

QWidget* GanttActions::tools() const
{
    return m_tools;
}

QList<QAction*> GanttActions::all() const
{
    return {m_linksMenu->menuAction(), slack, baseline, zoomIn, zoomOut, fit, openAll, closeAll};
}

void GanttActions::setLinkMode(LinkMode mode)
{
    if (mode == m_linkMode)
        return;
    m_linkMode = mode;
    showLinkMode();
    Q_EMIT linkModeChanged();
}

void GanttActions::setSlackShown(bool shown)
{
    slack->setChecked(shown);
}

bool GanttActions::slackShown() const
{
    return slack->isChecked();
}

void GanttActions::showLinkMode()
{
    for (QAction* action : m_links->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_linkMode));
    if (!m_linksButton)
        return;
    const QString text = m_linkMode == LinkMode::Selected ? tr("Links: selected")
                         : m_linkMode == LinkMode::All    ? tr("Links: all")
                                                          : tr("Links: none");
    m_linksButton->setText(text);
    m_linksButton->setAccessibleName(text);
    m_linksButton->setToolTip(tr("Which links between phases and items are drawn"));
}

} // namespace trestle
