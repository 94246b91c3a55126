# JSON as CMake lists, for the scripts that compile data/ into tables.

# The elements of the array at the path ARGN of `json`, as a list; none where there is no such array.
function(json_elements result json)
  set(found "")
  string(JSON count ERROR_VARIABLE absent LENGTH "${json}" ${ARGN})
  if(NOT absent AND count GREATER 0)
    math(EXPR last "${count} - 1")
    foreach(i RANGE ${last})
      string(JSON element GET "${json}" ${ARGN} ${i})
      list(APPEND found "${element}")
    endforeach()
  endif()
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

# The indices of the array or object at the path ARGN of `json`, as a list.
function(json_indices result json)
  string(JSON count LENGTH "${json}" ${ARGN})
  math(EXPR last "${count} - 1")
  set(found "")
  foreach(i RANGE ${last})
    list(APPEND found ${i})
  endforeach()
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

# The string at the path ARGN of `json`, or `otherwise`.
function(json_word result json otherwise)
  string(JSON word ERROR_VARIABLE absent GET "${json}" ${ARGN})
  if(absent)
    set(word "${otherwise}")
  endif()
  set(${result} "${word}" PARENT_SCOPE)
endfunction()
