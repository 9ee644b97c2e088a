"""From the bytes of a source to lines that know where they stand, and the words that all look for."""
