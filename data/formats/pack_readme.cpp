#include "data/formats/pack_readme.h"

#include "data/exchange/clean_text.h"
#include "data/exchange/export_facts.h"

#include <algorithm>

namespace trestle {

namespace {

/// Whom the files are for, and what they do not tell.
std::string_view readersOf(Audience audience)
{
    switch (audience) {
    case Audience::internal:
        return "For the makers of the plan: these files hold everything, also rates, margins and private notes.";
    case Audience::client: return "For the client: price, scope and dates.";
    case Audience::investor:
        return "For investors: cost, dates and risk, and what the figures rest on, without the rates of people.";
    }
    return {};
}

std::string_view readmeTextOf(const ExportFormat& format, Audience audience)
{
    const std::span<const PackEntry> entries = packEntries(audience);
    const auto entry = std::ranges::find(entries, format.key, &PackEntry::format);
    return entry == entries.end() ? std::string_view() : entry->text;
}

/// The plan's own text on one line.
std::string onOneLine(TextCleaner& cleaner, std::string text)
{
    std::ranges::replace_if(text, [](char c) { return c == '\r' || c == '\n' || c == '\t'; }, ' ');
    return cleaner.clean(text);
}

} // namespace

Exported packReadme(const std::vector<PackFile>& files, const ExportSource& source)
{
    TextCleaner cleaner;
    const std::string name = onOneLine(cleaner, source.plan->inputs.name);
    std::string text = name + "\n\n" + std::string(readersOf(source.audience)) + "\n";
    for (const PackFile& file : files)
        text += "\n" + file.name + "\n    " + std::string(readmeTextOf(file.format, source.audience)) + "\n";
    text += "\nMade with Trestle:\n";
    for (const ExportFact& fact : exportFacts(source))
        if (!fact.value.empty())
            text += "    " + std::string(fact.title) + ": " + onOneLine(cleaner, fact.value) + "\n";
    Exported readme{std::move(text), {}};
    if (cleaner.replaced() > 0)
        readme.losses.push_back({LossKind::characters, cleaner.replaced()});
    return readme;
}

} // namespace trestle
