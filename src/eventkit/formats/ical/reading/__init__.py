"""Reading iCalendar: two tokenizers, one mapping to the model."""
