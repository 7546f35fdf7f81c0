"""The floor that knows everything: settings, addresses, wiring and the command line."""
