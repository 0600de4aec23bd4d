#pragma once

#include "models/error.h"

#include <pugixml.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace trestle {

/// XML of another program, without a document type, so that nothing in it stands for something longer.
struct ForeignXml {
    pugi::xml_document document;
    std::size_t replaced = 0; ///< characters that no text can hold, which became U+FFFD
};

/// `where` names the file in errors: invalidTasks, outOfMemory.
Result<ForeignXml> parseForeignXml(std::string_view bytes, const std::string& where);

} // namespace trestle
