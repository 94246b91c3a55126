# Compiles the files of data/ into the program, so that it needs nothing beside itself.
# hinge_embed(TARGET) makes a library with `std::string_view hinge::data_file(std::string_view path)`.
function(hinge_embed target)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/data
       ${CMAKE_CURRENT_SOURCE_DIR}/data/learn/*.md ${CMAKE_CURRENT_SOURCE_DIR}/data/completions/*)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded/data.cpp)
  set(inputs ${files})
  list(TRANSFORM inputs PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/data/)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_CURRENT_SOURCE_DIR}/data "-DFILES=${files}" -DOUT=${out}
            -P ${CMAKE_CURRENT_SOURCE_DIR}/cmake/EmbedFiles.cmake
    DEPENDS ${inputs} ${CMAKE_CURRENT_SOURCE_DIR}/cmake/EmbedFiles.cmake
    VERBATIM)
  add_library(${target} STATIC ${out})
  target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/src)
endfunction()
