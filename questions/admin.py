"""What an administrator sees: people and their rights, courses, and what learners report about questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.utils import timezone

from questions.models import Course, Membership, Report, User

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

admin.site.site_header = admin.site.site_title = "Recollect: administration"
admin.site.index_title = "People, courses, reports"
admin.site.unregister(Group)  # rights are the columns of a user; groups would be a second place to look


class NeverDeleted:
    """With the row would go answers, attempts or reports: history that is not theirs to take."""

    def has_delete_permission(self, _request: HttpRequest, _row: object = None) -> bool:
        return False


@admin.register(User)
class PersonAdmin(NeverDeleted, UserAdmin):
    """The right to teach is the field “is instructor”. Whoever goes, leaves by their own page, or is made inactive."""

    list_display = ("username", "first_name", "last_name", "is_instructor", "is_staff", "last_login")
    list_filter = ("is_instructor", "is_staff", "is_active")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email", "time_zone")}),
        ("Rights", {"fields": ("is_active", "is_instructor", "is_staff", "is_superuser")}),
        ("Practice", {"fields": ("desired_retention", "due_per_day", "is_load_even", "week", "keyboard_shortcuts")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")


class PlaceInline(admin.TabularInline):
    model = Membership
    extra = 0
    autocomplete_fields = ("person",)


@admin.register(Course)
class CourseAdmin(NeverDeleted, admin.ModelAdmin):
    list_display = ("title", "time_zone", "created_at")
    search_fields = ("title",)
    filter_horizontal = ("banks",)
    inlines = (PlaceInline,)


@admin.register(Report)
class ReportAdmin(NeverDeleted, admin.ModelAdmin):
    """What somebody finds wrong with a question; to mend it is the work of whoever keeps the bank."""

    list_display = ("question", "reason", "learner", "made_at", "resolved_at")
    list_filter = ("reason", ("resolved_at", admin.EmptyFieldListFilter))
    list_select_related = ("question__fact", "learner")
    readonly_fields = ("learner", "question", "reason", "note", "given", "made_at")
    actions = ("mark_resolved",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.action(description="Mark as resolved")
    def mark_resolved(self, request: HttpRequest, reports: QuerySet[Report]) -> None:
        count = reports.filter(resolved_at=None).update(resolved_at=timezone.now())
        self.message_user(request, f"{count} resolved.")
