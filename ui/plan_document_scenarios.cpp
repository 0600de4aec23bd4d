// The scenarios of a PlanDocument: which one is open, and the edits that make, name and drop them.
#include "models/scenario_changes.h"
#include "ui/plan_document_state.h"

namespace trestle {

QStringList PlanDocument::scenarios() const
{
    QStringList names;
    for (const Scenario& scenario : m_state->project.scenarios)
        names += format::raw(scenario.name);
    return names;
}

QString PlanDocument::activeScenario() const
{
    return format::raw(m_state->active);
}

bool PlanDocument::setActiveScenario(const QString& name)
{
    State& s = *m_state;
    const std::string wanted = format::utf8(name);
    if (wanted == s.active)
        return true;
    if ((!wanted.empty() && !findScenario(s.project, wanted)) || !show(s.project, wanted))
        return false;
    s.mergeKey.clear();
    announce();
    return true;
}

bool PlanDocument::addScenario(const Scenario& scenario, const QString& label)
{
    const QString name = format::text(scenario.name);
    return editProject(
        label.isEmpty() ? tr("New scenario “%1”").arg(name) : label,
        [&](Project& project) { project.scenarios.push_back(scenario); }, name);
}

bool PlanDocument::duplicateScenario(const QString& name, const QString& as)
{
    const Scenario* original = findScenario(contents(), format::utf8(name));
    Scenario copy = original ? *original : Scenario{};
    copy.name = format::utf8(as);
    return addScenario(copy, original ? tr("Copy “%1” as “%2”").arg(name, as) : QString());
}

bool PlanDocument::renameScenario(const QString& name, const QString& to)
{
    const std::string old = format::utf8(name);
    return editProject(
        tr("Rename “%1” to “%2”").arg(name, to),
        [&](Project& project) {
            for (Scenario& scenario : project.scenarios)
                if (scenario.name == old)
                    scenario.name = format::utf8(to);
        },
        name == activeScenario() ? to : activeScenario());
}

bool PlanDocument::removeScenario(const QString& name)
{
    return editProject(tr("Remove scenario “%1”").arg(name), [name = format::utf8(name)](Project& project) {
        std::erase_if(project.scenarios, [&](const Scenario& scenario) { return scenario.name == name; });
    });
}

bool PlanDocument::makeBase(const QString& name)
{
    Result<Project> after = trestle::makeBase(contents(), format::utf8(name), today());
    if (!after) {
        Q_EMIT editRefused(after.error());
        return false;
    }
    return write(std::move(*after), {Edited::Kind::OfProject, tr("Make “%1” the base plan").arg(name)}, {},
                 name == activeScenario() ? std::string() : m_state->active);
}

bool PlanDocument::editProject(const QString& label, const std::function<void(Project&)>& change,
                               const std::optional<QString>& open)
{
    Project after = contents();
    change(after);
    return write(std::move(after), {Edited::Kind::OfProject, label}, {}, open ? format::utf8(*open) : m_state->active);
}

} // namespace trestle
