"""Background work over the `django.tasks` interface: leases, heartbeats, retries, dead letters."""
