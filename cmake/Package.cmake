# A Debian package, by scripts/package (the preset `package`: a release for the prefix /usr).
set(doc ${CMAKE_INSTALL_DATADIR}/doc/hinge)
install(FILES packaging/copyright DESTINATION ${doc})
install(FILES packaging/lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME hinge)

# Compressed, and without a time stamp, so that two builds have the same bytes.
find_program(GZIP_EXECUTABLE gzip REQUIRED)
function(install_compressed target folder name)
  add_custom_command(OUTPUT ${name} COMMAND ${GZIP_EXECUTABLE} -9nc ${ARGN} > ${name} DEPENDS ${ARGN} VERBATIM)
  add_custom_target(${target} ALL DEPENDS ${name})
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${name} DESTINATION ${folder})
endfunction()
install_compressed(package_changes ${doc} changelog.gz ${CMAKE_CURRENT_SOURCE_DIR}/CHANGELOG.md)
install_compressed(package_debian_changes ${doc} changelog.Debian.gz ${CMAKE_CURRENT_SOURCE_DIR}/packaging/changelog)
install(CODE "
  file(GLOB pages \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_MANDIR}/man?/hinge*.[157]\")
  execute_process(COMMAND ${GZIP_EXECUTABLE} -9nf \${pages} COMMAND_ERROR_IS_FATAL ANY)")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME hinge)
set(CPACK_PACKAGE_CONTACT "The hinge maintainers <maintainers@hinge.example>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
                                                WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The synopsis has no article; CPack puts it above the rest, and the dots between paragraphs.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "deadlift log that knows a sore back from an overloaded one")
set(CPACK_PACKAGE_DESCRIPTION "hinge keeps a log of deadlifts, and of how the back answered, in one SQLite
file, and suggests the next load from both, with its reason: on after ordinary
soreness, lighter after pain that is sharp, excessive, lingering or limiting,
and then back up rung by rung.

For one lifter or for a clinic: weekly reports, charts, stable exports for
cron, imports of other apps' logs. What it says is a suggestion, never a
diagnosis.")
include(CPack)
