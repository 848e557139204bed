"""Addresses of a person's own pages."""

from django.urls import path

from handrail.web.profile import check_in_views, views

urlpatterns = [
    path("you/", views.you, name="you"),
    path("you/walking/", views.intake, {"screen": "walking"}, name="intake-walking"),
    path("you/readiness/", views.intake, {"screen": "readiness"}, name="intake-readiness"),
    path("you/readiness/mistake/", views.take_back_restart, name="take-back-restart"),
    path("you/home/", views.intake, {"screen": "home"}, name="intake-home"),
    path("you/moments/", views.moments, name="intake-moments"),
    path("you/check-in/", check_in_views.check_in, name="check-in"),
    path("you/check-in/<slug:step>/", check_in_views.check_in, name="check-in-step"),
    path("you/repertoire/", views.repertoire, name="repertoire"),
    path("you/repertoire/<slug:slug>/keep/", views.keep_exercise, name="keep-exercise"),
    path("you/repertoire/<slug:slug>/drop/", views.drop_exercise, name="drop-exercise"),
    path("you/file/", views.person_file, name="person-file"),
    path("you/file/bring/", views.bring_file, name="bring-file"),
    path("you/erase/", views.erase, name="erase"),
]
