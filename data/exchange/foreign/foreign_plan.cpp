#include "data/exchange/foreign/foreign_plan.h"

#include "data/catalogue_reader.h"
#include "data/catalogue_writer.h"
#include "data/exchange/clean_text.h"
#include "data/exchange/foreign/foreign_links.h"
#include "data/exchange/foreign/foreign_team.h"
#include "data/exchange/foreign/import_limits.h"
#include "data/unicode.h"
#include "models/id_stem.h"
#include "models/plan/plan.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <ranges>

namespace trestle {

namespace {

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestText = 5000;

/// Texts no longer than a catalogue takes them, and ids that are there once.
class ForeignTexts {
public:
    std::string text(const std::string& given, std::size_t longest)
    {
        std::string clean = m_cleaner.clean(given);
        std::size_t end = 0;
        for (std::size_t count = 0; end < clean.size() && count < longest; ++count)
            end += characterLength(std::string_view(clean).substr(end));
        if (end < clean.size()) {
            ++m_shortened;
            clean.resize(end);
        }
        return clean;
    }
    std::string title(const std::string& given, const std::string& otherwise)
    {
        std::string title = text(given, kLongestTitle);
        return isBlank(title) ? otherwise : title;
    }
    std::string id(const std::string& title)
    {
        const std::string stem = idStem(title, "task");
        const int copy = ++m_given[stem];
        // "a-2" may be the second "a" or a title of its own.
        std::string id = copy == 1 ? stem : stem + '-' + std::to_string(copy);
        return id == stem || ++m_given[id] == 1 ? id : this->id(title);
    }

    void tell(ImportLosses& losses) const
    {
        losses.add(ImportLossKind::shortened, m_shortened);
        losses.add(ImportLossKind::characters, m_cleaner.replaced());
    }

private:
    TextCleaner m_cleaner;
    std::size_t m_shortened = 0;
    std::map<std::string, int> m_given;
};

class PlanMaker {
public:
    explicit PlanMaker(const ForeignProject& project)
        : m_project(project), m_losses(project.losses), m_outline(outlineOf(project.tasks)),
          m_team(teamOf(project, m_losses)), m_ids(project.tasks.size()), m_from{ProvenanceKind::stated, project.source}
    {
    }

    Result<ImportedPlan> make(const std::string& where)
    {
        m_name = m_project.name;
        if (isBlank(m_name) && m_outline.whole != TaskOutline::none)
            m_name = m_project.tasks[m_outline.whole].name;
        m_name = m_texts.title(m_name, m_project.source);
        for (const ForeignAssignment& assignment : m_project.assignments)
            m_losses.add(ImportLossKind::summaryPeople, m_outline.isItem(assignment.task) ? 0 : 1);
        addFigures();
        for (const TaskOutline::Phase& phase : m_outline.phases)
            addPhase(phase);
        m_catalogue.links = foreignLinks(m_project, m_outline, m_ids, m_losses);
        addTeam();
        auto catalogue = readCatalogue(catalogueJson(m_catalogue), where + "#");
        if (!catalogue)
            return std::unexpected(catalogue.error());
        addInputs(*catalogue->catalogue);
        if (auto ok = checkInputs(*catalogue->catalogue, m_inputs); !ok) {
            ok.error().where.insert(0, where + "#");
            return std::unexpected(ok.error());
        }
        m_texts.tell(m_losses);
        Project project;
        project.base = std::move(m_inputs);
        return ImportedPlan{{std::move(project), std::move(*catalogue)}, m_losses.all()};
    }

private:
    template <class T>
    Sourced<T> sourced(T value) const
    {
        return {value, m_from};
    }
    [[nodiscard]] SourcedRange range(const ThreePoint& value) const { return {value, {m_from, m_from, m_from}}; }

    void addFigures()
    {
        double fte = 0;
        double weekly = 0;
        for (const Person& person : m_team.people) {
            fte += person.allocation;
            weekly += person.allocation * person.weeklyRate.inDollars();
        }
        m_catalogue.id = idStem(m_name, "tasks");
        m_catalogue.title = m_name;
        m_catalogue.source = m_project.source;
        m_catalogue.timelineWeeks = sourced(timeline());
        m_catalogue.personWeekRate = sourced(fte > 0 ? Money::rounded(weekly / fte) : kUsualForeignRate);
        m_catalogue.referenceTeam = sourced(fte > 0 ? fte : 1.0);
        m_catalogue.prototypeShare = sourced(0.0);
        m_catalogue.partialFactor = sourced(0.5);
        m_catalogue.itemCrewLimit = sourced(m_team.largestCrew);
        m_catalogue.phaseCrewLimit = sourced(static_cast<int>(kMaxPeople));
        m_catalogue.coordination = sourced(0.0); // the work that another program tells has it in
        m_catalogue.correlation = sourced(0.5);
        if (const auto builtin = builtinCatalogue())
            m_catalogue.outsideViews = builtin->catalogue->outsideViews;
    }

