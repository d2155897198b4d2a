# Finds one major version of LLVM and Clang.
#
# A plain find_package(Clang 22) rejects 22.1, and without a prefix it takes
# whatever version comes first. So look where Debian, apt.llvm.org and Homebrew
# install each major version, then everywhere, and compare the major version.

set(OWNERSHIP_LLVM_MAJOR 22 CACHE STRING "Major version of LLVM and Clang")

set(_prefixes /usr/lib/llvm-${OWNERSHIP_LLVM_MAJOR}
              /opt/homebrew/opt/llvm@${OWNERSHIP_LLVM_MAJOR}
              /usr/local/opt/llvm@${OWNERSHIP_LLVM_MAJOR})
find_package(LLVM CONFIG QUIET PATHS ${_prefixes} NO_DEFAULT_PATH)
if(NOT LLVM_FOUND)
  find_package(LLVM CONFIG QUIET)
endif()
if(NOT LLVM_FOUND OR NOT LLVM_VERSION_MAJOR EQUAL OWNERSHIP_LLVM_MAJOR)
  message(FATAL_ERROR
    "LLVM ${OWNERSHIP_LLVM_MAJOR} was not found (found: '${LLVM_VERSION}'). "
    "On Debian and Ubuntu install llvm-${OWNERSHIP_LLVM_MAJOR}-dev, "
    "libclang-${OWNERSHIP_LLVM_MAJOR}-dev and clang-tidy-${OWNERSHIP_LLVM_MAJOR}; "
    "elsewhere pass -DLLVM_DIR=<prefix>/lib/cmake/llvm.")
endif()
find_package(Clang REQUIRED CONFIG HINTS ${LLVM_INSTALL_PREFIX} NO_DEFAULT_PATH)
message(STATUS "Using LLVM ${LLVM_PACKAGE_VERSION} in ${LLVM_INSTALL_PREFIX}")

# What all our code is compiled with: the headers as system headers, and the
# same choice of RTTI and exceptions as the libraries that it meets.
add_library(OwnershipLLVM INTERFACE)
target_include_directories(OwnershipLLVM SYSTEM INTERFACE
  ${LLVM_INCLUDE_DIRS} ${CLANG_INCLUDE_DIRS})
separate_arguments(_definitions NATIVE_COMMAND "${LLVM_DEFINITIONS}")
target_compile_definitions(OwnershipLLVM INTERFACE ${_definitions})
if(NOT LLVM_ENABLE_RTTI)
  target_compile_options(OwnershipLLVM INTERFACE -fno-rtti)
endif()
if(NOT LLVM_ENABLE_EH)
  target_compile_options(OwnershipLLVM INTERFACE -fno-exceptions)
endif()
