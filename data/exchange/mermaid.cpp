#include "data/exchange/mermaid.h"

#include "data/exchange/audience_rules.h"
#include "data/exchange/clean_text.h"
#include "data/exchange/export_facts.h"
#include "models/money/price.h"
#include "models/plan/work_dates.h"
#include "models/risk/promises.h"

#include <algorithm>
#include <array>

namespace trestle {

namespace {

/// Words that Mermaid reads as a statement where a line begins with one of them.
constexpr auto kStatements =
    std::to_array<std::string_view>({"accdescr", "acctitle", "axisformat", "call", "click", "dateformat", "end",
                                     "excludes", "gantt", "href", "includes", "inclusiveenddates", "section",
                                     "tickinterval", "title", "todaymarker", "topaxis", "weekday", "weekend"});

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool startsLikeStatement(std::string_view text)
{
    if (text[0] >= '0' && text[0] <= '9')
        return true; // of a date
    return std::ranges::any_of(kStatements, [&](std::string_view word) {
        return std::ranges::equal(text.substr(0, word.size()), word, {}, lowered);
    });
}

/// A character by its number, which Mermaid shows and does not read.
std::string numbered(char c)
{
    return '#' + std::to_string(static_cast<int>(c)) + ';';
}

class Gantt {
public:
    explicit Gantt(const ExportSource& source) : m_source(source), m_plan(*source.plan) {}

    Exported write()
    {
        m_text = "gantt\n";
        m_text += "    %% " + shown(factsLine(m_source)) + '\n';
        m_text += "    title " + shown(m_plan.inputs.name) + '\n';
        m_text += "    dateFormat YYYY-MM-DD\n";
        for (const PhasePlan& phase : m_plan.phases)
            addPhase(phase);
        addMilestones();
        std::vector<Loss> losses{{LossKind::characters, m_cleaner.replaced()}, {LossKind::links, m_plan.links.size()}};
        std::erase_if(losses, [](const Loss& loss) { return loss.count == 0; });
        return {std::move(m_text), std::move(losses)};
    }

private:
    /// Text on one line in which nothing has a meaning to Mermaid.
    std::string shown(std::string_view text)
    {
        std::string clean = m_cleaner.clean(text);
        std::ranges::replace_if(clean, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
        clean.erase(0, clean.find_first_not_of(' '));
        clean.erase(clean.find_last_not_of(' ') + 1);
        if (clean.empty())
            return "-";
        std::string out;
        for (std::size_t i = 0; i < clean.size(); ++i) {
            const bool isRead =
                std::string_view(":;#,%{}<>&\"'`\\").contains(clean[i]) || (i == 0 && startsLikeStatement(clean));
            out += isRead ? numbered(clean[i]) : std::string(1, clean[i]);
        }
        return out;
    }

    void section(std::string_view title) { m_text += "    section " + shown(title) + '\n'; }

    void task(std::string_view title, std::string_view tag, Date first, std::chrono::days days)
    {
        m_text += "    " + shown(title) + " :";
        m_text.append(tag).append(tag.empty() ? "" : ", ");
        m_text += isoDate(first) + ", " + std::to_string(days.count()) + "d\n";
    }

    void addPhase(const PhasePlan& phase)
    {
        if (!phase.hasWork && !doneDates(m_plan, phase))
            return;
        section(phase.title);
        for (std::size_t i = 0; i < phase.itemCount; ++i) {
            const ItemPlan& item = m_plan.items[phase.firstItem + i];
            const auto dates = workDates(m_plan, item);
            if (!dates || item.state == ItemState::excluded)
                continue;
            const bool drives = item.drivesFinish && showsSlack(m_source.audience);
            task(item.title, tagsOf(item, drives), dates->first, dates->last - dates->first + std::chrono::days{1});
        }
    }

    /// As Mermaid orders them.
    static std::string tagsOf(const ItemPlan& item, bool drives)
    {
        const std::string tags = item.state == ItemState::underWay ? "active" : item.hasWork ? "" : "done";
        return drives ? tags.empty() ? "crit" : "crit, " + tags : tags;
    }

    void addMilestones()
    {
        const int confidence = m_plan.inputs.confidence;
        const auto milestone = [&](const std::string& title, Date day) {
            task(title, "milestone", day, std::chrono::days{0});
        };
        section("Launch");
        if (!showsChances(m_source.audience)) {
            milestone("Launch", headlineOf(m_plan, *m_source.risk, priceConfidence(m_plan.inputs)).finishDate);
            return;
        }
        milestone("Likely", m_plan.finishDate.likely);
        milestone(std::to_string(confidence) + " % sure", headlineOf(m_plan, *m_source.risk, confidence).finishDate);
        if (m_plan.inputs.targetDate)
            milestone("Target date", *m_plan.inputs.targetDate);
    }

    const ExportSource& m_source;
    const Plan& m_plan;
    TextCleaner m_cleaner;
    std::string m_text;
};

} // namespace

Result<Exported> writeMermaid(const ExportSource& source)
{
    return Gantt(source).write();
}

} // namespace trestle
