"""Who: names, what people are and where, in the shapes that pages have."""
