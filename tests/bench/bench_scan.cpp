#include "data/catalogue_json.h"
#include "data/scanner/rule_set.h"
#include "data/scanner/scan.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

/// A scan beside ripgrep that is given the same patterns over the same made-up tree, by turns, in one go.
///
///     bench_scan [FILES [MEGABYTES]]      50000 and 500; the tree is made below TMPDIR and goes at the end

namespace trestle::bench {

namespace {

using Random = std::mt19937;

/// Below a bound. The distributions of the standard library differ from one to another.
std::size_t below(Random& random, std::size_t bound)
{
    return random() % bound;
}

template <std::size_t N>
std::string_view oneOf(Random& random, const std::array<std::string_view, N>& of)
{
    return of.at(below(random, N));
}

constexpr auto kWords = std::to_array<std::string_view>(
    {"user",    "order",    "customer", "invoice", "basket", "price",   "total",  "item",    "list",
     "find",    "create",   "update",   "delete",  "render", "state",   "value",  "result",  "index",
     "request", "response", "page",     "session", "count",  "filter",  "sorted", "handler", "service",
     "model",   "config",   "client",   "address", "event",  "message", "status", "date",    "amount",
     "query",   "field",    "props",    "column",  "report", "billing", "team",   "project"});

/// What the rules look for, once in a while: about as often as code has it.
constexpr auto kTellingLines = std::to_array<std::string_view>({
    "logger.info('order %s created', order.id)",
    "console.log(result);",
    "password = bcrypt.hash(password, 12)",
    "db.session.execute(\"SELECT * FROM orders WHERE id = \" + order_id)",
    "app.use(cors({ origin: '*' }));",
    "@pytest.fixture",
    "expect(response.status).toBe(200);",
    "cache.set(key, value, timeout=60)",
    "export const config = { runtime: 'nodejs' };",
    "CREATE INDEX orders_by_customer ON orders (customer_id);",
});

struct Sort {
    std::string_view ending;
    std::size_t share; ///< of a hundred
};
constexpr auto kSorts = std::to_array<Sort>({{".ts", 22},
                                             {".tsx", 12},
                                             {".js", 12},
                                             {".py", 20},
                                             {".go", 6},
                                             {".java", 8},
                                             {".html", 4},
                                             {".css", 4},
                                             {".md", 4},
                                             {".json", 4},
                                             {".yml", 2},
                                             {".sql", 2}});

std::string identifier(Random& random)
{
    std::string name(oneOf(random, kWords));
    if (below(random, 2) == 0)
        name += '_' + std::string(oneOf(random, kWords));
    return name;
}

std::string codeLine(Random& random)
{
    constexpr std::size_t tellingEvery = 60;
    const std::string indent(4 * below(random, 4), ' ');
    if (below(random, tellingEvery) == 0)
        return indent + std::string(oneOf(random, kTellingLines)) + '\n';
    switch (below(random, 7)) {
    case 0:
        return indent + "const " + identifier(random) + " = await " + identifier(random) + '(' + identifier(random) +
               ");\n";
    case 1: return indent + "if (" + identifier(random) + '.' + identifier(random) + " > 10) {\n";
    case 2:
        return indent + "return " + identifier(random) + ".map((" + identifier(random) + ") => " + identifier(random) +
               ");\n";
    case 3: return indent + "// the " + identifier(random) + " of each " + identifier(random) + " before it is sent\n";
    case 4: return indent + identifier(random) + ": " + identifier(random) + ",\n";
    case 5: return indent + "import { " + identifier(random) + " } from '../" + identifier(random) + "';\n";
    default: return "\n";
    }
}

std::string_view endingOf(Random& random)
{
    std::size_t at = below(random, 100);
    for (const Sort& sort : kSorts) {
        if (at < sort.share)
            return sort.ending;
        at -= sort.share;
    }
    return kSorts.front().ending;
}

/// Bytes written.
std::uint64_t makeTree(const std::filesystem::path& root, std::size_t files, std::uint64_t bytes)
{
    Random random(1);
    std::vector<std::string> lines(20'000);
    for (std::string& line : lines)
        line = codeLine(random);
    std::uint64_t written = 0;
    const std::size_t mean = bytes / files;
    for (std::size_t i = 0; i < files; ++i) {
        const std::filesystem::path folder =
            root / ("part" + std::to_string(i / 2000)) / ("src" + std::to_string(i / 40 % 50));
        std::filesystem::create_directories(folder);
        // Half as long to half as long again, and one in twenty five times.
        const std::size_t size = below(random, 20) == 0 ? mean * 5 : mean * 3 / 8 + below(random, mean * 7 / 8);
        std::string text;
        while (text.size() < size)
            text += lines[below(random, lines.size())];
        std::ofstream(folder / (identifier(random) + std::to_string(i) + std::string(endingOf(random)))) << text;
        written += text.size();
    }
    return written;
}

/// RE2 lets any sign of punctuation stand behind a backslash, ripgrep only those that mean something.
std::string forRipgrep(std::string_view pattern)
{
    constexpr std::string_view needless = "\"'/<>@=!,:;%`_ ";
    std::string result;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\' && i + 1 < pattern.size()) {
            ++i;
            if (!needless.contains(pattern[i]))
                result += '\\';
        }
        result += pattern[i];
    }
    return result;
}

std::size_t writePatterns(const std::filesystem::path& to)
{
    std::vector<std::string> patterns;
    for (const scanner::Signal& signal : scanner::builtInRules().allSignals)
        for (const scanner::Find& find : signal.finds)
            if (find.kind == scanner::FindKind::line)
                for (const std::string& pattern : find.patterns)
                    patterns.push_back(forRipgrep(pattern));
    std::ranges::sort(patterns);
    patterns.erase(std::ranges::unique(patterns).begin(), patterns.end());
    std::ofstream file(to);
    for (const std::string& pattern : patterns)
        file << pattern << '\n';
    return patterns.size();
}

/// Seconds on the clock and of processors, with those of the programs that were run.
struct Seconds {
    double clock = 1e9;
    double processors = 1e9;
};

double processorSeconds()
{
    double seconds = 0;
    for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage usage{};
        ::getrusage(who, &usage);
        seconds += static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                   static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    }
    return seconds;
}

