#include "data/scanner/key_walk.h"
#include "data/scanner/text_lines.h"
#include "data/scanner/yaml_template.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <spanstream>
#include <string>
#include <vector>

namespace trestle::scanner {

namespace {

/// Ends the reading, as the library has no other way.
struct Enough {};
/// Ends the reading of a document.
struct Damaged {};

/// Beyond this many the rest of a stream is read as one.
constexpr std::size_t kMostDocuments = 1000;
/// The library calls itself for each.
constexpr std::size_t kDeepestYaml = 200;

/// The library keeps all that is between brackets before it tells of the first: up to where that is too much.
std::string_view withFewBrackets(std::string_view text)
{
    std::size_t left = 50'000;
    const auto end =
        std::ranges::find_if(text, [&](char c) { return (c == '[' || c == '{' || c == ',') && left-- == 0; });
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

class YamlEvents : public YAML::EventHandler {
public:
    YamlEvents(std::string_view document, int lineBefore, const ScalarVisitor& visit)
        : m_document(document), m_lineBefore(lineBefore), m_walk(visit)
    {
    }

    void OnDocumentStart(const YAML::Mark& mark) override
    {
        // On a sign that begins nothing the library finds empty documents for ever.
        if (mark.pos == m_documentAt)
            throw Damaged{};
        m_documentAt = mark.pos;
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { text({}, mark); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { text("*", mark); }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string& value) override
    {
        text(value, mark);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        open(Expects::element, mark);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        open(Expects::key, mark);
    }
    void OnMapEnd() override { close(); }

private:
    /// endOfKey: a map or list that is itself a key.
    enum class Expects : std::uint8_t { element, key, endOfKey, value };

    [[nodiscard]] int lineOf(const YAML::Mark& mark) const { return m_lineBefore + std::max(mark.line, 0) + 1; }

    void open(Expects expects, const YAML::Mark& mark)
    {
        if (m_open.size() == kDeepestYaml)
            throw Damaged{};
        if (!m_open.empty() && m_open.back() == Expects::key) {
            m_open.back() = Expects::endOfKey;
            m_walk.key({}, lineOf(mark));
        }
        m_open.push_back(expects);
        goOn(expects == Expects::element ? m_walk.openList(lineOf(mark)) : m_walk.openMap(lineOf(mark)));
    }
    void close()
    {
        m_open.pop_back();
        const bool goesOn = m_walk.close();
        valueEnds();
        goOn(goesOn);
    }
    void text(std::string_view value, const YAML::Mark& mark)
    {
        if (!m_open.empty() && m_open.back() == Expects::key) {
            m_open.back() = Expects::value;
            goOn(m_walk.key(value, lineOf(mark)));
            return;
        }
        if (!value.contains('\n') || !literalLines(value, mark))
            goOn(m_walk.scalar(value, lineOf(mark)));
        valueEnds();
    }
    /// Each line of a literal block by itself, so that it is found at its own place; without a script's comments.
    bool literalLines(std::string_view value, const YAML::Mark& mark)
    {
        const std::string_view header = lineAt(mark);
        const std::size_t bar = header.rfind('|');
        if (bar == std::string_view::npos)
            return false;
        const std::size_t behind = header.find_first_not_of("+-0123456789 \t\r", bar + 1);
        if (behind != std::string_view::npos && header[behind] != '#')
            return false;
        bool isTold = false;
        for (TextLines lines(value); lines.next();)
            if (const std::string_view line = trimmed(lines.line()); !line.empty() && !line.starts_with('#')) {
                goOn(m_walk.textLine(line, lineOf(mark) + lines.number()));
                isTold = true;
            }
        if (!isTold)
            goOn(m_walk.scalar({}, lineOf(mark)));
        return true;
    }
    [[nodiscard]] std::string_view lineAt(const YAML::Mark& mark)
    {
        while (m_lineAt < mark.line) {
            const std::size_t end = m_document.find('\n', m_offset);
            if (end == std::string_view::npos)
                return {};
            m_offset = end + 1;
            ++m_lineAt;
        }
        return m_document.substr(m_offset, m_document.find('\n', m_offset) - m_offset);
    }
    void valueEnds()
    {
        if (m_open.empty() || m_open.back() == Expects::element)
            return;
        m_open.back() = m_open.back() == Expects::endOfKey ? Expects::value : Expects::key;
    }
    static void goOn(bool goesOn)
    {
        if (!goesOn)
            throw Enough{};
    }

    std::string_view m_document;
    int m_lineBefore;
    KeyWalk m_walk;
    std::vector<Expects> m_open;
    int m_documentAt = -1;
    int m_lineAt = 0; ///< the line that begins at m_offset
    std::size_t m_offset = 0;
};

/// Calls the visitor for one document; false: enough.
bool walkDocument(std::string_view document, int lineBefore, const ScalarVisitor& visit)
{
    try {
        std::ispanstream in(document);
        YAML::Parser parser(in);
        YamlEvents events(document, lineBefore, visit);
        while (parser.HandleNextDocument(events)) {
        }
    } catch (const Enough&) {
        return false;
    } catch (const Damaged&) { // what was read before the damage is told
    } catch (const YAML::Exception&) {
    }
    return true;
}

} // namespace

void walkYaml(std::string_view text, const ScalarVisitor& visit)
{
    text = withFewBrackets(text);
    std::string plain;
    if (isYamlTemplate(text))
        text = plain = withoutTemplates(text);
    // Each document by itself: damage ends there.
    std::size_t begin = 0;
    int lineBefore = 0;
    std::size_t documents = 1;
    for (TextLines lines(text); lines.next();) {
        const std::string_view line = lines.line();
        if (!line.starts_with("---") || trimmed(line.substr(0, 4)).size() > 3 || documents == kMostDocuments)
            continue;
        const auto end = static_cast<std::size_t>(line.data() - text.data());
        if (end > begin && !walkDocument(text.substr(begin, end - begin), lineBefore, visit))
            return;
        begin = end;
        lineBefore = lines.number() - 1;
        ++documents;
    }
    walkDocument(text.substr(begin), lineBefore, visit);
}

} // namespace trestle::scanner
