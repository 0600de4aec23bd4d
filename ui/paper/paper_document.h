#pragma once

#include "data/exchange/export_look.h"
#include "data/exchange/export_stamp.h"

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <functional>

class QPainter;

namespace trestle {

/// A PDF of pages of vectors with embedded fonts, each painted in paper.h's units. It was made when the stamp says,
/// so that equal contents and stamps give equal bytes (where the hash seed is fixed: Qt writes fonts in hash order).
QByteArray paperDocument(const QString& title, const ExportStamp& stamp, std::size_t pages,
                         const std::function<void(QPainter& painter, std::size_t page)>& paint,
                         PaperSize size = PaperSize::a4);

} // namespace trestle
