"""Tests of background work; `test_processes` starts real workers and kills them."""
