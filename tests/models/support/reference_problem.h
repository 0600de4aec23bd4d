#pragma once

#include "models/catalogue.h"
#include "models/inputs.h"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// A second, independent reading of the model's rules, for tests alone. It is written to be checked by eye: own
/// structures, plain loops, nothing kept that could be computed again. Speed is no aim. Nothing in it calls the
/// product; it takes only the product's input types.
namespace trestle::reference {

/// Times and efforts this close are equal (the model's own tolerance).
inline constexpr double kEqual = 1e-9;

/// Nodes: items first, in catalogue order (a phase's add-ons behind its items), then the phases.
using Node = std::size_t;

struct Task {
    std::string id;
    std::size_t phase = 0;
    std::string skill;
    double fullWork = 0; ///< person-weeks as if missing
    double work = 0;     ///< person-weeks left
};

struct Stage {
    std::string id;
    std::vector<std::size_t> tasks;
};

struct Tie {
    Node from = 0;
    Node to = 0;
    LinkType type = LinkType::finishToStart;
    double lag = 0;
};

struct Helper {
    std::string name;
    double allocation = 1;
    double rate = 0; ///< dollars a full-time week
    std::vector<std::string> skills;
    int firstDay = 0;              ///< working day
    std::set<int> daysAway;        ///< working days of leave
    std::optional<int> goneFrom{}; ///< the first working day after their last
};

/// When a node started and finished before the plan's first day or on it: weeks, 0 or less.
struct Past {
    std::optional<double> start;
    std::optional<double> finish;
};

/// One case of a plan, ready to be scheduled.
struct Problem {
    std::vector<Task> tasks;
    std::vector<Stage> stages;
    std::vector<Tie> ties;
    std::vector<Past> past; ///< per node
    std::vector<Helper> team;
    double lossToCoordination = 0; ///< for each person beyond two who is there
    std::size_t taskCrewLimit = 2;
    std::size_t stageCrewLimit = 3;
    std::vector<std::size_t> priority; ///< tasks, most urgent first
    std::set<std::string> skillsAsked; ///< by any item of the catalogue, in this plan or not

    [[nodiscard]] std::size_t nodeCount() const { return tasks.size() + stages.size(); }
    [[nodiscard]] Node stageNode(std::size_t stage) const { return tasks.size() + stage; }
    [[nodiscard]] bool isStage(Node node) const { return node >= tasks.size(); }
    [[nodiscard]] const Stage& stageAt(Node node) const { return stages[node - tasks.size()]; }
    [[nodiscard]] const std::string& idOf(Node node) const { return isStage(node) ? stageAt(node).id : tasks[node].id; }
    [[nodiscard]] bool hasWork(Node node) const;
    [[nodiscard]] bool able(std::size_t person, std::size_t task) const;
    [[nodiscard]] bool present(std::size_t person, double at) const;
    /// On leave, or gone for good.
    [[nodiscard]] bool away(std::size_t person, int day) const;
    /// Long leave, five working days in a row or more, begins on this day, or it is the first after their last.
    [[nodiscard]] bool handsOver(std::size_t person, int day) const;
    /// The part of their time that people work at while so many are there.
    [[nodiscard]] double coordination(std::size_t people) const;
    [[nodiscard]] double paceAt(std::size_t person, double at) const;
    /// The lag that counts: none from or to a node without work.
    [[nodiscard]] double lagOf(const Tie& tie) const { return hasWork(tie.from) && hasWork(tie.to) ? tie.lag : 0; }
    /// Its start is over: links hold it no more.
    [[nodiscard]] bool begun(Node node) const { return past[node].start || past[node].finish; }
    /// Its finish is over, and no work of it is left.
    [[nodiscard]] bool ended(Node node) const { return past[node].finish && !hasWork(node); }
    /// When what a tie leaves was over before the plan's first day: its lag counts from there, always.
    [[nodiscard]] std::optional<double> leftAt(const Tie& tie) const;
    /// From when on a tie lets go, the times of what it leaves being known.
    [[nodiscard]] double boundOf(const Tie& tie, double start, double finish) const;
    /// People as they are taken within a step: specialists first, then as the team is listed.
    [[nodiscard]] std::vector<std::size_t> takingOrder() const;
};

/// Links to add-ons that are not in scope fall away; links to nodes the catalogue doesn't know too.
Problem makeProblem(const Catalogue& catalogue, const Inputs& inputs, Case which);

/// The first working day on or after the start and the as-of date.
Date firstWorkingDay(const Inputs& inputs);
/// The `index`-th working day, counted from 0, day by day.
Date workingDay(const Inputs& inputs, int index);

/// Whether the graph of start and finish events has a cycle. A phase has two start events: the one that its links
/// bound and that its items wait for, and the one that its outgoing SS and SF links leave from, which waits for its
/// items (the model's "phase start → item start" and "item start → phase start").
bool hasCycle(const Problem& problem);
/// A task with work that nobody on the team can do.
bool hasTaskForNobody(const Problem& problem);
/// A task, with work or without, that everyone who can do it leaves some day.
bool hasTaskForNobodyWhoStays(const Problem& problem);

} // namespace trestle::reference
