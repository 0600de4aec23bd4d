#include "app/cli/scan_report.h"

#include "app/cli/figures.h"
#include "app/cli/wording_scan.h"
#include "data/scanner/told_evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace trestle::cli {

namespace {

constexpr std::size_t kMostUnreadShown = 10;
constexpr std::size_t kWidestId = 32;
constexpr std::array kStates{FoundState::done, FoundState::partial, FoundState::none, FoundState::opposite,
                             FoundState::elsewhere};

class ScanLines {
public:
    explicit ScanLines(const Style& style) : m_style(style) {}

    void add(std::string_view text, std::size_t indent = 0, Ink ink = Ink::plain)
    {
        const std::size_t room = m_style.width > indent + 10 ? m_style.width - indent : 10;
        for (const std::string& line : wrapped(printable(text, m_style.utf8), room))
            m_text += std::string(indent, ' ') + inked(shortened(line, room, m_style.glyphs), ink, m_style) + '\n';
    }
    void addEmpty() { m_text += '\n'; }
    void addItem(const ScanItem& item, std::size_t idWidth)
    {
        const std::string name = tickBox(item.state) + ' ' + printable(item.id, m_style.utf8);
        const std::string line = "  " + leftAligned(name, idWidth + 4, m_style.glyphs) + "  " +
                                 leftAligned(worded(item.state), kStateWidth, m_style.glyphs) + "  " +
                                 worded(item.confidence);
        m_text += inked(shortened(line, m_style.width, m_style.glyphs),
                        item.state == FoundState::opposite ? Ink::warning : Ink::plain, m_style) +
                  '\n';
    }

    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    static constexpr std::size_t kStateWidth = std::string_view("sign of the opposite").size();
    const Style& m_style;
    std::string m_text;
};

/// What speaks for it: "src/auth.ts:12: Passwords are hashed with bcrypt".
std::string reasonFor(const ScanItem& item)
{
    if (item.evidence.empty())
        return item.state == FoundState::elsewhere ? std::string(whyElsewhere(item.id)) : std::string();
    const Evidence& first = item.evidence.front();
    const std::string place = placeText(first);
    const std::string meaning(meaningOf(first));
    return place + (place.empty() || meaning.empty() ? "" : ": ") + meaning;
}

void addPhases(ScanLines& lines, const Scan& scan, const Catalogue& catalogue, const Style& style)
{
    std::size_t idWidth = 0;
    for (const ScanItem& item : scan.items)
        idWidth = std::max(idWidth, displayWidth(printable(item.id, style.utf8)));
    constexpr std::size_t kBeside = 41; // boxes, states and confidence
    idWidth = std::min({idWidth, kWidestId, style.width > kBeside ? style.width - kBeside : 1});
    for (const Phase& phase : catalogue.phases) {
        bool isTold = false;
        for (const auto* list : {&phase.items, &phase.addOns})
            for (const Item& item : *list) {
                const auto found = std::ranges::find(scan.items, item.id, &ScanItem::id);
                if (found == scan.items.end())
                    continue;
                if (!isTold)
                    lines.add(phase.title, 0, Ink::bold);
                isTold = true;
                lines.addItem(*found, idWidth);
                lines.add(reasonFor(*found), 6, Ink::faint);
            }
        if (isTold)
            lines.addEmpty();
    }
}

void addFiles(ScanLines& lines, const Scan& scan)
{
    const auto bytes = static_cast<double>(scan.bytesRead);
    const std::string size = bytes < 1e6 ? number(std::ceil(bytes / 1e3), 0) + " kB" : number(bytes / 1e6, 1) + " MB";
    std::string files = "Read " + counted(scan.filesRead, "file", "files") + " (" + size + ")";
    if (scan.filesSkipped > 0)
        files += "; skipped " + counted(scan.filesSkipped, "file or folder that is", "files and folders that are") +
                 " ignored, vendored, generated, built or binary";
    lines.add(files + '.');
    if (scan.filesRead == 0)
        lines.add("Nothing in it tells anything: is this the folder with the source?");
    if (!scan.ignoreRulesRead)
        lines.add("The repository's ignore rules could not be read: its files were read all the same.");
    if (scan.unreadCount == 0)
        return;
    lines.add("Not read: " + counted(scan.unreadCount, "file or folder", "files or folders"));
    const std::size_t shown = std::min(scan.unread.size(), kMostUnreadShown);
    for (std::size_t i = 0; i < shown; ++i)
        lines.add(scan.unread[i].path + " (" + worded(scan.unread[i].reason) + ')', 2);
    if (scan.unreadCount > shown)
        lines.add("and " + std::to_string(scan.unreadCount - shown) + " more", 2);
}

void addChanges(ScanLines& lines, const ScanFacts& facts)
{
    // Of the first scan all would be new.
    const auto& changes = *facts.changes;
    if (std::ranges::any_of(changes, [](const ProposalChange& change) { return change.before.has_value(); })) {
        lines.add("Changed since the scan before:");
        for (const ProposalChange& change : changes)
            lines.add(change.item + ": " + (change.before ? worded(*change.before) : "not looked at") + " -> " +
                          worded(change.after),
                      2);
    }
    if (!facts.accepted.empty())
        lines.add("Accepted (" + std::to_string(facts.accepted.size()) + "): " + joined(facts.accepted, ", "));
}

/// Behind a number of items.
std::string countedWord(FoundState state)
{
    const std::string word = worded(state);
    return state == FoundState::none ? "with " + word : state == FoundState::opposite ? "with a " + word : word;
}

} // namespace

std::string scanCounts(const Scan& scan)
{
    std::vector<std::string> parts;
    for (const FoundState state : kStates)
        if (const auto count = std::ranges::count(scan.items, state, &ScanItem::state); count > 0)
            parts.push_back(std::to_string(count) + ' ' + countedWord(state));
    return parts.empty() ? "no items" : joined(parts, ", ");
}

std::string scanReport(const Scan& scan, const Catalogue& catalogue, const ScanFacts& facts, const Style& style)
{
    ScanLines lines(style);
    addPhases(lines, scan, catalogue, style);
    const auto sure =
        static_cast<std::size_t>(std::ranges::count(scan.items, FoundConfidence::confident, &ScanItem::confidence));
    lines.add(facts.folder + ": " + scanCounts(scan) + " (" + std::to_string(sure) + " confident, " +
                  std::to_string(scan.items.size() - sure) + " unsure)",
              0, Ink::bold);
    addFiles(lines, scan);
    if (facts.changes)
        addChanges(lines, facts);
    return lines.text();
}

} // namespace trestle::cli
