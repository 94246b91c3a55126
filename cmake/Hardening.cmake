# What distributions build with, for the optimised builds; and the same bytes wherever the source lies.
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT HINGE_SANITIZE AND NOT HINGE_FUZZ)
  add_compile_options(-fstack-protector-strong -fstack-clash-protection -fPIE -D_FORTIFY_SOURCE=2
                      -ffile-prefix-map=${CMAKE_SOURCE_DIR}=. -ffile-prefix-map=${CMAKE_BINARY_DIR}=build)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|amd64")
    add_compile_options(-fcf-protection)
  endif()
  add_link_options(-Wl,-z,relro,-z,now,-z,noexecstack,--as-needed)
  if(NOT HINGE_STATIC)  # -static-pie is one already
    add_link_options(-pie)
  endif()
endif()
