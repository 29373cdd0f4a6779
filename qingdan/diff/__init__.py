"""Two states of the data compared in meaning, not in lines: what was added, which state changed, what proves it."""
