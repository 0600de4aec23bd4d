#pragma once

#include "models/catalogue_difference.h"

#include <QString>

#include <vector>

/// What a catalogue says otherwise than its original, in words.
namespace trestle::wording {

struct CatalogueDifferenceWords {
    QString what;   ///< "Effort of Database, person-weeks"
    QString before; ///< a dash where there was nothing
    QString after;
};

/// Titles are looked for in the catalogue as it is now, then in the original.
CatalogueDifferenceWords catalogueDifference(const CatalogueDifference& difference, const Catalogue& original,
                                             const Catalogue& now);
/// "Effort of Database, person-weeks: 3 – 3 – 8 → 3 – 4 – 8"
QString catalogueDifferenceLine(const CatalogueDifferenceWords& words);
/// How to tell the states of an item apart: "In place when" and a sentence. What the catalogue does not say is not
/// there.
struct CriterionWords {
    QString label;
    QString text;
};
std::vector<CriterionWords> criteria(const Item& item);
/// "finish to start", for choosing; see linkType() for lists.
QString linkTypeChoice(LinkType type);
/// What a node is called: the title of a phase or item.
QString nodeTitle(const Catalogue& catalogue, const std::string& id);

} // namespace trestle::wording
