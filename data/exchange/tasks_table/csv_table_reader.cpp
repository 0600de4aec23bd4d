#include "data/exchange/tasks_table/csv_table_reader.h"

#include "data/exchange/tasks_table/cell_values.h"
#include "data/exchange/tasks_table/table_builder.h"
#include "data/exchange/tasks_table/text_decoding.h"

#include <algorithm>
#include <array>
#include <map>

namespace trestle {

namespace {

constexpr std::array kSeparators{',', ';', '\t'};

/// The one that the most of the first lines have equally often, and at all.
char separatorOf(std::string_view text)
{
    constexpr std::size_t mostLines = 50;
    constexpr std::size_t mostBytes = 1'000'000;
    std::map<char, std::map<std::size_t, std::size_t>> linesWith; // separator → how often → lines
    std::map<char, std::size_t> inLine;
    bool isQuoted = false;
    std::size_t lines = 0;
    const auto endLine = [&] {
        for (const auto& [separator, count] : inLine)
            ++linesWith[separator][count];
        inLine.clear();
        ++lines;
    };
    for (const char c : text.substr(0, mostBytes)) {
        if (c == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && c == '\n' && !inLine.empty())
            endLine();
        else if (!isQuoted && std::ranges::find(kSeparators, c) != kSeparators.end())
            ++inLine[c];
        if (lines == mostLines)
            break;
    }
    endLine();
    char best = kSeparators.front();
    std::size_t most = 0;
    for (const char separator : kSeparators)
        for (const auto& [count, of] : linesWith[separator])
            if (of * count > most) {
                most = of * count;
                best = separator;
            }
    return best;
}

class CsvTableReader {
public:
    CsvTableReader(std::string_view text, char separator, TaskTable& table, const std::string& where)
        : m_text(text), m_separator(separator), m_where(where), m_builder(table, where + '#', m_bytes)
    {
    }

    Result<void> read()
    {
        while (m_at < m_text.size()) {
            auto cell = readCell();
            if (!cell)
                return std::unexpected(cell.error());
            if (auto ok = m_builder.add(m_row, m_column, {std::move(*cell), {}, {}, false}); !ok)
                return ok;
            endCell();
        }
        return {};
    }

private:
    [[nodiscard]] bool isEnd() const { return m_text[m_at] == '\n' || m_text[m_at] == '\r'; }

    Result<std::string> readCell()
    {
        std::string cell;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            const std::size_t opened = m_line;
            if (!readQuoted(cell))
                return fail(ErrorCode::invalidTasks, {}, m_where + ':' + std::to_string(opened),
                            DetailKind::closedQuotes);
        }
        // Also what stands behind a quoted part.
        const std::size_t from = m_at;
        while (m_at < m_text.size() && m_text[m_at] != m_separator && !isEnd())
            ++m_at;
        return cell.append(m_text.substr(from, m_at - from));
    }
    bool readQuoted(std::string& cell)
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"' && !m_text.substr(m_at + 1).starts_with('"')) {
                ++m_at;
                return true;
            }
            m_at += c == '"' ? 1U : 0U;
            m_line += c == '\n' ? 1U : 0U;
            cell += c;
        }
        return false;
    }

    void endCell()
    {
        ++m_column;
        if (m_at == m_text.size())
            return;
        if (isEnd()) {
            m_at += m_text.substr(m_at).starts_with("\r\n") ? 1U : 0U;
            ++m_row;
            ++m_line;
            m_column = 0;
        }
        ++m_at;
    }

    std::string_view m_text;
    char m_separator;
    const std::string& m_where;
    std::size_t m_bytes = 0;
    TableBuilder m_builder;
    std::size_t m_at = 0;
    std::size_t m_row = 1;
    std::size_t m_line = 1;
    std::size_t m_column = 0;
};

/// Of a file with semicolons, which has decimal commas as a rule. Numbers of an outline, as 2.1, stand beside them.
bool hasDecimalPoints(const TaskTable& table)
{
    bool hasPoint = false;
    for (const TableRow& row : table.rows)
        for (const TableCell& cell : row.cells) {
            const char sign = decimalSign(cell.text);
            if (sign == ',')
                return false;
            hasPoint = hasPoint || sign == '.';
        }
    return hasPoint;
}

} // namespace

Result<TaskTable> readCsvTable(std::string_view bytes, const std::string& where)
{
    const std::optional<DecodedText> decoded = decodedText(bytes);
    if (!decoded)
        return fail(ErrorCode::invalidTasks, {}, where + '#', DetailKind::tableFile);
    TaskTable table;
    table.source = "CSV";
    table.losses.add(ImportLossKind::encoding, decoded->isUnicode ? 0 : 1);
    table.losses.add(ImportLossKind::characters, decoded->replaced);
    std::string_view text = decoded->text;
    // A line that some spreadsheets write and read, and no cell.
    constexpr std::string_view said = "sep=";
    char separator = 0;
    if (text.starts_with(said) && text.size() > said.size() + 1 && (text[5] == '\n' || text[5] == '\r')) {
        separator = text[said.size()];
        text.remove_prefix(said.size() + 1);
        text.remove_prefix(text.starts_with("\r\n") ? 2 : 1);
    } else
        separator = separatorOf(text);
    if (auto ok = CsvTableReader(text, separator, table, where).read(); !ok)
        return std::unexpected(ok.error());
    table.decimalComma = separator == ';' && !hasDecimalPoints(table);
    return table;
}

} // namespace trestle
