# Writes OUT: a table of FILES (paths below ROOT) as byte arrays.
set(arrays "")
set(rows "")
set(n 0)
foreach(file IN LISTS FILES)
  file(READ ${ROOT}/${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND arrays "constexpr char file${n}[] = {${bytes}'\\0'};\n")
  string(APPEND rows "    {\"${file}\", {file${n}, sizeof file${n} - 1}},\n")
  math(EXPR n "${n} + 1")
endforeach()
file(WRITE ${OUT} "#include \"data_file.hpp\"

#include <array>
#include <utility>

namespace {
${arrays}
constexpr std::array<std::pair<std::string_view, std::string_view>, ${n}> files = {{
${rows}}};
}  // namespace

std::string_view hinge::data_file(std::string_view path) {
  for (const auto& [name, text] : files) {
    if (name == path) return text;
  }
  return {};
}
")
