"""Addresses of the log."""

from django.urls import path

from handrail.web.progress import views

urlpatterns = [
    path("log/", views.log, name="log"),
    path("log/handrail-log.csv", views.log_csv, name="log-csv"),
    path("log/handrail-log.json", views.log_json, name="log-json"),
    path("log/handrail-notes.json", views.notes_json, name="notes-json"),
]