    /// The week of the project that a day lies in, from 1.
    [[nodiscard]] int weekOf(const std::optional<Date>& day) const
    {
        constexpr int most = 10'000;
        if (!day || !m_project.start || *day < *m_project.start)
            return 1;
        return static_cast<int>(std::min<std::int64_t>((*day - *m_project.start).count() / 7 + 1, most));
    }
    [[nodiscard]] int timeline() const
    {
        int weeks = 1;
        for (const ForeignTask& task : m_project.tasks)
            weeks = std::max(weeks, weekOf(task.finish));
        return weeks;
    }

    [[nodiscard]] PersonWeeks likelyOf(std::size_t task)
    {
        const ForeignTask& of = m_project.tasks[task];
        double work = of.work.value_or(0);
        if (work <= kEpsilon && of.duration > kEpsilon) {
            work = of.duration * (m_team.unitsOn[task] > 0 ? m_team.unitsOn[task] : 1);
            m_losses.add(ImportLossKind::durations);
        }
        if (of.promised && *of.promised > kEpsilon && (of.isUnderWay() || of.done >= 1))
            return *of.promised;
        if (of.done <= 0 || of.done >= 1 || of.isUnderWay())
            return work;
        m_losses.add(ImportLossKind::begun);
        return work * (1 - of.done);
    }

    void addPhase(const TaskOutline::Phase& from)
    {
        const bool isLoose = from.summary == TaskOutline::none;
        const ForeignTask* summary = isLoose ? nullptr : &m_project.tasks[from.summary];
        Phase phase;
        phase.title = m_texts.title(isLoose ? m_name : summary->name, isLoose ? m_name : summary->place);
        phase.shortTitle = phase.title;
        phase.id = m_texts.id(phase.title);
        if (isLoose)
            m_losses.add(ImportLossKind::looseTasks, from.items.size());
        else {
            m_ids[from.summary] = phase.id;
            phase.explanation = m_texts.text(summary->notes, kLongestText);
            phase.window = sourced(
                ReferenceWindow{weekOf(summary->start), std::max(weekOf(summary->start), weekOf(summary->finish))});
            for (std::size_t i = from.summary + 1; i < m_outline.end[from.summary]; ++i)
                m_losses.add(ImportLossKind::levels, m_outline.isItem(i) ? 0 : 1);
        }
        phase.window.from = m_from;
        std::vector<double> efforts;
        ThreePoint sum;
        for (const std::size_t task : from.items) {
            efforts.push_back(likelyOf(task));
            for (const Case which : kCases)
                sum.at(which) += efforts.back() * m_project.tasks[task].range.at(which);
        }
        sum = {std::min(sum.low, sum.likely), sum.likely, std::max(sum.high, sum.likely)};
        phase.effort = range(sum);
        for (std::size_t i = 0; i < from.items.size(); ++i)
            addItem(phase, from.items[i],
                    sum.likely > kEpsilon ? efforts[i] / sum.likely : 1.0 / static_cast<double>(efforts.size()));
        m_catalogue.phases.push_back(std::move(phase));
    }

    void addItem(Phase& phase, std::size_t task, double share)
    {
        const ForeignTask& of = m_project.tasks[task];
        Item item;
        item.title = m_texts.title(of.name, of.place);
        item.id = m_ids[task] = m_texts.id(item.title);
        item.explanation = m_texts.text(explanationOf(task), kLongestText);
        item.share = sourced(share);
        item.skill = m_team.skillOf[task];
        item.deferrable = sourced(false);
        ItemInput& input = m_inputs.items[item.id];
        input.owner = m_texts.text(of.owner, kLongestTitle);
        input.progress.state = of.excluded       ? ItemState::excluded
                               : of.done >= 1    ? ItemState::done
                               : of.isUnderWay() ? ItemState::underWay
                                                 : ItemState::missing;
        if (!of.excluded)
            addPast(input.actual, of);
        constexpr double even = 0.01;
        const ThreePoint& whole = phase.effort.value;
        const auto differs = [&](double factor, double ofPhase) {
            return std::abs(factor - (whole.likely > kEpsilon ? ofPhase / whole.likely : 1)) > even;
        };
        if (share > 0 && (differs(of.range.low, whole.low) || differs(of.range.high, whole.high)))
            m_losses.add(ImportLossKind::ranges);
        phase.items.push_back(std::move(item));
    }

