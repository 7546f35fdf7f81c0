"""Addresses of the pages of background work."""

from django.urls import path

from torvet.shared.worker import views

app_name = "worker"
urlpatterns = [
    path("drift/baggrundsarbejde/", views.status, name="status"),
    path("drift/baggrundsarbejde/<uuid:uuid>/proev-igen/", views.retry, name="retry"),
]
