#pragma once

#include "data/exchange/proposal/client_document.h"
#include "data/exchange/proposal/docx_styles.h"

#include <pugixml.hpp>

namespace trestle::docx {

/// Title, figures and sections of a document, at the end of `body`.
void addBody(pugi::xml_node body, const ClientDocument& document, const Page& page);

} // namespace trestle::docx
