"""Addresses of today, the plan and routines."""

from django.urls import path

from handrail.web.plans import views

urlpatterns = [
    path("", views.today, name="today"),
    path("plan/", views.plan, name="plan"),
    path("mine/<uuid:post>/", views.make_mine, name="make-mine"),
    path("routines/", views.routines, name="routines"),
    path("routines/<uuid:routine>/", views.routine, name="routine"),
]
