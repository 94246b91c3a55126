# Writes OUT: the tables of src/domain/lift_table.hpp, from JSON (data/lifts.json).
file(READ ${JSON} lifts_json)

# The elements of the array at the path ARGN, as a list.
function(elements result)
  set(found "")
  string(JSON count ERROR_VARIABLE absent LENGTH "${lifts_json}" ${ARGN})
  if(NOT absent AND count GREATER 0)
    math(EXPR last "${count} - 1")
    foreach(i RANGE ${last})
      string(JSON element GET "${lifts_json}" ${ARGN} ${i})
      list(APPEND found "${element}")
    endforeach()
  endif()
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

# The indices of the array or object at the path ARGN, as a list.
function(indices result)
  string(JSON count LENGTH "${lifts_json}" ${ARGN})
  math(EXPR last "${count} - 1")
  set(found "")
  foreach(i RANGE ${last})
    list(APPEND found ${i})
  endforeach()
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

set(phrases "")
set(lifts "")
set(names "")

set(equipment_ids "")
indices(equipment_indices equipment)
foreach(e IN LISTS equipment_indices)
  string(JSON id GET "${lifts_json}" equipment ${e} id)
  string(JSON label_${id} GET "${lifts_json}" equipment ${e} label)
  string(JSON bar_${id} GET "${lifts_json}" equipment ${e} bar)
  list(APPEND equipment_ids ${id})
  elements(words equipment ${e} phrases)
  foreach(phrase IN LISTS words)
    string(APPEND phrases "    {\"${phrase}\", \"\", ${e}},\n")
  endforeach()
endforeach()
list(LENGTH equipment_ids equipment_count)
math(EXPR barbell "${equipment_count} - 1")

indices(term_indices terms)
foreach(t IN LISTS term_indices)
  string(JSON terms MEMBER "${lifts_json}" terms ${t})
  elements(words terms "${terms}")
  foreach(phrase IN LISTS words)
    string(APPEND phrases "    {\"${phrase}\", \"${terms}\", ${equipment_count}},\n")
  endforeach()
endforeach()

elements(words skip)
foreach(phrase IN LISTS words)
  string(APPEND phrases "    {\"${phrase}\", \"\", ${equipment_count}},\n")
endforeach()

set(never "")
elements(words never)
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

indices(lift_indices lifts)
foreach(l IN LISTS lift_indices)
  string(JSON id GET "${lifts_json}" lifts ${l} id)
  string(JSON label GET "${lifts_json}" lifts ${l} label)
  elements(is lifts ${l} is)
  add_lift(${id} "${label}" true ${barbell})
  elements(others lifts ${l} with)
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
