"""Addresses of the audit log."""

from django.urls import path

from torvet.shared.audit import views

app_name = "audit"
urlpatterns = [path("log/", views.log, name="log")]
