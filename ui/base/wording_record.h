#pragma once

#include "models/inputs.h"

#include <QString>

/// The words for the record of past plans.
namespace trestle::wording {

/// "19 % longer than planned", "as long as planned": of ln(actual ÷ planned).
QString againstPlanned(double logRatio);
/// "19 % longer", "7 % shorter", "as planned".
QString longerOrShorter(double logRatio);
/// What an outside view is called that is not the catalogue's: "Like past projects", "Your own".
QString ownView(const OutsideView& view);
/// What figures of a record stand on: "6 past projects, 19 % longer than planned".
QString recordBasis(const OutsideView& view);

} // namespace trestle::wording
