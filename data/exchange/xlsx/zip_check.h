#pragma once

#include <string_view>

namespace trestle {

/// Whether the bytes are a zip archive whose every member is an XML document that ends where its first element does.
bool isWholeZipOfXml(std::string_view bytes);

} // namespace trestle
