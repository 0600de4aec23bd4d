#include "ui/report/offer/offer_items.h"

#include "ui/paper/paper.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <memory>

namespace trestle {

namespace {

constexpr double kItemIndent = 26;
constexpr double kItemAir = 5;
constexpr double kBelowSection = 8;
constexpr double kHeadingOfSection = 42; // a section's heading with what is below it
constexpr int kItemTitle = 13;

struct Piece {
    double before = 0; ///< room above it, but for the top of a column
    double height = 0;
    bool withNext = false;
    PageFlow::Paint paint;
};

void rule(QPainter& painter, const QRectF& place, const QPalette& palette, Role role)
{
    painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), roleColor(role, palette));
}

Piece phaseHead(std::size_t number, const std::string& title, double width, const QPalette& palette)
{
    const QFont font = paper::font(14, QFont::DemiBold);
    const TextBlock digits = paper::text(QString::number(number), font, kItemIndent);
    const TextBlock words = paper::text(QString::fromStdString(title), font, width - kItemIndent);
    return {18, words.height() + 8, true, [=](QPainter& painter, const QRectF& place) {
                digits.paint(painter, place.topLeft(), roleColor(Role::TextMuted, palette));
                words.paint(painter, {place.left() + kItemIndent, place.top()}, roleColor(Role::Text, palette));
                rule(painter, place, palette, Role::ControlBorder);
            }};
}

Piece builtItem(const DocumentItem& item, double indent, double width, const QPalette& palette)
{
    const TextBlock title =
        paper::text(QString::fromStdString(item.title), paper::font(kItemTitle, QFont::Medium), width - indent);
    const TextBlock detail =
        paper::text(QString::fromStdString(item.detail), paper::font(paper::kSmall), width - indent);
    const double below = item.detail.empty() ? 0 : detail.height();
    return {0, title.height() + below + 2 * kItemAir, false, [=](QPainter& painter, const QRectF& place) {
                const QPointF at(place.left() + indent, place.top() + kItemAir);
                title.paint(painter, at, roleColor(Role::Text, palette));
                if (below > 0)
                    detail.paint(painter, at + QPointF(0, title.height()), roleColor(Role::TextMuted, palette));
                rule(painter, place, palette, Role::Border);
            }};
}

using Pieces = std::vector<Piece>;

/// One column of those from `first` on, at most `tall` high; it ends behind no heading.
std::size_t endOfColumn(const Pieces& pieces, std::size_t first, double tall)
{
    double height = 0;
    std::size_t end = first;
    for (std::size_t at = first; at < pieces.size(); ++at) {
        height += (at > first ? pieces[at].before : 0) + pieces[at].height;
        if (height > tall)
            break;
        if (!pieces[at].withNext)
            end = at + 1;
    }
    return end;
}

std::size_t endOfColumns(const Pieces& pieces, std::size_t first, double tall)
{
    return endOfColumn(pieces, endOfColumn(pieces, first, tall), tall);
}

/// The least height at which both columns hold all from `first` on, at most `tall`.
double balanced(const Pieces& pieces, std::size_t first, double tall)
{
    double low = 0;
    for (int i = 0; i < 24; ++i) {
        const double middle = (low + tall) / 2;
        (endOfColumns(pieces, first, middle) == pieces.size() ? tall : low) = middle;
    }
    return tall;
}

PageFlow::Column columnOf(const std::shared_ptr<const Pieces>& pieces, std::size_t first, std::size_t end)
{
    double height = 0;
    for (std::size_t at = first; at < end; ++at)
        height += (at > first ? (*pieces)[at].before : 0) + (*pieces)[at].height;
    return {height, [pieces, first, end](QPainter& painter, const QRectF& place) {
                double y = place.top();
                for (std::size_t at = first; at < end; ++at) {
                    const Piece& piece = (*pieces)[at];
                    y += at > first ? piece.before : 0;
                    piece.paint(painter, {place.left(), y, place.width(), piece.height});
                    y += piece.height;
                }
            }};
}

} // namespace

void addBuiltItems(PageFlow& flow, const QPalette& palette, const DocumentItems& items, double page, double left)
{
    constexpr double kLeastRoom = 160; // less on a page is no beginning
    const double width = flow.columnWidth(2);
    Pieces made;
    std::size_t number = 0;
    for (const DocumentGroup& group : items.groups) {
        const bool isNamed = !group.title.empty();
        if (isNamed)
            made.push_back(phaseHead(++number, group.title, width, palette));
        for (const DocumentItem& item : group.items)
            made.push_back(builtItem(item, isNamed ? kItemIndent : 0, width, palette));
    }
    const auto pieces = std::make_shared<const Pieces>(std::move(made));
    double room = left - kHeadingOfSection >= kLeastRoom ? left - kHeadingOfSection : page - kHeadingOfSection;
    for (std::size_t first = 0; first < pieces->size(); room = page) {
        const bool areLast = endOfColumns(*pieces, first, room) == pieces->size();
        const double tall = areLast ? balanced(*pieces, first, room) : room;
        std::size_t middle = endOfColumn(*pieces, first, tall);
        if (middle == first) // higher than a page: as it is, alone
            middle = std::min(first + 1, pieces->size());
        const std::size_t end = endOfColumn(*pieces, middle, tall);
        flow.gap(kBelowSection);
        flow.beside({columnOf(pieces, first, middle), columnOf(pieces, middle, end)});
        first = end;
    }
}

void addPricedItems(PageFlow& flow, const QPalette& palette, const DocumentItems& items)
{
    constexpr double kBox = 15;
    constexpr double kPricedAir = 8;
    const QFont amountFont = paper::font(kItemTitle, QFont::DemiBold);
    double amounts = 0;
    for (const DocumentGroup& group : items.groups)
        for (const DocumentItem& item : group.items)
            amounts = std::max(amounts, paper::advance(QString::fromStdString(item.amount), amountFont) + 12);
    const double indent = items.isToTick ? kItemIndent : 0;
    for (const DocumentGroup& group : items.groups)
        for (const DocumentItem& item : group.items) {
            const Piece words = builtItem(item, indent, flow.width() - amounts, palette);
            const TextBlock amount = paper::text(QString::fromStdString(item.amount), amountFont, amounts);
            const bool isToTick = items.isToTick;
            flow.block(words.height + kPricedAir, [=](QPainter& painter, const QRectF& place) {
                const QRectF inner = place.adjusted(0, kPricedAir / 2, 0, -kPricedAir / 2);
                words.paint(painter, {inner.left(), inner.top(), place.width() - amounts, inner.height()});
                amount.paint(painter, {inner.right() - amounts, inner.top() + kItemAir}, roleColor(Role::Text, palette),
                             Qt::AlignRight);
                if (isToTick)
                    shapes::tickBox(painter, {inner.left(), inner.top() + kItemAir, kBox, kBox}, shapes::Mark::Empty,
                                    roleColor(Role::ControlBorder, palette), roleColor(Role::Surface, palette),
                                    roleColor(Role::Text, palette));
                rule(painter, inner, palette, Role::Border);
            });
        }
}

} // namespace trestle
