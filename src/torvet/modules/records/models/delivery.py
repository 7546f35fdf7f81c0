"""Deliveries from source systems and what was refused in them."""

import uuid

from django.db import models


class DeliveryState(models.TextChoices):
    """How far a delivery is."""

    READING = "reading", "reading"
    DONE = "done", "done"
    REFUSED = "refused", "refused"


class Delivery(models.Model):
    """One folder or zip that was received.

    Made by `torvet records receive` or the watched folder; its counts grow while it is read. Holds no personal
    data; kept as long as the records that came with it.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    source_system = models.SlugField(max_length=60)
    delivery_id = models.CharField(max_length=100)
    state = models.CharField(max_length=10, choices=DeliveryState.choices)
    received_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    counts = models.JSONField(default=dict)
    refusal = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-received_at"]
        verbose_name_plural = "deliveries"

    def __str__(self) -> str:
        return f"{self.source_system} {self.delivery_id}"


class QuarantinedItem(models.Model):
    """A line or file of a delivery that could not be taken, with the reason.

    Made while a delivery is read. The same fault of the same delivery is one row. `raw` keeps the line so that
    nothing is lost; it may hold personal data, is shown to nobody in the web and is erased with the row when the
    line was taken after all.
    """

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="quarantined")
    file_name = models.CharField(max_length=60)
    line_number = models.PositiveIntegerField(null=True, blank=True)
    code = models.SlugField(max_length=40)
    detail = models.CharField(max_length=300, blank=True)
    raw = models.TextField(blank=True)
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ["-seen_at", "line_number"]
        constraints = [
            models.UniqueConstraint(
                fields=["delivery", "file_name", "line_number", "code"], name="records_quarantine_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} in {self.delivery}"
