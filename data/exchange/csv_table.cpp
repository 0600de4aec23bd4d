#include "data/exchange/csv_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace trestle {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string dollarText(Money amount)
{
    const std::int64_t cents = amount.cents < 0 ? -(amount.cents % 100) : amount.cents % 100;
    std::string out;
    if (amount.cents < 0 && amount.cents > -100)
        out = "-"; // the whole dollars are 0, which has no sign
    out.append(std::to_string(amount.cents / 100)).append(cents < 10 ? ".0" : ".").append(std::to_string(cents));
    return out;
}

std::string withSign(std::string number, char sign)
{
    std::ranges::replace(number, '.', sign);
    return number;
}

} // namespace

std::string decimalText(double value, int decimals)
{
    std::array<char, 400> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
    std::string out(text.data(), end);
    if (decimals > 0)
        out.erase(out.find_last_not_of('0') + 1);
    if (out.ends_with('.'))
        out.pop_back();
    return out == "-0" ? "0" : out;
}

CsvTable::CsvTable(const CsvForm& form) : m_form(form)
{
    if (m_form.marksUtf8)
        m_text = kByteOrderMark;
}

bool CsvTable::startCell()
{
    const std::size_t column = m_column++;
    if (column < m_leftOut.size() && m_leftOut[column])
        return false;
    if (m_rowStarted)
        m_text += m_form.separator;
    m_rowStarted = true;
    return true;
}

void CsvTable::plain(std::string_view cell)
{
    if (startCell())
        m_text += cell;
}

void CsvTable::text(std::string_view cell)
{
    if (!startCell())
        return;
    const std::string clean = m_cleaner.clean(cell);
    const bool formula = !clean.empty() && std::string_view("=+-@\t\r\n").contains(clean[0]);
    m_guarded += formula ? 1 : 0;
    const std::array<char, 4> special{m_form.separator, '"', '\r', '\n'};
    const bool quoted = clean.find_first_of(std::string_view(special.data(), special.size())) != std::string::npos;
    if (quoted)
        m_text += '"';
    if (formula)
        m_text += '\'';
    for (const char c : clean)
        m_text.append(c == '"' ? 2 : 1, c);
    if (quoted)
        m_text += '"';
}

void CsvTable::number(double value)
{
    plain(withSign(decimalText(value, kDecimals), m_form.decimalSign));
}

void CsvTable::money(Money amount)
{
    plain(withSign(dollarText(amount), m_form.decimalSign));
}

void CsvTable::empty(std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        plain({});
}

void CsvTable::endRow()
{
    m_text += "\r\n";
    m_column = 0;
    m_rowStarted = false;
}

std::vector<Loss> CsvTable::losses() const
{
    std::vector<Loss> all{{LossKind::guarded, m_guarded}, {LossKind::characters, m_cleaner.replaced()}};
    std::erase_if(all, [](const Loss& loss) { return loss.count == 0; });
    return all;
}

} // namespace trestle
