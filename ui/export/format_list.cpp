#include "ui/export/format_list.h"

#include "data/formats/export_formats.h"
#include "data/formats/pack.h"
#include "ui/base/format.h"
#include "ui/base/wording_exports.h"

#include <QSignalBlocker>
#include <QStandardItemModel>

#include <algorithm>

namespace trestle {

FormatList::FormatList(const std::vector<ExportFormat>& formats, QWidget* parent) : QComboBox(parent), m_all(formats)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaxVisibleItems(static_cast<int>(formats.size()) + 8); // with the headings: all of it in sight
}

/// A line that cannot be chosen.
void FormatList::addHeading(const QString& heading)
{
    addItem(heading);
    if (auto* items = qobject_cast<QStandardItemModel*>(model()))
        items->item(count() - 1)->setFlags(Qt::NoItemFlags);
}

void FormatList::list(Audience audience, bool hasOffer)
{
    const QSignalBlocker blocker(this);
    const QString before = chosen();
    m_audience = audience;
    clear();
    addItem(wording::packTitle(audience), QString());
    QStringList headings;
    for (const ExportFormat& format : m_all)
        if (const QString heading = wording::exportGroup(format.content); !headings.contains(heading))
            headings << heading;
    for (const QString& heading : std::as_const(headings)) {
        bool isFirst = true;
        for (const ExportFormat& format : m_all) {
            // What changed since a version is asked for by the menu, which lists those.
            if (!format.write || format.needsChanges || (format.needsOffer && !hasOffer) ||
                !format.audiences.include(audience) || wording::exportGroup(format.content) != heading)
                continue;
            if (std::exchange(isFirst, false))
                addHeading(heading);
            addItem(wording::exportTitle(format), QString::fromUtf8(format.key));
        }
    }
    choose(before);
}

QString FormatList::chosen() const
{
    return currentData().toString();
}

void FormatList::choose(const QString& key)
{
    setCurrentIndex(std::max(0, key.isEmpty() ? 0 : findData(key)));
}

std::vector<ExportFormat> FormatList::formats() const
{
    if (const ExportFormat* one = formatOf(m_all, format::utf8(chosen())))
        return {*one};
    return packFormats(m_all, m_audience);
}

} // namespace trestle
