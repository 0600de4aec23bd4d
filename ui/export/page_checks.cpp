#include "ui/export/page_checks.h"

#include "ui/base/wording_exports.h"
#include "ui/dialogs/form_dialog.h"
#include "ui/report/sheets/report_document.h"

#include <QCheckBox>
#include <QGridLayout>

#include <algorithm>

namespace trestle {

PageChecks::PageChecks(QWidget* parent) : QWidget(parent)
{
    constexpr int kColumns = 3;
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 4);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    int place = 0;
    for (const ReportPart part : kReportParts) {
        if (part == ReportPart::changes)
            continue; // of a version, which the menu asks for
        const std::string_view key = keyOf(part);
        auto* box =
            makeCheck(wording::reportPart(part),
                      QStringLiteral("exportPage_") + QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())),
                      true, this);
        grid->addWidget(box, place / kColumns, place % kColumns, Qt::AlignLeft);
        ++place;
        m_boxes[part] = box;
    }
    grid->setColumnStretch(kColumns - 1, 1);
}

void PageChecks::showFor(Audience audience)
{
    const auto writers = reportPartWriters();
    for (const auto& [part, box] : m_boxes)
        box->setVisible(std::ranges::any_of(writers, [part = part, audience](const ReportPartWriter& writer) {
            return writer.part == part && writer.audiences.include(audience);
        }));
}

void PageChecks::choose(const std::optional<std::vector<ReportPart>>& parts)
{
    for (const auto& [part, box] : m_boxes)
        box->setChecked(!parts || std::ranges::find(*parts, part) != parts->end());
}

std::optional<std::vector<ReportPart>> PageChecks::chosen() const
{
    std::vector<ReportPart> parts;
    bool isAll = true;
    for (const auto& [part, box] : m_boxes) {
        if (box->isHidden())
            continue;
        if (box->isChecked())
            parts.push_back(part);
        isAll = isAll && box->isChecked();
    }
    return isAll ? std::nullopt : std::optional(std::move(parts));
}

} // namespace trestle
