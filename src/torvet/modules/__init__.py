"""What a municipality switches on or off. No module knows another; `config.wiring` joins them."""
