# Compiles data/lifts.json into TARGET, as the tables of src/domain/lift_table.hpp: nothing is parsed at run time.
function(hinge_lift_table target)
  set(json ${CMAKE_CURRENT_SOURCE_DIR}/data/lifts.json)
  set(script ${CMAKE_CURRENT_SOURCE_DIR}/cmake/LiftTable.cmake)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded/lift_table.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DJSON=${json} -DOUT=${out} -P ${script}
    DEPENDS ${json} ${script} ${CMAKE_CURRENT_SOURCE_DIR}/cmake/JsonLists.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
