import glob
import os
import shutil
import sys

import lit.formats

config.name = "clang-ownership"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".c", ".cpp", ".h", ".json", ".test"]
config.excludes = ["Inputs", "include", "lib", "unit"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.build_root, "test")

major = config.llvm_major
plugin = os.path.join(config.build_root, "lib", "OwnershipTidy.so")
clang_plugin = os.path.join(config.build_root, "lib", "OwnershipClang.so")
include = os.path.join(config.test_source_root, "include")
mock = f"-std=c++17 -nostdinc++ -isystem {include}/mock"
llvm = config.llvm_bin
# -O0 and no sanitizer runtime is linked into what tests only analyse. A program
# whose leak is shown is built by %clangxx_lsan and run with %lsan_env.
tidy = f"{llvm}/clang-tidy --load={plugin} --quiet"
possible = "{ownership-shared-ptr-cycle.MinimumVerdict: possible}"
explain = "{ownership-shared-ptr-cycle.Explain: true}"
check = "'--checks=-*,ownership-*'"
ci_env = (f"env HOME=%t/home PRE_COMMIT_HOME=%t/home/pre-commit"
          f" GIT_CONFIG_GLOBAL=/dev/null OWNERSHIP_BUILD={config.build_root}"
          f" CXX={llvm}/clang++ CMAKE_GENERATOR=Ninja"
          f" 'CXXFLAGS=-nostdinc++ -isystem {include}/mock'")
config.substitutions += [
    # The check alone, headers included, on standard output: what it says by
    # default; and all that types allow.
    ("%check_default", f"{tidy} {check} '--header-filter=.*' '--config={{}}'"),
    ("%check_tidy", f"{tidy} {check} '--header-filter=.*'"
                    f" '--config={{CheckOptions: {possible}}}'"),
    # As users get it, with remarks on what was judged and is not reported.
    ("%check_explain", f"{tidy} {check} '--header-filter=.*'"
                       f" '--config={{CheckOptions: {explain}}}'"),
    # clang-tidy with the plugin and nothing else set.
    ("%tidy", f"{llvm}/clang-tidy --load={plugin}"),
    ("%plugin", plugin),
    # The compiler and the static analyzer with the plugin, on the small <memory>.
    ("%clang_plugin_file", clang_plugin),
    ("%clang_plugin", f"{llvm}/clang++ {mock} -fplugin={clang_plugin}"),
    ("%analyze", f"{llvm}/clang++ {mock} --analyze -fplugin={clang_plugin}"
                 f" -Xclang -analyzer-checker=ownership"),
    # Compiler flags: a small <memory> of our own, which is quick to parse.
    ("%mock", mock),
    # %prove_fix [options] %s %t: see test/lib/prove-fix.py.
    ("%prove_fix", f"{sys.executable} {config.test_source_root}/lib/prove-fix.py"
                   f" --llvm={llvm} --plugin={plugin}"),
    # %prove_project [options] %t: see test/lib/prove-project.py.
    ("%prove_project", f"{sys.executable} {config.test_source_root}/lib/prove-project.py"
                       f" --llvm={llvm} --plugin={plugin}"),
    # %judge_case %s %t: see test/lib/judge-case.py.
    ("%judge_case", f"{sys.executable} {config.test_source_root}/lib/judge-case.py"
                    f" --llvm={llvm} --plugin={plugin}"),
    # %every_surface %s %t -- flags: see test/lib/every-surface.py.
    ("%every_surface", f"{sys.executable} {config.test_source_root}/lib/every-surface.py"
                       f" --llvm={llvm} --build={config.build_root}"),
    # clang-tidy-diff with the check alone, fed with a diff.
    ("%diff_tidy", f"{sys.executable} {llvm}/../share/clang/clang-tidy-diff.py"
                   f" -clang-tidy-binary {llvm}/clang-tidy -load {plugin}"
                   f" '-checks=-*,ownership-*' -quiet -p1"
                   f" -- -std=c++17 -nostdinc++ -isystem {include}/mock"),
    # A session with clangd-ownership, by a script that imports lsp; and one with
    # the installed clangd, into which the compiler plugin is preloaded.
    *((name, f"env PYTHONPATH={config.test_source_root}/lib"
             f" LANGUAGE_SERVER={config.build_root}/{folder}/clangd-ownership"
             f" {sys.executable}")
      for name, folder in (("%lsp_session", "bin"), ("%lsp_preloaded", "preload"))),
    # A machine for CI, with the tools that are built already; and %run_ci HOST
    # TEMPLATE, a job on it: see test/lib/run-template.py.
    ("%ci_env", ci_env),
    ("%run_ci", f"{ci_env} {sys.executable} {config.test_source_root}/lib/run-template.py"),
    # An editor that is set up in the test's own folder, which it runs in, and that
    # finds our programs by their names.
    ("%editor_env", "env HOME=. XDG_CONFIG_HOME=. XDG_CACHE_HOME=. XDG_DATA_HOME=."
                    f" XDG_STATE_HOME=. PATH={config.build_root}/bin:"
                    + config.environment["PATH"]),
    ("%python", sys.executable),
    ("%clangxx_lsan", f"{llvm}/clang++ -g -fsanitize=address -fno-omit-frame-pointer"),
    ("%clangxx", f"{llvm}/clang++"),
    # LeakSanitizer takes stale stack words for roots unless it is told not to.
    ("%lsan_env", "env LSAN_OPTIONS=use_stacks=0:use_registers=0 ASAN_OPTIONS=detect_leaks=1"),
    ("%ownership", os.path.join(config.build_root, "bin", "clang-ownership")),
    ("%llvm", llvm),
    ("%major", str(major)),
    ("%root", config.source_root),
    ("%build", config.build_root),
]
config.environment["OWNERSHIP_LLVM_MAJOR"] = str(major)
config.available_features |= {f"llvm-at-least-{n}" for n in range(16, major + 1)}
config.environment["PATH"] = os.pathsep.join(
    [llvm, config.environment["PATH"]])

# A clang-tidy and a clang of another version, to be refused.
for program in "clang-tidy", "clang":
    others = [path for path in sorted(glob.glob(f"/usr/lib/llvm-*/bin/{program}"))
              if not path.startswith(llvm)]
    if others:
        config.available_features.add(f"other-{program}")
        config.substitutions.append(
            (f"%other_{program.replace('clang-', '')}", others[-1]))

# Our check is one of clang-tidy's there, and not a compiler plugin.
if config.linked_clangd:
    config.available_features.add("linked-clangd")

# Editors, and where Debian and Emacs itself keep the clients of language servers.
if shutil.which("nvim"):
    config.available_features.add("neovim")
if shutil.which("emacs"):
    for feature, places in (("eglot", ["site-lisp/elpa/eglot-*", "*/lisp/progmodes/eglot.el*"]),
                            ("lsp-mode", ["site-lisp/elpa/lsp-mode-*"])):
        if any(glob.glob(f"/usr/share/emacs/{place}") for place in places):
            config.available_features.add(feature)
