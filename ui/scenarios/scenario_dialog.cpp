#include "ui/scenarios/scenario_dialog.h"

#include "models/scenarios.h"
#include "ui/base/format.h"
#include "ui/document/plan_document.h"
#include "ui/scenarios/scenario_words.h"

#include <QComboBox>
#include <QLineEdit>

namespace trestle {

ScenarioDialog::ScenarioDialog(PlanDocument& document, QWidget* parent)
    : FormDialog(QStringLiteral("scenarioDialog"), tr("New scenario"),
                 tr("A scenario is the base plan plus your changes. Later edits to the base show up here too."),
                 parent),
      m_document(document)
{
    addName(format::raw(freeScenarioName(document.contents(), format::utf8(tr("Scenario")))));
    m_from = new QComboBox(this);
    m_from->addItem(scenariowords::name({}), QString());
    for (const QString& name : document.scenarios())
        m_from->addItem(name, name);
    m_from->setCurrentIndex(m_from->findData(document.activeScenario()));
    addField(tr("&Starts as"), m_from, QStringLiteral("scenarioFrom"));
}

ScenarioDialog::ScenarioDialog(PlanDocument& document, const QString& rename, QWidget* parent)
    : FormDialog(QStringLiteral("scenarioDialog"), tr("Rename scenario"), {}, parent), m_document(document),
      m_renamed(rename)
{
    addName(rename);
}

void ScenarioDialog::addName(const QString& suggested)
{
    constexpr int kLongest = 80;
    m_name = new QLineEdit(suggested, this);
    m_name->setMaxLength(kLongest);
    m_name->selectAll();
    addField(tr("&Name"), m_name, QStringLiteral("scenarioName"));
}

void ScenarioDialog::accept()
{
    const QString name = m_name->text().simplified();
    const bool taken = name != m_renamed && findScenario(m_document.contents(), format::utf8(name));
    if (name.isEmpty() || taken) {
        complain(taken ? tr("There is already a “%1”; choose another name.").arg(name)
                       : tr("Give the scenario a name."));
        m_name->setFocus();
        return;
    }
    if (m_from)
        m_document.duplicateScenario(m_from->currentData().toString(), name);
    else if (name != m_renamed)
        m_document.renameScenario(m_renamed, name);
    FormDialog::accept();
}

} // namespace trestle
