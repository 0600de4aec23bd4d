#include "ui/report/sheets/text_pieces.h"

namespace trestle {

QStringList inPieces(const QStringList& parts, const QString& separator, qsizetype most)
{
    QStringList pieces;
    for (const QString& part : parts)
        if (pieces.isEmpty() || pieces.last().size() + separator.size() + part.size() > most)
            pieces << part;
        else
            pieces.last() += separator + part;
    return pieces;
}

} // namespace trestle
