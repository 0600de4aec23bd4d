#include "ui/scenarios/scenario_button.h"

#include "ui/document/plan_document.h"
#include "ui/scenarios/scenario_dialog.h"
#include "ui/scenarios/scenario_words.h"

#include <QActionGroup>
#include <QMenu>

namespace trestle {

namespace {

constexpr int kWidth = 172;
constexpr int kArrow = 44; ///< what the style needs beside the text

QString inMenu(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

} // namespace

ScenarioButton::ScenarioButton(QWidget* parent) : QPushButton(parent), m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("scenarioButton"));
    m_menu->setObjectName(QStringLiteral("scenarioMenu"));
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &ScenarioButton::fillMenu);
    follow();
}

void ScenarioButton::setDocument(PlanDocument* document)
{
    m_document = document;
    if (document)
        connect(document, &PlanDocument::scenariosChanged, this, &ScenarioButton::follow);
    follow();
}

QSize ScenarioButton::sizeHint() const
{
    return {kWidth, QPushButton::sizeHint().height()};
}

void ScenarioButton::follow()
{
    const QString name = scenariowords::name(m_document ? m_document->activeScenario() : QString());
    setText(inMenu(fontMetrics().elidedText(name, Qt::ElideRight, kWidth - kArrow)));
    setAccessibleName(tr("Scenario: %1").arg(name));
    setToolTip(m_document && m_document->scenarios().isEmpty()
                   ? tr("What if? A scenario holds changes of the base plan, to compare them")
                   : tr("%1 is open: figures and edits are of it").arg(name));
}

void ScenarioButton::fillMenu()
{
    m_menu->clear();
    if (!m_document)
        return;
    auto* group = new QActionGroup(m_menu);
    QStringList names(QString{});
    names += m_document->scenarios();
    const QString open = m_document->activeScenario();
    for (const QString& name : std::as_const(names)) {
        QAction* action = m_menu->addAction(inMenu(scenariowords::name(name)), this,
                                            [this, name] { m_document->setActiveScenario(name); });
        action->setObjectName(QStringLiteral("scenarioOpen"));
        action->setCheckable(true);
        action->setChecked(name == open);
        group->addAction(action);
    }
    m_menu->addSeparator();
    const auto add = [&](const QString& text, const char* name, bool enabled, const auto& run) {
        QAction* action = m_menu->addAction(text, this, run);
        action->setObjectName(QString::fromLatin1(name));
        action->setEnabled(enabled);
    };
    const bool own = !open.isEmpty();
    add(tr("&New scenario…"), "scenarioNew", true, [this] { ScenarioDialog(*m_document, window()).exec(); });
    add(tr("R&ename…"), "scenarioRename", own, [this, open] { ScenarioDialog(*m_document, open, window()).exec(); });
    add(tr("&Make it the base plan"), "scenarioMakeBase", own, [this, open] { m_document->makeBase(open); });
    // What removes stands apart, and not last: from the top one press of Up goes to the end.
    m_menu->addSeparator();
    add(tr("&Remove…"), "scenarioRemove", own, [this, open] { Q_EMIT removeWanted(open); });
    m_menu->addSeparator();
    add(tr("&Compare scenarios"), "scenarioShowAll", true, [this] { Q_EMIT compareWanted(); });
}

} // namespace trestle
