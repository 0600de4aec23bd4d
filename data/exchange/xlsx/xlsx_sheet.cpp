#include "data/exchange/xlsx/xlsx_sheet.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

namespace trestle {

namespace {

constexpr double kNarrowest = 9;
constexpr double kRoom = 1.5;     ///< beside the text of a cell, in characters
constexpr double kRoomToGrow = 2; ///< of a figure that may become larger
constexpr double kStrongIsWider = 1.12;
constexpr double kShortHeader = 14; ///< goes on one line
constexpr double kFilled = 1.08; ///< characters of a line for one of its width: most letters are narrower than digits
constexpr double kLineHeight = 12.8; ///< points
constexpr double kTitleHeight = 25;
constexpr double kHighestRow = 400;   ///< a row of a sheet has 409 at most
constexpr double kDayOfEpoch = 25569; ///< 1 January 1970 in days of a spreadsheet
constexpr std::uint8_t kA4 = 9;

std::string columnName(std::uint16_t column)
{
    std::string name;
    for (unsigned rest = column + 1U; rest > 0; rest = (rest - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return name;
}

/// How many characters a figure takes.
double widthOf(double value, CellKind kind)
{
    switch (kind) {
    case CellKind::date: return 11;
    case CellKind::month: return 8;
    case CellKind::percent: return 5;
    default: break;
    }
    const double digits = std::floor(std::log10(std::max(std::abs(value), 1.0))) + 1;
    const double commas = std::floor((digits - 1) / 3);
    return digits + commas + (kind == CellKind::money || kind == CellKind::decimal ? 3 : 0) + (value < 0 ? 1 : 0);
}

double lengthOf(std::string_view text)
{
    return static_cast<double>(std::ranges::count_if(text, [](char c) { return (c & '\xC0') != '\x80'; }));
}

double longestPart(std::string_view text, char between)
{
    double longest = 0;
    while (true) {
        const std::size_t end = text.find(between);
        longest = std::max(longest, lengthOf(text.substr(0, end)));
        if (end == std::string_view::npos)
            return longest;
        text.remove_prefix(end + 1);
    }
}

} // namespace

std::string cellName(CellAt at, bool isFixed)
{
    const std::string mark = isFixed ? "$" : "";
    return mark + columnName(at.column) + mark + std::to_string(at.row + 1);
}

std::string rangeName(CellAt first, CellAt last, bool isFixed)
{
    return cellName(first, isFixed) + ":" + cellName(last, isFixed);
}

XlsxSheet::XlsxSheet(XlsxBook& book, std::string name)
    : m_book(book), m_name(std::move(name)), m_sheet(workbook_add_worksheet(book.get(), m_name.c_str()))
{
}

std::string XlsxSheet::ref(CellAt at) const
{
    return "'" + m_name + "'!" + cellName(at, true);
}

std::string XlsxSheet::ref(CellAt first, CellAt last) const
{
    return "'" + m_name + "'!" + rangeName(first, last);
}

void XlsxSheet::fit(CellAt at, double characters)
{
    if (m_widths.size() <= at.column)
        m_widths.resize(at.column + std::size_t{1}, kNarrowest);
    m_widths[at.column] = std::max(m_widths[at.column], characters + kRoom);
    m_rows.try_emplace(at.row);
}

double XlsxSheet::widestOf(std::uint16_t column) const
{
    const auto set = m_widest.find(column);
    return set == m_widest.end() ? kWidestText : set->second;
}

void XlsxSheet::text(CellAt at, std::string_view words, CellLook look)
{
    const std::string cell = m_book.text(words);
    if (at.column > 0 && !look.isFigure)
        look.indent = std::max(look.indent, 1); // away from a figure at the left
    const double length = longestPart(cell, '\n') * (look.isStrong ? kStrongIsWider : 1) + look.indent;
    const double widest = widestOf(at.column);
    fit(at, std::min(length, widest));
    if (length > widest || cell.contains('\n')) {
        look.kind = CellKind::wrapped;
        m_wrapped.push_back({at, cell, look});
    }
    if (cell.empty())
        worksheet_write_blank(m_sheet, at.row, at.column, m_book.format(look));
    else
        worksheet_write_string(m_sheet, at.row, at.column, cell.c_str(), m_book.format(look));
}

void XlsxSheet::spill(CellAt at, std::string_view words, CellLook look)
{
    fit(at, 0);
    look.indent = at.column > 0 ? 1 : 0;
    worksheet_write_string(m_sheet, at.row, at.column, m_book.text(words).c_str(), m_book.format(look));
}

void XlsxSheet::number(CellAt at, double value, CellLook look)
{
    look.isLabel = at.column == 0;
    fit(at, widthOf(value, look.kind) + (look.isStrong || look.isTotal ? 1 : 0));
    if (!look.isHeader)
        m_figures.emplace(at.column, at.row);
    worksheet_write_number(m_sheet, at.row, at.column, value, m_book.format(look));
}

void XlsxSheet::money(CellAt at, Money amount, CellLook look)
{
    number(at, amount.inDollars(), look);
}

void XlsxSheet::date(CellAt at, Date date, CellLook look)
{
    number(at, static_cast<double>(date.time_since_epoch().count()) + kDayOfEpoch, look);
}

void XlsxSheet::formula(CellAt at, const std::string& formula, double value, CellLook look)
{
    if (formula.empty()) {
        number(at, value, look);
        return;
    }
    fit(at, widthOf(value, look.kind) + kRoomToGrow);
    m_figures.emplace(at.column, at.row);
    worksheet_write_formula_num(m_sheet, at.row, at.column, ("=" + formula).c_str(), m_book.format(look), value);
}

void XlsxSheet::title(std::string_view words)
{
    spill({0, 0}, words, {.isTitle = true});
    m_rows[0].height = kTitleHeight;
}

void XlsxSheet::note(std::uint32_t row, std::string_view text, CellLook look)
{
    m_notes.push_back({{row, 0}, m_book.text(text), look});
}

void XlsxSheet::headers(std::uint32_t row, const std::vector<std::string>& titles)
{
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const CellAt at{row, static_cast<std::uint16_t>(i)};
        const std::string cell = m_book.text(titles[i]);
        const double wanted = std::max(longestPart(cell, ' '), std::min(lengthOf(cell), kShortHeader));
        fit(at, std::min(wanted * kStrongIsWider, widestOf(at.column)));
        m_headers.push_back({at, cell, {.isHeader = true}});
    }
}

bool XlsxSheet::isOverFigures(const Text& header) const
{
    const auto figure = m_figures.lower_bound({header.at.column, header.at.row + 1});
    if (figure == m_figures.end() || figure->first != header.at.column)
        return false;
    return std::ranges::none_of(m_headers, [&](const Text& other) {
        return other.at.column == header.at.column && other.at.row > header.at.row && other.at.row < figure->second;
    });
}

void XlsxSheet::makeRoom(std::uint32_t row, std::string_view text, double width)
{
    double lines = 0;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        // Lines break between words, so that they are not quite filled.
        lines += std::max(1.0, std::ceil(lengthOf(text.substr(from, end - from)) / std::max(width * kFilled, 1.0)));
        from = end + 1;
    }
    double& height = m_rows[row].height;
    height = std::min(std::max(height, lines * kLineHeight + 3), kHighestRow);
}

void XlsxSheet::writeHeaders()
{
    for (Text& header : m_headers) {
        header.look.isFigure = header.at.column > 0 && isOverFigures(header);
        header.look.indent = header.at.column > 0 && !header.look.isFigure ? 1 : 0;
        worksheet_write_string(m_sheet, header.at.row, header.at.column, header.text.c_str(),
                               m_book.format(header.look));
        makeRoom(header.at.row, header.text, m_widths[header.at.column]);
    }
}

void XlsxSheet::writeNotes()
{
    const double width = std::accumulate(m_widths.begin(), m_widths.end(), 0.0);
    const auto last = static_cast<lxw_col_t>(std::max<std::size_t>(m_widths.size(), 2) - 1);
    for (const Text& note : m_notes) {
        worksheet_merge_range(m_sheet, note.at.row, 0, note.at.row, last, note.text.c_str(), m_book.format(note.look));
        makeRoom(note.at.row, note.text, width);
    }
}

void XlsxSheet::freeze(CellAt at, std::uint32_t first)
{
    worksheet_freeze_panes(m_sheet, at.row, at.column);
    worksheet_repeat_rows(m_sheet, first, at.row - 1);
}

void XlsxSheet::chart(CellAt at, lxw_chart* chart, int width, int height)
{
    constexpr double kUsualWidth = 480;
    constexpr double kUsualHeight = 288;
    lxw_chart_options options{};
    options.x_scale = width / kUsualWidth;
    options.y_scale = height / kUsualHeight;
    worksheet_insert_chart_opt(m_sheet, at.row, at.column, chart, &options);
}

void XlsxSheet::finish(std::string_view footer)
{
    for (std::size_t i = 0; i < m_widths.size(); ++i)
        worksheet_set_column(m_sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), m_widths[i], nullptr);
    for (const Text& cell : m_wrapped)
        makeRoom(cell.at.row, cell.text, m_widths[cell.at.column]);
    writeHeaders();
    writeNotes();
    for (const auto& [row, how] : m_rows) {
        lxw_row_col_options options{};
        options.level = how.isFoldable ? 1 : 0;
        worksheet_set_row_opt(m_sheet, row, how.height, nullptr, &options);
    }
    setPage(footer);
}

void XlsxSheet::setPage(std::string_view footer)
{
    worksheet_set_landscape(m_sheet);
    worksheet_set_paper(m_sheet, kA4);
    worksheet_fit_to_pages(m_sheet, 1, m_isOnePage ? 1 : 0);
    worksheet_set_margins(m_sheet, 0.5, 0.5, 0.5, 0.7);
    worksheet_gridlines(m_sheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_outline_settings(m_sheet, LXW_TRUE, LXW_FALSE, LXW_TRUE, LXW_FALSE);
    constexpr std::size_t kMostOfFooter = 100; // 255 in all, and an ampersand of the text's own is doubled
    std::string text = "&L&8";
    for (const char c : m_book.text(footer).substr(0, kMostOfFooter))
        text.append(c == '&' ? 2 : 1, c == '\n' ? ' ' : c);
    text = TextCleaner().clean(text) + "&R&8&P / &N"; // a character may have been cut in two
    worksheet_set_footer(m_sheet, text.c_str());
}

} // namespace trestle
