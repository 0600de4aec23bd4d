#pragma once

#include "data/exchange/audience.h"

/// What each audience may read, the one home of these rules: every writer asks here and decides nothing by itself.
///
///     if (showsCost(source.audience))
///         m_table.money(item.cost.likely);
namespace trestle {

/// What the work costs: by phase, item, month and milestone, and in total.
constexpr bool showsCost(Audience audience)
{
    return audience != Audience::client;
}

/// Person-weeks. Beside a price they tell what a week is billed at.
constexpr bool showsEffort(Audience audience)
{
    return audience != Audience::client;
}

/// What a person costs or is billed at, in all or by time, how that was worked out, and from which rates amounts come:
/// a formula over a rate tells it.
constexpr bool showsRates(Audience audience)
{
    return audience == Audience::internal;
}

/// Wanted and expected margin, the mark-up on what is bought, the chance of a loss.
constexpr bool showsMargin(Audience audience)
{
    return audience == Audience::internal;
}

/// What a client pays: price, invoices, terms. Beside the cost it would tell the margin.
constexpr bool showsPrice(Audience audience)
{
    return audience != Audience::investor;
}

/// Chances, ranges and bands, what moves the finish, and the risks with their responses. Who has none of them reads
/// one date and one price: those at the plan's confidence.
constexpr bool showsChances(Audience audience)
{
    return audience != Audience::client;
}

/// What the makers wrote on the work: on the plan, its phases and its items. Private parts are nobody else's.
constexpr bool showsNotes(Audience audience)
{
    return audience != Audience::investor;
}

/// Slack, and what drives the finish.
constexpr bool showsSlack(Audience audience)
{
    return audience != Audience::client;
}

/// The maker's own target date and budget.
constexpr bool showsGoals(Audience audience)
{
    return audience != Audience::client;
}

/// What is in the bank, comes in and goes out, and the funding needed.
constexpr bool showsCash(Audience audience)
{
    return audience != Audience::client;
}

/// How much of the cost is own time, as one total; whose it is, is among the rates.
constexpr bool showsOwnTime(Audience audience)
{
    return showsCost(audience);
}

/// The versions that the plan's maker has named, with what was planned then.
constexpr bool showsVersions(Audience audience)
{
    return audience == Audience::internal;
}

/// What the plan promised when it became the baseline. Its name is that of a version.
constexpr bool showsBaseline(Audience audience)
{
    return audience != Audience::client;
}

/// What a scan of the prototype or an assistant proposes, and excerpts of its files: the source is the makers' own.
constexpr bool showsProposals(Audience audience)
{
    return audience == Audience::internal;
}

/// Where a tick comes from: the day, the file and what was seen in it.
constexpr bool showsEvidence(Audience audience)
{
    return audience != Audience::client;
}

/// Where the catalogue's figures come from, and what the user has entered in their place.
constexpr bool showsSources(Audience audience)
{
    return audience != Audience::client;
}

} // namespace trestle
