#include "tests/fuzz/mutator.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace trestle::fuzz {

namespace {

using namespace std::string_view_literals;

constexpr std::array kTokens{"0"sv,
                             "-1"sv,
                             "1e308"sv,
                             "1e-308"sv,
                             "9223372036854775807"sv,
                             "-9223372036854775808"sv,
                             "18446744073709551616"sv,
                             "NaN"sv,
                             "null"sv,
                             "[]"sv,
                             "{}"sv,
                             "[[[[[[[[[[[[[[[[[[[["sv,
                             "\"\""sv,
                             "\\u0000"sv,
                             "\\ud800"sv,
                             "\xff\xfe"sv,
                             "9999-12-31"sv,
                             "0001-01-01"sv,
                             "2027-02-30"sv,
                             "\0\0\0\0"sv,
                             "\xff\xff\xff\xff"sv,
                             "\x7f\xff\xff\xff"sv,
                             "\x0d"sv,
                             "\x05"sv};

} // namespace

std::string Mutator::next()
{
    std::string bytes = m_seeds[below(m_seeds.size())].bytes;
    // Mostly one change: two would mostly meet the check that the first one fails.
    const std::size_t changes = below(3) != 0 ? 1 : 1 + below(6);
    for (std::size_t i = 0; i < changes; ++i)
        mutate(bytes);
    return bytes;
}

void Mutator::mutate(std::string& bytes)
{
    const std::size_t at = below(bytes.size());
    const std::size_t length = 1 + below(std::min<std::size_t>(bytes.size() - at, 64));
    switch (below(8)) {
    case 0:
    case 1:
        if (!bytes.empty())
            bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << below(8)));
        break;
    case 2: bytes.erase(at, length); break;
    case 3: bytes.insert(at, bytes.substr(below(bytes.size()), length)); break;
    case 4: bytes.resize(at); break;
    case 5: bytes.insert(at, kTokens[below(kTokens.size())]); break;
    case 6: {
        const std::string_view token = kTokens[below(kTokens.size())];
        bytes.replace(at, std::min(token.size(), bytes.size() - at), token);
        break;
    }
    case 7: {
        // A number, whole, so that the text still parses.
        const std::size_t start = bytes.find_first_of("0123456789", at);
        const std::size_t end = start == std::string::npos ? start : bytes.find_first_not_of("0123456789.", start);
        if (end != std::string::npos)
            bytes.replace(start, end - start, kTokens[below(7)]);
        break;
    }
    default: break;
    }
}

} // namespace trestle::fuzz
