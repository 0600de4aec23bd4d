#include "data/exchange/audience_rules.h"
#include "data/exchange/chart_places.h"
#include "data/exchange/html/html_text.h"
#include "data/exchange/slides/slide_pages.h"
#include "models/money/offer_scope.h"
#include "models/money/payments.h"
#include "models/team.h"

#include <algorithm>
#include <cctype>

namespace trestle::slides {

namespace {

constexpr double kSenderTop = 0.55;
constexpr double kMark = 0.48;
constexpr double kHeadlineTop = 1.5;
constexpr double kDotsBottom = 6.4;
constexpr double kBeside = 6.2; ///< where the words beside the dots begin
constexpr double kMostStep = 0.48;
const std::string kTight = "\u00a0"; ///< between words that stay on a line
constexpr Ink kDotInk = Ink::bar;
constexpr Ink kOpenInk = Ink::surface;
constexpr Ink kOpenEdgeInk = Ink::paleEdge;

/// Who sends it, else what it is of, with its picture or its first letter.
void addSender(const DeckSource& deck, Slide& slide)
{
    const Letterhead& head = deck.source.look.letterhead;
    const std::string sender = deck.clean(head.company.empty() ? deck.plan.inputs.name : head.company);
    double left = kSide;
    if (const ooxml::PixelSize size = ooxml::sizeOfPng(head.logo); !size.isEmpty()) {
        constexpr double kWidest = 3;
        const double shape = static_cast<double>(size.width) / static_cast<double>(size.height);
        const double width = std::min(kMark * shape, kWidest);
        const double height = std::max(width / shape, 0.02);
        slide.picture({left, kSenderTop + (kMark - height) / 2, std::max(width, 0.02), height}, "Logo",
                      deck.deck.picture(head.logo));
        left += width + 0.15;
    } else if (!sender.empty() && (std::isalpha(static_cast<unsigned char>(sender[0])) != 0)) {
        slide.shape({left, kSenderTop, kMark, kMark}, "Mark", {.fill = &kDotInk});
        slide.text({left, kSenderTop, kMark, kMark}, capital(sender.substr(0, 1)),
                   {{kLead.points, true}, Ink::surface, Side::middle, Level::middle});
        left += kMark + 0.15;
    }
    slide.text({left, kSenderTop, kSlideWidth - kSide - left, kMark}, sender,
               {kStrong, Ink::text, Side::left, Level::middle});
}

std::string withGst(const Inputs& inputs, Money price)
{
    const Money told = toldPrice(inputs.price.kind, price + gstOn(inputs, price));
    const std::string amount = "AUD" + kTight + html::amountText(told);
    return inputs.gstRegistered ? amount + kTight + "incl." + kTight + "GST" : amount;
}

/// ", for AUD 236,500 incl. GST", by the kind of price.
std::string priceWords(const Inputs& inputs, const PriceFigures& figures)
{
    const Money price = figures.of(inputs.price.kind).price;
    switch (inputs.price.kind) {
    case PriceKind::timeAndMaterials: return ", likely for" + kTight + withGst(inputs, price);
    case PriceKind::capped: return ", for at most" + kTight + withGst(inputs, price);
    case PriceKind::fixed: return ", for" + kTight + withGst(inputs, price);
    }
    return {};
}

std::string headline(const DeckSource& deck)
{
    const Plan& plan = deck.plan;
    if (plan.nothingInScope())
        return "Nothing is in scope, and nothing is left to build";
    if (plan.nothingLeft())
        return "Ready for production: nothing is left to build";
    if (!showsChances(deck.source.audience))
        return "Live by " + html::longDay(deck.promise.finishDate) +
               (deck.price ? priceWords(plan.inputs, *deck.price) : "");
    const std::string ready = "Ready for production by " + html::longDay(deck.promise.finishDate);
    return deck.funds ? ready + ", for" + kTight + "AUD" + kTight + html::amountText(deck.funds->shown) : ready;
}

std::string teamWords(const Plan& plan)
{
    const std::size_t people = plan.inputs.team.size();
    const std::string full = html::figureText(fullTimeEquivalents(plan.inputs.team), 2);
    return "with " + counted(people, "person", "people") +
           (full == std::to_string(people) ? "" : " (" + full + " full-time)");
}

std::string lead(const DeckSource& deck)
{
    const Plan& plan = deck.plan;
    const Readiness& ready = plan.readiness;
    if (plan.nothingLeft())
        return counted(static_cast<std::size_t>(ready.done), "item is", "items are") + " in place";
    const std::string start = "starting " + html::longDay(plan.startDate);
    if (!showsChances(deck.source.audience)) {
        const bool isByHours = deck.price && plan.inputs.price.kind == PriceKind::timeAndMaterials;
        const std::string paid = isByHours ? "; the hours worked are paid" : "";
        return (plan.inputs.client.empty() ? capital(start) : "For " + deck.clean(plan.inputs.client) + ", " + start) +
               paid;
    }
    return std::to_string(deck.confidence) + " % sure, " + start + ' ' + teamWords(plan) +
           (deck.funds ? "; " + costUnit(plan) : "");
}

void addDots(const DeckSource& deck, Slide& slide, double top)
{
    const OddsDots odds = oddsDots(deck.risk, deck.confidence);
    const double step = std::min(kMostStep, (kDotsBottom - top) / std::max(odds.tallest, 1));
    const double dot = 0.88 * step;
    for (std::size_t i = 0; i < odds.dots.size(); ++i) {
        const OddsDots::Dot& one = odds.dots[i];
        slide.shape(
            {kSide + step * one.column + (step - dot) / 2, kDotsBottom - step * (one.height + 1) + (step - dot) / 2,
             dot, dot},
            "Project " + std::to_string(i + 1) + (one.kept ? ", keeps the date" : ", later"),
            {.fill = one.kept ? &kDotInk : &kOpenInk, .edge = one.kept ? &kDotInk : &kOpenEdgeInk, .isRound = true});
    }
    const double across = kSide + step * odds.promised;
    slide.line(kSide, kDotsBottom, kSide + step * OddsDots::kColumns, kDotsBottom, "Axis", Ink::rule);
    slide.line(across, kDotsBottom - step * odds.tallest, across, kDotsBottom, "Promised date", Ink::text);
}

/// What the dots mean, and what the estimates alone would say.
double addOdds(const DeckSource& deck, Slide& slide, double top)
{
    const OddsDots odds = oddsDots(deck.risk, deck.confidence);
    const double width = kSlideWidth - kSide - kBeside;
    const std::string kept = odds.kept == odds.dots.size()
                                 ? "All 20 projects like this keep it"
                                 : std::to_string(odds.kept) + " of 20 projects like this keep it";
    const double below = slide.text({kBeside, top, width, 2 * lineHeight(kLead)}, kept, {{kLead.points, true}});
    const auto estimates = std::ranges::find(deck.risk.layers, RiskLayer::Of::estimates, &RiskLayer::of);
    if (estimates == deck.risk.layers.end())
        return below;
    const Date day = deck.plan.calendar.lastDate(0, estimates->finishAt(deck.confidence / 100.0));
    return slide.text({kBeside, below + 0.1, width, 2 * lineHeight(kBody)},
                      "The estimates alone say " + dayAndMonth(day) + "; projects like this usually vary more.",
                      {kBody, Ink::soft});
}

struct Tile {
    std::string caption;
    std::string value;
};

/// What a client gets, in figures.
double addOffer(const DeckSource& deck, Slide& slide, double top)
{
    const OfferScope scope = offerScope(deck.plan);
    std::vector<Tile> tiles{{"Included", counted(scope.included.size(), "item", "items")}};
    if (!scope.inPlace.empty())
        tiles.push_back({"In place already", counted(scope.inPlace.size(), "item", "items")});
    if (!scope.options.empty())
        tiles.push_back({"Apart from it", counted(scope.options.size(), "option", "options")});
    if (!scope.phase2.empty())
        tiles.push_back({"For later", counted(scope.phase2.size(), "item", "items")});
    if (deck.price) {
        const Money price = deck.price->of(deck.plan.inputs.price.kind).price;
        tiles.push_back({"Paid in", counted(paymentSchedule(deck.plan, price).size(), "invoice", "invoices")});
    }
    const double wide = kInner / static_cast<double>(tiles.size());
    double y = top;
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const double left = kSide + wide * static_cast<double>(i);
        const double below =
            slide.text({left, top, wide - 0.2, lineHeight(kNote)}, tiles[i].caption, {kNote, Ink::soft});
        y = slide.text({left, below + 0.05, wide - 0.2, lineHeight(kTitle)}, capital(tiles[i].value), {kTitle});
    }
    return y;
}

/// The sender's own words.
void addNote(const DeckSource& deck, Slide& slide, double left, double top)
{
    const Letterhead& head = deck.source.look.letterhead;
    const double width = kSlideWidth - kSide - left;
    double y = top;
    if (!head.note.empty())
        y = slide.text({left, y, width, std::max(lineHeight(kBody), kDotsBottom - 0.4 - y)}, deck.clean(head.note)) +
            0.1;
    if (!head.preparedBy.empty())
        slide.text({left, std::min(y, kDotsBottom - lineHeight(kBody)), width, lineHeight(kBody)},
                   "Prepared by " + deck.clean(head.preparedBy), {kBody, Ink::soft});
}

} // namespace

Result<Slide> headlineSlide(const DeckSource& deck)
{
    Slide slide = deck.deck.next();
    addSender(deck, slide);
    const double below = slide.title({kSide, kHeadlineTop, kInner, lineHeight(kHeadline)}, headline(deck), kHeadline);
    const double top =
        slide.text({kSide, below + 0.15, kInner, lineHeight(kLead)}, lead(deck), {kLead, Ink::soft}) + 0.4;
    if (!showsChances(deck.source.audience)) {
        addNote(deck, slide, kSide, addOffer(deck, slide, top) + 0.3);
    } else if (deck.plan.nothingLeft()) {
        addNote(deck, slide, kSide, top);
    } else {
        addDots(deck, slide, top);
        addNote(deck, slide, kBeside, addOdds(deck, slide, top + 0.4) + 0.25);
    }
    return slide;
}

} // namespace trestle::slides
