#include "data/scanner/key_walk.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <iterator>
#include <string>

namespace trestle::scanner {

namespace {

/// Where a comment that begins at `at` ends.
std::size_t commentEnd(std::string_view text, std::size_t at)
{
    const bool isLine = text[at + 1] == '/';
    const std::size_t end = isLine ? text.find('\n', at) : text.find("*/", at + 2);
    return end == std::string_view::npos ? text.size() : isLine ? end : end + 2;
}

/// Spaces for comments and for a comma before the end of a list or map; all lines stay where they are.
std::string withoutExtras(std::string_view text)
{
    std::string plain(text);
    std::size_t comma = std::string::npos;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        if (c == '/' && i + 1 < plain.size() && (plain[i + 1] == '/' || plain[i + 1] == '*')) {
            const std::size_t end = commentEnd(text, i);
            for (; i < end; ++i)
                if (plain[i] != '\n')
                    plain[i] = ' ';
            --i;
        } else if (c == '"') {
            comma = std::string::npos;
            while (++i < plain.size() && plain[i] != '"')
                if (plain[i] == '\\')
                    ++i;
        } else if (c == ',') {
            comma = i;
        } else if ((c == '}' || c == ']') && comma != std::string::npos) {
            plain[comma] = ' ';
            comma = std::string::npos;
        } else if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
            comma = std::string::npos;
        }
    }
    return plain;
}

/// The line of the byte that was read last, which for a number is the one behind it.
struct Place {
    int line = 1;
    char last = '\0';
    [[nodiscard]] int lineOfNumber() const { return last == '\n' ? line - 1 : line; }
};

/// Goes through text and tells the place.
class PlacedIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    PlacedIterator(const char* at, Place* place) : m_at(at), m_place(place) {}
    reference operator*() const { return *m_at; }
    PlacedIterator& operator++()
    {
        m_place->last = *m_at;
        if (*m_at++ == '\n')
            ++m_place->line;
        return *this;
    }
    friend bool operator==(const PlacedIterator& a, const PlacedIterator& b) { return a.m_at == b.m_at; }

private:
    const char* m_at;
    Place* m_place;
};

class JsonEvents : public nlohmann::json_sax<nlohmann::json> {
public:
    JsonEvents(const Place& place, const ScalarVisitor& visit) : m_place(place), m_walk(visit) {}

    bool null() override { return m_walk.scalar({}, m_place.line); }
    bool boolean(bool value) override { return m_walk.scalar(value ? "true" : "false", m_place.line); }
    bool number_integer(number_integer_t value) override
    {
        return m_walk.scalar(std::to_string(value), m_place.lineOfNumber());
    }
    bool number_unsigned(number_unsigned_t value) override
    {
        return m_walk.scalar(std::to_string(value), m_place.lineOfNumber());
    }
    bool number_float(number_float_t, const string_t& text) override
    {
        return m_walk.scalar(text, m_place.lineOfNumber());
    }
    bool string(string_t& text) override { return m_walk.scalar(text, m_place.line); }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return m_walk.openMap(m_place.line); }
    bool key(string_t& name) override { return m_walk.key(name, m_place.line); }
    bool end_object() override { return m_walk.close(); }
    bool start_array(std::size_t) override { return m_walk.openList(m_place.line); }
    bool end_array() override { return m_walk.close(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override { return false; }

private:
    const Place& m_place;
    KeyWalk m_walk;
};

} // namespace

void walkJson(std::string_view text, const ScalarVisitor& visit)
{
    const std::string plain = withoutExtras(text);
    Place place;
    JsonEvents events(place, visit);
    nlohmann::json::sax_parse(PlacedIterator(plain.data(), &place), PlacedIterator(plain.data() + plain.size(), &place),
                              &events);
}

} // namespace trestle::scanner
