#pragma once

#include "models/catalogue_difference.h"

#include <vector>

/// Newer texts for the catalogue of a plan that was made with an earlier version. Titles, explanations and what tells
/// the states of an item apart become what the newest version says, as far as they still are what the earlier one
/// said: a text that the user changed stays, and so does every figure.
namespace trestle {

/// What withNewerTexts would change, as differences from `now`. An item whose explanation the user wrote anew gets no
/// word on when it is in place either: that was written for the other explanation.
std::vector<CatalogueDifference> newerTexts(const Catalogue& now, const Catalogue& earlier, const Catalogue& newest);

/// `now` with those texts, as the newest version.
Catalogue withNewerTexts(Catalogue now, const Catalogue& earlier, const Catalogue& newest);

} // namespace trestle
