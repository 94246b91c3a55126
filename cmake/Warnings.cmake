# What every target of ours is compiled with. Warnings are errors where HINGE_WERROR says so (dev, CI).
add_library(hinge_warnings INTERFACE)
target_compile_options(hinge_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Woverloaded-virtual -Wimplicit-fallthrough)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(hinge_warnings INTERFACE -Wno-restrict)  # false alarms on "x" + string, gcc bug 105651
endif()
if(HINGE_WERROR)
  target_compile_options(hinge_warnings INTERFACE -Werror)
endif()
if(HINGE_SANITIZE)
  add_compile_options(-fsanitize=${HINGE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${HINGE_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_link_options(-no-pie)  # else each start relocates 68 MB of descriptions, and the tests start hinge often
  endif()
endif()
