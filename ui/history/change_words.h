#pragma once

#include "models/catalogue_difference.h"
#include "models/difference.h"
#include "ui/base/field_words.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace trestle {

/// A change in words: "Sessions and cookies", "to build", "in place".
struct ChangeWords {
    ChangeGroup group = ChangeGroup::Texts;
    QString scenario; ///< empty: the base plan
    QString what;
    QString before;
    QString after;
    friend bool operator==(const ChangeWords&, const ChangeWords&) = default;
};

ChangeWords changeWords(const Change& change, const Catalogue& catalogue);
QString groupTitle(ChangeGroup group);
/// "Sessions and cookies: to build → in place".
QString changeLine(const ChangeWords& words);
/// What a catalogue says otherwise than the one before.
std::vector<ChangeWords> catalogueChangeWords(const std::vector<CatalogueDifference>& changes, const Catalogue& before,
                                              const Catalogue& after);
/// The first change, and how many more: "Sessions and cookies: to build → in place, and 2 more".
QString changesSummary(const std::vector<ChangeWords>& changes);
QString changesSummary(const std::vector<Change>& changes, const Catalogue& catalogue);

} // namespace trestle
