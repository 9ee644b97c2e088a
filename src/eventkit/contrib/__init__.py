"""Homes in other people's frameworks; each module needs its own extra."""
