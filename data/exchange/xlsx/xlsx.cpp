#include "data/exchange/xlsx/xlsx.h"

#include "data/exchange/audience_rules.h"
#include "data/exchange/xlsx/xlsx_pages.h"
#include "models/calendar/days_off.h"

#include <algorithm>
#include <cassert>

namespace trestle {

namespace {

/// What the sheets have no place for.
std::vector<Loss> lossesOf(const Plan& plan)
{
    const Inputs& inputs = plan.inputs;
    const Profile& profile = inputs.profile;
    const auto answered = static_cast<std::size_t>((profile.scale.empty() ? 0 : 1) + (profile.validated ? 1 : 0) +
                                                   (profile.maintainer == Maintainer::unanswered ? 0 : 1));
    const auto daysOff = std::ranges::count_if(namedDaysOff(inputs, plan.startDate, plan.finishDate.high),
                                               [](const NamedDayOff& day) { return day.kind != DayOffKind::own; });
    std::vector<Loss> losses{{LossKind::links, plan.links.size()},
                             {LossKind::profile, profile.conditions.size() + answered},
                             {LossKind::daysOff, inputs.daysOff.size() + static_cast<std::size_t>(daysOff)}};
    std::erase_if(losses, [](const Loss& loss) { return loss.count == 0; });
    return losses;
}

Result<void> writeSheets(XlsxBook& book, const ExportSource& source)
{
    const auto funds =
        useOfFunds(*source.plan, *source.risk, source.plan->inputs.confidence, GstBasis::purchases, source.simulation);
    if (!funds)
        return std::unexpected(funds.error());
    XlsxPages pages(book, source, *funds);
    writeSummary(pages);
    writeItems(pages);
    writeMonths(pages);
    writeFunds(pages);
    writePeople(pages);
    writeChances(pages);
    writePrice(pages);
    writeCash(pages);
    writeAssumptions(pages);
    writeStaffing(pages);
    writeWorkings(pages);
    return {};
}

} // namespace

Result<Exported> writeXlsx(const ExportSource& source)
{
    assert(source.plan && source.risk);
    XlsxBook book(source.plan->inputs.name, source.stamp.madeAt);
    if (!showsCost(source.audience))
        writeClientSheets(book, source);
    else if (const auto ok = writeSheets(book, source); !ok)
        return std::unexpected(ok.error());
    std::vector<Loss> losses = book.losses();
    std::ranges::copy(lossesOf(*source.plan), std::back_inserter(losses));
    auto bytes = book.finish();
    if (!bytes)
        return std::unexpected(bytes.error());
    return Exported{std::move(*bytes), std::move(losses)};
}

} // namespace trestle
