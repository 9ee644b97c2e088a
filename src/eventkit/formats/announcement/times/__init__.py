"""When: from a date-and-time statement to time slots, or to what is wrong with it."""
