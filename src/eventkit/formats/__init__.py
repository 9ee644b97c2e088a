"""One module or package a format; none imports another."""
