#include "data/exchange/html/html_text.h"

#include "data/exchange/csv_table.h"

namespace trestle::html {

std::string Escaper::operator()(std::string_view text)
{
    std::string out;
    const std::string clean = m_cleaner.clean(text);
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const char c = clean[i];
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        case '\r': out += clean.substr(i + 1, 1) == "\n" ? "" : "\n"; break;
        default: out += c;
        }
    }
    return out;
}

std::string isolated(const std::string& escaped)
{
    return "<bdi>" + escaped + "</bdi>";
}

std::string cell(std::string_view kind, const std::string& text, std::string_view label)
{
    std::string out = "<td";
    if (!kind.empty())
        out.append(" class=\"").append(kind).append("\"");
    if (!label.empty())
        out.append(" data-label=\"").append(label).append("\"");
    return out + '>' + text + "</td>";
}

std::string percentText(ToldChance chance)
{
    switch (chance.kind) {
    case ChanceKind::never: return "0 %";
    case ChanceKind::rarely: return "under 1 %";
    case ChanceKind::percent: return std::to_string(chance.percent) + " %";
    case ChanceKind::nearlyAlways: return "over 99 %";
    case ChanceKind::always: return "100 %";
    }
    return {};
}

std::string figureText(double value, int decimals)
{
    return decimalText(value, decimals);
}

std::string fixedText(double value)
{
    const std::string text = decimalText(value, 1);
    return text.contains('.') ? text : text + ".0";
}

} // namespace trestle::html
