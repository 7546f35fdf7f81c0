"""Addresses of log-in and log-out."""

from django.urls import path

from torvet.shared.identity import views

app_name = "identity"
urlpatterns = [
    path("log-paa/", views.log_in, name="log-in"),
    path("log-af/", views.log_out, name="log-out"),
]
