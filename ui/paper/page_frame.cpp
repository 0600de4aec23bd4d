#include "ui/paper/page_frame.h"

#include "ui/base/tr.h"
#include "ui/paper/paper.h"
#include "ui/paper/paper_sheet.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr double kHeadTop = 52;
constexpr double kTile = 28;
constexpr QSizeF kLargestLogo{200, 40};
constexpr double kAfterLogo = 10;
constexpr double kOwnerPart = 0.5; // of the width
constexpr double kBelowHead = 32;
constexpr double kFootBottom = 34; // below the last line of the foot
constexpr double kAboveFoot = 14;  // between what is on the page and the line, and between that and its words
constexpr double kPageNumber = 70;

QFont ownerFont()
{
    return paper::font(16, QFont::DemiBold);
}

QFont quietFont()
{
    return paper::font(13);
}

/// The first letter that a reader sees, without marks that only order what follows.
QString initialOf(const QString& owner)
{
    const auto first = std::ranges::find_if(owner, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
    if (first == owner.end())
        return {};
    const QString rest = owner.mid(first - owner.begin());
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, rest);
    return rest.left(finder.toNextBoundary()).toUpper();
}

/// As paper::line() sets it.
double heightOf(const QString& text, const QFont& font, double width)
{
    return paper::wrappedHeight(text, paper::fitting(text, width, font), width);
}

} // namespace

PageFrame::PageFrame(Words words, PaperSize size, const QPalette& palette)
    : m_words(std::move(words)), m_size(unitsOf(size)), m_palette(palette)
{
}

QSizeF PageFrame::logoSize() const
{
    if (m_words.logo.isNull())
        return {kTile, kTile};
    const QSizeF whole = m_words.logo.size();
    return whole.scaled(kLargestLogo, Qt::KeepAspectRatio);
}

double PageFrame::ownerWidth() const
{
    return (m_size.width() - 2 * paper::kMargin) * kOwnerPart - logoSize().width() - kAfterLogo;
}

double PageFrame::headHeight() const
{
    const double about = (m_size.width() - 2 * paper::kMargin) * (1 - kOwnerPart) - kAfterLogo;
    return std::max({logoSize().height(), heightOf(m_words.owner, ownerFont(), ownerWidth()),
                     heightOf(m_words.about, quietFont(), about)});
}

double PageFrame::footHeight() const
{
    return paper::wrappedHeight(m_words.foot, paper::font(paper::kSmall),
                                m_size.width() - 2 * paper::kMargin - kPageNumber);
}

QRectF PageFrame::room() const
{
    const double top = kHeadTop + headHeight() + kBelowHead;
    const double bottom = m_size.height() - kFootBottom - footHeight() - 2 * kAboveFoot;
    return {paper::kMargin, top, m_size.width() - 2 * paper::kMargin, bottom - top};
}

void PageFrame::paintLogo(QPainter& painter, const QRectF& place) const
{
    if (!m_words.logo.isNull()) {
        painter.drawImage(place, m_words.logo);
        return;
    }
    shapes::panel(painter, place, 6, roleColor(Role::Bar, m_palette), {});
    paper::line(painter, place, initialOf(m_words.owner), paper::font(15, QFont::DemiBold),
                roleColor(Role::TextOnAccent, m_palette), Qt::AlignHCenter);
}

void PageFrame::paint(QPainter& painter, std::size_t page, std::size_t pages) const
{
    const double left = paper::kMargin;
    const double right = m_size.width() - paper::kMargin;
    const double head = headHeight();
    const QSizeF logo = logoSize();
    paintLogo(painter, {QPointF(left, kHeadTop + (head - logo.height()) / 2), logo});
    const double owner = left + logo.width() + kAfterLogo;
    paper::line(painter, {owner, kHeadTop, ownerWidth(), head}, m_words.owner, ownerFont(),
                roleColor(Role::Text, m_palette));
    const double about = owner + ownerWidth() + kAfterLogo;
    paper::line(painter, {about, kHeadTop, right - about, head}, m_words.about, quietFont(),
                roleColor(Role::TextMuted, m_palette), Qt::AlignRight);

    const double foot = m_size.height() - kFootBottom - footHeight();
    painter.fillRect(QRectF(left, foot - kAboveFoot, right - left, 0.8), roleColor(Role::Border, m_palette));
    const QColor muted = roleColor(Role::TextMuted, m_palette);
    paper::text(m_words.foot, paper::font(paper::kSmall), right - left - kPageNumber)
        .paint(painter, {left, foot}, muted);
    paper::text(tr("%1 / %2").arg(page + 1).arg(pages), paper::font(paper::kSmall), kPageNumber)
        .paint(painter, {right - kPageNumber, foot}, muted, Qt::AlignRight);
}

} // namespace trestle
