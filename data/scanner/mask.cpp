#include "data/scanner/mask.h"

#include "data/scanner/excerpt.h"
#include "data/scanner/secret_names.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace trestle::scanner {

namespace {

constexpr std::string_view kMask = "\u2022\u2022\u2022";
constexpr std::string_view kQuotes = "\"'`";

bool isOfName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// A name of the environment: `DB_PASSWORD`.
bool isVariable(std::string_view text)
{
    static const RE2 variable("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+");
    return RE2::FullMatch(text, variable);
}

/// A line of a file of variables, up to the name's end: `export DB_PASSWORD`.
bool isLineOfVariable(std::string_view lineToEnd)
{
    static const RE2 line(R"(\s*(?:-\s+)?(?:(?:export|ENV|ARG|set)\s+)?[A-Z][A-Z0-9_]*)");
    return RE2::FullMatch(lineToEnd, line);
}

/// Goes through a line once, and masks what is assigned to names of secrets: one value without quotes, or all that
/// stands in quotes from there on, as `environ.get("PASSWORD", "hunter2")` has the secret last.
class AssignedMask {
public:
    explicit AssignedMask(std::string_view line) : m_line(line) {}
    std::string run();

private:
    [[nodiscard]] char at(std::size_t place) const { return place < m_line.size() ? m_line[place] : '\0'; }
    [[nodiscard]] std::size_t afterSpaces(std::size_t place) const
    {
        while (at(place) == ' ' || at(place) == kShownFrom)
            ++place;
        return place;
    }
    [[nodiscard]] bool isQuote(std::size_t place) const
    {
        return place < m_line.size() && kQuotes.contains(m_line[place]);
    }
    void copyTo(std::size_t end);
    void takeName();
    [[nodiscard]] std::size_t valueAfter(std::size_t name, std::size_t end) const;
    [[nodiscard]] bool namesField(std::string_view value, std::size_t after) const;
    void takeQuoted();
    void takeEscaped();
    void takeBare(bool isPhp);
    void takeVariable();
    [[nodiscard]] bool isSecretValue(std::string_view value) const;

