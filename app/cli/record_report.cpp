#include "app/cli/record_report.h"

#include "app/cli/figures.h"

#include <array>
#include <cmath>

namespace trestle::cli {

namespace {

constexpr std::array<const char*, 3> kPromises{"P50", "P80", "P90"};
constexpr std::size_t kDateCell = 12;
constexpr std::size_t kTookCell = 28;
constexpr std::size_t kFinishedCell = 10;
constexpr std::size_t kKeptCell = 14;

std::string wholePercent(double share)
{
    return number(100 * share, 0) + " %";
}

/// "P50 P80 P90", a dash for one that was not kept.
std::string keptText(const RecordedProject& project)
{
    const auto kept = promisesKept(project);
    std::string text;
    for (std::size_t i = 0; i < kPromises.size(); ++i)
        text += std::string(i > 0 ? " " : "") + (kept.at(i) ? kPromises.at(i) : "-");
    return text;
}

std::string recordRow(const std::string& date, const std::string& took, const std::string& finished,
                      const std::string& kept, const std::string& catalogue, const Style& style)
{
    std::string row = leftAligned(date, kDateCell, style.glyphs) + leftAligned(took, kTookCell, style.glyphs) +
                      leftAligned(finished, kFinishedCell, style.glyphs);
    const std::size_t wide = kDateCell + kTookCell + kFinishedCell + kKeptCell + 12;
    return style.width < wide ? row + kept
                              : row + leftAligned(kept, kKeptCell, style.glyphs) + printable(catalogue, style.utf8);
}

/// "3 of 6 ended at or below P80, where 4.8 should; that speaks against it."
std::string hitText(const HitRate& rate, int projects, const char* name)
{
    std::string text = std::to_string(rate.hits) + " of " + std::to_string(projects) + " ended at or below " + name +
                       "; " + trimmedNumber(rate.share * projects, 1) + " should. ";
    if (rate.isRefuted())
        return text + "That is too few to be chance: such promises are too tight.";
    if (!rate.refutedBy)
        return text + "That says nothing yet: it takes " + std::to_string(rate.speaksFrom) + " projects.";
    return text + "That says nothing against it: it would take " + std::to_string(*rate.refutedBy) +
           (*rate.refutedBy == 0 ? "." : " or fewer.");
}

} // namespace

std::string lengthText(double logRatio)
{
    const double more = std::exp(logRatio) - 1;
    if (std::abs(more) < 0.005)
        return "as long as planned";
    return wholePercent(std::abs(more)) + (more > 0 ? " longer than planned" : " shorter than planned");
}

std::vector<std::string> recordLines(const Record& record, const Style& style)
{
    if (record.empty())
        return {"No past plans recorded yet; 'trestle record add PLAN' records one."};
    std::vector<std::string> lines{
        inked(recordRow("Recorded", "Took", "Finished", "Kept", "Catalogue", style), Ink::faint, style)};
    for (const RecordedProject& project : record)
        lines.push_back(recordRow(isoDate(project.date), lengthText(project.y), wholePercent(project.weight),
                                  keptText(project), project.catalogue, style));
    const RecordFigures figures = figuresOf(record);
    const RecordRange range = rangeOf(figures);
    lines.emplace_back();
    const auto add = [&](const std::string& sentence) {
        for (const std::string& line : wrapped(sentence, style.width))
            lines.push_back(line);
    };
    add(counted(record.size(), "past plan", "past plans") + " took " + lengthText(figures.mean) +
        " on the whole. With what other projects teach, half of the next are expected to take up to " +
        trimmedNumber(range.usual, 2) + " times what was likely, and 8 of 10 between " + trimmedNumber(range.low, 2) +
        " and " + trimmedNumber(range.high, 2) + " times (m " + trimmedNumber(figures.m, 4) + ", s " +
        trimmedNumber(figures.s, 4) + ").");
    for (std::size_t i = 0; i < kPromises.size(); ++i)
        add(hitText(figures.hits.at(i), figures.projects, kPromises.at(i)));
    return lines;
}

} // namespace trestle::cli