    /// What was spent on finished work says something of the rest where it can be compared: with what was promised.
    static void addPast(ItemActual& actual, const ForeignTask& of)
    {
        actual.started = of.started;
        actual.finished = of.finished;
        if (of.isUnderWay()) {
            actual.spent = of.spent;
            const double work = of.work.value_or(0);
            const double left = of.spent ? std::max(work - double{*of.spent}, 0.0) : work * (1 - of.done);
            if (work > kEpsilon)
                actual.left = scaled(of.range, left);
        } else if (of.promised) {
            actual.spent = of.spent;
        }
    }

    /// Its notes, behind the summary tasks between it and its phase.
    [[nodiscard]] std::string explanationOf(std::size_t task) const
    {
        std::vector<std::size_t> way; // so far as it is told
        std::size_t length = 0;
        for (std::size_t above = m_outline.parent[task];
             above != TaskOutline::none && !m_outline.isPhase(above) && m_outline.phaseOf[above] != TaskOutline::none &&
             length < kLongestText && way.size() < kDeepestOutline;
             above = m_outline.parent[above]) {
            way.push_back(above);
            length += m_project.tasks[above].name.size();
        }
        std::string path;
        for (const std::size_t above : std::views::reverse(way))
            path.append(path.empty() ? "" : " / ").append(m_project.tasks[above].name);
        const std::string& notes = m_project.tasks[task].notes;
        return path + (path.empty() || notes.empty() ? "" : "\n") + notes;
    }

    void addTeam()
    {
        if (m_team.people.empty()) {
            m_losses.add(ImportLossKind::noPeople);
            m_team.people.push_back({"Person", 1, kUsualForeignRate, {}, {}, {}});
        }
        for (Person& person : m_team.people) {
            person.name = m_texts.title(person.name, m_project.source);
            m_catalogue.team.push_back({person.name, person.allocation, person.weeklyRate});
        }
    }

    void addInputs(const Catalogue& catalogue)
    {
        ItemInputs items = std::move(m_inputs.items);
        m_inputs = userInputs(catalogue, m_name, m_project.start.value_or(Date{}));
        m_inputs.items = std::move(items);
        m_inputs.client = m_texts.text(m_project.client, kLongestTitle);
        m_inputs.notes = m_texts.text(m_project.notes, kLongestText);
        m_inputs.asOf = m_project.asOf;
        m_inputs.learn = !m_project.hasLearnt;
        m_inputs.hoursPerWeek = m_project.hoursPerWeek;
        m_inputs.team = m_team.people;
        for (const Date day : m_project.daysOff)
            m_inputs.daysOff.push_back({day, {}});
        const auto leaves =
            std::ranges::count_if(m_inputs.team, [](const Person& person) { return person.lastDay.has_value(); });
        if (leaves > 0 && !makePlan(std::make_shared<const Catalogue>(catalogue), m_inputs)) {
            for (Person& person : m_inputs.team)
                person.lastDay.reset();
            m_losses.add(ImportLossKind::lastDays, static_cast<std::size_t>(leaves));
        }
    }

    using ItemInputs = std::map<std::string, ItemInput>;

    const ForeignProject& m_project;
    ImportLosses m_losses;
    TaskOutline m_outline;
    ForeignTeam m_team;
    std::vector<std::string> m_ids; ///< per task: of its phase or item; else empty
    Provenance m_from;
    ForeignTexts m_texts;
    std::string m_name;
    Catalogue m_catalogue;
    Inputs m_inputs;
};

Result<void> checkLengths(const ForeignProject& project, const std::string& where)
{
    const auto isLong = [](double weeks) { return std::abs(weeks) > kMostForeignWeeks; };
    for (const ForeignTask& task : project.tasks)
        if (isLong(task.work.value_or(0)) || isLong(task.duration) ||
            std::ranges::any_of(task.links, isLong, &ForeignLink::lag))
            return fail(ErrorCode::invalidTasks, task.name, where + '#',
                        {DetailKind::shorterTasks, {std::to_string(kMostForeignWeeks)}});
    return {};
}

} // namespace

Result<ImportedPlan> planOfForeign(const ForeignProject& project, const std::string& where)
{
    if (auto ok = checkLengths(project, where); !ok)
        return std::unexpected(ok.error());
    return PlanMaker(project).make(where);
}

} // namespace trestle
