"""From events to announcements in seven languages that are read back to the same events."""
