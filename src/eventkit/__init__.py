"""One typed model for online events; every format is a reader into it and a writer out of it."""
