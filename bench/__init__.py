"""Measurements: how right, how fast, how large. Each is a program: `python -m bench.speed`."""
