#pragma once

#include <string>
#include <string_view>

namespace trestle::scanner {

/// Whether it becomes YAML only when a template engine (Helm, Jinja) has filled it in.
bool isYamlTemplate(std::string_view text);
/// A line with nothing but templates is empty, templates within a line stand for a word; all lines stay where they are.
std::string withoutTemplates(std::string_view text);

} // namespace trestle::scanner
