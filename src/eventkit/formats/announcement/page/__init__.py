"""The whole: from the lines of an announcement to events, with findings and evidence."""
