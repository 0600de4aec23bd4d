#include "app/cli/plan_edit.h"

#include "app/cli/console.h"
#include "app/cli/forecasts.h"
#include "app/cli/plan_source.h"
#include "data/file_io.h"

namespace trestle::cli {

namespace {

Result<void> checkPlans(const ProjectDocument& document)
{
    if (auto ok = checkProject(*document.catalogue.catalogue, document.project); !ok)
        return ok;
    if (const auto plan = planOf(document, {}); !plan)
        return std::unexpected(plan.error());
    for (const Scenario& scenario : document.project.scenarios)
        if (auto plan = planOf(document, scenario.name); !plan) {
            plan.error().where = "scenario '" + scenario.name + "'";
            return std::unexpected(plan.error());
        }
    return {};
}

/// What the plan is afterwards.
ProjectDocument after(const ProjectDocument& document, const PlanEdit& edit)
{
    return {edit.project, edit.catalogue.value_or(document.catalogue)};
}

Result<PlanEdit> prepare(const ProjectDocument& document, const PlanEditor& editor)
{
    auto edit = editor(document);
    if (!edit)
        return edit;
    if (auto ok = checkPlans(after(document, *edit)); !ok)
        return std::unexpected(ok.error());
    return edit;
}

Result<void> tell(const PlanEdit& edit, const std::string& text, Console& console)
{
    for (const std::string& note : edit.notes)
        console.note(note);
    return console.print(text);
}

/// What a status date promised stays known when another takes its place.
void addForecasts(PlanEdit& edit, const ProjectDocument& before, Console& console)
{
    const std::optional<Date>& statusDate = before.project.base.asOf;
    if (!statusDate || statusDate == edit.project.base.asOf)
        return;
    const std::vector<KeptForecast> forecasts = forecastsOf(before, edit.notes, console);
    edit.forecasts.insert(edit.forecasts.begin(), forecasts.begin(), forecasts.end());
}

Result<void> editFile(const std::string& path, const PlanEditor& editor, const Environment& environment)
{
    auto file = PlanFile::open(path, OpenMode::readWrite, environment.clock.milliseconds());
    if (!file)
        return std::unexpected(file.error());
    auto edit = prepare(file->document(), editor);
    if (!edit)
        return std::unexpected(edit.error());
    addForecasts(*edit, file->document(), environment.console);
    if (auto ok = file->keepForecasts(edit->forecasts); !ok)
        return std::unexpected(ok.error());
    if (auto ok = file->edit(after(file->document(), *edit), edit->label); !ok)
        return ok;
    return tell(*edit, edit->result, environment.console);
}

Result<void> editJson(const std::string& path, const PlanEditor& editor, const Environment& environment)
{
    const auto document = loadProject(path);
    if (!document)
        return std::unexpected(document.error());
    const auto edit = prepare(*document, editor);
    if (!edit)
        return std::unexpected(edit.error());
    const ProjectDocument next = after(*document, *edit);
    if (path == "-")
        return tell(*edit, writePlanJson(next), environment.console);
    if (next != *document)
        if (auto ok = writeFileAtomically(path, writePlanJson(next)); !ok)
            return ok;
    return tell(*edit, edit->result, environment.console);
}

} // namespace

Result<void> editPlan(const std::string& path, const PlanEditor& editor, const Environment& environment)
{
    const auto kind = kindOf(path);
    if (!kind)
        return std::unexpected(kind.error());
    return (*kind == SourceKind::json ? editJson : editFile)(path, editor, environment);
}

} // namespace trestle::cli
