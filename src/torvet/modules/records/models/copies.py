"""What pages look like, so that copies of the same page are met again: near-duplicates get the same covers."""

from django.db import models

from torvet.modules.records.models.version import DocumentVersion


class PageFingerprint(models.Model):
    """One page of a version as a hash of its text, a MinHash of its words and a hash of its picture.

    Made when the version is screened, replaced if it is screened again. Holds hashes that cannot be turned back into
    text, so no personal data; erased with the version.
    """

    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="fingerprints")
    page_number = models.PositiveIntegerField()
    text_sha256 = models.CharField(max_length=64, db_index=True)
    minhash = models.JSONField(default=list)
    picture_hash = models.BigIntegerField(null=True, blank=True, db_index=True)

    class Meta:
        ordering = ["version", "page_number"]
        constraints = [
            models.UniqueConstraint(fields=["version", "page_number"], name="records_fingerprint_page"),
        ]

    def __str__(self) -> str:
        return f"fingerprint of {self.version} p{self.page_number}"


class PageBand(models.Model):
    """One band of a page's MinHash: pages that share a band are candidates for being copies.

    Holds a hash, no personal data; erased with the fingerprint.
    """

    fingerprint = models.ForeignKey(PageFingerprint, on_delete=models.CASCADE, related_name="bands")
    band = models.PositiveSmallIntegerField()
    value = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["value", "band"], name="records_page_band")]

    def __str__(self) -> str:
        return f"band {self.band} of {self.fingerprint}"
