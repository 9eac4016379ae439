"""The command line: one file per command. It alone prints and exits."""