/// The least so far.
template <class Work>
void time(Seconds& least, Work work)
{
    const double processors = processorSeconds();
    const auto start = std::chrono::steady_clock::now();
    work();
    least.clock =
        std::min(least.clock, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    least.processors = std::min(least.processors, processorSeconds() - processors);
}

void print(const char* name, const Seconds& seconds, const Seconds& of)
{
    std::printf("| %s | %.2f | %.2f | %.2f | %.2f |\n", name, seconds.clock, seconds.clock / of.clock,
                seconds.processors, seconds.processors / of.processors);
}

bool runs(const std::string& command)
{
    const int status = std::system(command.c_str());
    return status == 0 || status == 256; // 1: nothing was found
}

int compare(const std::filesystem::path& scratch, std::size_t files, std::uint64_t bytes)
{
    const std::filesystem::path tree = scratch / "tree";
    const std::uint64_t written = makeTree(tree, files, bytes);
    const std::size_t patterns = writePatterns(scratch / "patterns");
    const auto catalogue = builtinCatalogue();

    // Counting is the least that it writes; more memory for its automaton (--dfa-size-limit) makes it no faster.
    const std::string ripgrep = "rg --no-config --no-unicode --hidden --no-ignore --count --regex-size-limit 1G ";
    const std::string end = ' ' + tree.string() + " > " + (scratch / "out").string();
    const std::string allPatterns = ripgrep + "--file " + (scratch / "patterns").string() + end;
    const std::string oneWord = ripgrep + "customer" + end;
    const bool hasRipgrep = runs("rg --version > " + (scratch / "out").string() + " 2>&1");
    if (!hasRipgrep)
        std::puts("ripgrep is missing (installer/dependencies --dev has it): the scan alone");

    constexpr int turns = 2; // ripgrep takes minutes
    Seconds all;
    Seconds one;
    Seconds scan;
    Scan last;
    for (int turn = 0; turn < turns; ++turn) {
        time(scan, [&] { last = scanFolder(tree.string(), *catalogue->catalogue).value_or(Scan{}); });
        bool isFine = true;
        if (hasRipgrep) {
            time(one, [&] { isFine = runs(oneWord); });
            time(all, [&] { isFine = isFine && runs(allPatterns); });
        }
        if (!isFine)
            return 1;
    }
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("%zu files, %.0f MB, %zu patterns; best of %d, by turns\n\n", files, static_cast<double>(written) / 1e6,
                patterns, turns);
    std::puts("| | on the clock, s | of ripgrep's | processors, s | of ripgrep's |\n|---|---:|---:|---:|---:|");
    if (hasRipgrep) {
        print("ripgrep, the same patterns", all, all);
        print("ripgrep, one word", one, all);
    }
    print("scan", scan, hasRipgrep ? all : scan);
    std::printf("\n%zu files read, %.0f MB; at most %ld MB of memory\n", last.filesRead,
                static_cast<double>(last.bytesRead) / 1e6, usage.ru_maxrss / 1024);
    return 0;
}

} // namespace

} // namespace trestle::bench

int main(int argc, char** argv)
{
    const std::size_t files = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 50'000;
    const std::uint64_t megabytes = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 500;
    std::string scratch = (std::filesystem::temp_directory_path() / "trestle-scan-XXXXXX").string();
    if (files == 0 || !::mkdtemp(scratch.data()))
        return 2;
    const int result = trestle::bench::compare(scratch, files, megabytes * 1'000'000);
    std::filesystem::remove_all(scratch);
    return result;
}
