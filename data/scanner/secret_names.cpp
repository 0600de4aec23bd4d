#include "data/scanner/secret_names.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <string>

namespace trestle::scanner {

namespace {

constexpr auto kSecretWords = std::to_array<std::string_view>({
    "password",   "passwd",     "passphrase",       "passcode",      "passwort",   "pwd",        "secret",
    "token",      "credential", "apikey",           "accesskey",     "privatekey", "authkey",    "encryptionkey",
    "signingkey", "masterkey",  "sharedkey",        "accountkey",    "licensekey", "servicekey", "sessionkey",
    "jwtkey",     "appkey",     "connectionstring", "authorization", "pepper",
});

/// Ends of names that hold something about a secret.
constexpr auto kPlainEnds = std::to_array<std::string_view>({
    "name",      "ref",        "path",       "file",           "field",      "fields",     "type",       "policy",
    "algorithm", "algo",       "hash",       "hashes",         "hasher",     "hashers",    "hashing",    "encoder",
    "encoders",  "manager",    "service",    "provider",       "providers",  "validator",  "validators", "strength",
    "schema",    "header",     "headers",    "location",       "count",      "limit",      "rotation",   "param",
    "params",    "parameter",  "column",     "input",          "label",      "regex",      "pattern",    "expire",
    "expires",   "expiry",     "expiration", "expiresin",      "ttl",        "minutes",    "hours",      "days",
    "seconds",   "lifetime",   "age",        "length",         "min",        "max",        "url",        "uri",
    "endpoint",  "serializer", "form",       "view",           "views",      "controller", "middleware", "guard",
    "module",    "error",      "errors",     "exception",      "repository", "resource",   "rules",      "placeholder",
    "hint",      "helper",     "helpers",    "util",           "utils",      "factory",    "store",      "generator",
    "blacklist", "denylist",   "table",      "authentication", "strategy",   "backend",    "handler",    "required",
    "enabled",   "disabled",   "version",
});

char smallOf(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// A name ends in this word: it is the whole, or parted from what is before. `letters` are the name's, small.
bool lastWordIs(std::string_view name, std::string_view letters, std::string_view word)
{
    if (!letters.ends_with(word))
        return false;
    if (letters == word)
        return true;
    std::size_t begin = name.size();
    for (std::size_t left = word.size(); left > 0;) {
        --begin;
        left -= name[begin] != '_' && name[begin] != '-' ? 1U : 0U;
    }
    const char before = name[begin - 1];
    const char first = name[begin];
    return before == '_' || before == '-' || (first >= 'A' && first <= 'Z' && !(before >= 'A' && before <= 'Z'));
}

} // namespace

NameKind nameKind(std::string_view name)
{
    std::string letters;
    for (const char c : name)
        if (c != '_' && c != '-')
            letters += smallOf(c);
    const auto isEnd = [&](std::string_view end) { return lastWordIs(name, letters, end); };
    const bool isSecret =
        std::ranges::any_of(kSecretWords, [&](std::string_view word) { return letters.contains(word); }) ||
        lastWordIs(name, letters, "pass") || lastWordIs(name, letters, "pw") || lastWordIs(name, letters, "dsn") ||
        letters == "requirepass" || letters == "dbpass" || letters == "authpass";
    if (isSecret)
        return std::ranges::any_of(kPlainEnds, isEnd) ? NameKind::plain : NameKind::secret;
    return letters.ends_with("key") || letters.ends_with("salt") || letters.contains("keybase") ? NameKind::key
                                                                                                : NameKind::plain;
}

bool isPlaceholder(std::string_view value)
{
    static const RE2 placeholder(
        R"re(\$[A-Z_][A-Z0-9_]*|\$[a-z_]+|\$\{[A-Za-z_][\w.]*\}|\$\{\{[\w .]*\}\}|\{\{-?[\w .|]*\}\}|<[\w -]*>|%\(\w+\)s)re");
    static const RE2 type("(?i)string|text|number|boolean|hex|base64|utf-?8|sha-?256|[HRE]S256");
    return RE2::FullMatch(value, placeholder) || RE2::FullMatch(value, type);
}

bool isOfShell(std::string_view value)
{
    static const RE2 shell(R"(\$(?:[A-Z_][A-Z0-9_]*|\{[A-Za-z_][\w.]*\}|\{\{[\w .]*\}\}|\([^)]*\))\s*)");
    return RE2::FullMatch(value, shell);
}

bool isComputed(std::string_view value, bool isPhp)
{
    static const RE2 call(R"([A-Za-z_][\w.:]*(?:->\w+)*\s*[(\[].*[)\]].*)");
    static const RE2 className(R"([\w\\]+::class\b.*)");
    static const RE2 openCall(R"([A-Za-z_][\w.:]*[(\[{]\s*)");
    static const RE2 word(
        R"((?:new|await|async|function|lambda|not|None|null|nil|undefined|true|false|True|False|required|optional|string|String|str|bool|boolean|text|any|int|number|inherit|varchar|Optional|Mapped)\b[?!]?(?:[\s,;)}|=(\[].*)?)");
    static const RE2 field(
        R"((?:req|request|self|this|user|config|settings|process|os|body|form|data|input|args|params|options|opts|props|state|ctx|context|event|app|env|ENV|var|local|module|secrets|vars|Rails|System|payload|dto|cfg|module|values|models|schema)(?:\??\.|->|\[).*)");
    static const RE2 shell(R"(\$(?:[A-Z_][A-Z0-9_]*\b|\{[A-Za-z_][\w.]*\}|\{\{[\w .]*\}\}|\([^)]*\)).*)");
    static const RE2 variable(R"(\$[A-Za-z_]\w*(?:(?:->|::|\[|\.|\s*[;,)]).*)?)");
    static const RE2 template_(
        R"((?:\{\{[^"']*\}\}|<%=|%\(\w+\)s|!(?:Ref|Sub|GetAtt|ImportValue|Join|vault|reference)\b|@\w+\().*)");
    if (value.empty() || std::string_view("{[(|>\\").contains(value.front()))
        return true;
    return RE2::FullMatch(value, call) || RE2::FullMatch(value, className) || RE2::FullMatch(value, openCall) ||
           RE2::FullMatch(value, word) || RE2::FullMatch(value, field) || RE2::FullMatch(value, shell) ||
           RE2::FullMatch(value, template_) || (isPhp && RE2::FullMatch(value, variable));
}

} // namespace trestle::scanner
