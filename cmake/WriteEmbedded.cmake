# Writes OUTPUT: the FILES below ROOT as one lookup table. A compiler limits the length of a string literal, so a file
# becomes pieces that are pasted together.
set(table "")
foreach(file IN LISTS FILES)
  file(READ "${ROOT}/${file}" text)
  if(text MATCHES "\\)trestle\"")
    message(FATAL_ERROR "${file} contains the end mark of the embedding")
  endif()
  string(LENGTH "${text}" length)
  set(literal "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} 8000 piece)
    string(APPEND literal "R\"trestle(${piece})trestle\"\n")
    math(EXPR at "${at} + 8000")
  endwhile()
  # The compiler counts a literal with this ending by itself, however long it is; its evaluator has a limit.
  string(APPEND table "    {\"${file}\", ${literal}\"\"sv    },\n")
endforeach()
file(WRITE "${OUTPUT}" "// Written by cmake/WriteEmbedded.cmake.
#include \"data/embedded.h\"

#include <array>
#include <utility>

namespace trestle {

using namespace std::string_view_literals;

std::optional<std::string_view> embeddedJson(std::string_view path)
{
    using Entry = std::pair<std::string_view, std::string_view>;
    static constexpr auto table = std::to_array<Entry>({
${table}    });
    for (const auto& [name, text] : table)
        if (name == path)
            return text;
    return std::nullopt;
}

} // namespace trestle
")