    std::string_view m_line;
    std::size_t m_at = 0;
    char m_open = '\0';                ///< the quote that is open
    NameKind m_kind = NameKind::plain; ///< of the last name that something was assigned to
    std::string m_out;
};

std::string AssignedMask::run()
{
    while (m_at < m_line.size()) {
        if (isOfName(at(m_at)))
            takeName();
        else if (m_kind != NameKind::plain && isQuote(m_at) && at(m_at) != m_open)
            takeQuoted();
        else
            copyTo(m_at + 1);
    }
    return std::move(m_out);
}

void AssignedMask::copyTo(std::size_t end)
{
    for (; m_at < end; ++m_at) {
        const char c = at(m_at);
        m_out += c;
        const bool isApostrophe = c == '\'' && m_at >= 2 && isOfName(at(m_at - 1)) && isOfName(at(m_at - 2));
        if (c == m_open)
            m_open = '\0';
        else if (kQuotes.contains(c) && m_open == '\0' && !isApostrophe)
            m_open = c;
    }
}

void AssignedMask::takeName()
{
    const std::size_t begin = m_at;
    std::size_t end = begin;
    while (isOfName(at(end)) || (at(end) == '-' && isOfName(at(end + 1))))
        ++end;
    const NameKind kind = nameKind(m_line.substr(begin, end - begin));
    const std::size_t value = kind == NameKind::plain ? std::string_view::npos : valueAfter(begin, end);
    if (value == std::string_view::npos) {
        copyTo(end);
        return;
    }
    m_kind = std::max(m_kind, kind);
    const bool isPhp = (begin > 0 && at(begin - 1) == '$') || m_line.substr(end, value - end).contains("=>");
    copyTo(value);
    if (isQuote(value))
        takeQuoted();
    else if (at(value) == '\\' && isQuote(value + 1))
        takeEscaped();
    else if (at(value - 1) == '=' && value == end + 1 && isLineOfVariable(m_line.substr(0, end)))
        takeVariable();
    else
        takeBare(isPhp);
}

/// Where the value of a name begins; npos where nothing assigns one.
std::size_t AssignedMask::valueAfter(std::size_t name, std::size_t end) const
{
    constexpr auto assigning = std::to_array<std::string_view>(
        {"=", ":", "=>", ":=", "?=", "+=", "==", "===", "!=", "!==", "?:", "!:", "::="});
    if (at(end) == '>' && name > 0 && at(name - 1) == '<') // <password>
        return end + 1;
    if (at(end) == '=' && at(end + 1) != '=' && isLineOfVariable(m_line.substr(0, end)))
        return end + 1;
    std::size_t behind = end; // a key may be in quotes and brackets
    while (isQuote(behind) || at(behind) == ']' || at(behind) == '\\')
        ++behind;
    const std::size_t sign = afterSpaces(behind);
    std::size_t signEnd = sign;
    while (std::string_view("=:>?!+").contains(at(signEnd)) && signEnd < m_line.size())
        ++signEnd;
    if (std::ranges::count(assigning, m_line.substr(sign, signEnd - sign)) > 0)
        return afterSpaces(signEnd);
    if (signEnd != sign)
        return std::string_view::npos;
    const std::size_t next = afterSpaces(sign + 1);
    if ((at(sign) == '(' || (at(sign) == ',' && behind != end)) && isQuote(next)) // token("…"), set("TOKEN", "…")
        return next;
    const bool isOption = name >= 2 && m_line.substr(name - 2, 2) == "--";
    const bool isSetting = m_line.starts_with("ENV") || m_line.starts_with("ARG") || m_line.starts_with("requirepass");
    if (sign > end && sign < m_line.size() && (isQuote(sign) || isOption || isSetting))
        return sign;
    return std::string_view::npos;
}

/// Whether a value in quotes says which field, variable or setting is read: `environ["DB_PASSWORD"]`,
/// `input('password')`.
bool AssignedMask::namesField(std::string_view value, std::size_t after) const
{
    static const RE2 reads(R"((?:\binput|\b[Gg]et|[Gg]etenv|env|\bfetch|getParameter|\bheader|\bpost|\bconfig)\(\s*$)");
    const char before = m_at > 0 ? at(m_at - 1) : '\0';
    if ((before == '(' || before == '[') && isVariable(value))
        return true;
    if (before == '[' && at(after) == ']' && m_at >= 2 && (isOfName(at(m_at - 2)) || at(m_at - 2) == ']'))
        return true;
    return (at(after) == ')' || at(after) == ',') && std::ranges::all_of(value, isOfName) &&
           nameKind(value) != NameKind::plain && RE2::PartialMatch(m_line.substr(0, m_at), reads);
}

void AssignedMask::takeQuoted()
{
    const char quote = at(m_at);
    std::size_t end = m_at + 1;
    while (end < m_line.size() && at(end) != quote)
        end += at(end) == '\\' ? 2U : 1U;
    end = std::min(end, m_line.size());
    const std::string_view value = m_line.substr(m_at + 1, end - m_at - 1);
    const std::size_t after = std::min(end + 1, m_line.size());

    const bool isNamed = namesField(value, after);
    const bool isKey = at(afterSpaces(after)) == ':' || m_line.substr(afterSpaces(after), 2) == "=>";
    m_open = '\0';
    if (isKey && std::ranges::all_of(value, isOfName) && nameKind(value) != NameKind::plain) {
        copyTo(m_at + 1);
        takeName();
        return;
    }
    if (isNamed || isKey || !isSecretValue(value)) {
        m_out += m_line.substr(m_at, after - m_at);
    } else {
        m_out += quote;
        m_out += kMask;
        m_out += m_line.substr(end, after - end);
    }
    m_at = after;
}

/// A value in a text that is in quotes itself: `"{\"password\": \"hunter2\"}"`.
void AssignedMask::takeEscaped()
{
    const std::size_t begin = m_at + 2;
    const std::size_t end = std::min(m_line.find('\\', begin), m_line.size());
    m_out += m_line.substr(m_at, 2);
    const std::string_view value = m_line.substr(begin, end - begin);
    m_out += isSecretValue(value) ? kMask : value;
    m_out += m_line.substr(end, 2);
    m_at = std::min(end + 2, m_line.size());
}

/// All to the line's end, or to a comment.
void AssignedMask::takeVariable()
{
    const std::string_view rest = m_line.substr(m_at);
    const std::string_view value = rest.substr(0, rest.find(" #"));
    if (isOfShell(value) || !isSecretValue(value))
        return;
    m_out += kMask;
    m_at += value.size();
}

void AssignedMask::takeBare(bool isPhp)
{
    const std::string_view rest = m_line.substr(m_at);
    if (isComputed(rest, isPhp) || !isSecretValue(rest.substr(0, rest.find_first_of(" ,;&"))))
        return;
    m_out += kMask;
    m_at += std::min({rest.find_first_of(";&\"'`<"), rest.find(" #"), rest.size()});
}

bool AssignedMask::isSecretValue(std::string_view value) const
{
    constexpr std::size_t longKey = 16;
    constexpr std::size_t shortKey = 8;
    if (value.empty() || isPlaceholder(value))
        return false;
    if (m_kind == NameKind::key && isVariable(value))
        return false;
    if (m_kind == NameKind::secret || value.size() >= longKey)
        return true;
    return value.size() >= shortKey && value.find_first_of("0123456789") != std::string_view::npos;
}

/// Secrets that are known by their form, behind the beginning that tells it.
void maskForms(std::string& line)
{
    static const std::array<RE2, 29> forms{{
        {R"((-----BEGIN[A-Z ]*PRIVATE.KEY-----).*)"},
        {R"re((://[^\s:@/"'<>]*:)(?:[^\s"'@$\{<%]|\$[^A-Z\{(]|%[^(s\s"'@]|%s[^:@\s"']|<[^%\s"'@])[^\s"']*@)re"},
        {R"re((://[^\s:@/"'<>]*:)\{[^\{}\s"'@]*@)re"},
        {R"re((\b\w+:)[^\s:@/"'$\{<%][^\s:@/"']*@(?:tcp|unix)\()re"},
        {R"re(((?:mysqli|mysqli_connect|mysql_connect|PDO)\((?:\s*["'][^"']*["']\s*,){2}\s*["'])[^"']+)re"},
        {R"re((\b(?:[gG]etBytes|hashSync|hashpw|make_password|password_hash|generate_password_hash|bcrypt\w*\.\w+|argon2\.\w+|Hash::make)\(\s*b?["'`])[^"'`]+)re"},
        {R"re((?i)(\bcurl\b.*?\s(?:-u|--user)[= ]?\s*["']?[^\s:"']*:)[^\s"'$]+)re"},
        {R"re((?i)((?:secret|passw|token|key)[^"]*"\s*envDefault:\\?")[^"\\]+)re"},
        {R"re((?i)(\b(?:name|key)=["'][\w.:-]*(?:passw|secret|token|api_?key|credential)[\w.:-]*["']\s+value=["'])[^"'$\{#][^"']*)re"},
        {R"re((?i)((?:process\.env\.\w*(?:secret|pass|pwd|token|key|dsn|credential)\w*!?\s*(?:\|\||\?\?)|(?:environ|env|fetch)\w*(?:\.get)?[(\[]\s*["']\w*(?:secret|pass|pwd|token|key|dsn|credential)\w*["']\s*[)\]]\s*(?:or|\|\||\?\?|\?:))\s*["'`])[^"'`]+)re"},
        {R"re((?i)(:\w*(?:secret|password|token|api_key)\s*,\s*["'])[^"']+)re"},
        {R"re((://)[^\s:@/"'$\{<>]{16,}@)re"},
        {R"((hooks\.slack\.com/services/)[\w/-]+)"},
        {R"((discord(?:app)?\.com/api/webhooks/)[\w/-]+)"},
        {R"re(([?&](?:sig|signature|key|token)=)[^&\s"'$\{]+)re"},
        {R"((mysql\w*\b.*?\s-p)[^\s$]\S*)"},
        {R"(\b([Bb]earer\s+|BEARER\s+|[Bb]asic\s+)[A-Za-z._~+/-]*[0-9=][\w.~+/=-]{3,})"},
        {R"re((?i)(\bjwt\.\w+\(.*?,\s*["'`])[^"'`]+)re"},
        {R"((\$2[abxy]?\$\d\d\$)[./A-Za-z0-9]{8,})"},
        {R"re((\$argon2\w*\$)[^\s"']+)re"},
        {R"re((\bpbkdf2_\w+\$)[^\s"']+)re"},
        {R"(\b(AKIA|ASIA)[0-9A-Z]{12,})"},
        {R"(\b(gh[pousr]_|github_pat_|glpat-|npm_|hf_|dop_v1_|whsec_|shp(?:at|ca|pa|ss)_)\w[\w-]{11,})"},
        {R"(\b([sprk]k_(?:live|test)_)\w+)"},
        {R"(\b(sk-)[A-Za-z0-9][\w-]{15,})"},
        {R"(\b(xox[abeoprs]-)[\w-]{8,})"},
        {R"(\b(AIza)[\w-]{24,})"},
        {R"(\b(ya29\.|SG\.)[\w.-]{16,})"},
        {R"(\b(eyJ)[\w-]{8,}(?:\.[\w-]*){0,4})"},
    }};
    static const std::string rewrite = "\\1" + std::string(kMask);
    for (const RE2& form : forms)
        RE2::GlobalReplace(&line, form, rewrite);
}

/// A run of letters that nobody thought of: long, with digits among letters, or hexadecimal.
bool isRandom(std::string_view piece)
{
    constexpr std::size_t shortest = 20;
    if (piece.size() < shortest)
        return false;
    std::size_t digits = 0;
    std::size_t capitals = 0;
    std::size_t hexadecimal = 0;
    for (const char c : piece) {
        digits += c >= '0' && c <= '9' ? 1 : 0;
        capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
        hexadecimal += (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') ? 1 : 0;
    }
    const std::size_t small = piece.size() - digits - capitals;
    if (hexadecimal == piece.size())
        return digits > 0;
    return digits >= 2 && (capitals >= 2 || digits * 8 >= piece.size()) && small > 0;
}

/// Long runs of random letters, whole: with what parts them.
std::string maskRuns(std::string_view line)
{
    const auto isOfRun = [](char c) { return isOfName(c) || c == '+' || c == '/' || c == '-' || c == '='; };
    const auto isLetter = [](char c) { return isOfName(c) && c != '_'; };
    std::string result;
    while (!line.empty()) {
        const auto runEnd = std::ranges::find_if_not(line, isOfRun);
        const std::string_view run = line.substr(0, static_cast<std::size_t>(runEnd - line.begin()));
        bool isSecret = false;
        for (std::string_view rest = run; !rest.empty() && !isSecret;) {
            const auto end = static_cast<std::size_t>(std::ranges::find_if_not(rest, isLetter) - rest.begin());
            isSecret = isRandom(rest.substr(0, end));
            rest.remove_prefix(std::min(rest.size(), end + 1));
        }
        result += isSecret ? kMask : run;
        line.remove_prefix(run.size());
        if (!line.empty()) {
            result += line.front();
            line.remove_prefix(1);
        }
    }
    return result;
}

/// Whether all of a value does nothing but read a variable.
bool onlyReads(std::string_view value)
{
    static const RE2 reads(
        R"re((?:process\.env\.[A-Z][A-Z0-9_]*!?|(?:os\.environ|process\.env|ENV|\$_ENV)\[["'][A-Z][A-Z0-9_]*["']\]|(?:os\.environ\.get|os\.getenv|os\.Getenv|getenv|env|System\.getenv|ENV\.fetch|System\.get_env|System\.fetch_env!)\(["'][A-Z][A-Z0-9_]*["']\)|["']?\$\{[A-Z][A-Z0-9_]*\}["']?|\$\{\{ *secrets\.\w+ *\}\})[;,)]*)re");
    return RE2::FullMatch(value, reads);
}

/// A text in quotes that names: `"password": …`, `$_ENV['JWT_SECRET']`, `define('DB_PASSWORD', …)`.
bool namesOnly(std::string_view before, std::string_view value, std::string_view after)
{
    if (value.empty() || !std::ranges::all_of(value, [](char c) { return isOfName(c) || c == '-'; }) ||
        nameKind(value) == NameKind::plain)
        return false;
    static const RE2 keyBefore(R"((?:.*[{,(\[])?\s*)");
    static const RE2 keyAfter(R"(\s*(?::|=>).*)");
    if (RE2::FullMatch(before, keyBefore) && RE2::FullMatch(after, keyAfter))
        return true;
    return isVariable(value) &&
           ((before.ends_with('[') && after.starts_with(']')) || (before.ends_with('(') && after.starts_with(',')));
}

/// Each quoted text and all behind the first `=` or `:`.
std::string maskValues(std::string_view line)
{
    static const RE2 symbol(R"((:\w+)\s*,.*)");
    std::string out;
    for (std::size_t at = 0; at < line.size();) {
        const char c = line[at];
        std::string name;
        if (kQuotes.contains(c)) {
            std::size_t end = at + 1;
            while (end < line.size() && line[end] != c)
                end += line[end] == '\\' ? 2U : 1U;
            end = std::min(end, line.size());
            const std::size_t after = std::min(end + 1, line.size());
            const std::string_view value = line.substr(at + 1, end - at - 1);
            out += c;
            out += value.empty() || namesOnly(line.substr(0, at), value, line.substr(after)) ? value : kMask;
            out += line.substr(end, after - end);
            at = after;
        } else if (c == ':' && RE2::FullMatch(line.substr(at), symbol, &name) &&
                   nameKind(std::string_view(name).substr(1)) != NameKind::plain) { // set :session_secret, "…"
            out += name;
            at += name.size();
        } else if (c == '=' || c == ':') {
            while (at < line.size() && std::string_view("=:> ").contains(line[at]))
                out += line[at++];
            const std::string_view rest = line.substr(at);
            return out + std::string(rest.empty() || onlyReads(rest) ? rest : kMask);
        } else {
            out += c;
            ++at;
        }
    }
    return out;
}

} // namespace

std::string masked(std::string_view line)
{
    std::string result = AssignedMask(line).run();
    maskForms(result);
    return maskRuns(result);
}

std::string maskedStrictly(std::string_view line)
{
    return masked(maskValues(line));
}

} // namespace trestle::scanner
