import lit.formats

config.name = "unit"
config.test_format = lit.formats.GoogleTest("bin", "Tests")
config.test_source_root = config.build_root
config.test_exec_root = config.build_root
