"""Addresses of questions, replies and cards."""

from django.urls import path

from handrail.web.community import views

CARD = "questions/posts/<uuid:post>/cards/<int:start>/"

urlpatterns = [
    path("questions/", views.questions, name="questions"),
    path("questions/bring-in/", views.import_thread, name="import-thread"),
    path("questions/<uuid:question>/", views.question, name="question"),
    path("questions/<uuid:question>/reply/", views.reply, name="reply"),
    path("questions/about/<slug:slug>/", views.mentions, name="mentions"),
    path(f"{CARD}confirm/", views.confirm_card, name="confirm-card"),
    path(f"{CARD}correct/", views.correct_card, name="correct-card"),
    path(f"{CARD}put-away/", views.put_card_away, name="dismiss-card"),
    path(f"{CARD}undo/", views.undo_card, name="undo-card"),
]
