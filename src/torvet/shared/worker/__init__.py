"""Background work over the `django.tasks` interface: leases, heartbeats, retries, dead letters.

Nouns: job (a task with its arguments, waiting or done), lease (one worker's hold on a job for a time),
schedule (a task that is enqueued again and again), dead letter (a job that failed too often and waits for a
person).

A task runs at least once: a killed worker's job runs again. So a task loads what it is about by id, looks
whether there is still anything to do, and does it. The rows of the modules are the truth; a job is only a
hint to look.
"""
