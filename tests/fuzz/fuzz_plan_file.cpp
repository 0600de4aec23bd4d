#include "data/plan_file/plan_file.h"
#include "tests/fuzz/scratch.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <functional>
#include <string_view>

using namespace trestle;
using namespace trestle::fuzz;

namespace {

bool samePlan(const ProjectDocument& a, const ProjectDocument& b)
{
    return a.project == b.project && a.catalogue.sha256 == b.catalogue.sha256;
}

template <class T>
void requireClear(const Result<T>& result)
{
    if (!result)
        require(result.error().code != ErrorCode::internal, "an error of ours: " + result.error().what);
}

// What the check promises, the repair does, and what it writes is sound. Returns whether there is a repaired copy.
bool checkAndRepair(const Scratch& scratch)
{
    const auto report = checkPlanFile(scratch.plan());
    requireClear(report);
    if (!report || !report->problem)
        return false;
    const std::string target = scratch.path("repaired.trestle");
    const auto repaired = repairPlanFile(scratch.plan(), target);
    requireClear(repaired);
    require(repaired.has_value() == report->repairable.has_value(), "the repair is not as the check said");
    if (!repaired)
        return false;
    const auto sound = checkPlanFile(target);
    require(sound && !sound->problem, "the repaired file is not sound");
    const auto file = PlanFile::open(target);
    require(file.has_value(), "the repaired file does not open");
    require(file->head().id == *report->repairable, "repaired to another revision");
    return true;
}

void lookAround(const PlanFile& file)
{
    constexpr std::size_t kMost = 8;
    const auto history = file.history();
    requireClear(history);
    for (std::size_t i = 0; history && i < std::min(kMost, history->size()); ++i)
        requireClear(file.documentAt((*history)[i].id));
    requireClear(file.outsideChange());
}

// Whatever is reported done can be read back; whatever is not has changed nothing.
void change(const Scratch& scratch, PlanFile& file)
{
    const auto readsBack = [&] {
        const auto reader = PlanFile::open(scratch.plan(), OpenMode::readOnly);
        require(reader && samePlan(reader->document(), file.document()), "what was written reads otherwise");
    };
    const ProjectDocument before = file.document();
    Project after = before.project;
    after.base.notes += 'x';
    const auto edited = file.edit(after, "Edit");
    requireClear(edited);
    require(file.document().project == (edited ? after : before.project), "the plan in memory is neither");
    readsBack();
    const auto undone = file.undo();
    requireClear(undone);
    if (edited && undone)
        require(*undone && samePlan(file.document(), before), "undo leads elsewhere");
    readsBack();
    const auto redone = file.redo();
    requireClear(redone);
    if (edited && undone && redone)
        require(*redone && file.document().project == after, "redo leads elsewhere");
    requireClear(file.setTag(file.head().id, "Version"));
    readsBack();
}

void copy(const Scratch& scratch, const PlanFile& file)
{
    const std::string target = scratch.path("copy.trestle");
    const auto copied = file.saveCopy(target);
    requireClear(copied);
    if (!copied)
        return;
    const auto opened = PlanFile::open(target);
    require(opened && samePlan(opened->document(), file.document()), "the copy is not the plan");
}

} // namespace

/// A plan file, and behind the mark "JOURNAL:" the journal beside it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Scratch scratch;
    const std::string_view bytes = asText(data, size);
    constexpr std::string_view mark = "JOURNAL:";
    const std::size_t at = bytes.find(mark);
    scratch.clear();
    Scratch::write(scratch.plan(), bytes.substr(0, at));
    if (at != std::string_view::npos)
        Scratch::write(scratch.plan() + "-journal", bytes.substr(at + mark.size()));
    const auto reader = PlanFile::open(scratch.plan(), OpenMode::readOnly);
    requireClear(reader);
    const bool repaired = checkAndRepair(scratch);
    auto file = PlanFile::open(scratch.plan());
    requireClear(file);
    ++(file ? tally().exact : repaired ? tally().repaired : tally().refused);
    if (!file)
        return 0;
    require(reader && samePlan(reader->document(), file->document()), "reading and writing see different plans");
    lookAround(*file);
    // Copying and editing reads the plan a dozen times more: so that there are more inputs, one file in eight.
    if (std::hash<std::string_view>{}(bytes) % 8 == 0) {
        copy(scratch, *file);
        change(scratch, *file);
    }
    return 0;
}
