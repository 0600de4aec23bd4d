#include "ui/report/export_memory.h"

#include "data/exchange/logo.h"
#include "ui/base/format.h"
#include "ui/base/settings.h"

#include <algorithm>

namespace trestle {

namespace {

QString keyText(std::string_view key)
{
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

/// The one of those that has this key; the first where none has.
template <class All>
auto oneWithKey(const All& all, const QString& key)
{
    const auto found = std::ranges::find_if(all, [&](const auto& one) { return key == keyText(keyOf(one)); });
    return found == all.end() ? all.front() : *found;
}

} // namespace

ExportWish ExportMemory::wish() const
{
    ExportWish wish;
    wish.format = m_settings.text(keys::exportFormat, QStringLiteral("pdf"));
    wish.audience = oneWithKey(kAudiences, m_settings.text(keys::exportAudience));
    wish.look.paper = oneWithKey(kPaperSizes, m_settings.text(keys::exportPaper));
    wish.look.withGst = m_settings.flag(keys::exportGst, false);
    if (const int scale = m_settings.text(keys::exportScale).toInt(); scale >= kLeastScale && scale <= kMostScale)
        wish.look.scale = scale;
    wish.decimalComma = m_settings.flag(keys::exportDecimalComma, false);
    wish.separator = wish.decimalComma || m_settings.flag(keys::exportSemicolon, false) ? ';' : ',';
    Letterhead& head = wish.look.letterhead;
    head.company = format::utf8(m_settings.text(keys::letterheadCompany));
    head.preparedBy = format::utf8(m_settings.text(keys::letterheadPreparedBy));
    if (std::string logo = m_settings.bytes(keys::letterheadLogo).toStdString(); isLogo(logo))
        head.logo = std::move(logo);
    return wish;
}

void ExportMemory::keep(const ExportWish& wish)
{
    m_settings.setText(keys::exportFormat, wish.format);
    m_settings.setText(keys::exportAudience, keyText(keyOf(wish.audience)));
    m_settings.setText(keys::exportPaper, keyText(keyOf(wish.look.paper)));
    m_settings.setFlag(keys::exportGst, wish.look.withGst);
    m_settings.setText(keys::exportScale, QString::number(wish.look.scale));
    m_settings.setFlag(keys::exportDecimalComma, wish.decimalComma);
    m_settings.setFlag(keys::exportSemicolon, wish.separator == ';');
    const Letterhead& head = wish.look.letterhead;
    m_settings.setText(keys::letterheadCompany, format::raw(head.company));
    m_settings.setText(keys::letterheadPreparedBy, format::raw(head.preparedBy));
    m_settings.setBytes(keys::letterheadLogo, QByteArray::fromStdString(head.logo));
}

QString ExportMemory::folder() const
{
    return m_settings.text(keys::exportFolder);
}

void ExportMemory::keepFolder(const QString& folder)
{
    m_settings.setText(keys::exportFolder, folder);
}

} // namespace trestle
