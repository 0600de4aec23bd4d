#include "app/cli/export_options.h"

#include "app/cli/plan_source.h"
#include "app/cli/text.h"
#include "app/cli/values.h"
#include "data/exchange/logo.h"
#include "data/plan_file/named_version.h"

#include <algorithm>
#include <array>
#include <utility>

namespace trestle::cli {

namespace {

/// An option with one text that only some formats take.
struct TakenText {
    const char* name = "";
    std::optional<std::string> ExportChoice::* given = nullptr;
    bool ExportFormat::* taken = nullptr;
    std::string (*form)() = nullptr;
    const char* use = ""; ///< what it does, for the help
};

/// "a4|a3|letter".
template <class All>
std::string keysOfAll(const All& all, const char* between)
{
    std::vector<std::string> keys;
    for (const auto& one : all)
        keys.emplace_back(keyOf(one));
    return joined(keys, between);
}

std::string scaleForm()
{
    std::vector<std::string> scales;
    for (int scale = kLeastScale; scale <= kMostScale; ++scale)
        scales.push_back(std::to_string(scale));
    return joined(scales, "|");
}

std::string textForm()
{
    return "TEXT";
}

constexpr std::array kTakenTexts{
    TakenText{"--since", &ExportChoice::since, &ExportFormat::takesChanges, [] { return std::string("VERSION"); },
              "what has changed since the version of that name, on a page of the report or as a change order"},
    TakenText{"--paper", &ExportChoice::paper, &ExportFormat::takesPaper, [] { return keysOfAll(kPaperSizes, "|"); },
              "the paper; A4 when not given"},
    TakenText{"--pages", &ExportChoice::pages, &ExportFormat::takesParts, [] { return keysOfAll(kReportParts, ","); },
              "the parts, with commas between them; those that the audience reads when not given. Progress alone is "
              "the weekly report"},
    TakenText{"--scale", &ExportChoice::scale, &ExportFormat::takesScale, scaleForm,
              "times its size; 2 when not given"},
    TakenText{"--chart", &ExportChoice::chart, &ExportFormat::takesChart, [] { return chartKeys("|"); },
              "what it shows; the plan's phases when not given"},
    TakenText{"--company", &ExportChoice::company, &ExportFormat::takesLetterhead, textForm, "who sends it"},
    TakenText{"--prepared-by", &ExportChoice::preparedBy, &ExportFormat::takesLetterhead, textForm, "who made it"},
    TakenText{"--note", &ExportChoice::note, &ExportFormat::takesLetterhead, textForm, "a note to the reader"},
    TakenText{"--logo", &ExportChoice::logo, &ExportFormat::takesLetterhead, [] { return std::string("FILE"); },
              "a logo, as a PNG picture"},
    TakenText{"--separator", &ExportChoice::separator, &ExportFormat::takesSeparator, [] { return std::string(",|;"); },
              "what stands between the columns; a comma when not given"},
};

struct TakenFlag {
    const char* name = "";
    bool ExportChoice::* given = nullptr;
    bool ExportFormat::* taken = nullptr;
    const char* use = "";
};

constexpr std::array kTakenFlags{
    TakenFlag{"--with-gst", &ExportChoice::withGst, &ExportFormat::takesGst, "prices with GST"},
    TakenFlag{"--decimal-comma", &ExportChoice::decimalComma, &ExportFormat::takesSeparator,
              "numbers with a decimal comma, and a semicolon between the columns"},
};

std::string withFormats(std::span<const ExportFormat> all, bool ExportFormat::* taken, const char* use)
{
    const std::string names = namesOf(all, taken);
    return "With " + names + ": " + use;
}

/// The one of that name, which `keyOf` knows.
template <class All>
Result<typename All::value_type> oneWithKey(const All& all, const std::string& name, const std::string& option)
{
    std::vector<std::string> known;
    for (const auto& one : all) {
        if (keyOf(one) == name)
            return one;
        known.emplace_back(keyOf(one));
    }
    return fail(ErrorCode::invalidValue, name, option, joined(known, ", "));
}

Result<std::vector<ReportPart>> reportPartsOf(const std::string& pages)
{
    std::vector<ReportPart> parts;
    for (const std::string& name : split(pages, ',')) {
        const auto part = oneWithKey(kReportParts, trimmed(name), "--pages");
        if (!part)
            return std::unexpected(part.error());
        if (std::ranges::find(parts, *part) == parts.end())
            parts.push_back(*part);
    }
    if (parts.empty())
        return fail(ErrorCode::invalidValue, pages, "--pages", "at least one part");
    std::ranges::sort(parts);
    return parts;
}

Result<int> scaleOf(const std::string& text)
{
    for (int scale = kLeastScale; scale <= kMostScale; ++scale)
        if (text == std::to_string(scale))
            return scale;
    return fail(ErrorCode::invalidValue, text, "--scale",
                std::to_string(kLeastScale) + " to " + std::to_string(kMostScale));
}

Result<void> addLetterhead(const ExportChoice& choice, Letterhead& letterhead)
{
    struct Line {
        const char* option;
        const std::optional<std::string>& given;
        std::string& line;
    };
    for (const Line& one : {Line{"--company", choice.company, letterhead.company},
                            Line{"--prepared-by", choice.preparedBy, letterhead.preparedBy},
                            Line{"--note", choice.note, letterhead.note}}) {
        if (!one.given)
            continue;
        auto text = readText(*one.given, one.option);
        if (!text)
            return std::unexpected(text.error());
        one.line = std::move(*text);
    }
    if (!choice.logo)
        return {};
    auto logo = readLogo(*choice.logo);
    if (!logo)
        return std::unexpected(logo.error());
    letterhead.logo = std::move(*logo);
    return {};
}

/// Everything that is not read from the plan.
Result<void> addLook(const ExportChoice& choice, ExportSource& source)
{
    if (choice.audience) {
        const auto audience = chosenAudience(choice);
        if (!audience)
            return std::unexpected(audience.error());
        source.audience = *audience;
    }
    if (choice.paper) {
        const auto paper = oneWithKey(kPaperSizes, *choice.paper, "--paper");
        if (!paper)
            return std::unexpected(paper.error());
        source.look.paper = *paper;
    }
    if (choice.pages) {
        auto parts = reportPartsOf(*choice.pages);
        if (!parts)
            return std::unexpected(parts.error());
        source.look.parts = std::move(*parts);
    }
    if (choice.scale) {
        const auto scale = scaleOf(*choice.scale);
        if (!scale)
            return std::unexpected(scale.error());
        source.look.scale = *scale;
    }
    if (choice.chart) {
        const ChartRow* chart = chartOf(*choice.chart);
        if (!chart)
            return fail(ErrorCode::invalidValue, *choice.chart, "--chart", chartKeys(", "));
        source.look.chart = chart->kind;
    }
    source.look.withGst = choice.withGst;
    source.decimalComma = choice.decimalComma;
    const std::string separator = choice.separator.value_or(choice.decimalComma ? ";" : ",");
    if (separator != "," && separator != ";")
        return fail(ErrorCode::invalidValue, separator, "--separator", "',' or ';'");
    source.separator = separator.front();
    return addLetterhead(choice, source.look.letterhead);
}

/// What has changed since the version of that name.
Result<ChangesSince> changesSince(const std::string& version, const std::string& path, const Project& now, Date today)
{
    const auto kind = kindOf(path);
    if (!kind)
        return std::unexpected(kind.error());
    if (*kind == SourceKind::json)
        return fail(ErrorCode::invalidValue, path, "--since", "a plan file: plan JSON holds no versions");
    const auto file = PlanFile::open(path, OpenMode::readOnly);
    if (!file)
        return std::unexpected(file.error());
    auto before = versionNamed(*file, version);
    if (!before)
        return std::unexpected(before.error());
    return ChangesSince{before->revision, std::move(before->document), now, today};
}

} // namespace

void addExportOptions(CLI::App& command, ExportChoice& choice, std::span<const ExportFormat> formats,
                      const std::string& audience)
{
    const auto isTaken = [formats](bool ExportFormat::* taken) {
        return std::ranges::any_of(formats, [taken](const ExportFormat& format) { return format.*taken; });
    };
    addText(command, "--audience", choice.audience, keysOfAll(kAudiences, "|"), audience);
    addText(command, "--scenario", choice.scenario, "NAME", "A scenario of the plan in place of its base");
    for (const TakenText& one : kTakenTexts)
        if (isTaken(one.taken))
            addText(command, one.name, choice.*one.given, one.form(), withFormats(formats, one.taken, one.use));
    for (const TakenFlag& one : kTakenFlags)
        if (isTaken(one.taken))
            command.add_flag(one.name, choice.*one.given, withFormats(formats, one.taken, one.use));
}

std::string namesOf(std::span<const ExportFormat> formats, bool ExportFormat::* taken)
{
    std::vector<std::string_view> names;
    for (const ExportFormat& format : formats) {
        const bool isShared = std::ranges::any_of(
            formats, [&](const ExportFormat& other) { return other.name == format.name && !(other.*taken); });
        const std::string_view name = isShared ? format.key : format.name;
        if (format.*taken && std::ranges::find(names, name) == names.end())
            names.push_back(name);
    }
    return joined(std::vector<std::string>(names.begin(), names.end()), " or ");
}

Result<void> checkTaken(const ExportChoice& choice, std::span<const ExportFormat> inHand,
                        std::span<const ExportFormat> all)
{
    const auto check = [&](const char* option, bool ExportFormat::* taken, const std::string& given) -> Result<void> {
        if (std::ranges::any_of(inHand, [taken](const ExportFormat& format) { return format.*taken; }))
            return {};
        const std::string names = namesOf(all, taken);
        return fail(ErrorCode::invalidValue, given, option,
                    names.empty() ? "it for a format that takes it" : "it for " + names + " only");
    };
    for (const TakenText& one : kTakenTexts)
        if (const auto& given = choice.*one.given)
            if (auto ok = check(one.name, one.taken, *given); !ok)
                return ok;
    for (const TakenFlag& one : kTakenFlags)
        if (choice.*one.given)
            if (auto ok = check(one.name, one.taken, "yes"); !ok)
                return ok;
    if (choice.decimalComma && choice.separator == ",")
        return fail(ErrorCode::invalidValue, *choice.separator, "--separator", "';' with --decimal-comma");
    if (choice.since && choice.scenario)
        return fail(ErrorCode::invalidValue, *choice.since, "--since",
                    "it without --scenario: versions compare the base");
    return {};
}

Result<Audience> chosenAudience(const ExportChoice& choice)
{
    return oneWithKey(kAudiences, choice.audience.value_or(""), "--audience");
}

Result<void> addVersions(const std::string& path, ExportSource& source)
{
    const auto kind = kindOf(path);
    if (!kind)
        return std::unexpected(kind.error());
    if (*kind == SourceKind::json)
        return {}; // plan JSON holds no versions
    const auto file = PlanFile::open(path, OpenMode::readOnly);
    if (!file)
        return std::unexpected(file.error());
    auto versions = namedVersionFigures(*file);
    if (!versions)
        return std::unexpected(versions.error());
    source.versions = std::move(*versions);
    return {};
}

Result<ExportSource> exportSource(const std::string& path, const ExportChoice& choice, const ProgramClock& clock)
{
    ExportSource source;
    if (auto ok = addLook(choice, source); !ok)
        return std::unexpected(ok.error());
    auto document = loadProject(path);
    if (!document)
        return std::unexpected(document.error());
    const std::string scenario = choice.scenario.value_or("");
    auto plan = planOf(*document, scenario);
    if (!plan)
        return std::unexpected(plan.error());
    source.document = std::move(*document);
    source.plan = std::make_shared<const Plan>(std::move(*plan));
    source.stamp = {scenario, clock.now(), planHash(source.document), clock.offset()};
    if (choice.since) {
        auto changes = changesSince(*choice.since, path, source.document.project, clock.today());
        if (!changes)
            return std::unexpected(changes.error());
        source.changes = std::move(*changes);
    }
    return source;
}

} // namespace trestle::cli
