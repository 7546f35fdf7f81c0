"""Commands that join everything: set-up, the demo municipality, the servers."""
