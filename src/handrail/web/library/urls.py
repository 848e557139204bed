"""Addresses of the library."""

from django.urls import path

from handrail.web.library import views

urlpatterns = [
    path("library/", views.library, name="library"),
    path("library/add/", views.propose, name="propose"),
    path("library/<slug:slug>/", views.exercise, name="exercise"),
    path("library/<slug:slug>/still.svg", views.still, name="exercise-still"),
    path("library/<slug:slug>/moving.svg", views.moving, name="exercise-moving"),
    path("library/<slug:slug>/held/", views.held, name="exercise-held"),
]
