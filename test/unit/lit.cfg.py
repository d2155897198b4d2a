import os

import lit.formats

config.name = "unit"
config.test_format = lit.formats.GoogleTest(".", "Tests")
config.test_source_root = os.path.join(config.build_root, "bin")
config.test_exec_root = config.test_source_root
