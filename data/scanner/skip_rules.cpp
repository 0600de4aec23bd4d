#include "data/scanner/skip_rules.h"

#include <algorithm>
#include <array>
#include <span>

namespace trestle::scanner {

namespace {

/// Skipped whatever they hold.
constexpr auto kSkippedFolders = std::to_array<std::string_view>({
    // Repositories and what editors keep.
    ".git",
    ".hg",
    ".svn",
    ".idea",
    ".vs",
    ".vscode",
    ".settings",
    // Libraries of others.
    "node_modules",
    "bower_components",
    "jspm_packages",
    ".yarn",
    ".pnpm-store",
    "site-packages",
    ".venv",
    ".bundle",
    "Pods",
    "Carthage",
    "elm-stuff",
    "third_party",
    "third-party",
    "thirdparty",
    // What builds and tools leave.
    "__pycache__",
    ".eggs",
    ".tox",
    ".nox",
    ".pytest_cache",
    ".mypy_cache",
    ".ruff_cache",
    ".ipynb_checkpoints",
    "htmlcov",
    ".nyc_output",
    ".gradle",
    ".kotlin",
    ".next",
    ".nuxt",
    ".svelte-kit",
    ".astro",
    ".output",
    ".turbo",
    ".parcel-cache",
    ".cache",
    ".angular",
    ".docusaurus",
    ".expo",
    ".dart_tool",
    ".vercel",
    ".netlify",
    ".wrangler",
    ".serverless",
    ".aws-sam",
    "cdk.out",
    ".terraform",
    ".terragrunt-cache",
    ".pulumi",
    "storybook-static",
    "staticfiles",
    "static_root",
    "collected_static",
    // Instructions for assistants, and what they keep.
    ".claude",
    ".cursor",
    ".windsurf",
    ".junie",
    ".ai",
    ".aider",
    ".continue",
    ".roo",
    ".clinerules",
    ".kiro",
    ".codex",
    ".gemini",
    ".agents",
    ".agent",
    ".specify",
    ".augment",
    ".trae",
    ".qoder",
    "attached_assets",
});

constexpr auto kAssistantFiles = std::to_array<std::string_view>({
    "agents.md",
    "agent.md",
    "claude.md",
    "claude.local.md",
    "gemini.md",
    "skill.md",
    "replit.md",
    ".cursorrules",
    ".windsurfrules",
    ".clinerules",
    ".goosehints",
    "copilot-instructions.md",
    "llms.txt",
    "llms-full.txt",
    ".mcp.json",
});

/// Written by programs, and read by no rule.
constexpr auto kGeneratedEndings = std::to_array<std::string_view>({
    ".min.js",          ".min.css",      ".map",         ".bundle.js", ".chunk.js", ".chunk.css", ".pb.go",
    "_pb2.py",          "_pb2_grpc.py",  "_pb2.pyi",     ".pb.cc",     ".pb.h",     ".g.dart",    ".freezed.dart",
    ".generated.ts",    ".generated.cs", ".designer.cs", ".snap",      ".pnp.cjs",  ".pnp.js",    ".tsbuildinfo",
    ".instructions.md", ".prompt.md",    ".chatmode.md", ".mdc",
});

/// Binary files. Databases, keys and archives of them are not here: their names count.
constexpr auto kBinaryEndings = std::to_array<std::string_view>({
    ".png",     ".jpg",   ".jpeg", ".gif",  ".webp", ".avif",    ".bmp",   ".ico", ".icns", ".tif",  ".tiff",
    ".psd",     ".ai",    ".heic", ".svg",  ".woff", ".woff2",   ".ttf",   ".otf", ".eot",  ".mp3",  ".mp4",
    ".m4a",     ".wav",   ".ogg",  ".webm", ".mov",  ".avi",     ".flac",  ".pdf", ".doc",  ".docx", ".xls",
    ".xlsx",    ".ppt",   ".pptx", ".odt",  ".ods",  ".odp",     ".zip",   ".tar", ".tgz",  ".7z",   ".tar.gz",
    ".tar.bz2", ".mmdb",  ".rar",  ".xz",   ".zst",  ".jar",     ".war",   ".ear", ".aar",  ".apk",  ".ipa",
    ".dex",     ".class", ".pyc",  ".pyo",  ".pyd",  ".so",      ".dylib", ".dll", ".exe",  ".o",    ".a",
    ".lib",     ".obj",   ".pdb",  ".wasm", ".node", ".beam",    ".nupkg", ".gem", ".whl",  ".egg",  ".pkl",
    ".npy",     ".npz",   ".onnx", ".pt",   ".h5",   ".parquet", ".arrow", ".glb", ".gltf", ".fbx",  ".blend",
});

char smallLetter(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string smallLetters(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), smallLetter);
    return result;
}

bool holdsName(const Listing& listing, std::initializer_list<std::string_view> names)
{
    return std::ranges::any_of(listing,
                               [&](const FolderEntry& entry) { return std::ranges::count(names, entry.name) > 0; });
}

bool holdsEnding(const Listing& listing, std::initializer_list<std::string_view> endings)
{
    return std::ranges::any_of(listing, [&](const FolderEntry& entry) {
        return std::ranges::any_of(endings, [&](std::string_view ending) { return entry.name.ends_with(ending); });
    });
}

bool isProjectOfWeb(const Listing& beside)
{
    return holdsName(beside, {"package.json", "tsconfig.json", "angular.json", "index.html"});
}

/// Written by hand, so that a folder with the name of a built one is none: old set-ups of webpack, folders of scripts.
bool holdsSources(const Listing& held)
{
    return holdsName(held, {"package.json", "Makefile", "pom.xml", "go.mod"}) ||
           holdsEnding(
               held, {"Dockerfile", ".sh", ".yml", ".yaml", ".go", ".rb", ".gradle", "webpack.config.js", ".conf.js"});
}

bool isVendored(std::string_view parent, const Listing& beside, const Listing& held)
{
    constexpr auto assets = std::to_array<std::string_view>(
        {"static", "public", "assets", "js", "css", "lib", "libs", "scripts", "wwwroot", "javascripts", "stylesheets"});
    return holdsName(beside, {"composer.json", "go.mod", "Gemfile", "Cargo.toml"}) ||
           holdsName(held, {"autoload.php", "modules.txt", "bundle"}) || std::ranges::count(assets, parent) > 0;
}

bool isBuilt(std::string_view name, std::string_view parent, const Listing& beside, const Listing& held)
{
    if (name == "build" && parent == "public")
        return true;
    if (holdsSources(held))
        return false;
    if (name == "build")
        return isProjectOfWeb(beside) ||
               holdsName(beside, {"build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts",
                                  "setup.py", "pyproject.toml", "CMakeLists.txt", "pubspec.yaml"});
    return isProjectOfWeb(beside) || holdsName(beside, {"pyproject.toml", "setup.py", "go.mod", "Makefile"}) ||
           holdsName(held, {"index.html"});
}

bool isOfDotNet(const Listing& beside)
{
    return holdsEnding(beside, {".csproj", ".fsproj", ".vbproj", ".sln"});
}

} // namespace

