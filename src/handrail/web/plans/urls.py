"""Addresses of today, the plan and routines."""

from django.urls import path

from handrail.web.plans import views

urlpatterns = [
    path("", views.today, name="today"),
    path("plan/", views.plan, name="plan"),
    path("plan/edit/", views.edit, name="edit-plan"),
    path("plan/undo/<uuid:edit>/", views.undo, name="undo-edit"),
    path("plan/have-again/<slug:slug>/", views.have_again, name="have-again"),
    path("plan/why-not/<slug:slug>/", views.why_not, name="why-not"),
    path("plan/calendar.ics", views.calendar, name="calendar"),
    path("mine/<uuid:post>/", views.make_mine, name="make-mine"),
    path("routines/", views.routines, name="routines"),
    path("routines/<uuid:routine>/", views.routine, name="routine"),
]
