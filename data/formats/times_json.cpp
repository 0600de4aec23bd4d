#include "data/formats/times_json.h"

#include "data/figures_parts.h"
#include "data/figures_text.h"
#include "data/words.h"
#include "models/learning.h"

#include <nlohmann/json.hpp>

namespace trestle {

namespace {

FiguresJson recorded(ItemState state, const ItemActual& actual)
{
    FiguresJson told{{"state", wordOf(state)}};
    if (actual.started)
        told["started"] = isoDate(*actual.started);
    if (actual.finished)
        told["finished"] = isoDate(*actual.finished);
    if (actual.spent)
        told["spent"] = rounded(*actual.spent);
    if (actual.left)
        told["left"] = {{"low", rounded(actual.left->low)},
                        {"likely", rounded(actual.left->likely)},
                        {"high", rounded(actual.left->high)}};
    return told;
}

FiguresJson textOrNull(const std::string& text)
{
    return text.empty() ? FiguresJson(nullptr) : FiguresJson(text);
}

} // namespace

std::string writeTimesJson(const TimesFile& file, const TimesMapping& mapping, const TimesTable& table,
                           const TimesImport& made, const std::function<std::string(const TimesNote&)>& words)
{
    FiguresJson columns = FiguresJson::array();
    for (std::size_t column = 0; column < mapping.columns.size(); ++column)
        columns.push_back(
            {{"heading", headingOf(file.table, mapping, column)}, {"means", wordsOf(mapping.columns[column])}});
    FiguresJson items = FiguresJson::array();
    for (const ImportedItem& item : made.items)
        items.push_back({{"id", item.id},
                         {"rows", item.rows},
                         {"changes", item.isChanged()},
                         {"was", recorded(item.stateBefore, item.before)},
                         {"becomes", recorded(item.state, item.actual)}});
    FiguresJson unmatched = FiguresJson::array();
    for (const UnmatchedName& name : made.unmatched)
        unmatched.push_back({{"name", name.name},
                             {"line", name.line},
                             {"rows", name.rows},
                             {"hours", rounded(name.hours)},
                             {"suggestion", textOrNull(name.suggestion)},
                             {"matched", textOrNull(name.chosen)}});
    const auto notes = [&](const std::vector<TimesNote>& all) {
        FiguresJson list = FiguresJson::array();
        for (const TimesNote& note : all)
            list.push_back({{"line", note.line}, {"why", words(note)}});
        return list;
    };
    return figuresText({{"kind", "times"},
                        {"shape", table.shape == TimesShape::sheet ? "sheet" : "items"},
                        {"columns", std::move(columns)},
                        {"itemsBy", made.column < table.nameColumns.size() ? table.nameColumns[made.column] : ""},
                        {"dates", table.isMonthFirst ? "month-first" : "day-first"},
                        {"items", std::move(items)},
                        {"unmatched", std::move(unmatched)},
                        {"leftOut", notes(leftOutOf(table, made))},
                        {"odd", notes(made.odd)},
                        {"asOf", isoDate(statusDate(made.inputs))},
                        {"lastAfterAsOf", made.last ? FiguresJson(isoDate(*made.last)) : FiguresJson(nullptr)}});
}

} // namespace trestle
