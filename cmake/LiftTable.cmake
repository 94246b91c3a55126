# Writes OUT: the tables of src/domain/lift_table.hpp, from JSON (data/lifts.json).
file(READ ${JSON} lifts_json)

include(${CMAKE_CURRENT_LIST_DIR}/JsonLists.cmake)

set(phrases "")
set(lifts "")
set(names "")

set(equipment_ids "")
json_indices(equipment_indices "${lifts_json}" equipment)
foreach(e IN LISTS equipment_indices)
  string(JSON id GET "${lifts_json}" equipment ${e} id)
  string(JSON label_${id} GET "${lifts_json}" equipment ${e} label)
  string(JSON bar_${id} GET "${lifts_json}" equipment ${e} bar)
  list(APPEND equipment_ids ${id})
  json_elements(words "${lifts_json}" equipment ${e} phrases)
  foreach(phrase IN LISTS words)
    string(APPEND phrases "    {\"${phrase}\", \"\", ${e}},\n")
  endforeach()
endforeach()
list(LENGTH equipment_ids equipment_count)
math(EXPR barbell "${equipment_count} - 1")

json_indices(term_indices "${lifts_json}" terms)
foreach(t IN LISTS term_indices)
  string(JSON terms MEMBER "${lifts_json}" terms ${t})
  json_elements(words "${lifts_json}" terms "${terms}")
  foreach(phrase IN LISTS words)
    string(APPEND phrases "    {\"${phrase}\", \"${terms}\", ${equipment_count}},\n")
  endforeach()
endforeach()

json_elements(words "${lifts_json}" skip)
foreach(phrase IN LISTS words)
  string(APPEND phrases "    {\"${phrase}\", \"\", ${equipment_count}},\n")
endforeach()

set(never "")
json_elements(words "${lifts_json}" never)
foreach(phrase IN LISTS words)
  string(APPEND never "    \"${phrase}\",\n")
endforeach()

# Adds the lift `id`, done with the piece of equipment `e`, known by each of `is`.
macro(add_lift id label has_bar e)
  string(APPEND lifts "    {\"${id}\", \"${label}\", ${has_bar}},\n")
  foreach(terms IN LISTS is)
    string(APPEND names "    {\"${terms}\", ${e}, \"${id}\"},\n")
  endforeach()
endmacro()

json_indices(lift_indices "${lifts_json}" lifts)
foreach(l IN LISTS lift_indices)
  string(JSON id GET "${lifts_json}" lifts ${l} id)
  string(JSON label GET "${lifts_json}" lifts ${l} label)
  json_elements(is "${lifts_json}" lifts ${l} is)
  add_lift(${id} "${label}" true ${barbell})
  json_elements(others "${lifts_json}" lifts ${l} with)
  foreach(other IN LISTS others)
    list(FIND equipment_ids ${other} e)
    if(e EQUAL -1)
      message(FATAL_ERROR "${JSON}: ${id} is with \"${other}\", which is no equipment")
    endif()
    string(REPLACE "ON" "true" has_bar "${bar_${other}}")
    string(REPLACE "OFF" "false" has_bar "${has_bar}")
    add_lift(${id}-${other} "${label} (${label_${other}})" ${has_bar} ${e})
  endforeach()
endforeach()

file(WRITE ${OUT} "#include \"domain/lift_table.hpp\"

namespace hinge::lift_table {
namespace {

constexpr Lift lift_rows[] = {
${lifts}};

constexpr Phrase phrase_rows[] = {
${phrases}};

constexpr Name name_rows[] = {
${names}};

constexpr std::string_view never_rows[] = {
${never}};

}  // namespace

std::span<const Lift> lifts() { return lift_rows; }
std::span<const Phrase> phrases() { return phrase_rows; }
std::span<const Name> names() { return name_rows; }
std::span<const std::string_view> never() { return never_rows; }
std::size_t barbell() { return ${barbell}; }

}  // namespace hinge::lift_table
")
