"""Everything that changes a data folder: each change is tried first, then put in place whole."""
