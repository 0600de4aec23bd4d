#include "models/progress/item_names.h"

#include "models/nearest.h"

#include <algorithm>

namespace trestle {

namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool isWhite(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// "password-hashing" as people write it.
std::string idAsWords(const std::string& id)
{
    std::string words = id;
    std::ranges::replace(words, '-', ' ');
    return words;
}

/// Whether one of two plain names is whole words of the other.
bool isPartOf(const std::string& part, const std::string& whole)
{
    constexpr std::size_t shortest = 4; // letters; fewer are in too many names
    if (part.size() < shortest)
        return false;
    const auto isEdge = [&](std::size_t at) { return at >= whole.size() || isWhite(whole[at]) || whole[at] < '0'; };
    for (std::size_t at = whole.find(part); at != std::string::npos; at = whole.find(part, at + 1))
        if ((at == 0 || isEdge(at - 1)) && isEdge(at + part.size()))
            return true;
    return false;
}

} // namespace

std::string plainName(std::string_view name)
{
    std::string plain;
    bool isSpace = false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        char c = name[i];
        if (name.substr(i).starts_with(kNoBreakSpace)) {
            ++i;
            isSpace = true;
            continue;
        }
        if (isWhite(c)) {
            isSpace = true;
            continue;
        }
        if (isSpace && !plain.empty())
            plain += ' ';
        isSpace = false;
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
        // À to Þ, without the sign of multiplication, are 32 below their small letters.
        const auto byte = static_cast<unsigned char>(c);
        if (i > 0 && name[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E && byte != 0x97)
            c = static_cast<char>(byte + 0x20);
        plain += c;
    }
    return plain;
}

ItemNames::ItemNames(const Catalogue& catalogue, const Inputs& inputs)
{
    const auto take = [&](const Item& item) {
        m_items.push_back(&item);
        m_texts.push_back(plainName(item.title));
        m_texts.push_back(idAsWords(item.id));
        m_ids.emplace(item.id, item.id);
        const auto [at, isNew] = m_titles.emplace(plainName(item.title), item.id);
        if (!isNew)
            at->second.clear();
    };
    for (const Phase& phase : catalogue.phases) {
        std::ranges::for_each(phase.items, take);
        for (const Item& item : phase.addOns)
            if (inputs.profile.conditions.contains(item.condition))
                take(item);
    }
}

std::string ItemNames::find(std::string_view name) const
{
    if (const auto id = m_ids.find(name); id != m_ids.end())
        return id->second;
    const auto title = m_titles.find(plainName(name));
    return title == m_titles.end() ? std::string() : title->second;
}

std::string ItemNames::suggest(std::string_view name) const
{
    const std::string plain = plainName(name);
    const std::vector<std::string_view> views(m_texts.begin(), m_texts.end());
    if (const std::string near = nearestOf(plain, views); !near.empty())
        return m_items[static_cast<std::size_t>(std::ranges::find(m_texts, near) - m_texts.begin()) / 2]->id;
    std::string longest; // the most telling of those that are part of it, or that it is part of
    std::size_t most = 0;
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        const std::size_t size = std::min(m_texts[i].size(), plain.size());
        if (size > most && (isPartOf(m_texts[i], plain) || isPartOf(plain, m_texts[i]))) {
            most = size;
            longest = m_items[i / 2]->id;
        }
    }
    return longest;
}

} // namespace trestle
