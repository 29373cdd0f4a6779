"""The desk: the page /edit/, where this program runs in the browser of the one who edits."""
