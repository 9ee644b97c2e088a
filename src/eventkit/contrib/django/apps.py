"""The app, for ``INSTALLED_APPS``."""

from __future__ import annotations

from django.apps import AppConfig

__all__ = ["EventkitConfig"]


class EventkitConfig(AppConfig):
    """``eventkit.contrib.django``, which has no models."""

    name = "eventkit.contrib.django"
    label = "eventkit"
    verbose_name = "eventkit"
