#include "data/exchange/mspdi/mspdi_xml.h"

#include "data/exchange/mspdi/working_clock.h"

#include <array>
#include <charconv>

namespace trestle::mspdi {

using pugi::xml_node;

void add(xml_node parent, const char* name, const std::string& text)
{
    parent.append_child(name).append_child(pugi::node_pcdata).set_value(text.c_str());
}

void add(xml_node parent, const char* name, std::int64_t number)
{
    add(parent, name, std::to_string(number));
}

void addText(xml_node parent, const char* name, const std::string& text)
{
    if (!text.empty())
        add(parent, name, text);
}

void addCost(xml_node parent, const char* name, Money amount)
{
    add(parent, name, amount.cents);
}

std::string plainNumber(double value)
{
    constexpr int decimals = 6;
    std::array<char, 64> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
    std::string out(text.data(), end);
    out.erase(out.find_last_not_of('0') + 1);
    if (out.ends_with('.'))
        out.pop_back();
    return out;
}

std::string clockTime(int minuteOfDay)
{
    return mspdiTime({}, minuteOfDay).substr(std::string_view("1970-01-01T").size());
}

} // namespace trestle::mspdi
