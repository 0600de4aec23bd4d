#include "ui/paper/paper_sheet.h"

#include "ui/paper/paper.h"

namespace trestle {

QPageSize pageSizeOf(PaperSize size)
{
    switch (size) {
    case PaperSize::a4: break;
    case PaperSize::a3: return QPageSize(QPageSize::A3);
    case PaperSize::letter: return QPageSize(QPageSize::Letter);
    }
    return QPageSize(QPageSize::A4);
}

QSizeF unitsOf(PaperSize size)
{
    return pageSizeOf(size).size(QPageSize::Point) / paper::kPointsPerUnit;
}

} // namespace trestle
