"""Template tags: ``{% load eventkit %}``."""
