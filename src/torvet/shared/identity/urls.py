"""Addresses of log-in and log-out."""

from django.urls import URLPattern

app_name = "identity"
urlpatterns: list[URLPattern] = []
