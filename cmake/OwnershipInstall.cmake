# Where things go with `cmake --install`. Everything that depends on the version
# of LLVM has the major version in its path, so that builds for several versions
# share a prefix; names in bin/ without it lead to the one installed last.
#
#   lib/clang-ownership/<major>/     the plugins
#   bin/<program>-<major>            clang-tidy-ownership, clangd-ownership,
#                                    clang-ownership
#   lib/cmake/ClangOwnership/        find_package(ClangOwnership)
#   share/doc/clang-ownership/       the pages
#   share/clang-ownership/           settings for editors, templates for CI

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(OWNERSHIP_PLUGIN_ROOT ${CMAKE_INSTALL_LIBDIR}/clang-ownership)
set(OWNERSHIP_PLUGIN_DIR ${OWNERSHIP_PLUGIN_ROOT}/${OWNERSHIP_LLVM_MAJOR})
set(_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/ClangOwnership)

# install_program(NAME FILE): FILE as bin/NAME-<major>, and bin/NAME.
function(install_program name file)
  install(PROGRAMS ${file} DESTINATION ${CMAKE_INSTALL_BINDIR}
    RENAME ${name}-${OWNERSHIP_LLVM_MAJOR})
  install(CODE "
    file(CREATE_LINK ${name}-${OWNERSHIP_LLVM_MAJOR}
      \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}/${name}\"
      SYMBOLIC)")
endfunction()

# configure_wrapper(NAME FOLDER PLUGINS): tools/wrappers/NAME.in, in FOLDER of
# the build tree, from where PLUGINS leads to the plugins.
function(configure_wrapper name folder OWNERSHIP_PLUGINS)
  configure_file(${PROJECT_SOURCE_DIR}/tools/wrappers/${name}.in
    ${CMAKE_BINARY_DIR}/${folder}/${name} @ONLY
    FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
                     GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
endfunction()

# add_wrapper(NAME): one for the build tree, and one for the install tree.
function(add_wrapper name)
  configure_wrapper(${name} bin ../lib)
  file(RELATIVE_PATH plugins ${CMAKE_INSTALL_FULL_BINDIR}
    ${CMAKE_INSTALL_PREFIX}/${OWNERSHIP_PLUGIN_DIR})
  configure_wrapper(${name} install ${plugins})
  install_program(${name} ${CMAKE_BINARY_DIR}/install/${name})
endfunction()

install(TARGETS OwnershipTidy OwnershipClang
  LIBRARY DESTINATION ${OWNERSHIP_PLUGIN_DIR})

configure_package_config_file(cmake/ClangOwnershipConfig.cmake.in
  ${CMAKE_BINARY_DIR}/install/ClangOwnershipConfig.cmake
  INSTALL_DESTINATION ${_package_dir}
  PATH_VARS OWNERSHIP_PLUGIN_ROOT CMAKE_INSTALL_BINDIR)
write_basic_package_version_file(
  ${CMAKE_BINARY_DIR}/install/ClangOwnershipConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  ${CMAKE_BINARY_DIR}/install/ClangOwnershipConfig.cmake
  ${CMAKE_BINARY_DIR}/install/ClangOwnershipConfigVersion.cmake
  DESTINATION ${_package_dir})

install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY checker/report/pages/ DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY tools/editors/
  DESTINATION ${CMAKE_INSTALL_DATADIR}/clang-ownership/editors)