bool isSkippedFolder(std::string_view name)
{
    return std::ranges::count(kSkippedFolders, name) > 0 || name.ends_with(".egg-info") || name.ends_with(".dSYM");
}

bool isSkippedFolder(std::string_view name, std::string_view parent, const Listing& beside, const Listing& held)
{
    if (parent == ".github")
        return name == "instructions" || name == "prompts" || name == "agents" || name == "chatmodes" ||
               name == "skills";
    if (name == "vendor" || name == "vendors")
        return isVendored(parent, beside, held);
    if (name == "venv" || name == "env" || name == "virtualenv")
        return holdsName(held, {"pyvenv.cfg"});
    if (name == "target")
        return holdsName(beside, {"pom.xml", "Cargo.toml", "build.sbt"}) || holdsName(held, {"CACHEDIR.TAG"});
    if (name == "build" || name == "dist" || name == "out")
        return isBuilt(name, parent, beside, held);
    if (name == "bin")
        return isOfDotNet(beside) || holdsName(beside, {".classpath"});
    if (name == "obj")
        return isOfDotNet(beside) || holdsName(held, {"project.assets.json"});
    if (name == "deps" || name == "_build")
        return holdsName(beside, {"mix.exs"});
    if (name == "coverage")
        return holdsName(held, {"lcov.info", "clover.xml", "coverage-final.json", "coverage-summary.json",
                                "lcov-report", ".last_run.json", ".resultset.json", "index.html"});
    if (name == "packs")
        return parent == "public";
    if (name == "lib" || name == "libs")
        return parent == "wwwroot";
    return name == "admin" && parent == "static" && holdsName(held, {"css"}) && holdsName(held, {"js"});
}

bool isSkippedFile(std::string_view name)
{
    const std::string small = smallLetters(name);
    const auto hasEnding = [&](std::span<const std::string_view> endings) {
        return std::ranges::any_of(endings, [&](std::string_view ending) { return small.ends_with(ending); });
    };
    return hasEnding(kBinaryEndings) || hasEnding(kGeneratedEndings) || std::ranges::count(kAssistantFiles, small) > 0;
}

bool isGenerated(std::string_view path, std::string_view text)
{
    constexpr auto code = std::to_array<std::string_view>(
        {".js",  ".mjs",  ".cjs", ".jsx",   ".ts",    ".tsx", ".css", ".py", ".go", ".rb",  ".java", ".kt",     ".cs",
         ".php", ".dart", ".rs",  ".swift", ".scala", ".ex",  ".c",   ".h",  ".cc", ".cpp", ".hpp",  ".graphql"});
    const auto isEnding = [&](std::string_view ending) { return path.ends_with(ending); };
    if (std::ranges::none_of(code, isEnding))
        return false;

    constexpr std::size_t headSize = 600;
    const std::string head = smallLetters(text.substr(0, headSize));
    const auto says = [&](std::string_view words) { return head.contains(words); };
    // Of generators, not an annotation such as @GeneratedValue.
    constexpr std::string_view mark = "@generated";
    const std::size_t marked = head.find(mark);
    const char after =
        marked == std::string::npos || marked + mark.size() == head.size() ? ' ' : head[marked + mark.size()];
    const bool isMarked = marked != std::string::npos && (after < 'a' || after > 'z');
    if (isMarked || says("<auto-generated") ||
        (says("generated") && (says("do not edit") || says("do not modify") || says("don't edit") ||
                               says("do not manually") || says("not be edited") || says("do not change"))))
        return true;

    // Bundled or minified: lines that nobody writes.
    constexpr std::size_t worthLooking = 4096;
    constexpr std::size_t longLine = 600;
    constexpr std::size_t scripts = 7; // the first of `code`
    if (text.size() < worthLooking || std::ranges::none_of(std::span(code).first<scripts>(), isEnding))
        return false;
    return text.size() / (static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1) > longLine;
}

bool isBinary(std::string_view text)
{
    constexpr std::size_t looked = 8192;
    return text.substr(0, looked).contains('\0');
}

} // namespace trestle::scanner
