"""Addresses of the pages about the site, the colours and the gallery."""

from django.urls import path

from torvet.shared.ui import views

app_name = "ui"
urlpatterns = [
    path("tema.css", views.theme, name="theme"),
    path("stil/", views.gallery, name="gallery"),
    path("stil/temaer.css", views.gallery_themes, name="gallery-themes"),
    path("tilgaengelighed/", views.accessibility, name="accessibility"),
    path("was", views.was, name="was"),
    path("privatliv/", views.privacy, name="privacy"),
    path("saadan-virker-torvet/", views.how, name="how"),
    path("hent-data/", views.data, name="data"),
    path("licenser/", views.licences, name="licences"),
]
