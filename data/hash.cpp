#include "data/hash.h"

#include <nettle/base64.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace trestle {

namespace {

using Digest = std::array<std::uint8_t, SHA256_DIGEST_SIZE>;

Digest digestOf(std::string_view bytes)
{
    // Nettle counts in uint8_t, which may alias char.
    sha256_ctx context{};
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    Digest digest{};
    sha256_digest(&context, digest.size(), digest.data());
    return digest;
}

} // namespace

std::string sha256Hex(std::string_view bytes)
{
    const Digest digest = digestOf(bytes);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * digest.size());
    for (const std::uint8_t byte : digest) {
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

std::string sha256Base64(std::string_view bytes)
{
    const Digest digest = digestOf(bytes);
    std::string text(BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE), '=');
    base64_encode_raw(text.data(), digest.size(), digest.data());
    return text;
}

} // namespace trestle
