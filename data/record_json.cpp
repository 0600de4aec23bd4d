#include "data/record_json.h"

#include "data/json.h"
#include "data/schema_check.h"

#include <nlohmann/json.hpp>

#include <exception>
#include <new>

namespace trestle {

using nlohmann::json;

namespace {

constexpr int kRecordFormat = 1;
constexpr DocumentKind kRecordKind{"record", kRecordFormat, "schema/record.json"};

Result<RecordedProject> projectFrom(const json& from, const std::string& at)
{
    const auto& text = from.at("date").get_ref<const std::string&>();
    const auto date = parseDate(text);
    if (!date)
        return fail(ErrorCode::invalidDate, text, at + "/date", DetailKind::isoDate);
    const json& promised = from.at("promised");
    return RecordedProject{from.at("catalogue").get<std::string>(),
                           *date,
                           from.at("y").get<double>(),
                           from.at("weight").get<double>(),
                           promised.at("p50").get<double>(),
                           promised.at("p80").get<double>(),
                           promised.at("p90").get<double>()};
}

Result<Record> recordFrom(const json& document, const std::string& at)
{
    Record record;
    const json& projects = document.at("projects");
    for (std::size_t i = 0; i < projects.size(); ++i) {
        auto project = projectFrom(projects.at(i), at + "/projects" + pointerStep(i));
        if (!project)
            return std::unexpected(project.error());
        record.push_back(std::move(*project));
    }
    if (auto ok = checkRecord(record); !ok) {
        ok.error().where.insert(0, at);
        return std::unexpected(ok.error());
    }
    Record once;
    mergeInto(once, record);
    return once;
}

json recordedJson(const RecordedProject& project)
{
    return {{"catalogue", project.catalogue},
            {"date", isoDate(project.date)},
            {"y", jsonNumber(project.y)},
            {"weight", jsonNumber(project.weight)},
            {"promised",
             {{"p50", jsonNumber(project.p50)}, {"p80", jsonNumber(project.p80)}, {"p90", jsonNumber(project.p90)}}}};
}

json recordJson(const Record& record)
{
    json projects = json::array();
    for (const RecordedProject& project : record)
        projects.push_back(recordedJson(project));
    return {{"kind", kRecordKind.name}, {"format", kRecordFormat}, {"projects", std::move(projects)}};
}

} // namespace

Result<Record> parseRecordJson(std::string_view text, const std::string& where)
{
    const std::string at = where + "#";
    try {
        const auto document = parseJson(text, where);
        if (!document)
            return std::unexpected(document.error());
        if (auto ok = checkDocument(*document, kRecordKind, at); !ok)
            return std::unexpected(ok.error());
        return recordFrom(*document, at);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::outOfMemory, where);
    } catch (const std::exception& error) {
        return fail(ErrorCode::internal, error.what(), where);
    }
}

std::string recordFileText(const Record& record)
{
    return prettyJson(recordJson(record));
}

std::string writeRecordJson(const Record& record)
{
    const RecordFigures figures = figuresOf(record);
    json told = recordJson(record);
    told["m"] = jsonNumber(figures.m);
    told["s"] = jsonNumber(figures.s);
    told["n"] = jsonNumber(figures.n);
    told["hits"] = {{"p50", figures.hits[0].hits}, {"p80", figures.hits[1].hits}, {"p90", figures.hits[2].hits}};
    return prettyJson(told);
}

} // namespace trestle
