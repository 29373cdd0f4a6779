"""Plain text and its laws: characters, folded form, dates, places and problems, a report's paragraphs, quotations."""
