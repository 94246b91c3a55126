# Writes OUT: the tables of src/exchange/app_table.hpp, from the files of the APPS below FOLDER (APP.json), in that order,
# and from DATES.
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/JsonLists.cmake)

function(identifier result words)
  string(REGEX REPLACE "[- ]" "_" name "${words}")
  set(${result} "${name}" PARENT_SCOPE)
endfunction()

set(tables "")
set(rows "")
string(REPLACE "," ";" APPS "${APPS}")
foreach(app IN LISTS APPS)
  file(READ ${FOLDER}/${app}.json json)

  set(columns "")
  json_indices(field_indices "${json}" columns)
  foreach(f IN LISTS field_indices)
    string(JSON field MEMBER "${json}" columns ${f})
    identifier(id "${field}")
    json_elements(names "${json}" columns "${field}")
    foreach(name IN LISTS names)
      string(APPEND columns "    {\"${name}\", Field::${id}},\n")
    endforeach()
  endforeach()

  set(required "")
  json_elements(fields "${json}" required)
  foreach(field IN LISTS fields)
    identifier(id "${field}")
    string(APPEND required "    Field::${id},\n")
  endforeach()

  set(kinds "")
  foreach(mark IN ITEMS "work" "warm-up" "to failure" "no set")
    identifier(id "${mark}")
    json_elements(words "${json}" kinds "${mark}")
    foreach(word IN LISTS words)
      string(APPEND kinds "    {\"${word}\", Mark::${id}},\n")
    endforeach()
  endforeach()
  foreach(rest IN ITEMS others blank numbers)
    set(otherwise unknown)
    if(NOT rest STREQUAL "others")
      set(otherwise ${others})
    endif()
    json_word(word "${json}" "${otherwise}" kinds ${rest})
    identifier(${rest} "${word}")
  endforeach()

  json_word(clock "${json}" "local" clock)
  string(TOLOWER "${clock}" clock)
  json_word(newlines "${json}" "" newlines)
  set(backslash_n false)
  if(newlines STREQUAL "backslash n")
    set(backslash_n true)
  endif()

  string(APPEND tables "constexpr ColumnName ${app}_columns[] = {\n${columns}};
constexpr Field ${app}_required[] = {\n${required}};\n\n")
  set(its_kinds "{}")
  if(kinds)
    set(its_kinds ${app}_kinds)
    string(APPEND tables "constexpr KindWord ${app}_kinds[] = {\n${kinds}};\n\n")
  endif()
  string(APPEND rows "    {App::${app}, ${app}_columns, ${app}_required, ${its_kinds}, Mark::${numbers}, Mark::${blank},
     Mark::${others}, Clock::${clock}, ${backslash_n}},\n")
endforeach()

file(READ ${DATES} dates)
set(months "")
foreach(month RANGE 1 12)
  json_elements(names "${dates}" months ${month})
  foreach(name IN LISTS names)
    string(APPEND months "    {\"${name}\", ${month}},\n")
  endforeach()
endforeach()
foreach(kind IN ITEMS "filler" "month marks")
  identifier(id "${kind}")
  set(${id} "")
  json_elements(words "${dates}" "${kind}")
  foreach(word IN LISTS words)
    string(APPEND ${id} "    \"${word}\",\n")
  endforeach()
endforeach()
set(halves "")
foreach(half IN ITEMS morning afternoon)
  set(is_afternoon false)
  if(half STREQUAL "afternoon")
    set(is_afternoon true)
  endif()
  json_elements(words "${dates}" ${half})
  foreach(word IN LISTS words)
    string(APPEND halves "    {\"${word}\", ${is_afternoon}},\n")
  endforeach()
endforeach()

file(WRITE ${OUT} "#include \"exchange/app_table.hpp\"

namespace hinge::exchange::app_table {
namespace {

${tables}constexpr ForeignApp app_rows[] = {
${rows}};

constexpr MonthName month_rows[] = {
${months}};

constexpr HalfOfDay half_rows[] = {
${halves}};

constexpr std::string_view filler_rows[] = {
${filler}};

constexpr std::string_view month_mark_rows[] = {
${month_marks}};

}  // namespace

std::span<const ForeignApp> apps() { return app_rows; }
std::span<const MonthName> months() { return month_rows; }
std::span<const HalfOfDay> halves_of_day() { return half_rows; }
std::span<const std::string_view> filler() { return filler_rows; }
std::span<const std::string_view> month_marks() { return month_mark_rows; }

}  // namespace hinge::exchange::app_table
")
