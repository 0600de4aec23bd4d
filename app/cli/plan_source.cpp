#include "app/cli/plan_source.h"

#include "data/file_io.h"
#include "data/plan_file/plan_file.h"

namespace trestle::cli {

Result<ProjectDocument> loadProject(const std::string& path)
{
    const auto kind = kindOf(path);
    if (!kind)
        return std::unexpected(kind.error());
    if (*kind == SourceKind::json) {
        const auto text = readTextFile(path);
        if (!text)
            return std::unexpected(text.error());
        return parsePlanJson(*text, path == "-" ? "standard input" : path);
    }
    const auto file = PlanFile::open(path, OpenMode::readOnly);
    if (!file)
        return std::unexpected(file.error());
    return file->document();
}

Result<Plan> planOf(const ProjectDocument& document, const std::string& scenario)
{
    const auto inputs = inputsOf(document.project, scenario);
    if (!inputs)
        return std::unexpected(inputs.error());
    return makePlan(document.catalogue.catalogue, *inputs);
}

} // namespace trestle::cli
