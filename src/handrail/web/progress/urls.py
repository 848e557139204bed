"""Addresses of the log, the diary of falls and the ladders."""

from django.urls import path

from handrail.web.progress import views

urlpatterns = [
    path("log/", views.log, name="log"),
    path("log/aim/", views.aim, name="log-aim"),
    path("log/delete/", views.delete, name="log-delete"),
    path("log/undo/<uuid:act>/", views.undo, name="log-undo"),
    path("log/falls/", views.falls, name="falls"),
    path("log/falls/<uuid:note>/take-out/", views.take_out, name="falls-take-out"),
    path("log/falls/<uuid:note>/put-back/", views.put_back, name="falls-put-back"),
    path("log/ladders/", views.ladders, name="log-ladders"),
    path("log/handrail-log.csv", views.log_file, {"kind": "csv"}, name="log-csv"),
    path("log/handrail-log.json", views.log_file, {"kind": "json"}, name="log-json"),
    path("log/handrail-notes.json", views.notes_file, name="notes-json"),
    path("log/handrail-falls.csv", views.diary_file, {"kind": "csv"}, name="falls-csv"),
    path("log/handrail-falls.json", views.diary_file, {"kind": "json"}, name="falls-json"),
]
