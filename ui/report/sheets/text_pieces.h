#pragma once

#include <QString>
#include <QStringList>

namespace trestle {

/// What a page has room for, several times over: a text on paper does not go over to the next page in its middle.
inline constexpr qsizetype kLongestPiece = 2'500; ///< characters

/// Parts joined by a separator, in as few texts as stay at or below `most` characters, in their order; a part that is
/// longer is a text of its own. No parts: no texts.
QStringList inPieces(const QStringList& parts, const QString& separator, qsizetype most = kLongestPiece);

} // namespace trestle
