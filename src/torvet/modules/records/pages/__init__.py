"""What the templates show: frozen dataclasses, put together from rows. Nothing here changes anything."""
