#include "data/exchange/slides/pptx.h"

#include "data/exchange/audience_rules.h"
#include "data/exchange/export_facts.h"
#include "data/exchange/html/html_text.h"
#include "data/exchange/slides/slide_pages.h"
#include "models/money_rules.h"

#include <array>

namespace trestle {

namespace slides {

namespace {

/// What stands at the foot: the plan, who sends it, the day.
std::string footOf(const DeckSource& deck)
{
    const Letterhead& head = deck.source.look.letterhead;
    std::string foot = deck.name();
    if (!deck.source.stamp.scenario.empty())
        foot += " \u00b7 " + deck.clean(deck.source.stamp.scenario);
    if (!head.company.empty())
        foot += " \u00b7 " + deck.clean(head.company);
    const Date made = std::chrono::floor<std::chrono::days>(deck.source.stamp.onTheWall());
    return foot + " \u00b7 " + html::longDay(made);
}

} // namespace

} // namespace slides

Result<Exported> writePptx(const ExportSource& source)
{
    using namespace slides;
    const Plan& plan = *source.plan;
    const Risk& risk = *source.risk;
    const bool isClient = !showsCost(source.audience);
    const int confidence = isClient ? priceConfidence(plan.inputs) : plan.inputs.confidence;
    TextCleaner cleaner;
    Deck deck({.title = cleaner.clean(plan.inputs.name),
               .subject = {},
               .creator = cleaner.clean(source.look.letterhead.company),
               .description = cleaner.clean(factsLine(source)),
               .madeAt = source.stamp.madeAt});
    DeckSource from{source, plan, risk, confidence, headlineOf(plan, risk, confidence), {}, {}, deck, cleaner};
    if (!isClient) {
        auto funds = useOfFunds(plan, risk, confidence, plan.inputs.gst, source.simulation);
        if (!funds)
            return std::unexpected(funds.error());
        from.funds = std::move(*funds);
    } else if (isPriced(plan.inputs)) {
        from.price = priceFigures(plan, risk, confidence);
    }
    const std::string foot = footOf(from);
    std::size_t cut = 0;
    for (const auto page : std::array{headlineSlide, planSlide, isClient ? offerSlide : moneySlide}) {
        auto slide = page(from);
        if (!slide)
            return std::unexpected(slide.error());
        slide->foot(foot);
        cut += slide->cut();
        deck.put(*slide);
    }
    auto bytes = deck.write();
    if (!bytes)
        return std::unexpected(bytes.error());
    Exported exported{std::move(*bytes), {}};
    if (cleaner.replaced() > 0)
        exported.losses.push_back({LossKind::characters, cleaner.replaced()});
    if (cut > 0)
        exported.losses.push_back({LossKind::shortened, cut});
    return exported;
}

} // namespace trestle
