#pragma once

#include "data/exchange/import_loss.h"
#include "models/catalogue.h"
#include "models/team.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// A project of another program as plain values, whatever file it was in.
namespace trestle {

struct ForeignLink {
    std::size_t from = 0; ///< into ForeignProject::tasks
    LinkType type = LinkType::finishToStart;
    Weeks lag = 0; ///< may be negative
};

struct ForeignTask {
    std::string name;
    std::string notes;
    std::string owner;
    std::string place;     ///< what its program finds it by
    int level = 1;         ///< of the outline, from 1; each task stands behind the one that it is below
    bool excluded = false; ///< it does not count
    double done = 0;       ///< 0 to 1
    std::optional<PersonWeeks> work;
    Weeks duration = 0;        ///< working weeks
    ThreePoint range{1, 1, 1}; ///< factors on its work
    std::optional<Date> start;
    std::optional<Date> finish;
    std::optional<Date> started; ///< what happened: not after the project's status date
    std::optional<Date> finished;
    std::optional<PersonWeeks> spent;    ///< of `work`
    std::optional<PersonWeeks> promised; ///< work by a baseline
    std::vector<ForeignLink> links;      ///< from others

    [[nodiscard]] bool isUnderWay() const { return !excluded && started && done > 0 && done < 1; }
};

/// A person, or several of a kind.
struct ForeignPerson {
    Person person;
    double units = 1;    ///< full-time people
    bool hasRate = true; ///< false: the usual one
};

struct ForeignAssignment {
    std::size_t task = 0;
    std::size_t person = 0; ///< into ForeignProject::people
    double units = 1;
};

struct ForeignProject {
    std::string source; ///< the format's name
    std::string name;
    std::string client;
    std::string notes;
    std::optional<Date> start;
    std::optional<Date> asOf;
    bool hasLearnt = false; ///< what is left is told as finished work has it expected: that counts once
    double hoursPerWeek = 40;
    std::vector<ForeignTask> tasks;
    std::vector<ForeignPerson> people;
    std::vector<ForeignAssignment> assignments;
    std::vector<Date> daysOff;
    ImportLosses losses; ///< what the values above cannot hold
};

} // namespace trestle
