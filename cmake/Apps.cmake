# Compiles data/apps/*.json and data/dates.json into TARGET, as the tables of src/exchange/app_table.hpp. ARGN: the apps,
# the most particular header first.
function(hinge_app_table target)
  set(data ${CMAKE_CURRENT_SOURCE_DIR}/data)
  set(script ${CMAKE_CURRENT_SOURCE_DIR}/cmake/AppTable.cmake)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded/app_table.cpp)
  set(inputs ${ARGN})
  list(TRANSFORM inputs REPLACE "(.+)" "${data}/apps/\\1.json")
  list(JOIN ARGN "," apps)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${data}/apps -DAPPS=${apps} -DDATES=${data}/dates.json -DOUT=${out} -P ${script}
    DEPENDS ${inputs} ${data}/dates.json ${script} ${CMAKE_CURRENT_SOURCE_DIR}/cmake/JsonLists.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
