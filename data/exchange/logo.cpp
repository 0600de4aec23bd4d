#include "data/exchange/logo.h"

#include "data/file_io.h"

#include <string_view>

namespace trestle {

namespace {

constexpr std::size_t kMostLogoBytes = std::size_t{2} << 20;

using namespace std::string_view_literals;
constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1a\n"sv;
constexpr std::string_view kPngHeader = "\0\0\0\rIHDR"sv; // always the first chunk, of 13 bytes
constexpr std::string_view kPngEnd = "\0\0\0\0IEND\xae\x42\x60\x82"sv;

/// A number of four bytes, the highest first.
std::uint32_t pngNumberAt(std::string_view bytes, std::size_t at)
{
    std::uint32_t number = 0;
    for (const char byte : bytes.substr(at, 4))
        number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

bool isSide(std::uint32_t pixels)
{
    return pixels >= 1 && pixels <= kMostLogoPixels;
}

} // namespace

bool isLogo(std::string_view bytes)
{
    const std::size_t sides = kPngSignature.size() + kPngHeader.size();
    return bytes.size() <= kMostLogoBytes && bytes.size() >= sides + 13 + kPngEnd.size() &&
           bytes.starts_with(kPngSignature) && bytes.substr(kPngSignature.size()).starts_with(kPngHeader) &&
           bytes.ends_with(kPngEnd) && isSide(pngNumberAt(bytes, sides)) && isSide(pngNumberAt(bytes, sides + 4));
}

Result<std::string> readLogo(const std::string& path)
{
    auto bytes = readTextFile(path, kMostLogoBytes);
    if (bytes && !isLogo(*bytes))
        return fail(ErrorCode::notAPicture, path, {}, std::to_string(kMostLogoPixels));
    return bytes;
}

} // namespace trestle
