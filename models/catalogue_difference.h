#pragma once

#include "models/catalogue_edit.h"

#include <string>
#include <variant>
#include <vector>

/// What an edited catalogue says otherwise than its original, as kinds with values: words for them live in `ui/` and
/// `app/cli/`.
namespace trestle {

/// The value on one side; none: there was nothing.
using CatalogueValue =
    std::variant<std::monostate, bool, int, double, std::string, Money, ThreePoint, ReferenceWindow, LinkType,
                 std::vector<std::string>, std::vector<double>, std::vector<RunningCost>, std::vector<DefaultPerson>>;

/// One difference. Of what only one side has, the other value is absent and the one its title; `phaseOrder` and
/// `itemOrder` hold titles, `shares` those of the phase's items in order, `outsideViews` titles. Where only the source
/// of a figure is another, both values are the same.
struct CatalogueDifference {
    CatalogueField field = CatalogueField::title;
    std::string subject; ///< see CatalogueField
    CatalogueValue before;
    CatalogueValue after;
    std::string note; ///< why, where it is a figure
    friend bool operator==(const CatalogueDifference&, const CatalogueDifference&) = default;
};

/// In the order of the fields, then of the catalogue. Empty: they are equal, but for the order in which links,
/// questions, sizes and risks stand.
std::vector<CatalogueDifference> catalogueDifferences(const Catalogue& original, const Catalogue& now);

/// Takes one back. Errors: those of the editor, where what it needs is not there (a link between phases that are gone).
Result<void> takeBack(CatalogueEditor& editor, const Catalogue& original, const CatalogueDifference& difference);

} // namespace trestle
